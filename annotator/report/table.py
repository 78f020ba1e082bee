"""The page that crosses two fields, or a field and time."""

from collections.abc import Sequence

from rich.cells import cell_len

from annotator.report.pieces import GAP, Line, number, paragraph, percent, table
from annotator.wrapping import fit
from db.report.crosstab import Crosstab, Shares

SHARES = ("cases", "share of the row", "share of the column")
"""What the cells can show, in turn."""
SHARES_OF: tuple[Shares | None, ...] = (None, "row", "column")
"""What each of these is a share of."""

_LEAST_FIRST, _FIRST = 20, 26
"""Cells that the names of rows keep where all columns find room, and where not."""
_FEWER = 10
"""Cells of each row of a heading where not all columns find room."""


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

    def cell(row: str, column: str) -> str:
        of = SHARES_OF[shares]
        return (
            percent(crossed.share(row, column, of)) if of else number(crossed.counts[row, column])
        )

    every = [crossed.row_totals[name] for name, _ in crossed.rows]
    columns = [
        [
            *(cell(name, column) for name, _ in crossed.rows),
            number(crossed.column_totals[column]),
        ]
        for column, _ in crossed.columns[shift:]
    ]
    last = [*map(number, every), number(crossed.total)]
    labels = [*(label for _, label in crossed.rows), "All"]
    room = width - 1 - GAP - max(map(cell_len, ("All", *last)))
    first, headings = _fitting(
        [label for _, label in crossed.columns[shift:]], columns, labels, room
    )
    shown = crossed.columns[shift : shift + len(headings)]
    rows = [
        [fit(label, first), *(values[n] for values in columns[: len(shown)]), last[n]]
        for n, label in enumerate(labels)
    ]
    cells = [
        [
            (f"{label}, {heading}", crossed.cell(name, column))
            for column, heading in shown
            if crossed.counts[name, column]
        ]
        for name, label in crossed.rows
    ]
    lines += table(["", *headings, "All"], rows, width, cells=cells)
    further = len(crossed.columns) - shift - len(shown)
    note = "A case with several examples may stand in several cells."
    if shift or further:
        sides = [f"{shift} to the left"] * (shift > 0) + [f"{further} to the right"] * (further > 0)
        note = f"More columns: {', '.join(sides)}; the arrows go there, p turns the table. {note}"
    return [*lines, [], *paragraph(note, width, "dim")], further


def _fitting(
    labels: Sequence[str], columns: Sequence[Sequence[str]], first: Sequence[str], room: int
) -> tuple[int, list[str]]:
    """Cells of the first column, and the headings of the columns that find room beside it.

    The names of rows give way first, then the headings are set in two rows, then cut.
    """
    needed = [max(map(cell_len, values), default=1) for values in columns]
    longest = max(map(cell_len, first))
    tried = [list(labels), [_in_two(label) for label in labels]]
    tried += [[_in_two(label, size) for label in labels] for size in (12, 10, 8, 7)]
    for headings in (_apart(headings) for headings in tried):
        used = sum(
            max(need, *map(cell_len, heading.split("\n"))) + GAP
            for need, heading in zip(needed, headings, strict=True)
        )
        if used + min(longest, _LEAST_FIRST) <= room:
            return min(longest, room - used), headings
    headings = _apart([_in_two(label, _FEWER) for label in labels])
    size, left, count = min(longest, _FIRST), room - min(longest, _FIRST), 0
    for need, heading in zip(needed, headings, strict=True):
        left -= max(need, *map(cell_len, heading.split("\n"))) + GAP
        if left < 0 and count:
            break
        count += 1
    return size, headings[:count]


def _in_two(label: str, size: int = 80) -> str:
    """A heading broken where least of it is cut at that size, else into rows most alike."""
    blanks = [n for n, letter in enumerate(label) if letter == " "]
    if not blanks:
        return fit(label, size)

    def cost(at: int) -> tuple[int, int, int]:
        rows = (at, len(label) - at - 1)
        return sum(max(0, row - size) for row in rows), max(rows), -at

    at = min(blanks, key=cost)
    return f"{fit(label[:at], size)}\n{fit(label[at + 1 :], size)}"


def _apart(headings: Sequence[str]) -> list[str]:
    """The headings, those that have become the same with their numbers."""
    return [
        f"{place} {heading}" if headings.count(heading) > 1 else heading
        for place, heading in enumerate(headings, start=1)
    ]
