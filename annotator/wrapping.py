"""Text laid out in rows of terminal cells, as offsets into the text."""

import re

from rich.cells import cell_len, get_character_cell_size

Row = tuple[int, int]
"""Start and end of a row's text; the blank or line end that was broken at is in neither row."""

NARROW = re.compile(
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0373\u0391-\u03a1\u0400-\u0482"
    r"\u2010-\u2027\u2030-\u205e]*"
)
"""Texts of which every character takes one cell: a test in C for nearly every line."""


def wrap(text: str, width: int) -> list[Row]:
    """Break a text at blanks so that no row is wider than `width` cells.

    Line ends in the text stay line ends. A word wider than a row is cut. Wide characters count
    two cells, combining ones none. A width below one cell, as of a screen not laid out yet, is one.
    """
    width = max(1, width)
    rows: list[Row] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        lay = _narrow if NARROW.fullmatch(text, start, end) else _wide
        lay(text, start, end, width, rows)
        start = end + 1
    return rows


def fit(text: str, width: int) -> str:
    """The text in at most `width` cells, its end replaced by "…" if it is longer."""
    if cell_len(text) <= width:
        return text
    rows = wrap(text.replace("\n", " "), max(1, width - 1))
    cut = text[: rows[0][1]] if rows[0][1] > width // 2 else text[: max(0, width - 1)]
    return cut.rstrip() + "…"


def _narrow(text: str, start: int, end: int, width: int, rows: list[Row]) -> None:
    while end - start > width:
        cut = text.rfind(" ", start + 1, start + width + 1)
        following = cut + 1
        if cut < 0:
            cut = following = start + width
        rows.append((start, cut))
        start = following
    rows.append((start, end))


def _wide(text: str, start: int, end: int, width: int, rows: list[Row]) -> None:
    cells, blank, position = 0, -1, start
    while position < end:
        size = get_character_cell_size(text[position])
        if cells + size > width and position > start:
            if text[position] == " ":
                cut, following = position, position + 1
            elif blank > start:
                cut, following = blank, blank + 1
            else:
                cut = following = position
            rows.append((start, cut))
            start, position = following, max(position, following)
            cells, blank = cell_len(text[start:position]), -1
            continue
        if text[position] == " ":
            blank = position
        cells += size
        position += 1
    rows.append((start, end))
