"""Rates in the table and the chart of quarters: of what they are, and how they are written."""

import math
from collections.abc import Iterable, Sequence

from annotator.report.pieces import Line, paragraph
from db.report.kinds import FOCUS, Of
from db.report.rates import Denominator
from db.report.records import Report


def rated(drawn: Sequence[tuple[str, Of]]) -> tuple[str, Of]:
    """Name and measure of what rates are given of: the one that is drawn, else the focus."""
    return drawn[0] if len(drawn) == 1 else ("Cases in focus", FOCUS)


def rates_of(report: Report, denominator: Denominator, of: Of) -> dict[str, float | None]:
    """The rate of each quarter; None where the denominator has no number."""
    return {quarter: denominator.rate(quarter, n) for quarter, n in report.series(of)}


def decimals(rates: Iterable[float | None]) -> int:
    """Places after the point that show three figures of the highest rate."""
    most = max((rate for rate in rates if rate), default=0.0)
    return max(0, min(6, 2 - math.floor(math.log10(most)))) if most else 0


def rate_note(report: Report, drawn: Sequence[tuple[str, Of]], width: int) -> list[Line]:
    """What the column of rates gives, with the denominator's name in full."""
    if report.denominator is None:
        return []
    name = rated(drawn)[0] if report.heading.focus or drawn else "Cases"
    return paragraph(f"Rate: {name[:1].lower()}{name[1:]} {report.denominator.words}.", width)
