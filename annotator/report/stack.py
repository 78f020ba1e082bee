"""Bars made of parts: which parts there are, and how many cells each takes of a bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.report.pieces import Line
from annotator.wrapping import fit
from db.report.kinds import FOCUS, TRACK, Of
from db.report.records import Report

FILLS = "█▓▒░"
"""What tells the parts apart without colour, in order from the foot of a bar."""
STYLES = ("stack1", "stack2", "stack3", "stack4")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every bar."""

    label: str
    counts: tuple[int, ...]
    """A number for each quarter."""
    of: Of | None = None
    """What it counts; None where it is several together."""

    @property
    def total(self) -> int:
        """Over all quarters."""
        return sum(self.counts)


def stackings(report: Report) -> list[tuple[str, list[Part]]]:
    """The ways to stack the bars, by name: the groups of each field, then its codes.

    At most four parts: the largest three and all others where there are more.
    """
    found = []
    counted = ([report.categories] if report.categories else []) + list(report.fields)
    for field in counted:
        if field.groups:
            groups = [(one.label, Of("group", field.name, one.name)) for one in field.groups]
            found.append((f"{field.label} by group", _parts(report, groups)))
    for field in counted:
        codes = [(one.label, Of("code", field.name, one.name)) for one in field.codes if one.counts]
        found.append((field.label, _parts(report, codes)))
    return [(name, parts) for name, parts in found if len(parts) > 1]


def counted_as(report: Report, of: Of) -> Of:
    """The focus or the tracked measure where a code or group counts the very same cases."""
    heading, leading = report.heading, report.categories
    codes = leading.codes if leading and of.field == leading.name else ()
    label = next((code.label for code in codes if code.name == of.name), "")
    if of.measure == "group" and of.name.casefold() == heading.track.casefold():
        same = TRACK
    elif of.measure == "code" and label and label == heading.focus:
        same = FOCUS
    else:
        return of
    return same if report.series(same) == report.series(of) else of


def _parts(report: Report, chosen: Sequence[tuple[str, Of]]) -> list[Part]:
    parts = [
        Part(label, tuple(n for _, n in report.series(of)), counted_as(report, of))
        for label, of in chosen
    ]
    parts = sorted((part for part in parts if part.total), key=lambda part: -part.total)
    if len(parts) <= len(FILLS):
        return parts
    rest = parts[len(FILLS) - 1 :]
    summed = tuple(map(sum, zip(*(part.counts for part in rest), strict=True)))
    return [*parts[: len(FILLS) - 1], Part(f"{len(rest)} others", summed)]


def cells(counts: Sequence[int], top: int, rows: int) -> list[int]:
    """How many cells of a bar each count takes, where `top` would fill `rows` of them.

    The whole bar is as high as its total wants, but for one row at the least. A part takes at
    least one where the bar has a row for each; in a lower bar the least parts go without.
    """
    there = sum(1 for count in counts if count)
    if not there:
        return [0] * len(counts)
    high = min(rows, max(1, round(sum(counts) * rows / top)))
    least = 1 if high >= there else 0
    exact = [count * high / sum(counts) for count in counts]
    given = [
        max(least, int(share)) if count else 0 for share, count in zip(exact, counts, strict=True)
    ]
    while sum(given) < high:  # the largest remainder first
        given[max(range(len(given)), key=lambda n: exact[n] - given[n])] += 1
    while sum(given) > high and max(given) > 1:
        larger = [n for n, cells_ in enumerate(given) if cells_ > 1]
        given[max(larger, key=lambda n: given[n] - exact[n])] -= 1
    return given


def legend(parts: Sequence[Part], room: int) -> Line:
    """The parts with their fills and totals; long labels are cut so that all find room."""
    pieces: list[tuple[str, str]] = []
    each = room // max(1, len(parts)) - 4
    for part, fill, style in zip(parts, FILLS, STYLES, strict=False):
        total = f" {part.total:,}"
        label = fit(part.label, max(4, each - len(total)))
        pieces += [(f" {fill}{fill} ", style), (f"{label}{total}", "dim")]
    return pieces
