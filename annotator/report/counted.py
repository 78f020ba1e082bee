"""What the report screen counts, and counts again as filter, days or the study change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from annotator.report.options import ReportOptions
from db.readings import Reading, newest
from db.report import Report, make_report
from db.report.cells import Cell, releases_behind
from db.report.crosstab import Crosstab, crosstab
from db.report.filter import ReportFilter
from db.report.placing import Placing, placing
from db.report.rates import Denominator, all_releases
from db.study import Study

FEW = 20_000
"""Cases of which each can be looked up within a twentieth of a second."""


class Counted:
    """The report of one reading, with what it is narrowed to and divided by."""

    report: Report

    def __init__(self, study: Study, reading: Reading, options: ReportOptions) -> None:
        self.study, self.reading, self.chosen = study, reading, options.chosen
        self._options = options
        self._days = [*options.days]
        self._divisor = 1 if options.denominator else 0
        """Which of `_divisors` the quarters' cases are divided by."""
        self.count()
        if options.of_all:
            self._divisor = len(self._divisors(self.report)) - 1
            self.report = self._divided(self.report)

    @property
    def is_old(self) -> bool:
        """Whether something was decided, or written by another program, since it was counted."""
        return newest(self.study) != self._as_of

    @property
    def lacks_rate(self) -> bool:
        """Whether rates of all releases were asked for and cannot be had."""
        return self._options.of_all and self.report.denominator is None

    def count(self) -> None:
        """Count everything anew."""
        self._as_of = newest(self.study)
        self.report = self._divided(
            make_report(self.study, self.reading, self.chosen, days=self._days)
        )

    def narrow(self, chosen: ReportFilter, reading: Reading) -> None:
        """Count something else."""
        self.chosen, self.reading = chosen, reading
        self.count()

    def compare_around(self, day: date) -> None:
        """Count around one more day."""
        self._days.append(day)
        self.count()

    def leave_out(self, day: date) -> bool:
        """Compare around that typed day no more; False for one that was not typed."""
        if day not in self._days:
            return False
        self._days = [one for one in self._days if one != day]
        self.count()
        return True

    @property
    def has_rates(self) -> bool:
        """Whether there is something to divide by."""
        return len(self._divisors(self.report)) > 1

    def divide_by_next(self) -> bool:
        """Divide by the next denominator, or by nothing, in turn; False where there is none."""
        count = len(self._divisors(self.report))
        self._divisor = (self._divisor + 1) % count
        self.report = self._divided(self.report)
        return count > 1

    @property
    def places_are_quick(self) -> bool:
        """Whether counting how the cases were placed would not be felt."""
        return self.report.stage("cases").count <= FEW

    def count_places(self) -> None:
        """Count how the cases were placed, unless that is done; only one page shows it."""
        if self.report.placing is None:
            self.take_places(placing(self.study, self.reading, self.chosen))

    def places_apart(self) -> Callable[[], Placing]:
        """What counts the same on a connection of its own, so that a thread can do it."""
        path, reading, chosen = self.study.path, self.reading, self.chosen

        def count() -> Placing:
            with Study.open(path) as study:
                return placing(study, reading, chosen)

        return count

    def take_places(self, placed: Placing) -> None:
        """Put them into the report."""
        self.report = replace(self.report, placing=placed)

    def crossed(self, row: str, column: str) -> Crosstab:
        """The cases by two dimensions."""
        return crosstab(self.study, self.reading, (row, column), self.chosen)

    def releases(self, cell: Cell) -> list[int]:
        """Ids of the releases behind a number."""
        return releases_behind(self.study, self.reading, cell, self.chosen)

    def _divided(self, report: Report) -> Report:
        """The report with rates of what it is divided by."""
        divisors = self._divisors(report)
        return replace(report, denominator=divisors[self._divisor % len(divisors)])

    def _divisors(self, report: Report) -> list[Denominator | None]:
        """Nothing, what a file counts, all releases where the study holds more than are read."""
        given, unit = self._options.denominator, self._options.unit
        found: list[Denominator | None] = [None, given] if given else [None]
        if report.progress.without_mention:
            found.append(all_releases(report.stored, unit))
        return found
