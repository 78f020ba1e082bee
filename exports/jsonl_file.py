"""Writes a table as JSON Lines: one object a row, with real types."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from db.tables import Kind, Table, Value

_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Characters that JSON allows as they are, but a terminal or a splitter of lines acts on."""


def write_jsonl(table: Table, out: BinaryIO) -> None:
    """Write a table row by row; blanks are null, flags true or false, texts as they are."""
    for line in _lines(table):
        out.write(line.encode())


def _lines(table: Table) -> Iterator[str]:
    names = [column.name for column in table.columns]
    others = [(i, _DECODED[c.kind]) for i, c in enumerate(table.columns) if c.kind in _DECODED]
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for row in table.rows:
        values: list[Any] = list(row)
        for i, decoded in others:
            if values[i] is not None:
                values[i] = decoded(values[i])
        line = encode(dict(zip(names, values, strict=True)))
        if not line.isprintable():
            line = _BREAKS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line)
        yield line + "\n"


def _parsed(value: Value) -> Any:
    return json.loads(str(value))


_DECODED: dict[Kind, Callable[[Value], Any]] = {
    "flag": bool,
    "list": _parsed,
    "evidence": _parsed,
    "json": _parsed,
}
