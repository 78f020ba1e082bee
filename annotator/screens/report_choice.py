"""A list to choose one thing from, at the foot of the report."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from annotator.keys import bindings
from annotator.report.pieces import Line
from annotator.widgets.rows import Rows
from annotator.wrapping import fit

_MOST = 14
"""Entries seen at once."""


class ChoiceScreen(ModalScreen[int | None]):
    """Gives back the number of the entry chosen, from 0; None when left with Esc."""

    BINDINGS = bindings("report_choice")
    DEFAULT_CSS = """
    ChoiceScreen {
        background: $background 1%;
        align: left bottom;
        Rows { width: 1fr; background: $panel; }
    }
    """

    def __init__(self, title: str, entries: Sequence[str], chosen: int) -> None:
        super().__init__(name="report_choice")
        self._title, self._entries, self._cursor = title, entries, chosen
        self._top = 0

    def compose(self) -> ComposeResult:
        rows = Rows(id="choice")
        rows.styles.height = self._room + 2
        yield rows

    def on_resize(self, event: events.Resize) -> None:
        """Another width: drawn anew."""
        self.call_after_refresh(self._draw)

    def action_move(self, by: int) -> None:
        """Go to another entry; by one round and round, else to the ends."""
        count = len(self._entries)
        moved = self._cursor + by
        self._cursor = moved % count if abs(by) == 1 else max(0, min(moved, count - 1))
        self._draw()

    def action_keep(self) -> None:
        """Choose the entry under the cursor."""
        self.dismiss(self._cursor)

    @property
    def _room(self) -> int:
        return min(_MOST, len(self._entries))

    def _draw(self) -> None:
        width = self.size.width
        if not self._top <= self._cursor < self._top + self._room:
            self._top = self._cursor - self._room // 2
        self._top = max(0, min(self._top, len(self._entries) - self._room))
        place = f"   {self._cursor + 1} of {len(self._entries)}"
        lines: list[Line] = [[(f" {self._title}", "strong"), (place, "dim")]]
        for number in range(self._top, self._top + self._room):
            here = number == self._cursor
            name = fit(self._entries[number], width - 4)
            lines.append([("▸ " if here else "  ", "mark"), (name, "cursor" if here else "")])
        foot: list[tuple[str, str]] = [(" ", "")]
        for key, word in (("↑↓", "choose"), ("Enter", "draw it"), ("Esc", "leave")):
            foot += [(key, "key"), (f" {word}   ", "dim")]
        self.query_one("#choice", Rows).show([*lines, foot])
