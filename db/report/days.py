"""The days that are counted: the quarters that lie in them whole, and those that do not."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from db.quarters import quarter_of


@dataclass(frozen=True, slots=True)
class OddQuarter:
    """A quarter of which only some days are counted."""

    quarter: str
    first: str
    """ISO date."""
    last: str
    """ISO date, or one day of a month too many, which sorts as well."""


class Days:
    """A span of days; what has no end lies beyond every date."""

    def __init__(self, start: date | None = None, end: date | None = None) -> None:
        self.first = start.isoformat() if start else "0000"
        self.last = end.isoformat() if end else "9999-99"
        odd = []
        self.first_whole, self.last_whole = "0000", "9999-Q9"
        if start:
            cut = (start.month - 1) % 3 > 0 or start.day > 1
            self.first_whole = _quarter(start, later=cut)
            odd += [quarter_of(start)] * cut
        if end:
            cut = end.month % 3 > 0 or end.day < monthrange(end.year, end.month)[1]
            self.last_whole = _quarter(end, later=-cut)
            odd += [quarter_of(end)] * cut
        self.odd = tuple(self._part(quarter) for quarter in dict.fromkeys(odd))

    @property
    def parameters(self) -> dict[str, str]:
        """First and last day, first and last quarter that lies in them whole, for queries."""
        names = ("first", "last", "first_whole", "last_whole")
        return {name: getattr(self, name) for name in names}

    def _part(self, quarter: str) -> OddQuarter:
        year, number = quarter[:4], int(quarter[-1])
        first, last = f"{year}-{3 * number - 2:02}-01", f"{year}-{3 * number:02}-31"
        return OddQuarter(quarter, max(first, self.first), min(last, self.last))


def _quarter(day: date, *, later: int) -> str:
    """The quarter that lies so many quarters after the day's."""
    count = day.year * 4 + (day.month - 1) // 3 + later
    return f"{count // 4:04d}-Q{count % 4 + 1}"
