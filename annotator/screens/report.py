"""The report screen: every count, page by page."""

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotator.keys import bindings, key_line, own_keys
from annotator.report_pages import header, names, page, status, tabs
from annotator.widgets.rows import Rows
from db.readings import Reading
from db.report import make_report
from db.study import Study


class ReportScreen(Screen[None]):
    """Shows the counts of one reading as they are when it opens."""

    BINDINGS = bindings("report")
    DEFAULT_CSS = "ReportScreen #matter { height: 1fr; }"

    def __init__(self, study: Study, reading: Reading) -> None:
        super().__init__(name="report")
        self._study = str(study.path)
        self.report = make_report(study, reading)
        self._number = 0
        self._tops = [0] * len(names(self.report))
        """How far each page is scrolled: one who comes back finds the place again."""

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="tabs")
        yield Rows(id="matter")
        yield Rows(id="status")
        yield Rows(id="keys")

    def on_mount(self) -> None:
        self.query_one("#keys", Rows).show(
            [
                [
                    (" 1-6", "key"),
                    (" part  ", "dim"),
                    *key_line("report", "next", "down", "page_down", "close", own=own_keys(self)),
                ]
            ]
        )

    def on_resize(self, event: events.Resize) -> None:
        """Another size: laid out anew."""
        self.call_after_refresh(self._show)

    def action_page_of(self, number: int) -> None:
        """Go to the page of that number, from 0."""
        self._number = number
        self._show()

    def action_turn(self, by: int) -> None:
        """Go to the next or the previous page, round and round."""
        self.action_page_of((self._number + by) % len(self._tops))

    def action_scroll(self, by: int) -> None:
        """Scroll by rows."""
        self._go(self._tops[self._number] + by)

    def action_page(self, by: int) -> None:
        """Scroll by what is seen at once, less a row."""
        self._go(self._tops[self._number] + by * max(1, self._room() - 1))

    def action_edge(self, end: bool) -> None:
        """Scroll to the beginning or the end."""
        self._go(len(self._page.body) if end else 0)

    def action_close(self) -> None:
        """Back to coding; out of the program where it began with the report."""
        if len(self.app.screen_stack) > 2:
            self.dismiss()
        else:
            self.app.exit()

    def _room(self) -> int:
        return self._page.room(self._height)

    def _go(self, top: int) -> None:
        self._tops[self._number] = top
        self._draw()

    def _show(self) -> None:
        """Lay the page out and draw everything; only rows that changed are painted."""
        width, self._height = self.size.width, self.query_one("#matter", Rows).size.height
        self._page = page(self.report, self._number, width, self._height, study=self._study)
        self.query_one("#header", Rows).show([header(self.report, self._number, width)])
        self.query_one("#tabs", Rows).show([tabs(self.report, self._number, width)])
        self._draw()

    def _draw(self) -> None:
        lowest = max(0, len(self._page.body) - self._room())
        top = self._tops[self._number] = max(0, min(self._tops[self._number], lowest))
        self.query_one("#matter", Rows).show(self._page.rows(top, self._height))
        line = status(self.report, self._number, self._page, top, self._height, self.size.width)
        self.query_one("#status", Rows).show([line])
