"""What changed in a release since it was decided on."""

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotator.differences import differences
from annotator.keys import bindings, key_line, own_keys
from annotator.widgets.rows import Line, Rows
from db.changes import earlier, seen_when_decided
from db.pages import Page
from db.study import Study

STYLES = {"same": "", "removed": "warning", "added": "mark", "skipped": "dim"}


class DifferenceScreen(Screen[None]):
    """The text on show beside the one that was read, word by word."""

    BINDINGS = bindings("difference")
    DEFAULT_CSS = "DifferenceScreen #matter { height: 1fr; }"

    def __init__(self, study: Study, page: Page) -> None:
        super().__init__(name="difference")
        self._page = page
        read = seen_when_decided(study, page.id, page.decided_at) if page.decided_at else None
        versions = earlier(study, page.id)
        self._before = read or (versions[0] if versions else None)
        self._top = 0
        self._lines: list[Line] = []

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="matter")
        yield Rows(id="status")
        yield Rows(id="keys")

    def on_mount(self) -> None:
        line = key_line("difference", "down", "page_down", "close", own=own_keys(self))
        self.query_one("#keys", Rows).show([line])

    def on_resize(self, event: events.Resize) -> None:
        """Another width: laid out anew."""
        self.call_after_refresh(self._lay_out)

    def action_scroll(self, by: int) -> None:
        """Scroll by rows."""
        self._go(self._top + by)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self._go(self._top + by * max(1, self.query_one("#matter", Rows).size.height - 1))

    def action_close(self) -> None:
        """Back to the release."""
        self.dismiss()

    def _lay_out(self) -> None:
        page, before = self._page, self._before
        note = " · [-went-] {+came+} · decide anew, or leave it"
        self.query_one("#header", Rows).show([[(" What changed", "strong"), (note, "dim")]])
        if before is None:
            self._lines = [[("  This release has only ever had one text.", "dim")]]
        else:
            width = min(92, self.size.width - 2)
            found = differences(
                f"{before.title}\n\n{before.text}", f"{page.title}\n\n{page.text}", width
            )
            self._lines = [
                [(" ", ""), *((text, STYLES[style]) for text, style in line)] for line in found
            ]
            came = f" the newer text came in on {before.replaced_at[:10]}"
            self.query_one("#status", Rows).show([[(came, "dim")]])
        self._go(self._top)

    def _go(self, top: int) -> None:
        height = self.query_one("#matter", Rows).size.height
        self._top = max(0, min(top, len(self._lines) - height))
        self.query_one("#matter", Rows).show(self._lines[self._top :])
