"""The report screen: every count, page by page."""

from dataclasses import replace
from datetime import date

from annotator.keys import bindings
from annotator.report.crossing import Crossing
from annotator.report.drawn import measures
from annotator.report.options import NO_RATE, ReportOptions
from annotator.report.pages import EVENTS, QUARTERS, TABLE
from annotator.report.sections import numbered_events
from annotator.report.sentences import nothing
from annotator.report.stack import stackings
from annotator.report.table import SHARES, SHARES_OF
from annotator.screens.report_drawing import DrawnReport
from annotator.session import Session
from annotator.sitting import Sitting
from annotator.terminal import Terminal
from db.readings import Reading
from db.report.cells import ASIDE, ReleaseCell
from db.study import Study

_ABOVE = 3
"""Rows of an event above the last of its numbers."""


class ReportScreen(DrawnReport):
    """Shows the counts of one reading as they are when it opens."""

    BINDINGS = bindings("report")

    def __init__(
        self,
        study: Study,
        reading: Reading,
        options: ReportOptions | None = None,
        *,
        sitting: Sitting | None = None,
    ) -> None:
        """Count what that reading holds; what is decided from here belongs to the sitting."""
        super().__init__(study, reading, options or ReportOptions())
        self._sitting = sitting
        self._whose = reading.id
        """The reading whose sitting that is; the filter may choose another one."""
        self._session: Session | None = None

    def action_across(self, by: int) -> None:
        """Go to another number of the row; a wide table comes along."""
        found = self._line()
        last = len(found.cells) - 1 if found else 0
        shift = self._view.shift
        if self._number == TABLE and by > 0 and self._column >= last and self._page.further:
            self._view = replace(self._view, shift=shift + 1)
            self.show()
        elif self._number == TABLE and by < 0 and self._column <= 0 and shift:
            self._view = replace(self._view, shift=shift - 1)
            self.show()
        else:
            super().action_across(by)

    def action_open(self) -> None:
        """List the releases behind the number under the cursor."""
        from annotator.screens.report_aside import AsideScreen
        from annotator.screens.report_releases import NumberScreen

        found = self._cell()
        if found is None:
            return
        name, cell = found
        counted, ids = self._counted, self._counted.releases(cell)
        if isinstance(cell, ReleaseCell) and cell.standing in ASIDE:
            self.app.push_screen(AsideScreen(counted.study, name, ids))
            return
        if self._session is None:
            sitting = self._sitting if counted.reading.id == self._whose else None
            self._session = Session(counted.study, counted.reading, sitting=sitting)
        terminal = getattr(self.app, "terminal", None) or Terminal(None)
        screen = NumberScreen(self._session, f"{name} · {len(ids):,}", ids, terminal)
        self.app.push_screen(screen, self._back)

    def action_choose(self) -> None:
        """Choose what is drawn from a list; cross with the next dimension."""
        if self._number == QUARTERS and not nothing(self.report):
            self._choose_drawn()
        elif self._number == TABLE:
            self._cross(self._crossing.with_next_column())

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
                self.show()

        self.app.push_screen(ChoiceScreen("Draw by quarter", [*single, *stacked], here), chosen)

    def action_stack(self) -> None:
        """Stack the bars in another way, or not at all."""
        if self._number == QUARTERS and not nothing(self.report):
            ways = len(stackings(self.report)) + 1
            self._view = replace(self._view, stack=(self._view.stack + 1) % ways)
            self.show()

    def action_denominator(self) -> None:
        """Divide by what the file counts, by all releases, or by nothing, in turn."""
        if self._counted.divide_by_next():
            self.show()
        else:
            self._say(NO_RATE)

    def action_export(self) -> None:
        """Write the numbers of the page to a file."""
        from annotator.screens.ask import AskScreen
        from annotator.screens.report_export import page_table, written

        shares = SHARES_OF[self._view.shares]
        table = page_table(self.report, self._number, self._view.crossed, shares)
        study = self._counted.study.path
        path = study.with_name(f"{study.stem}-{table.name}.csv")

        def write(name: str | None) -> None:
            if name is not None and name.strip():
                self._say(written(table, name.strip()))

        self.app.push_screen(AskScreen("Write to", str(path), enter="writes"), write)

    def action_rows(self) -> None:
        """Let the table's rows be another dimension."""
        if self._number == TABLE:
            self._cross(self._crossing.with_next_row())

    def action_pivot(self) -> None:
        """Exchange rows and columns."""
        if self._number == TABLE:
            self._cross(self._crossing.turned())

    def action_shares(self) -> None:
        """Show counts, shares of the rows, or of the columns."""
        if self._number == TABLE:
            self._view = replace(self._view, shares=(self._view.shares + 1) % len(SHARES))
            self.show()

    def _cross(self, crossing: Crossing) -> None:
        self._crossing = crossing
        self._look_anew()
        self.show()

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
                self._counted.compare_around(day)
                self._look_anew()
            self.action_page_of(EVENTS)
            self._go_to_day(day)
            self._say(f"{day} stands there already" if there else f"{day} compared · x drops it")

        self.app.push_screen(
            AskScreen("Compare around the day (2018-03-21)", enter="compares"), compared
        )

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
        if not self._counted.leave_out(event.date):
            self._say(f"{event.name} is of the codebook; x drops a day that you typed")
            return
        self._look_anew()
        self.show()
        self._say(f"{event.date} dropped")

    def action_filter(self) -> None:
        """Ask what to count."""
        from annotator.screens.report_filter import FilterScreen, Narrowed

        def counted(narrowed: Narrowed | None) -> None:
            if narrowed is not None:
                self._counted.narrow(narrowed.chosen, narrowed.reading)
                self._session = None
                self._look_anew()
                self.show()
                self._bring_up(self._row())

        now = self._counted
        self.app.push_screen(FilterScreen(now.study, now.reading, now.chosen), counted)

    def _back(self, _: int | None) -> None:
        if self._counted.is_old:  # something was coded meanwhile
            self._counted.count()
            self._look_anew()
        self.show()

    def action_close(self) -> None:
        """Back to coding; out of the program where it began with the report."""
        if len(self.app.screen_stack) > 2:
            self.dismiss()
            return
        if self._session:
            self.say_at_the_end(self._session.end())
        self.app.exit()
