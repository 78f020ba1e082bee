"""The report as it is drawn: a page laid out, the cursor on it, what Enter opens."""

from collections.abc import Callable
from dataclasses import replace

from textual import events, on, work
from textual.app import ComposeResult
from textual.message import Message

from annotator.keys import key_line
from annotator.report.counted import Counted
from annotator.report.crossing import Crossing
from annotator.report.offered import offered
from annotator.report.options import NO_RATE, ReportOptions
from annotator.report.pages import (
    PLACES,
    QUARTERS,
    TABLE,
    View,
    header,
    marked,
    names,
    page,
    status,
    tabs,
)
from annotator.report.pieces import Line, length
from annotator.screens.report_cursor import NumbersScreen
from annotator.widgets.rows import Rows
from db.errors import AnnotatorError
from db.readings import Reading
from db.report import Report
from db.report.placing import Placing
from db.study import Study

COUNTING = "counting which places the cases name …"
"""Said while a thread does."""


class DrawnReport(NumbersScreen):
    """Draws what was counted; which keys change that is for `ReportScreen` to say."""

    DEFAULT_CSS = "DrawnReport #matter { height: 1fr; }"

    class Placed(Message):
        """How the cases of a report were placed was counted apart."""

        def __init__(self, report: Report, found: Placing | str) -> None:
            super().__init__()
            self.report, self.found = report, found
            """What was counted, or why it could not be."""

    def __init__(self, study: Study, reading: Reading, options: ReportOptions) -> None:
        self._counted = Counted(study, reading, options)
        super().__init__("report", pages=len(names(self.report)))
        self._said = ""
        self._placing: Report | None = None
        """The report whose places a thread counts."""
        self._view = View()
        self._crossing = Crossing.of(study.codebook)

    @property
    def report(self) -> Report:
        """What is shown."""
        return self._counted.report

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="tabs")
        yield Rows(id="matter")
        yield Rows(id="status")
        yield Rows(id="keys")

    def _keys(self) -> Line:
        ids = offered(self.report, self._number, self._page, rates=self._counted.has_rates)
        while True:
            line = [(" 1-7", "key"), (" page  ", "dim"), *key_line("report", *ids)]
            if length(line) <= self.size.width or not ids:
                return line
            ids.pop()

    def on_mount(self) -> None:
        if self._counted.lacks_rate:
            self._said = NO_RATE

    def on_key(self, event: events.Key) -> None:
        """Another key: what was said of the one before has been read."""
        self._said = ""

    def show(self) -> None:
        """Lay the page out and draw everything; only rows that changed are painted."""
        width, self._height = self.size.width, self.query_one("#matter", Rows).size.height
        if self._number == TABLE and self._view.crossed is None:
            crossed = self._counted.crossed(self._crossing.row, self._crossing.column)
            self._view = replace(self._view, crossed=crossed)
        if self._number == PLACES:
            self._count_places()
        self._lay_out()
        self.query_one("#keys", Rows).show([self._keys()])
        self.query_one("#header", Rows).show([header(self.report, self._number, width)])
        self.query_one("#tabs", Rows).show([tabs(self.report, self._number, width)])
        self.draw()

    def _count_places(self) -> None:
        """Count how the cases were placed; in a thread where that takes long enough to be felt."""
        if self._counted.places_are_quick:
            self._counted.count_places()
        elif self.report.placing is None and self._placing is not self.report:
            self._placing = self.report
            self._place_apart(self.report, self._counted.places_apart())

    @work(thread=True, exclusive=True, group="places")
    def _place_apart(self, report: Report, count: Callable[[], Placing]) -> None:
        try:
            self.post_message(self.Placed(report, count()))
        except AnnotatorError as error:
            self.post_message(self.Placed(report, str(error)))

    @on(Placed)
    def _placed(self, message: Placed) -> None:
        """Show what a thread counted, unless something else is shown by now."""
        if message.report is not self.report:
            return
        self._placing = None
        if isinstance(message.found, str):
            self._say(message.found)
            return
        self._counted.take_places(message.found)
        if self._number == PLACES:
            self.show()

    def _lay_out(self) -> None:
        self._page = page(
            self.report,
            self._number,
            self.size.width,
            self._height,
            study=str(self._counted.study.path),
            coding=len(self.app.screen_stack) > 2,
            view=self._view,
        )

    def draw(self) -> None:
        """Draw the page as it is laid out, with the cursor and what Enter opens."""
        row = self._row()
        if self._number == QUARTERS and row is not None and row != self._view.quarter:
            self._view = replace(self._view, quarter=row)  # the chart points at the quarter at hand
            self._lay_out()
        top = self._top()
        found, line = self._cell(), self._line()
        seen = self._page
        if row is not None and line is not None:
            body = [*seen.body]
            body[row] = marked(line, self._column)
            seen = replace(seen, body=body)
        self.query_one("#matter", Rows).show(seen.rows(top, self._height))
        opened = self._said or (f"Enter: {found[0]}" if found else "")
        if self._number == PLACES and self._placing is self.report:
            opened = COUNTING
        said = status(
            self.report, self._number, self._page, top, self._height, self.size.width, opened
        )
        self.query_one("#status", Rows).show([said])

    def _say(self, words: str) -> None:
        """Say in the status line what just happened, until the next key."""
        self._said = words
        self.draw()

    def _look_anew(self) -> None:
        """What was laid out of other numbers is of no use any more."""
        self._view = replace(self._view, crossed=None, shift=0)
