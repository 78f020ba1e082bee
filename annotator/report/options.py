"""What a report screen begins with."""

from dataclasses import dataclass
from datetime import date

from db.report.filter import EVERYTHING, ReportFilter
from db.report.rates import Denominator

ONLY_NAMED = (
    "the study holds only releases that name a platform: collect or import with --all to count a"
    " share of all releases."
)
"""Why there is no rate of all releases."""
NO_RATE = "no rate of all releases here: collect or import with --all for one"
"""The same for a status line."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """As the command line gave them."""

    chosen: ReportFilter = EVERYTHING
    denominator: Denominator | None = None
    """What the quarters' cases are divided by, read from a file."""
    of_all: bool = False
    """Whether to begin with rates of all releases that the study holds."""
    unit: float = 1000.0
    """How many of them a rate is of."""
    days: tuple[date, ...] = ()
    """Days to compare around, besides the events of the codebook."""
