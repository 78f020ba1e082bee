"""Counts by quarter as upright bars: labelled, from zero, readable as text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len

from annotator.report.pieces import Line
from annotator.report.stack import FILLS, STYLES, Part, cells
from annotator.wrapping import fit
from db.quarters import first_day

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_NICE = (10, 15, 20, 30, 40, 50, 60, 80)
"""Tenths of what a scale may step by, for every power of ten."""
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """An event, marked between the last quarter before it and the first one after."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the bars stand."""

    quarters: Sequence[str]
    gutter: int
    """Cells to the left of the axis, with it."""
    pitch: int
    """Cells from one bar to the next."""
    top: int
    """The count that a bar of full height would stand for."""
    rows: int
    decimals: int = 0
    """Places after the point of what a count stands for."""


def window(
    counts: Sequence[tuple[str, int]], width: int, at: int | None = None, *, decimals: int = 0
) -> tuple[int, int]:
    """First and last (exclusive) of the quarters that find room in a chart of that many cells.

    All, or so many that the one at hand stands in the middle; without one the latest.
    """
    quarters, room = len(counts), max(1, width - _gutter(counts, decimals) - 1)
    if quarters <= room:
        return 0, quarters
    first = quarters - room if at is None else max(0, min(at - room // 2, quarters - room))
    return first, first + room


def chart(
    counts: Sequence[tuple[str, int]],
    marks: Sequence[Mark],
    width: int,
    height: int,
    *,
    at: int | None = None,
    parts: Sequence[Part] = (),
    decimals: int = 0,
    unknown: Collection[str] = (),
) -> list[Line]:
    """Draw one bar a quarter into that many columns and rows.

    Of the rows one is the axis with the years, and one goes to each mark (two at most).

    Args:
        at: number of the quarter that is pointed at, with its count in a row of its own.
        parts: what the bars are made of; a count is then the sum of its parts.
        decimals: places after the point of rates that are given as whole numbers: 25 with one
            place is 2.5.
        unknown: quarters without a rate.
    """
    first, last = window(counts, width, at, decimals=decimals)
    most, gutter = max((count for _, count in counts), default=0), _gutter(counts, decimals)
    quarters = [quarter for quarter, _ in counts[first:last]]
    marks = [mark for mark in marks if quarters and _column(quarters, mark) is not None][:2]
    rows = max(1, height - 1 - len(marks) - (at is not None))
    pitch = max(1, min(6, (width - gutter - 1) // max(1, len(quarters))))
    frame = _Frame(quarters, gutter, pitch, _top(most, rows), rows, decimals)
    if parts:
        split = [tuple(part.counts[n] for part in parts) for n in range(first, last)]
        lines = _stacked_rows(split, frame)
    else:
        lines = [_bar_row([n for _, n in counts[first:last]], row, frame) for row in range(rows)]
    lines.append(_axis(frame))
    if at is not None:
        quarter, count = counts[at]
        said = "no rate" if quarter in unknown else _written(count, decimals)
        lines.append(_pointer(f"{quarter}: {said}", at - first, frame, width))
    return [*lines, *(_mark_line(mark, frame, width) for mark in marks)]


def _gutter(counts: Sequence[tuple[str, int]], decimals: int) -> int:
    most = max((count for _, count in counts), default=0)
    return len(_written(_top(most, 1), decimals)) + 2


def _written(count: int, decimals: int) -> str:
    """What a count stands for."""
    return f"{count / 10**decimals:,.{decimals}f}" if decimals else f"{count:,}"


def _bar_row(counts: Sequence[int], row: int, frame: _Frame) -> Line:
    """A row of the bars, the topmost being 0, with its tick where a round number falls on it."""
    low = frame.top * (frame.rows - 1 - row) / frame.rows
    high = frame.top * (frame.rows - row) / frame.rows
    bars = []
    for count in counts:
        eighths = round(8 * (count - low) / (high - low)) if count > low else 0
        eighths = max(eighths, 1) if count and row == frame.rows - 1 else eighths
        bars.append(_bar(_EIGHTHS[min(8, eighths)], frame.pitch))
    return [_scale(row, frame), ("".join(bars).rstrip(), "accent")]


def _stacked_rows(split: Sequence[Sequence[int]], frame: _Frame) -> list[Line]:
    """The rows of bars that are made of parts, each part whole cells."""
    bars = []
    for counts in split:
        filled = [
            part for part, n in enumerate(cells(counts, frame.top, frame.rows)) for _ in range(n)
        ]
        bars.append(filled + [-1] * (frame.rows - len(filled)))
    lines: list[Line] = []
    for row in range(frame.rows):
        pieces: list[tuple[str, str]] = [_scale(row, frame)]
        for bar in bars:
            part = bar[frame.rows - 1 - row]
            fill, style = (FILLS[part], STYLES[part]) if part >= 0 else (" ", "")
            pieces.append((_bar(fill, frame.pitch), style))
        lines.append(pieces)
    return lines


def _bar(fill: str, pitch: int) -> str:
    return fill * max(1, pitch - 1) + " " * (pitch > 1)


def _scale(row: int, frame: _Frame) -> tuple[str, str]:
    low = frame.top * (frame.rows - 1 - row) / frame.rows
    high = frame.top * (frame.rows - row) / frame.rows
    label = next((tick for tick in _ticks(frame.top, frame.rows) if low < tick <= high), None)
    words = f"{_written(label, frame.decimals)}┤" if label is not None else "│"
    return words.rjust(frame.gutter), "dim"


def _axis(frame: _Frame) -> Line:
    text = ["─"] * (len(frame.quarters) * frame.pitch + 1)
    free = 0
    for place, quarter in enumerate(frame.quarters):
        start = place * frame.pitch
        if quarter.endswith("Q1") and start >= free and start + 4 <= len(text):
            text[start : start + 4] = quarter[:4]
            free = start + 5
    return [("0┼".rjust(frame.gutter), "dim"), ("".join(text), "dim")]


def _pointer(words: str, place: int, frame: _Frame, width: int) -> Line:
    """An arrow under the bar at hand, with words beside it."""
    column = frame.gutter + place * frame.pitch + max(0, frame.pitch - 2) // 2
    if column + 2 + len(words) < width:
        return [(" " * column, ""), ("▲", "mark"), (f" {words}", "strong")]
    return [(" " * (column - len(words) - 1), ""), (f"{words} ", "strong"), ("▲", "mark")]


def _column(quarters: Sequence[str], mark: Mark) -> int | None:
    """Number of the first quarter after the event; None where the event lies outside."""
    after = [n for n, quarter in enumerate(quarters) if first_day(quarter) > mark.day]
    return after[0] if after and after[0] > 0 else None


def _mark_line(mark: Mark, frame: _Frame, width: int) -> Line:
    place = _column(frame.quarters, mark) or 0
    column = frame.gutter + place * frame.pitch - (frame.pitch > 1)
    words = f"{mark.name} {mark.day}"
    right = width - column - 3
    if cell_len(words) <= right or right > column:
        return [(" " * column, ""), ("┊", "mention"), (f" {fit(words, right)}", "")]
    words = fit(words, column - 2)
    return [(" " * (column - 1 - cell_len(words)), ""), (words, ""), (" ┊", "mention")]


def _top(most: int, rows: int) -> int:
    """The end of the scale: the highest count, rounded up to the next tick."""
    step = _step(most, rows)
    return max(1, -(-most // step)) * step


def _ticks(top: int, rows: int) -> range:
    step = _step(top, rows)
    return range(step, top + 1, step)


def _step(most: int, rows: int) -> int:
    """The least round number that gives at most one tick for two rows, and not too many."""
    wanted = max(1, most) / max(1, min(_TICKS, rows // 2))
    power = 1
    while True:
        for nice in _NICE:
            if nice * power >= 10 * wanted and nice * power % 10 == 0:
                return nice * power // 10
        power *= 10
