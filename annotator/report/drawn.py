"""What the chart of quarters shows: counts, rates, or bars made of parts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from annotator.report.chart import window
from annotator.report.pieces import Line, paragraph
from annotator.report.rating import decimals, rates_of
from annotator.report.stack import Part, counted_as, stackings
from annotator.wrapping import fit
from db.report.kinds import CASES, FOCUS, TRACK, USED, Of
from db.report.rates import Denominator
from db.report.records import Report


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the chart of quarters shows."""

    name: str
    of: list[tuple[str, Of]]
    """Names and measures: one, or those of the parts."""
    counts: list[tuple[str, int]]
    """For each quarter; of rates so many whole parts, as `decimals` says."""
    parts: Sequence[Part] = ()
    denominator: Denominator | None = None
    """What rates are of, where rates are drawn."""
    decimals: int = 0
    unknown: Collection[str] = ()
    """Quarters without a rate."""


def what_is_drawn(report: Report, number: int, stack: int) -> Drawn:
    """One of `measures`, or with `stack` from 1 on one of `stackings`; rates where there are."""
    if stack and (ways := stackings(report)):
        name, parts = ways[(stack - 1) % len(ways)]
        sums = (sum(counts) for counts in zip(*(part.counts for part in parts), strict=True))
        quarters_ = (one.quarter for one in report.quarters)
        of = [(part.label, part.of) for part in parts if part.of]
        return Drawn(name, of, list(zip(quarters_, sums, strict=True)), parts)
    chosen = measures(report)
    name, measure = chosen[number % len(chosen)]
    if report.denominator is None:
        return Drawn(name, [(name, measure)], report.series(measure))
    rates = rates_of(report, report.denominator, measure)
    places = decimals(rates.values())
    return Drawn(
        name,
        [(name, measure)],
        [(quarter, round((rate or 0) * 10**places)) for quarter, rate in rates.items()],
        denominator=report.denominator,
        decimals=places,
        unknown=[quarter for quarter, rate in rates.items() if rate is None],
    )


def title_lines(drawn: Drawn, width: int, at: int) -> list[Line]:
    """What is drawn, and which quarters of how many where not all find room; rates in full."""
    first, last = window(drawn.counts, width, at, decimals=drawn.decimals)
    if drawn.denominator:
        words = f"{drawn.name} {drawn.denominator.words}, by quarter"
        if last - first < len(drawn.counts):
            words += f" from {drawn.counts[first][0]} to {drawn.counts[last - 1][0]}"
        return paragraph(words, width, "dim")
    total = f" a quarter · {sum(count for _, count in drawn.counts):,} in all"
    if last - first < len(drawn.counts):
        shown = f"{drawn.counts[first][0]} to {drawn.counts[last - 1][0]}"
        total += f" · {shown} of {len(drawn.counts)} quarters"
    for note in (" · in whole rows", ", a case in each of its codes") if drawn.parts else ():
        if cell_len(drawn.name) + len(total) + len(note) + 2 <= width:
            total += note
    return [[(f" {fit(drawn.name, width - len(total) - 2)}{total}", "dim")]]


def measures(report: Report) -> list[tuple[str, Of]]:
    """What the chart can draw, by name: the focus first, then all, then every code and group."""
    focus = report.heading.focus
    found = [(f"Cases in focus ({focus})", FOCUS)] if focus else []
    found += [("Cases", CASES), ("Cases used as a means", USED)]
    others: list[tuple[str, Of]] = []
    for counted in ([report.categories] if report.categories else []) + list(report.fields):
        others += [
            (f"{counted.label}: {group.label} (group)", Of("group", counted.name, group.name))
            for group in counted.groups
        ]
        others += [
            (f"{counted.label}: {code.label}", Of("code", counted.name, code.name))
            for code in counted.codes
            if code.cases
        ]
    others = [(name, counted_as(report, of)) for name, of in others]
    if report.heading.track and all(of != TRACK for _, of in others):
        found.append((f"{report.heading.track} in focus", TRACK))
    known = {of for _, of in found}  # the same cases are offered under one name
    return [*found, *((name, of) for name, of in others if of not in known)]
