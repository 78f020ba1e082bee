"""Reads back a table of codes, as exported or as a spreadsheet saved it again."""

import codecs
import csv
import io
import json
from collections.abc import Iterator
from itertools import chain, repeat
from typing import Any

from db.errors import LoadFailed
from db.sheet import Sheet, SheetFaults, SheetRow
from db.tables.cell_text import clean, evidence_text
from exports.formula import restored

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 2**31 - 1


def read_codes(data: bytes, name: str) -> Sheet:
    """The rows of a CSV or JSON Lines file; which of them it is shows by its first character.

    CSV may be separated by commas, semicolons, tabs or bars, with any line ends, with or without
    a byte-order mark, and with blank lines. A row that is cut short has no cells for
    the columns at its end: what they stand for is left as it is, not emptied.

    Raises:
        LoadFailed: it is no such file, or a row cannot be read; every fault with its line.
    """
    text = _decoded(data, name)
    if text.lstrip()[:1] == "{":
        return _from_jsonl(text, name)
    return _from_csv(text, name)


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(b"PK\x03\x04"):
        raise LoadFailed(f"{name}: is a workbook. Save its sheet as “CSV UTF-8” and load that.")
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LoadFailed(
            f"{name}, line {line}: is not UTF-8, so that accents and dashes would be garbled."
            " Save it again as “CSV UTF-8”."
        ) from error


def _from_csv(text: str, name: str) -> Sheet:
    faults = SheetFaults(name)
    rows = _csv_rows(text, faults)
    heading = next(rows, None)
    if heading is None:
        faults.refuse()
        raise LoadFailed(f"{name}: is empty.")
    columns = [column.strip().lower() for column in heading[2]]
    for column in sorted({c for c in columns if c and columns.count(c) > 1}):
        faults.add(None, f"the column “{column}” is there twice. Take one out.")
    kept: list[SheetRow] = []
    for line, number, cells in rows:
        pairs = list(zip(chain(columns, repeat("")), cells, strict=False))
        named = {
            column: cell if cell.isprintable() and cell[:1] != "'" else clean(restored(cell))
            for column, cell in pairs
            if column
        }
        row = SheetRow(line, number, named)
        if len(named) < len(pairs) and any(cell.strip() for column, cell in pairs if not column):
            faults.add(row, "has a cell under no heading. Give its column a name, or empty it.")
        kept.append(row)
    faults.refuse()
    return Sheet(name, tuple(filter(None, columns)), tuple(kept))


def _csv_rows(text: str, faults: SheetFaults) -> Iterator[tuple[int, int, list[str]]]:
    """Line, row and cells of every row that is not blank, the heading included."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
    begun, number = 1, 0
    try:
        for cells in reader:
            number += 1
            if any(cell.strip() for cell in cells) and not _names_separator(cells, number):
                yield begun, number, cells
            begun = reader.line_num + 1
    except csv.Error as error:
        row = SheetRow(begun, number + 1, {})
        faults.add(row, f"cannot be read as CSV: {error}. Look for a stray quotation mark.")


def _from_jsonl(text: str, name: str) -> Sheet:
    faults = SheetFaults(name)
    columns: dict[str, None] = {}
    rows: list[SheetRow] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = SheetRow(number, number, {})
        try:
            parsed = json.loads(line)
            if not isinstance(parsed, dict):
                raise ValueError("it is no object")
            cells = {str(key): _cell(value) for key, value in parsed.items()}
        except (ValueError, RecursionError) as error:
            faults.add(place, f"cannot be read as JSON: {error}.")
            continue
        columns.update(dict.fromkeys(cells))
        rows.append(SheetRow(number, number, cells))
    faults.refuse()
    return Sheet(name, tuple(columns), tuple(rows))


def _cell(value: Any) -> str:
    """A value of JSON as the text that stands for it in a cell.

    Raises:
        ValueError: there is no such text.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, str | int | float):
        return clean(str(value))
    try:
        return evidence_text((clean(mark["field"]), clean(mark["quote"])) for mark in value)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"a list is evidence, with field and quote: {value}") from error


def _delimiter(text: str) -> str:
    """The sign that stands most often in the heading."""
    start = text.lstrip("\r\n")
    if start[:4].lower() == "sep=" and start[4:5]:
        return start[4]
    heading = start.split("\n", 1)[0]
    return max(_DELIMITERS, key=heading.count)


def _names_separator(cells: list[str], number: int) -> bool:
    """Whether this is the line "sep=;" with which some sheets begin."""
    return number == 1 and cells[0].lower().startswith("sep=")
