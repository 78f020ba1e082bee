"""Where the panel stands and how large it is: by the terminal's size and the codebook alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.geometry import Size

from annotator.widgets.reader import MARGIN, MAX_WIDTH
from annotator.wrapping import wrap
from db.codebook import Code, Codebook, Field

WIDE = 100
"""From this many columns on the panel may stand beside the text."""
WIDTH = 36
"""Least width beside the text, in cells."""
CELL = 3
"""Cells of a code besides its label: the sign, the key, a blank."""
_RULE = 2
_NUMBER = 5
"""Cells of " 2/2" behind a field's name, and a blank."""
_HEADING = 13
"""Least width of the fields' names under the text."""
_AROUND = 4
"""Rows of the screen besides text and panel."""
_TEXT_ROWS = 6
_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How text and panel share the screen."""

    wide: bool
    """Whether the panel stands beside the text; else it stands below."""
    text_width: int
    panel_height: int


def arrange(codebook: Codebook, size: Size) -> Arrangement:
    """Beside the text if every label can be read there in full, else below it."""
    width, height = size
    needed = _beside_width(codebook)
    matter = height - _AROUND
    if width >= WIDE and width - needed >= WIDE - WIDTH and _beside_height(codebook) <= matter:
        return Arrangement(True, min(MAX_WIDTH + 2 * MARGIN, width - needed), matter)
    rows = min(below_height(codebook, width), max(_LEAST_ROWS, matter - _TEXT_ROWS))
    return Arrangement(False, width, rows)


def below_height(codebook: Codebook, width: int) -> int:
    """Rows that the panel needs below the text, its rule among them."""
    room = width - heading_width(codebook, width)
    codes = sum(_most_rows(field, room) for field in codebook.fields)
    reasons = sum(not reason.retired for reason in codebook.exclusions)
    return 1 + max(codes, reasons + 1)


def heading_width(codebook: Codebook, width: int) -> int:
    """Cells for the names of fields before their codes."""
    longest = max((cell_len(field.label) for field in codebook.fields), default=0)
    return max(_HEADING, min(longest + _NUMBER, width // 4))


def packed(codes: Sequence[Code], room: int) -> Iterator[Sequence[Code]]:
    """As many codes a row as fit, two blanks behind each."""
    row: list[Code] = []
    used = 0
    for code in codes:
        size = cell_len(code.label) + CELL + 2
        if row and used + size > room:
            yield row
            row, used = [], 0
        row.append(code)
        used += size
    if row:
        yield row


def label_rows(label: str, room: int) -> list[str]:
    """A label in as many rows as it needs."""
    if cell_len(label) <= room - CELL - 2:
        return [label]
    return [label[start:end] for start, end in wrap(label, room - CELL - 2)]


def _most_rows(field: Field, room: int) -> int:
    """Rows of a field below the text, whichever of its retired codes is set."""
    retired = [None, *(code for code in field.codes if code.retired)]
    shown = ([code for code in field.codes if not code.retired or code is one] for one in retired)
    return max(1, *(_rows(codes, room) for codes in shown), 1)


def _rows(codes: Sequence[Code], room: int) -> int:
    return sum(
        max(len(label_rows(code.label, room)) for code in row) for row in packed(codes, room)
    )


def _beside_height(codebook: Codebook) -> int:
    """Rows needed beside the text: each field's name, its codes and a blank; the examples' row."""
    codes = sum(_tall_rows(field) for field in codebook.fields) + 1
    reasons = sum(not reason.retired for reason in codebook.exclusions) + 1
    return max(codes, reasons)


def _tall_rows(field: Field) -> int:
    retired = [code.retired for code in field.codes]
    return 2 + retired.count(False) + any(retired)  # of retired ones only what is set is shown


def _beside_width(codebook: Codebook) -> int:
    reasons = [reason.label for reason in codebook.exclusions if not reason.retired]
    labels = [code.label for field in codebook.fields for code in field.codes]
    codes = [cell_len(label) + _RULE + CELL for label in (*labels, *reasons)]
    names = [cell_len(field.label) + _RULE + _NUMBER for field in codebook.fields]
    return max(WIDTH, *codes, *names)
