"""Writes a table as CSV (RFC 4180, UTF-8) that is safe to open in a spreadsheet."""

import codecs
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from db.tables import Kind, Table
from db.tables.cell_text import clean, evidence_text
from exports.formula import defused

_LINE_END = "\r\n"
_LOOK_AT = frozenset("=+-@'＝＋－＠ ")
"""First characters that `defused` has to see; the others are not printable, and so seen anyway."""
_AT_ONCE = 100
"""How many rows are worked on together; more are no faster, and may have long texts."""
_KNOWN = 10_000
"""So many cells of a column are remembered as they are written."""

Cells = Sequence[Any]
"""Those of one column; its kind says of what type they are."""
Way = Callable[[Cells], Iterable[str]]
"""How the cells of a column are written."""


def write_csv(table: Table, out: BinaryIO, *, excel: bool = False) -> None:
    """Write a table row by row; a blank for None, 1 and 0 for flags, "; " between list items.

    This decides how long an export takes. So some rows at a time are turned into columns, which
    are written cell by cell as their kind asks for, and the rows are joined again. The bytes are
    those of `csv.writer`, which looks at every character of a long text.

    Args:
        excel: begin with a byte-order mark, without which Excel takes UTF-8 for another encoding.
    """
    if excel:
        out.write(codecs.BOM_UTF8)
    ways = [_WAYS[column.kind]() for column in table.columns]
    out.write(_lines([[quoted(column.name)] for column in table.columns]))
    rows = iter(table.rows)
    while some := list(islice(rows, _AT_ONCE)):
        columns = zip(ways, zip(*some, strict=True), strict=True)
        out.write(_lines([way(cells) for way, cells in columns]))


def quoted(cell: str) -> str:
    """The cell as it stands in the file: in quotation marks where it could be misread."""
    if '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    return f'"{cell}"' if "," in cell or "\n" in cell or "\r" in cell else cell


def _lines(columns: list[Iterable[str]]) -> bytes:
    if len(columns) == 1:  # a line of nothing would be no row
        columns = [[cell or '""' for cell in columns[0]]]
    rows: Iterator[tuple[str, ...]] = zip(*columns, strict=True)
    return (_LINE_END.join(map(",".join, rows)) + _LINE_END).encode()


def _written(text: str) -> str:
    return quoted(defused(clean(text)))


def _texts(cells: Cells) -> Iterable[str]:
    return [
        (cell or "")
        if not cell
        or (cell.isprintable() and cell[0] not in _LOOK_AT and "," not in cell and '"' not in cell)
        else _written(cell)
        for cell in cells
    ]


def _numbers(cells: Cells) -> Iterable[str]:
    return ["" if cell is None else str(cell) for cell in cells]


def _each(as_text: Callable[[str], str]) -> Way:
    return lambda cells: [_written(as_text(cell)) if cell else "" for cell in cells]


class _Known(dict[str | None, str]):
    """Cells of a column whose values recur, as they are written; each is looked at once."""

    def __init__(self, as_text: Callable[[str], str]) -> None:
        self._as_text = as_text

    def __missing__(self, cell: str | None) -> str:
        if len(self) >= _KNOWN:
            self.clear()
        self[cell] = written = _written(self._as_text(cell)) if cell else ""
        return written

    def way(self, cells: Cells) -> Iterable[str]:
        """What they are, one after another."""
        return map(self.__getitem__, cells)


def _list_text(items: str) -> str:
    return "; ".join(json.loads(items))


def _evidence_text(quotes: str) -> str:
    return evidence_text([(mark["field"], mark["quote"]) for mark in json.loads(quotes)])


_WAYS: dict[Kind, Callable[[], Way]] = {
    "word": lambda: _Known(str).way,
    "list": lambda: _Known(_list_text).way,  # few releases have topics of their own
    "text": lambda: _texts,
    "evidence": lambda: _each(_evidence_text),
    "json": lambda: _each(str),
    "number": lambda: _numbers,
    "flag": lambda: _numbers,
}
"""How the cells of a column are written, by its kind."""
