"""The page that crosses two fields, or a field and time."""

from collections.abc import Sequence

from rich.cells import cell_len

from annotator.report.pieces import GAP, Line, number, paragraph, percent, table
from annotator.wrapping import fit
from db.report.crosstab import Crosstab

SHARES = ("cases", "share of the row", "share of the column")
"""What the cells can show, in turn."""


def crosstab_lines(
    crossed: Crosstab, names: dict[str, str], shares: int, width: int, *, shift: int = 0
) -> tuple[list[Line], int]:
    """The table, and how many columns to its right find no room.

    Args:
        names: the labels of the dimensions.
        shares: which of `SHARES` the cells show.
        shift: how many columns are left out on the left.
    """
    what = "cases in focus" if crossed.of.measure == "focus" else "cases used as a means"
    title = f" {names[crossed.row]} by {names[crossed.column].lower()}"
    lines: list[Line] = [
        [(fit(title, width - 30), "strong"), (f" · {what} · {SHARES[shares]}", "dim")]
    ]
    first = min(26, max((len(label) for _, label in crossed.rows), default=1))
    room = width - first - 9
    shown, headings = _columns(crossed.columns[shift:], room, 7 if shares else 5)

    def cell(row: str, column: str) -> str:
        count = crossed.counts[row, column]
        if shares == 0:
            return number(count)
        base = crossed.row_totals[row] if shares == 1 else crossed.column_totals[column]
        return percent(count / base if base else None)

    rows = [
        [label, *(cell(name, column) for column, _ in shown), number(crossed.row_totals[name])]
        for name, label in crossed.rows
    ]
    cells = [
        [
            (f"{label}, {heading}", crossed.cell(name, column))
            for column, heading in shown
            if crossed.counts[name, column]
        ]
        for name, label in crossed.rows
    ]
    totals = [number(crossed.column_totals[column]) for column, _ in shown]
    rows.append(["All", *totals, number(crossed.total)])
    lines += table(headings, rows, width, cells=cells)
    further = len(crossed.columns) - shift - len(shown)
    note = "A case with several examples may stand in several cells."
    if shift or further:
        sides = [f"{shift} to the left"] * (shift > 0) + [f"{further} to the right"] * (further > 0)
        note = f"More columns: {', '.join(sides)}; the arrows go there, p turns the table. {note}"
    return [*lines, [], *paragraph(note, width, "dim")], further


def _columns(
    columns: Sequence[tuple[str, str]], room: int, least: int
) -> tuple[Sequence[tuple[str, str]], list[str]]:
    """The columns that find room, with their headings: set as wide as they can all be."""
    headings: list[str] = []
    for size in (16, 12, 9, 7):
        headings = [fit(label, size) for _, label in columns]
        if sum(max(least, cell_len(heading)) + GAP for heading in headings) <= room:
            break
    count = 0
    for heading in headings:
        room -= max(least, cell_len(heading)) + GAP
        if room < 0 and count:
            break
        count += 1
    return columns[:count], ["", *headings[:count], "All"]
