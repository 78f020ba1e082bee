"""A screen of lines to read: one way to scroll, to lay out anew, and to leave."""

from typing import ClassVar

from textual.app import ComposeResult

from annotator.keys import key_line, own_keys
from annotator.screens.whole import WholeScreen
from annotator.widgets.rows import Line, Rows

MAX_WIDTH = 92
"""Text is set no wider."""


class ScrollScreen(WholeScreen[None]):
    """Heading, lines, a note and keys; a subclass says what they are, for any width."""

    DEFAULT_CSS = "ScrollScreen #matter { height: 1fr; }"
    GROUP: ClassVar[str]
    """The screen's name among the commands."""
    KEYS: ClassVar[tuple[str, ...]] = ("down", "page_down", "close")
    """The commands named at the foot."""
    NOTHING: ClassVar[str] = ""
    """What is said where there is no line."""

    def __init__(self) -> None:
        super().__init__(self.GROUP)
        self._top = 0
        self._lines: list[Line] = []

    def heading(self) -> Line:
        """The first row."""
        raise NotImplementedError

    def lines(self, width: int) -> list[Line]:
        """What is read, set for that many cells."""
        raise NotImplementedError

    def note(self) -> str:
        """What stands in the row above the keys, before how much is below."""
        return ""

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="matter")
        yield Rows(id="status")
        yield Rows(id="keys")

    def on_mount(self) -> None:
        self.query_one("#keys", Rows).show([key_line(self.GROUP, *self.KEYS, own=own_keys(self))])

    def action_scroll(self, by: int) -> None:
        """Scroll by rows."""
        self._go(self._top + by)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self._go(self._top + by * max(1, self.height - 1))

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

    @property
    def height(self) -> int:
        """How many rows are seen at once."""
        return self.query_one("#matter", Rows).size.height

    def lay_out(self, *, top: bool = False) -> None:
        """Make the lines anew and show them; from the first one with `top`."""
        self._lines = self.lines(min(MAX_WIDTH, self.size.width - 2))
        self.query_one("#header", Rows).show([self.heading()])
        self._go(0 if top else self._top)

    def _go(self, top: int) -> None:
        self._top = max(0, min(top, len(self._lines) - self.height))
        nothing: list[Line] = [[], [(f"  {self.NOTHING}", "dim")]]
        self.query_one("#matter", Rows).show(self._lines[self._top :] or nothing)
        below = len(self._lines) - self._top - self.height
        words = [self.note(), f"↓ {below} more" if below > 0 else "end"]
        said = " · ".join(word for word in words if word)
        self.query_one("#status", Rows).show([[(f" {said}", "dim")]])
