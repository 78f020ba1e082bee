"""Trends: the total of each year, its highest and lowest quarter, the change on the year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol


class Counted(Protocol):
    """A quarter with its cases in focus."""

    @property
    def quarter(self) -> str: ...

    @property
    def focus(self) -> int: ...


@dataclass(frozen=True, slots=True)
class YearCount:
    """Cases in focus of one year."""

    year: str
    quarters: int
    """How many of its quarters lie in the span; fewer than four are no whole year."""
    whole: bool
    """Whether every day of it lies in the span."""
    focus: int
    change: float | None
    """On the year before, as a share of it (0.1: a tenth more); None where either is not whole,
    or the one before had none."""
    highest: str
    """The quarter with most cases, the first of several."""
    lowest: str
    """The quarter with fewest cases, the first of several."""


def years(
    quarters: Sequence[Counted], *, start: date | None = None, end: date | None = None
) -> tuple[YearCount, ...]:
    """The years of a run of quarters without gaps.

    Args:
        start: first day that is counted; a year that begins before it is not whole.
        end: last day that is counted.
    """
    found: list[YearCount] = []
    for year, group in groupby(quarters, key=lambda one: one.quarter[:4]):
        of_year = list(group)
        total = sum(one.focus for one in of_year)
        whole = len(of_year) == 4 and not (
            (start and start > date(int(year), 1, 1)) or (end and end < date(int(year), 12, 31))
        )
        before = found[-1] if found else None
        comparable = before is not None and before.whole and whole and before.focus
        found.append(
            YearCount(
                year=year,
                quarters=len(of_year),
                whole=whole,
                focus=total,
                change=total / before.focus - 1 if before and comparable else None,
                highest=max(of_year, key=lambda one: one.focus).quarter,
                lowest=min(of_year, key=lambda one: one.focus).quarter,
            )
        )
    return tuple(found)
