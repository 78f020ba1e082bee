"""What a report looks at: one moment, one reading, the codebook's span, the filter."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from db.codebook import Codebook
from db.damage import damaged, is_damage
from db.errors import StudyError
from db.readings import Reading
from db.report.days import Days
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


_OF_OFFICE = {
    "state": "state = :state",
    "office": "office = :office",
    "platform": ":platform in (select value from json_each(platforms))",
}
"""Parts of a filter that a row of `offices` tells."""

_STATES = """
    select reading_id, office_id, quarter, published, status, kind_id, flagged,
        coalesce(exclusion, '') as exclusion, coalesce(relation, '') as relation from states
"""
"""The states one by one, with the columns of `report_tallies`."""


class Scope:
    """The states that a report counts: as a condition on them, and as sums of their tallies."""

    def __init__(self, study: Study, reading: Reading, chosen: ReportFilter = EVERYTHING) -> None:
        self.connection = study.connection
        self.codebook: Codebook = study.codebook
        self.chosen = chosen
        self.start = _later(self.codebook.start, chosen.start)
        self.end = _earlier(self.codebook.end, chosen.end)
        self.parameters: dict[str, object] = {"reading": reading.id}
        self.condition = "reading_id = :reading"
        self._some_offices = [name for name in _OF_OFFICE if getattr(chosen, name) is not None]
        told = " and ".join(_OF_OFFICE[name] for name in self._some_offices)
        self._offices = f"office_id in (select id from offices where {told or 'true'})"
        if self._some_offices:
            self.parameters |= {name: getattr(chosen, name) for name in self._some_offices}
            self.condition += f" and {self._offices}"
        self._days = Days(self.start, self.end)
        self._all_days = _hold_all(study.connection, reading, self._days)
        if self._all_days:
            self._days = Days()
        else:
            self.condition += " and +published between :first and :last"
        self.parameters |= self._days.parameters

    def tallied(self, columns: str, only: str = "true") -> Iterator[tuple[Any, ...]]:
        """How many states there are of each combination of some columns of the tallies.

        Args:
            columns: their names, with commas between; exclusion and relation are '' for none.
            only: a condition on columns of the tallies.

        Yields:
            The columns, then a number of states; a combination may come several times.
        """
        one_by_one = "quarter" in columns or not self._all_days
        quarters = "between :first_whole and :last_whole" if one_by_one else "= ''"
        by_office = "office_id" in columns or self._some_offices
        offices = self._offices if by_office else "office_id = 0"
        yield from self.rows(
            f"select {columns}, sum(count) as states from report_tallies"
            f" where reading_id = :reading and {offices} and quarter {quarters} and {only}"
            f" group by {columns} having states > 0"
        )
        for part in self._days.odd:
            yield from self.rows(
                f"select {columns}, count(*) from ({_STATES}) where {self.condition}"
                " and quarter = :odd and published between :odd_first and :odd_last"
                f" and {only} group by {columns}",
                odd=part.quarter,
                odd_first=part.first,
                odd_last=part.last,
            )

    def rows(self, sql: str, **parameters: object) -> sqlite3.Cursor:
        """Plain tuples of a query; they are equal where their values are."""
        cursor = self.connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, {**self.parameters, **parameters})


def _hold_all(connection: sqlite3.Connection, reading: Reading, days: Days) -> bool:
    """Whether no release of the reading lies before or after these days."""
    outside = connection.execute(
        "select exists (select 1 from states where reading_id = :id and published < :first)"
        " or exists (select 1 from states where reading_id = :id and published > :last)",
        {"id": reading.id, "first": days.first, "last": days.last},
    ).fetchone()
    return not outside[0]


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


class Span:
    """The codebook's span alone, as a condition on `states`; empty where all lie in it."""

    def __init__(
        self, connection: sqlite3.Connection, reading: Reading, codebook: Codebook
    ) -> None:
        days = Days(codebook.start, codebook.end)
        self.first, self.last = days.first, days.last
        all_in = _hold_all(connection, reading, days)
        self.condition = "" if all_in else " and +states.published between ? and ?"
        self.parameters = () if all_in else (days.first, days.last)
