"""The palette: every command of the screen on show, every code, reason and group of words."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider

from annotator.keys import CODING, commands, keys_shown, own_keys

if TYPE_CHECKING:
    from annotator.screens.coding import CodingScreen


class Entry(NamedTuple):
    """One thing that can be done."""

    name: str
    """What is listed, with its key."""
    help: str
    do: Callable[[], object]


class Palette(Provider):
    """Finds what can be done here by its name or by what is said of it."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed: commands in the order of help, then codes."""
        for entry in self._entries():
            yield DiscoveryHit(entry.name, entry.do, help=entry.help)

    async def search(self, query: str) -> Hits:
        """What has the letters typed in its name; behind it what has the words in its help."""
        matcher = self.matcher(query)
        for entry in self._entries():
            score = matcher.match(entry.name)
            if score > 0:
                yield Hit(score + 1, matcher.highlight(entry.name), entry.do, help=entry.help)
            elif query.lower() in entry.help.lower():
                yield Hit(1, entry.name, entry.do, help=entry.help)

    def _entries(self) -> Iterator[Entry]:
        own = own_keys(self.screen)
        screen = self.screen.name or ""
        for command in (*commands(screen), *commands("anywhere")):
            shown = keys_shown(own.get(command.id, command.keys))
            do = partial(self.screen.run_action, command.action)
            yield Entry(f"{command.label}  ({shown})", command.help, do)
        if screen in CODING:
            yield from _codes(self.screen)  # type: ignore[arg-type]
        yield Entry("Theme", "Choose other colours.", self.app.action_change_theme)
        yield Entry("Picture", "Save the screen as an SVG file.", self.app.deliver_screenshot)


def _codes(screen: "CodingScreen") -> Iterator[Entry]:
    codebook = screen.session.codebook
    for field in codebook.fields:
        for code in field.codes:
            if not code.retired:
                name = f"{field.label}: {code.label}  ({code.key})"
                yield Entry(name, code.definition, partial(screen.decide, field, code))
    for reason in codebook.exclusions:
        if not reason.retired:
            name = f"Exclude: {reason.label}  (x {reason.key})"
            yield Entry(name, reason.definition, partial(screen.exclude, reason.key))
    for number, group in enumerate(screen.session.words.groups, start=1):
        yield Entry(
            f"Words: {group}", "Let n go over these words.", partial(screen.walk_over, number)
        )
