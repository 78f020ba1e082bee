"""The report screen: every count, page by page."""

from dataclasses import replace
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotator.keys import bindings, key_line
from annotator.report.pages import (
    EVENTS,
    PLACES,
    QUARTERS,
    TABLE,
    View,
    header,
    marked,
    measures,
    names,
    page,
    status,
    tabs,
)
from annotator.report.pieces import Line, NumberedLine
from annotator.report.table import SHARES
from annotator.session import Session
from annotator.terminal import Terminal
from annotator.widgets.rows import Rows
from db.readings import Reading
from db.report import make_report
from db.report.cells import Cell, releases_behind
from db.report.crosstab import YEAR, crosstab, dimensions
from db.report.filter import EVERYTHING, ReportFilter
from db.report.placing import placing
from db.report.rates import Denominator
from db.study import Study

_OWN_KEYS: dict[int, tuple[str, ...]] = {
    QUARTERS: ("choose",),
    TABLE: ("choose", "rows", "pivot", "shares"),
    EVENTS: ("day",),
}
"""Keys that only some pages name at their foot."""


class ReportScreen(Screen[None]):
    """Shows the counts of one reading as they are when it opens."""

    BINDINGS = bindings("report")
    DEFAULT_CSS = "ReportScreen #matter { height: 1fr; }"

    def __init__(
        self,
        study: Study,
        reading: Reading,
        chosen: ReportFilter = EVERYTHING,
        denominator: Denominator | None = None,
    ) -> None:
        super().__init__(name="report")
        self._of, self._reading = study, reading
        self._study = str(study.path)
        self._chosen, self._denominator = chosen, denominator
        self._days: list[date] = []
        self._session: Session | None = None
        self._number = 0
        self._view = View()
        self._count()
        self._tops = [0] * len(names(self.report))
        """How far each page is scrolled: one who comes back finds the place again."""
        self._cursors = [0] * len(self._tops)
        """Number of the row of the cursor among the rows that can be opened, by page."""
        self._column = 0
        offered = dimensions(study.codebook)
        self._crossing = (offered[0], YEAR)
        """Rows and columns of the table."""

    def _count(self) -> None:
        self._view = replace(self._view, crossed=None)
        self.report = make_report(
            self._of, self._reading, self._chosen, denominator=self._denominator, days=self._days
        )

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="tabs")
        yield Rows(id="matter")
        yield Rows(id="status")
        yield Rows(id="keys")

    def _keys(self) -> Line:
        own = {
            EVENTS: ("day",),
            QUARTERS: ("choose",),
            TABLE: ("choose", "rows", "pivot", "shares"),
        }
        ids = own.get(self._number, ())
        rest = ("open", "filter", "close") if len(ids) < 3 else ("filter",)
        return [(" 1-7", "key"), (" part  ", "dim"), *key_line("report", *ids, *rest)]

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

    def action_move(self, by: int) -> None:
        """Move the cursor to the next row of numbers, or scroll where there is none."""
        rows = self._opened_rows()
        if not rows:
            self._go(self._tops[self._number] + by)
            return
        cursor = max(0, min(self._cursors[self._number] + by, len(rows) - 1))
        if cursor == self._cursors[self._number]:  # what follows the last row is only read
            self._go(self._tops[self._number] + by)
            return
        self._cursors[self._number] = cursor
        top, room, row = self._tops[self._number], max(1, self._room()), rows[cursor]
        self._go(row if row < top else max(top, row - room + 1))

    def action_across(self, by: int) -> None:
        """Go to another number of the row."""
        self._column += by
        self._draw()

    def action_open(self) -> None:
        """List the releases behind the number under the cursor."""
        from annotator.screens.report_releases import NumberScreen

        found = self._cell()
        if found is None:
            return
        name, cell = found
        ids = releases_behind(self._of, self._reading, cell, self._chosen)
        if self._session is None:
            self._session = Session(self._of, self._reading)
        terminal = getattr(self.app, "terminal", None) or Terminal(None)
        screen = NumberScreen(self._session, f"{name} · {len(ids):,}", ids, terminal)
        self.app.push_screen(screen, self._back)

    def action_choose(self, by: int) -> None:
        """Draw another measure; cross with another dimension."""
        if self._number == QUARTERS:
            measure = (self._view.measure + by) % len(measures(self.report))
            self._view = replace(self._view, measure=measure)
            self._show()
        elif self._number == TABLE:
            row, column = self._crossing
            self._cross(row, self._next(column, besides=row))

    def action_rows(self) -> None:
        """Let the table's rows be another dimension."""
        if self._number == TABLE:
            row, column = self._crossing
            self._cross(self._next(row, besides=column), column)

    def action_pivot(self) -> None:
        """Exchange rows and columns."""
        if self._number == TABLE:
            row, column = self._crossing
            self._cross(column, row)

    def action_shares(self) -> None:
        """Show counts, shares of the rows, or of the columns."""
        if self._number == TABLE:
            self._view = replace(self._view, shares=(self._view.shares + 1) % len(SHARES))
            self._show()

    def _next(self, dimension: str, *, besides: str) -> str:
        """The dimension after that one; fields before times."""
        offered = [name for name in dimensions(self._of.codebook) if name != besides]
        return offered[(offered.index(dimension) + 1) % len(offered)]

    def _cross(self, row: str, column: str) -> None:
        self._crossing = (row, column)
        self._view = replace(self._view, crossed=None)
        self._show()

    def action_day(self) -> None:
        """Ask for a day to compare around; shown with the events."""
        from annotator.screens.ask import AskScreen

        def compared(text: str | None) -> None:
            if text is None:
                return
            try:
                self._days.append(date.fromisoformat(text.strip()))
            except ValueError:
                self.notify("Write a day as 2018-03-21.", severity="warning", markup=False)
                return
            self._count()
            self.action_page_of(EVENTS)

        self.app.push_screen(AskScreen("Compare around the day (2018-03-21)"), compared)

    def action_filter(self) -> None:
        """Ask what to count."""
        from annotator.screens.report_filter import FilterScreen, Narrowed

        def counted(narrowed: Narrowed | None) -> None:
            if narrowed is not None:
                self._chosen, self._reading = narrowed.chosen, narrowed.reading
                self._session = None
                self._count()
                self._show()

        self.app.push_screen(FilterScreen(self._of, self._reading, self._chosen), counted)

    def _back(self, _: int | None) -> None:
        self._count()  # something may have been coded meanwhile
        self._show()

    def _opened_rows(self) -> list[int]:
        return [n for n, line in enumerate(self._page.body) if isinstance(line, NumberedLine)]

    def _cell(self) -> tuple[str, Cell] | None:
        """The number under the cursor."""
        rows = self._opened_rows()
        if not rows:
            return None
        self._cursors[self._number] = min(self._cursors[self._number], len(rows) - 1)
        line = self._page.body[rows[self._cursors[self._number]]]
        assert isinstance(line, NumberedLine)
        self._column = max(0, min(self._column, len(line.cells) - 1))
        return line.cells[self._column]

    def action_page(self, by: int) -> None:
        """Move by what is seen at once, less a row."""
        self.action_move(by * max(1, self._room() - 1))

    def action_edge(self, end: bool) -> None:
        """Go to the beginning or the end."""
        self._cursors[self._number] = max(0, len(self._opened_rows()) - 1) if end else 0
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
        if self._number == TABLE and self._view.crossed is None:
            crossed = crosstab(self._of, self._reading, self._crossing, self._chosen)
            self._view = replace(self._view, crossed=crossed)
        if self._number == PLACES and self.report.placing is None:
            placed = placing(self._of, self._reading, self._chosen)
            self.report = replace(self.report, placing=placed)
        self._page = page(
            self.report, self._number, width, self._height, study=self._study, view=self._view
        )
        self.query_one("#keys", Rows).show([self._keys()])
        self.query_one("#header", Rows).show([header(self.report, self._number, width)])
        self.query_one("#tabs", Rows).show([tabs(self.report, self._number, width)])
        self._draw()

    def _draw(self) -> None:
        lowest = max(0, len(self._page.body) - self._room())
        top = self._tops[self._number] = max(0, min(self._tops[self._number], lowest))
        found, rows = self._cell(), self._opened_rows()
        seen = self._page
        if rows:
            row = rows[self._cursors[self._number]]
            body = [*seen.body]
            line = body[row]
            assert isinstance(line, NumberedLine)
            body[row] = marked(line, self._column)
            seen = replace(seen, body=body)
        self.query_one("#matter", Rows).show(seen.rows(top, self._height))
        opened = f"Enter: {found[0]}" if found else ""
        said = status(
            self.report, self._number, self._page, top, self._height, self.size.width, opened
        )
        self.query_one("#status", Rows).show([said])
