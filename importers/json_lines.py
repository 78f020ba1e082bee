"""JSON lines: one record a line, and a broken one no reason to stop."""

import json
from collections.abc import Iterator
from typing import TextIO

from importers.broken import Broken, json_fault

_decode = json.JSONDecoder(strict=False).decode


def records(source: TextIO) -> Iterator[tuple[int, object]]:
    """Each line's number and record, or `Broken` where the line is no JSON; blank lines pass."""
    for number, line in enumerate(source, 1):
        try:
            yield number, _decode(line)
        except (ValueError, RecursionError):
            if line := line.strip("\ufeff \t\r\n\x1e"):
                yield number, _bare(line)


def _bare(line: str) -> object:
    """The record of a line that was only spoiled by a mark around it or a comma after it."""
    try:
        return _decode(line.removesuffix(","))
    except (ValueError, RecursionError) as error:
        where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return Broken(f"broken JSON: {json_fault(error)}{where}")
