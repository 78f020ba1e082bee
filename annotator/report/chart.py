"""Counts by quarter as upright bars: labelled, from zero, readable as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len

from annotator.report.pieces import Line
from annotator.wrapping import fit
from db.quarters import first_day

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_NICE = (1, 2, 5)
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """An event, marked between the last quarter before it and the first one after."""

    name: str
    day: date


def chart(
    counts: Sequence[tuple[str, int]], marks: Sequence[Mark], width: int, height: int
) -> list[Line]:
    """Draw one bar a quarter into that many columns and rows.

    Of the rows one is the axis with the years, and one goes to each mark (two at most). Where
    there are more quarters than columns, the latest are drawn.
    """
    most = max((count for _, count in counts), default=0)
    gutter = len(f"{_top(most, 1):,}") + 2
    counts = counts[-max(1, width - gutter - 1) :]
    marks = [mark for mark in marks if counts and _column(counts, mark) is not None][:2]
    rows = max(1, height - 1 - len(marks))
    top = _top(most, rows)
    pitch = max(1, min(6, (width - gutter - 1) // max(1, len(counts))))
    body = [_bar_row(counts, row, rows, top, pitch, gutter) for row in range(rows)]
    lines = [*body, _axis(counts, pitch, gutter)]
    return [*lines, *(_mark_line(counts, mark, pitch, gutter, width) for mark in marks)]


def _bar_row(
    counts: Sequence[tuple[str, int]], row: int, rows: int, top: int, pitch: int, gutter: int
) -> Line:
    """A row of the bars, the topmost being 0, with its tick where a round number falls on it."""
    low, high = top * (rows - 1 - row) / rows, top * (rows - row) / rows
    label = next((tick for tick in _ticks(top, rows) if low < tick <= high), None)
    left = f"{label:,}┤" if label is not None else "│"
    bars = []
    for _, count in counts:
        eighths = round(8 * (count - low) / (high - low)) if count > low else 0
        eighths = max(eighths, 1) if count and row == rows - 1 else eighths
        block = _EIGHTHS[min(8, eighths)]
        bars.append(block * max(1, pitch - 1) + " " * (pitch > 1))
    return [(left.rjust(gutter), "dim"), ("".join(bars).rstrip(), "accent")]


def _axis(counts: Sequence[tuple[str, int]], pitch: int, gutter: int) -> Line:
    text = ["─"] * (len(counts) * pitch + 1)
    free = 0
    for place, (quarter, _) in enumerate(counts):
        start = place * pitch
        if quarter.endswith("Q1") and start >= free and start + 4 <= len(text):
            text[start : start + 4] = quarter[:4]
            free = start + 5
    return [("0┼".rjust(gutter), "dim"), ("".join(text), "dim")]


def _column(counts: Sequence[tuple[str, int]], mark: Mark) -> int | None:
    """Number of the first quarter after the event; None where the event lies outside."""
    after = [n for n, (quarter, _) in enumerate(counts) if first_day(quarter) > mark.day]
    return after[0] if after and after[0] > 0 else None


def _mark_line(
    counts: Sequence[tuple[str, int]], mark: Mark, pitch: int, gutter: int, width: int
) -> Line:
    column = gutter + (_column(counts, mark) or 0) * pitch - (pitch > 1)
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
            if nice * power >= wanted:
                return nice * power
        power *= 10
