"""Writes a table as CSV (RFC 4180, UTF-8) that is safe to open in a spreadsheet."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, BinaryIO

from db.tables import Kind, Table, Value
from db.tables.cell_text import clean, evidence_text
from exports.formula import defused

_BOM = "\ufeff"
_LOOK_AT = frozenset("=+-@'＝＋－＠ ")
"""First characters that `defused` has to see; the others are not printable, and so seen anyway."""
_AT_ONCE = 100
"""How many rows are worked on together; more are no faster, and may have long texts."""

Cells = Sequence[Any]
"""Those of one column; its kind says of what type they are."""
Way = Callable[[Cells], Cells]
"""How a column is made safe: as it is, where nothing in it needs anything."""


def write_csv(table: Table, out: BinaryIO, *, excel: bool = False) -> None:
    """Write a table row by row; a blank for None, 1 and 0 for flags, "; " between list items.

    Args:
        excel: begin with a byte-order mark, without which Excel takes UTF-8 for another encoding.
    """
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        if excel:
            text.write(_BOM)
        writer = csv.writer(text)  # whose line end is CRLF
        writer.writerow([column.name for column in table.columns])
        writer.writerows(_cells(table))
    finally:
        text.detach()  # flushes, and leaves the file to its owner


def _cells(table: Table) -> Iterator[Sequence[Value]]:
    """The rows with what a spreadsheet must not see taken care of.

    This is the loop that decides how long an export takes. So some rows at a time are turned into
    columns, a column is looked at as a whole, and only what needs it is worked on.
    """
    ways = [_WAYS.get(column.kind, _as_it_is) for column in table.columns]
    rows = iter(table.rows)
    while some := list(islice(rows, _AT_ONCE)):
        columns = zip(ways, zip(*some, strict=True), strict=True)
        yield from zip(*(way(cells) for way, cells in columns), strict=True)


def _as_it_is(cells: Cells) -> Cells:
    return cells


def _words(cells: Cells) -> Cells:
    return [word and _safe_word(word) for word in cells]


def _texts(cells: Cells) -> Cells:
    return [
        _safe(cell) if cell and (cell[0] in _LOOK_AT or not cell.isprintable()) else cell
        for cell in cells
    ]


def _each(as_text: Callable[[str], str]) -> Way:
    return lambda cells: [cell and as_text(cell) for cell in cells]


def _safe(cell: str) -> str:
    return defused(clean(cell))


_safe_word = lru_cache(maxsize=10_000)(_safe)
"""Days, offices and codes recur; each is looked at once."""


@lru_cache(maxsize=4096)  # few releases have topics or offices of their own
def _list_text(items: str) -> str:
    return _safe("; ".join(json.loads(items)))


def _evidence_text(quotes: str) -> str:
    return _safe(evidence_text([(mark["field"], mark["quote"]) for mark in json.loads(quotes)]))


_WAYS: dict[Kind, Way] = {
    "word": _words,
    "text": _texts,
    "list": _each(_list_text),
    "evidence": _each(_evidence_text),
    "json": _each(_safe),
}
"""How the cells of a column are made safe, by its kind; numbers and flags are."""
