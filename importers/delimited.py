"""Tables of delimited columns: CSV and its cousins with semicolons, tabs and bars."""

import csv
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TextIO

from db.errors import ImportFailed
from importers.broken import Broken
from importers.columns import fault, plan

_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 1 << 27
"""Characters; one quotation mark never closed would otherwise take the rest of the file."""


def records(source: TextIO, mapping: Mapping[str, str]) -> Iterator[tuple[int, object]]:
    """The line on which each row starts and the row by column, or `Broken`.

    `source` is opened with its line ends kept. Raises `ImportFailed` where the header names nothing
    that we know.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    header = _header(source)
    delimiter = _delimiter(header, mapping)
    rows = csv.reader(chain([header], source), delimiter=delimiter)
    columns = _columns(rows)
    if reason := fault(columns, mapping):
        raise ImportFailed(reason)
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, Broken(f"broken row: {error}")
            continue
        if any(row):
            yield line, _record(columns, row)


def _header(source: TextIO) -> str:
    """The line that names the columns; Excel's `sep=;` and blank lines before it pass."""
    for line in source:
        if line.strip("\ufeff \t\r\n") and not line.lower().startswith(("sep=", "\ufeffsep=")):
            return line.lstrip("\ufeff")
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


def _record(columns: list[str], row: list[str]) -> object:
    if len(row) > len(columns) and any(row[len(columns) :]):
        return Broken(f"broken row: {len(row)} fields where the header has {len(columns)}")
    return dict(zip(columns, row, strict=False))
