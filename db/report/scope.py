"""What a report looks at: one moment, one reading, the codebook's span, the filter."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from db.codebook import Codebook
from db.damage import damaged, is_damage
from db.errors import StudyError
from db.readings import Reading
from db.report.filter import EVERYTHING, ReportFilter
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
        if is_damage(error):
            raise damaged(study.path, error) from error
        raise StudyError(f"{study.path}: cannot be counted: {error}.") from error


class Scope:
    """The rows of `states` that a report counts, as a condition and its parameters.

    The condition names only columns that each of the indexes `states_by_quarter`,
    `states_by_office` and `states_standing` holds.
    """

    def __init__(self, study: Study, reading: Reading, chosen: ReportFilter = EVERYTHING) -> None:
        self.connection = study.connection
        self.codebook: Codebook = study.codebook
        self.chosen = chosen
        self.start = _later(self.codebook.start, chosen.start)
        self.end = _earlier(self.codebook.end, chosen.end)
        self.condition = "reading_id = :reading"
        self.parameters: dict[str, object] = {"reading": reading.id}
        if self.start or self.end:
            self.condition += " and +published between :first and :last"
            self.parameters |= days(self.start, self.end)
        if chosen.state is not None:
            self.condition += " and office_id in (select id from offices where state = :state)"
            self.parameters["state"] = chosen.state
        if chosen.office is not None:
            self.condition += " and office_id in (select id from offices where office = :office)"
            self.parameters["office"] = chosen.office
        if chosen.platform is not None and len(self.codebook.platforms) > 1:
            self.condition += (  # every release that is read names the only platform there is
                " and +release_id in (select release_id from mentions"
                " indexed by mentions_by_platform where platform = :platform and furniture = 0)"
            )
            self.parameters["platform"] = chosen.platform

    def rows(self, sql: str, **parameters: object) -> sqlite3.Cursor:
        """Plain tuples of a query; they are equal where their values are."""
        cursor = self.connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, {**self.parameters, **parameters})


def days(start: date | None, end: date | None) -> dict[str, str]:
    """First and last day as parameters; open ends lie beyond every date."""
    return {
        "first": start.isoformat() if start else "0000",
        "last": end.isoformat() if end else "9999-99",
    }


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


class Span:
    """The codebook's span alone, as a condition on `states`; empty where all lie in it."""

    def __init__(
        self, connection: sqlite3.Connection, reading: Reading, codebook: Codebook
    ) -> None:
        ends = days(codebook.start, codebook.end)
        self.first, self.last = ends["first"], ends["last"]
        outside = connection.execute(
            "select exists (select 1 from states where reading_id = :id and published < :first)"
            " or exists (select 1 from states where reading_id = :id and published > :last)",
            {"id": reading.id, **ends},
        ).fetchone()[0]
        self.condition = " and +states.published between ? and ?" if outside else ""
        self.parameters = (self.first, self.last) if outside else ()
