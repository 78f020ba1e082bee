"""The report screen: every count, page by page."""

from dataclasses import replace
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotator.keys import bindings, key_line
from annotator.report.drawn import measures
from annotator.report.offered import offered
from annotator.report.options import NO_RATE, ReportOptions
from annotator.report.pages import (
    EVENTS,
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
from annotator.report.pieces import Line, NumberedLine, length
from annotator.report.sections import numbered_events
from annotator.report.sentences import nothing
from annotator.report.stack import stackings
from annotator.report.table import SHARES
from annotator.session import Session
from annotator.terminal import Terminal
from annotator.widgets.rows import Rows
from db.readings import Reading, newest
from db.report import Report, make_report
from db.report.cells import ASIDE, Cell, ReleaseCell, releases_behind
from db.report.crosstab import YEAR, crosstab, dimensions
from db.report.placing import placing
from db.report.rates import Denominator, all_releases
from db.study import Study

_ABOVE = 3
"""Rows of an event above the last of its numbers."""


class ReportScreen(Screen[None]):
    """Shows the counts of one reading as they are when it opens."""

    report: Report

    BINDINGS = bindings("report")
    DEFAULT_CSS = "ReportScreen #matter { height: 1fr; }"

    def __init__(
        self,
        study: Study,
        reading: Reading,
        options: ReportOptions | None = None,
    ) -> None:
        super().__init__(name="report")
        options = options or ReportOptions()
        self._of, self._reading = study, reading
        self._study = str(study.path)
        self._chosen, self._options = options.chosen, options
        self._days = [*options.days]
        self._session: Session | None = None
        self._said = ""
        self._number = 0
        self._divisor = 1 if options.denominator else 0
        """Which of `_divisors` the quarters' cases are divided by."""
        self._view = View()
        self._count()
        if options.of_all:
            self._divisor = len(self._divisors(self.report)) - 1
            self.report = self._divided(self.report)
        self._tops = [0] * len(names(self.report))
        """How far each page is scrolled: one who comes back finds the place again."""
        self._cursors = [0] * len(self._tops)
        """Number of the row of the cursor among the rows that can be opened, by page."""
        self._column = 0
        offered = dimensions(study.codebook)
        self._crossing = (offered[0], YEAR)
        """Rows and columns of the table."""

    def _count(self) -> None:
        self._counted = newest(self._of)
        self._view = replace(self._view, crossed=None, shift=0)
        report = make_report(self._of, self._reading, self._chosen, days=self._days)
        self.report = self._divided(report)

    def _divided(self, report: Report) -> Report:
        """The report with rates of what the screen divides by."""
        divisors = self._divisors(report)
        return replace(report, denominator=divisors[self._divisor % len(divisors)])

    def _divisors(self, report: Report) -> list[Denominator | None]:
        """Nothing, what a file counts, all releases where the study holds more than are read."""
        given, unit = self._options.denominator, self._options.unit
        found: list[Denominator | None] = [None, given] if given else [None]
        if report.progress.without_mention:
            found.append(all_releases(report.stored, unit))
        return found

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="tabs")
        yield Rows(id="matter")
        yield Rows(id="status")
        yield Rows(id="keys")

    def _keys(self) -> Line:
        rates = len(self._divisors(self.report)) > 1
        ids = offered(self.report, self._number, self._page, rates=rates)
        while True:
            line = [(" 1-7", "key"), (" page  ", "dim"), *key_line("report", *ids)]
            if length(line) <= self.size.width or not ids:
                return line
            ids.pop()

    def on_mount(self) -> None:
        if self._options.of_all and self.report.denominator is None:
            self._said = NO_RATE

    def on_key(self, event: events.Key) -> None:
        """Another key: what was said of the one before has been read."""
        self._said = ""

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
        """Go to another number of the row; a wide table comes along."""
        found = self._line()
        last = len(found.cells) - 1 if found else 0
        shift = self._view.shift
        if self._number == TABLE and by > 0 and self._column >= last and self._page.further:
            self._view = replace(self._view, shift=shift + 1)
            self._show()
        elif self._number == TABLE and by < 0 and self._column <= 0 and shift:
            self._view = replace(self._view, shift=shift - 1)
            self._show()
        else:
            self._column += by
            self._draw()

    def action_open(self) -> None:
        """List the releases behind the number under the cursor."""
        from annotator.screens.report_aside import AsideScreen
        from annotator.screens.report_releases import NumberScreen

        found = self._cell()
        if found is None:
            return
        name, cell = found
        ids = releases_behind(self._of, self._reading, cell, self._chosen)
        if isinstance(cell, ReleaseCell) and cell.standing in ASIDE:
            self.app.push_screen(AsideScreen(self._of, name, ids))
            return
        if self._session is None:
            self._session = Session(self._of, self._reading)
        terminal = getattr(self.app, "terminal", None) or Terminal(None)
        screen = NumberScreen(self._session, f"{name} · {len(ids):,}", ids, terminal)
        self.app.push_screen(screen, self._back)

    def action_choose(self) -> None:
        """Choose what is drawn from a list; cross with the next dimension."""
        if self._number == QUARTERS and not nothing(self.report):
            self._choose_drawn()
        elif self._number == TABLE:
            row, column = self._crossing
            self._cross(row, self._next(column, besides=row))

    def _choose_drawn(self) -> None:
        from annotator.screens.report_choice import ChoiceScreen

        single = [name for name, _ in measures(self.report)]
        stacked = [f"Stacked: {name}" for name, _ in stackings(self.report)]
        now = self._view
        here = len(single) + now.stack - 1 if now.stack else now.measure % len(single)

        def chosen(number: int | None) -> None:
            if number is not None:
                stack = max(0, number - len(single) + 1)
                measure = self._view.measure if stack else number
                self._view = replace(self._view, measure=measure, stack=stack)
                self._show()

        self.app.push_screen(ChoiceScreen("Draw by quarter", [*single, *stacked], here), chosen)

    def action_stack(self) -> None:
        """Stack the bars in another way, or not at all."""
        if self._number == QUARTERS and not nothing(self.report):
            ways = len(stackings(self.report)) + 1
            self._view = replace(self._view, stack=(self._view.stack + 1) % ways)
            self._show()

    def action_denominator(self) -> None:
        """Divide by what the file counts, by all releases, or by nothing, in turn."""
        count = len(self._divisors(self.report))
        if count == 1:
            self._say(NO_RATE)
            return
        self._divisor = (self._divisor + 1) % count
        self.report = self._divided(self.report)
        self._show()

    def _say(self, words: str) -> None:
        """Say in the status line what just happened, until the next key."""
        self._said = words
        self._draw()

    def action_export(self) -> None:
        """Write the numbers of the page to a file."""
        from annotator.screens.ask import AskScreen
        from annotator.screens.report_export import page_table, written

        table = page_table(self.report, self._number, self._view.crossed)
        path = self._of.path.with_name(f"{self._of.path.stem}-{table.name}.csv")

        def write(name: str | None) -> None:
            if name is not None and name.strip():
                self._say(written(table, name.strip()))

        self.app.push_screen(AskScreen("Write to", str(path)), write)

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
        self._view = replace(self._view, crossed=None, shift=0)
        self._show()

    def action_day(self) -> None:
        """Ask for a day to compare around; shown with the events."""
        from annotator.screens.ask import AskScreen

        def compared(text: str | None) -> None:
            if text is None:
                return
            try:
                day = date.fromisoformat(text.strip())
            except ValueError:
                self._say(f"“{text.strip()}” is no day: write 2018-03-21")
                return
            there = day in {event.date for event in self.report.events}
            if not there:
                self._days.append(day)
                self._count()
            self.action_page_of(EVENTS)
            self._go_to_day(day)
            self._say(f"{day} stands there already" if there else f"{day} compared · x drops it")

        self.app.push_screen(AskScreen("Compare around the day (2018-03-21)"), compared)

    def _go_to_day(self, day: date) -> None:
        """Put the cursor on the comparison around that day, all of it in sight where it fits."""
        days = [event.date for event in numbered_events(self.report)]
        if day in days:
            self._cursors[EVENTS] = days.index(day)
            self._bring_up(self._row(), above=_ABOVE)

    def _bring_up(self, row: int | None, *, above: int = 0) -> None:
        """Scroll to a row that is out of sight, with some rows above it; always with those."""
        top = self._tops[self._number]
        if row is not None and (above or not top <= row < top + self._room()):
            self._go(max(0, row - above))

    def action_forget(self) -> None:
        """Take away the typed day under the cursor."""
        if self._number != EVENTS or self._row() is None:
            return
        event = numbered_events(self.report)[self._cursors[EVENTS]]
        if event.date not in self._days:
            self._say(f"{event.name} is of the codebook; x drops a day that you typed")
            return
        self._days = [day for day in self._days if day != event.date]
        self._count()
        self._show()
        self._say(f"{event.date} dropped")

    def action_filter(self) -> None:
        """Ask what to count."""
        from annotator.screens.report_filter import FilterScreen, Narrowed

        def counted(narrowed: Narrowed | None) -> None:
            if narrowed is not None:
                self._chosen, self._reading = narrowed.chosen, narrowed.reading
                self._session = None
                self._count()
                self._show()
                self._bring_up(self._row())

        self.app.push_screen(FilterScreen(self._of, self._reading, self._chosen), counted)

    def _back(self, _: int | None) -> None:
        if newest(self._of) != self._counted:  # something was coded meanwhile
            self._count()
        self._show()

    def _opened_rows(self) -> list[int]:
        return [n for n, line in enumerate(self._page.body) if isinstance(line, NumberedLine)]

    def _line(self) -> NumberedLine | None:
        """The row under the cursor."""
        row = self._row()
        line = self._page.body[row] if row is not None else None
        return line if isinstance(line, NumberedLine) else None

    def _row(self) -> int | None:
        """Its number among the rows of the page."""
        rows = self._opened_rows()
        if not rows:
            return None
        self._cursors[self._number] = min(self._cursors[self._number], len(rows) - 1)
        return rows[self._cursors[self._number]]

    def _cell(self) -> tuple[str, Cell] | None:
        """The number under the cursor."""
        line = self._line()
        if line is None:
            return None
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
        self._lay_out()
        self.query_one("#keys", Rows).show([self._keys()])
        self.query_one("#header", Rows).show([header(self.report, self._number, width)])
        self.query_one("#tabs", Rows).show([tabs(self.report, self._number, width)])
        self._draw()

    def _lay_out(self) -> None:
        self._page = page(
            self.report,
            self._number,
            self.size.width,
            self._height,
            study=self._study,
            coding=len(self.app.screen_stack) > 2,
            view=self._view,
        )

    def _draw(self) -> None:
        row = self._row()
        if self._number == QUARTERS and row is not None and row != self._view.quarter:
            self._view = replace(self._view, quarter=row)  # the chart points at the quarter at hand
            self._lay_out()
        lowest = max(0, len(self._page.body) - self._room())
        top = self._tops[self._number] = max(0, min(self._tops[self._number], lowest))
        found, line = self._cell(), self._line()
        seen = self._page
        if row is not None and line is not None:
            body = [*seen.body]
            body[row] = marked(line, self._column)
            seen = replace(seen, body=body)
        self.query_one("#matter", Rows).show(seen.rows(top, self._height))
        opened = self._said or (f"Enter: {found[0]}" if found else "")
        said = status(
            self.report, self._number, self._page, top, self._height, self.size.width, opened
        )
        self.query_one("#status", Rows).show([said])
