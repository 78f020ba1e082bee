"""The palette: every command of the screen on show, every code, reason and group of words."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.style import Style

from annotator.keys import commands, keys_shown, own_keys
from annotator.screens.coding import CodingScreen


class Entry(NamedTuple):
    """One thing that can be done."""

    name: str
    """What is listed, with its key."""
    help: str
    do: Callable[[], object]
    called: tuple[str, ...]
    """What it goes by, without its key: "Origin: Public tip", and "Public tip" alone."""
    decides: bool = False
    """Whether it codes or excludes the release on show."""


class Palette(Provider):
    """Finds what can be done here by its name or by what is said of it."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed: commands in the order of help, then codes."""
        for entry in self._entries():
            yield DiscoveryHit(Content(entry.name), entry.do, text=entry.name, help=entry.help)

    async def search(self, query: str) -> Hits:
        """What is called so, best first; of what is called alike, what decides nothing first."""
        matcher = self.matcher(query)
        for number, entry in enumerate(self._entries()):
            rank = ranked(entry, query, matcher.match(entry.name))
            if rank > 0:
                score = rank - (0.1 if entry.decides else 0) - number / 10_000
                name = _highlighted(entry.name, query, matcher.match_style)
                yield Hit(score, name, entry.do, text=entry.name, help=entry.help)

    def _entries(self) -> Iterator[Entry]:
        own = own_keys(self.screen)
        screen = self.screen.name or ""
        for command in (*commands(screen), *commands("anywhere")):
            shown = keys_shown(own.get(command.id, command.keys))
            do = partial(self.screen.run_action, command.action)
            yield Entry(f"{command.label}  ({shown})", command.help, do, (command.label,))
        if isinstance(self.screen, CodingScreen):
            yield from _codes(self.screen)
        for name, does, act in (
            ("Theme", "Choose other colours.", self.app.action_change_theme),
            ("Picture", "Save the screen as an SVG file.", self.app.deliver_screenshot),
        ):
            yield Entry(name, does, act, (name,))


def ranked(entry: Entry, query: str, letters: float) -> float:
    """How well an entry fits what was typed, from 6 down; 0: not at all.

    A code or reason is found by words alone, and unless its name begins with them it stands behind
    all the rest: Enter on letters typed in haste shall decide nothing.

    Args:
        letters: how well the letters typed fit the name, in any places; 0: not at all.
    """
    typed = _words(query)
    names = [_words(name) for name in entry.called]
    if typed in names:
        return 6
    if typed and any(name[: len(typed)] == typed for name in names):
        return 5
    has = bool(typed) and any(set(typed) <= set(name) for name in names)
    begun = bool(typed) and any(_has_begun(typed, name) for name in names)
    if entry.decides:
        said = bool(typed) and _stands_in(typed, _words(entry.help))
        return 0.8 if has else 0.6 if begun else 0.4 if said else 0
    if has or begun:
        return 4 if has else 3
    if letters > 0:
        return 1 + letters / (1 + letters)
    return 0.9 if query.lower() in entry.help.lower() else 0


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _has_begun(typed: list[str], name: list[str]) -> bool:
    """Whether the words typed are in a name, the last one perhaps unfinished."""
    *whole, last = typed
    return set(whole) <= set(name) and any(word.startswith(last) for word in name)


def _stands_in(typed: list[str], words: list[str]) -> bool:
    """Whether the words typed stand there one after the other."""
    count = len(typed)
    return any(words[at : at + count] == typed for at in range(len(words) - count + 1))


def _highlighted(name: str, query: str, style: Style) -> Content:
    """The name, which is no markup, with the beginnings of words that were typed marked."""
    shown = Content(name)
    for word in _words(query):
        for found in re.finditer(rf"\b{re.escape(word)}", name.lower()):
            shown = shown.stylize(style, *found.span())
    return shown


def _codes(screen: CodingScreen) -> Iterator[Entry]:
    codebook = screen.session.codebook
    for number, group in enumerate(screen.session.words.groups, start=1):
        name, walk = f"Words: {group}", partial(screen.walk_over, number)
        yield Entry(name, "Let n go over these words.", walk, (name, group))
    for field in codebook.fields:
        for code in field.codes:
            if not code.retired:
                name, do = f"{field.label}: {code.label}", partial(screen.decide, field, code)
                called = (name, code.label)
                yield Entry(f"{name}  ({code.key})", code.definition, do, called, decides=True)
    for reason in codebook.exclusions:
        if not reason.retired:
            name, do = f"Exclude: {reason.label}", partial(screen.exclude, reason.key)
            called = (name, reason.label)
            yield Entry(f"{name}  (x {reason.key})", reason.definition, do, called, decides=True)
