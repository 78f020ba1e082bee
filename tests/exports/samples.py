"""Tables written to memory and read again, as tests of exports need them."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from db.readings import main_reading
from db.study import Study
from db.tables import Column, Row, Table
from db.tables.codes import code_table
from exports.csv_file import write_csv
from exports.jsonl_file import write_jsonl


def csv_of(table: Table, *, excel: bool = False) -> bytes:
    """The table as CSV."""
    out = io.BytesIO()
    write_csv(table, out, excel=excel)
    return out.getvalue()


def jsonl_of(table: Table) -> bytes:
    """The table as JSON Lines."""
    out = io.BytesIO()
    write_jsonl(table, out)
    return out.getvalue()


def cells(table: Table) -> list[dict[str, str]]:
    """The table as another program reads its CSV."""
    return list(csv.DictReader(io.StringIO(csv_of(table).decode(), newline="")))


def objects(table: Table) -> list[dict[str, Any]]:
    """The table as another program reads its JSON Lines."""
    return [json.loads(line) for line in jsonl_of(table).splitlines()]


def table(columns: Sequence[Column], *rows: Row) -> Table:
    """A table made by hand."""
    return Table("test", tuple(columns), rows)


def codes_csv(study: Study) -> bytes:
    """The codes of the study's first reading."""
    return csv_of(code_table(study, main_reading(study)))


def without_moment(content: bytes) -> list[dict[str, str]]:
    """The rows of a table of codes, but for when each was coded."""
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    for row in rows:
        del row["coded_at"]
    return rows
