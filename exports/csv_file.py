"""Writes a table as CSV (RFC 4180, UTF-8) that is safe to open in a spreadsheet."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, BinaryIO

from db.tables import Kind, Table, Value
from db.tables.cell_text import clean, evidence_text
from exports.formula import defused

_BOM = "\ufeff"
_LOOK_AT = frozenset("=+-@'＝＋－＠ ")
"""First characters that `defused` has to see; the others are not printable, and so seen anyway."""
_MOST_WORDS = 10_000
"""How many harmless words are remembered; a column of words has a few hundred."""


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
    """The rows with what a spreadsheet must not see taken care of; most are passed on as they are.

    This is the loop that decides how long an export takes: a word is looked up among those known
    to be harmless, a text is looked at, and only what needs it is worked on.
    """
    kinds = [column.kind for column in table.columns]
    words = [i for i, kind in enumerate(kinds) if kind == "word"]
    texts = [i for i, kind in enumerate(kinds) if kind == "text"]
    others = [(i, _AS_TEXT[kind]) for i, kind in enumerate(kinds) if kind in _AS_TEXT]
    harmless: set[str | None] = {None}
    rows: Iterable[Sequence[Any]] = table.rows
    for row in rows:
        changed: list[tuple[int, str]] = []
        for i in words:
            if row[i] not in harmless:
                if (safe := _safe(row[i])) != row[i]:
                    changed.append((i, safe))
                elif len(harmless) < _MOST_WORDS:
                    harmless.add(safe)
        for i in texts:
            cell = row[i]
            if cell and (cell[0] in _LOOK_AT or not cell.isprintable()):
                changed.append((i, _safe(cell)))
        for i, as_text in others:
            if row[i] is not None:
                changed.append((i, as_text(row[i])))
        yield _with(row, changed) if changed else row


def _with(row: Sequence[Value], changed: list[tuple[int, str]]) -> list[Value]:
    cells = list(row)
    for i, cell in changed:
        cells[i] = cell
    return cells


def _safe(cell: str) -> str:
    return defused(clean(cell))


@lru_cache(maxsize=4096)  # few releases have topics or offices of their own
def _list_text(items: str) -> str:
    return _safe("; ".join(json.loads(items)))


def _evidence_text(quotes: str) -> str:
    return _safe(evidence_text([(mark["field"], mark["quote"]) for mark in json.loads(quotes)]))


_AS_TEXT: dict[Kind, Callable[[str], str]] = {
    "list": _list_text,
    "evidence": _evidence_text,
    "json": _safe,
}
"""How the kinds of column that are kept as JSON stand in a cell."""
