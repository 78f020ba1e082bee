"""What a report looks at: one moment, one reading, the codebook's span."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from db.codebook import Codebook
from db.errors import StudyError
from db.readings import Reading
from db.study import Study


@contextmanager
def at_one_moment(study: Study) -> Iterator[sqlite3.Connection]:
    """One read transaction: whatever is read in it is of the same moment.

    Raises:
        StudyError: the file cannot be read.
    """
    connection = study.connection
    if connection.in_transaction:
        yield connection
        return
    try:
        connection.execute("begin")
        try:
            yield connection
        finally:
            connection.execute("rollback")  # nothing was written
    except sqlite3.DatabaseError as error:
        raise StudyError(f"{study.path}: cannot be counted: {error}.") from error


class Span:
    """The condition that a row of `states` lies within the codebook's span.

    It is empty where all of them do, as usual: then counts can keep to their indexes.
    """

    def __init__(
        self, connection: sqlite3.Connection, reading: Reading, codebook: Codebook
    ) -> None:
        self.first = codebook.start.isoformat() if codebook.start else "0000"
        self.last = codebook.end.isoformat() if codebook.end else "9999-99"
        outside = connection.execute(
            "select exists (select 1 from states where reading_id = :id and published < :first)"
            " or exists (select 1 from states where reading_id = :id and published > :last)",
            {"id": reading.id, "first": self.first, "last": self.last},
        ).fetchone()[0]
        self.condition = " and +states.published between ? and ?" if outside else ""
        self.parameters = (self.first, self.last) if outside else ()
