"""Tables as they leave the study: named columns and rows that are read as they are taken."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from db.damage import damaged, is_damage
from db.errors import StudyError
from db.study import Study

Kind = Literal["word", "text", "number", "flag", "list", "evidence", "json"]
"""What the values of a column are; None stands for a blank in every kind.

`word` and `text`: str, of which words are few and recur; `number`: int or float; `flag`: 0 or 1;
`list`: a JSON array of texts; `evidence`: a JSON array of `{"field", "quote"}`; `json`: any JSON.
The last three are JSON *text*, as stored, so that a writer decodes only what it must.
"""

Value = str | int | float | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table on its way out; the rows can be taken once."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]


def texts(*names: str) -> tuple[Column, ...]:
    """Columns of text."""
    return tuple(Column(name) for name in names)


def words(*names: str) -> tuple[Column, ...]:
    """Columns of words: codes, days, offices."""
    return tuple(Column(name, "word") for name in names)


def stream(
    study: Study, query: str, parameters: Mapping[str, object] | None = None
) -> Iterator[Row]:
    """The rows of a query as plain tuples, all of one moment, read as they are taken.

    Raises:
        StudyError: the file cannot be read.
    """
    cursor = study.connection.cursor()
    cursor.row_factory = None
    try:
        rows = cursor.execute(query, parameters or {})
        yield from chain(rows)  # which is not closed with this: the study may be already
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise damaged(study.path, error) from error
        raise StudyError(f"{study.path}: cannot be read: {error}.") from error
