"""Numbers, bars and tables as lines of pieces: what the report's screen and text are made of.

Nothing here needs a screen, so that the report as text loads none.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from annotator.plain import harmless
from annotator.wrapping import fit, wrap
from db.report.cells import Cell

Piece = tuple[str, str]
"""A text and the name of its style, as `annotator.widgets.rows` draws it."""
Line = Sequence[Piece]
Cells = Sequence[tuple[str, Cell]]
"""The numbers of a row, by name."""


class NumberedLine(list[Piece]):
    """A row of a table whose numbers can be opened: each a name and the cell of the report."""

    def __init__(self, pieces: Sequence[Piece], cells: Cells, places: Sequence[int] = ()) -> None:
        super().__init__(pieces)
        self.cells = cells
        self.places = places
        """Numbers of the pieces that stand for the cells; empty: the row stands for all."""


_EIGHTHS = " ▏▎▍▌▋▊▉█"
NO_BREAK = "\xa0"
"""A blank at which no line is broken."""
GAP = 2
"""Blanks between two columns."""


def number(count: int | None) -> str:
    """A count with its thousands apart; zero is a dot, nothing is nothing."""
    if count is None:
        return ""
    return f"{count:,}" if count else "·"


def percent(share: float | None) -> str:
    """A share as a percentage with one place; zero is a dot."""
    if share is None:
        return ""
    return f"{100 * share:.1f} %" if share else "·"


def interval(ends: tuple[float, float] | None) -> str:
    """Both ends of a share's interval: "53.4–63.5"."""
    return f"{100 * ends[0]:.1f}–{100 * ends[1]:.1f}" if ends else ""


def bar(count: int, most: int, width: int) -> str:
    """A bar that begins at zero and would fill `width` cells for the highest count.

    It steps by an eighth of a cell; a count above zero shows at least one.
    """
    if not count or not most or width < 1:
        return ""
    eighths = max(1, round(8 * width * count / most))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    width: int,
    *,
    left: Sequence[int] = (0,),
    styles: Sequence[str] = (),
    cells: Sequence[Cells] = (),
) -> list[Line]:
    """A heading and rows with the columns under each other; the first one gives way.

    Args:
        headings: one that has a line break takes two rows, and the table one more.
        left: columns set to the left; the others, numbers, are set to the right.
        styles: a style for each row; normal without. The heading is dim.
        cells: the numbers of each row that can be opened.
    """
    listed = [list(row) for row in rows]
    heads = _heading_rows(headings)
    widths = [max(cell_len(row[i]) for row in (*heads, *listed)) for i in range(len(headings))]
    others = sum(widths[1:]) + GAP * (len(widths) - 1) + 1
    widths[0] = max(1, min(widths[0], width - others))

    def line(row: Sequence[str], style: str) -> Line:
        cells = [
            pad(fit(cell, size), size, right=i not in left)
            for i, (cell, size) in enumerate(zip(row, widths, strict=True))
        ]
        return [(" " + (" " * GAP).join(cells).rstrip(), style)]

    styled = zip(listed, (*styles, *[""] * len(listed)), strict=False)
    lines = [line(row, style) for row, style in styled]
    for place, numbers in enumerate(cells):
        lines[place] = NumberedLine(lines[place], numbers) if numbers else lines[place]
    return [*(line(head, "dim") for head in heads), *lines]


def _heading_rows(headings: Sequence[str]) -> list[list[str]]:
    """The headings as one row, or as two; a single line stands in the lower one."""
    if not any("\n" in heading for heading in headings):
        return [list(headings)]
    parts = [heading.rpartition("\n") for heading in headings]
    return [[upper for upper, _, _ in parts], [lower for _, _, lower in parts]]


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with blanks to that many cells."""
    blanks = " " * max(0, width - cell_len(text))
    return blanks + text if right else text + blanks


def paragraph(text: str, width: int, style: str = "") -> list[Line]:
    """A text broken at blanks, one blank before each row."""
    return [[(" " + text[start:end], style)] for start, end in wrap(text, width - 2)]


def spread(left: Sequence[Piece], right: Sequence[Piece], width: int) -> Line:
    """One line with a part at each end."""
    used = length((*left, *right))
    return [*left, (" " * max(1, width - used), ""), *right]


def fit_whole(said: str, room: int) -> str:
    """The parts of a sentence that find room in so many cells, from its beginning; at least one."""
    parts = said.split(" · ")
    while len(parts) > 1 and cell_len(" · ".join(parts)) > room:
        parts.pop()
    return fit(" · ".join(parts), room)


def length(line: Line) -> int:
    """How many cells a line takes."""
    return sum(cell_len(text) for text, _ in line)


def plain(lines: Iterable[Line]) -> str:
    """The lines as text, without blanks at their ends and without control characters."""
    texts = ("".join(text for text, _ in line).rstrip() for line in lines)
    return "\n".join(harmless(text.replace(NO_BREAK, " ")) for text in texts)
