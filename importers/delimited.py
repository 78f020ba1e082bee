"""Tables of delimited columns: CSV and its cousins with semicolons, tabs and bars."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TextIO

from db.errors import ImportFailed
from importers.broken import Broken
from importers.columns import fault, plan
from importers.quotation import Lines, never_closed

_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 1 << 24
"""Characters; one quotation mark never closed would otherwise take the rest of the file."""


def records(source: TextIO, mapping: Mapping[str, str]) -> Iterator[tuple[int, object]]:
    """The line on which each row starts and the row by column, or `Broken`.

    `source` is opened with its line ends kept. After a quotation mark that is never closed reading
    goes on with the next line. Raises `ImportFailed` where the header names nothing that we know,
    or one that we read twice.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    lines = Lines(source)
    delimiter = _delimiter(_header(lines), mapping)
    rows = csv.reader(lines, delimiter=delimiter)
    columns = _columns(rows)
    if reason := fault(columns, mapping) or _twice(columns, mapping):
        raise ImportFailed(reason)
    if never_closed(lines, delimiter) is not None:
        raise ImportFailed("a quotation mark in the heading is never closed")
    while True:
        line = lines.begin_row()
        reason, row = None, []
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            reason = f"broken row: {error}"
        opened = never_closed(lines, delimiter)
        if opened is not None:
            yield line, Broken(f"a quotation mark on line {line + opened} is never closed")
            lines.read_again(opened + 1)
        elif reason:
            yield line, Broken(reason)
        elif any(row):
            yield line, _record(columns, row)


def _header(lines: Lines) -> str:
    """The line that names the columns, still to be read; `sep=;` and blank lines before it pass."""
    for line in lines:
        if line.strip("\ufeff \t\r\n") and not line.lower().startswith(("sep=", "\ufeffsep=")):
            header = lines.row[-1] = line.lstrip("\ufeff")
            lines.read_again(len(lines.row) - 1)
            return header
    return ""


def _delimiter(header: str, mapping: Mapping[str, str]) -> str:
    """The delimiter by which the header gives the most columns that we know, then the most."""

    def worth(delimiter: str) -> tuple[int, int]:
        columns = _columns(csv.reader([header], delimiter=delimiter))
        return len(plan(columns, mapping).found), len(columns)

    return max(_DELIMITERS, key=worth)


def _columns(rows: Iterator[list[str]]) -> list[str]:
    try:
        return [column.strip() for column in next(rows, [])]
    except csv.Error:
        return []


def _twice(columns: list[str], mapping: Mapping[str, str]) -> str | None:
    """Why a table is refused in which two columns that we would read have one name."""
    read = {column for its in plan(columns, mapping).sources.values() for column in its}
    counted = Counter(column for column in columns if column in read)
    for column, count in counted.items():
        if count > 1:
            return f"the column {column!r} is there twice: take one out, or name it differently"
    return None


def _record(columns: list[str], row: list[str]) -> object:
    if len(row) > len(columns) and any(row[len(columns) :]):
        return Broken(f"broken row: {len(row)} fields where the header has {len(columns)}")
    return dict(zip(columns, row, strict=False))
