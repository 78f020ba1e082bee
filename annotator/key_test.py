"""A screen that shows what the terminal sends for a key, and which keys never came."""

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult

from annotator.config import Config, keys_in_force
from annotator.keys import keys_shown
from annotator.themes import ThemedApp
from annotator.widgets.rows import Line, Rows
from annotator.wrapping import wrap
from db.codebook.keys import CODE_KEYS

SWALLOWED = {
    "ctrl+b": "tmux takes it as its prefix",
    "ctrl+a": "screen takes it as its prefix",
    "ctrl+s": "the terminal may stop its output (stty -ixon cures that)",
    "ctrl+z": "the shell may stop the program",
}
"""Keys that seldom arrive, none of which the program needs."""
ROOM = 8
"""Rows kept for the header, the last keys and what was not yet seen."""


class KeyTest(ThemedApp):
    """Names each key pressed and its command; Ctrl-C or Ctrl-Q ends."""

    CSS = "#seen { height: 1fr; } #status { height: 2; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, config: Config) -> None:
        super().__init__(config.theme)
        self._commands: dict[str, str] = {}
        for command, keys in keys_in_force(config):
            if command.screen in ("coding", "anywhere"):
                self._commands |= {key: command.label for key in keys.split(",")}
        self._missing = dict.fromkeys(self._commands)
        self._pressed: list[Line] = []

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="seen")
        yield Rows(id="swallowed")
        yield Rows(id="status")

    def on_mount(self) -> None:
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def on_key(self, event: events.Key) -> None:
        """Name the key."""
        if event.key in ("ctrl+c", "ctrl+q"):
            self.exit()
            return
        event.stop()
        key = event.character if event.character in self._commands else event.key
        meaning = self._commands.get(key or "", "")
        if not meaning and event.character and event.character in CODE_KEYS:
            meaning = "a code, if the codebook gives it one"
        self._missing.pop(key or "", None)
        self._pressed.insert(0, [(f"  {event.key:<24}", "key"), (meaning or "nothing", "")])
        self._show()

    def _show(self) -> None:
        self.query_one("#header", Rows).show(
            [[(" Keys", "strong"), (" · press any key; Ctrl-C ends", "dim")]]
        )
        self.query_one("#seen", Rows).show(self._pressed)
        warnings = list(_warnings(self.size.width))
        swallowed = self.query_one("#swallowed", Rows)
        swallowed.styles.height = min(len(warnings), max(0, self.size.height - ROOM))
        swallowed.show(warnings)
        left = " ".join(keys_shown(key) for key in self._missing)
        told = f"not yet seen: {left}" if left else "every key of the coding screen arrives"
        rows = wrap(told, max(8, self.size.width - 2))
        self.query_one("#status", Rows).show([[(f" {told[a:b]}", "")] for a, b in rows])


def _warnings(width: int) -> Iterator[Line]:
    """What may never arrive; it stays, whatever else does."""
    yield [("  What may never arrive (nothing here needs it):", "dim")]
    for key, why in SWALLOWED.items():
        shown = f"  {key:<8}"
        for number, (start, end) in enumerate(wrap(why, max(8, width - len(shown) - 1))):
            yield [(" " * len(shown) if number else shown, "dim"), (why[start:end], "dim")]
