"""Lists of a reading's releases, a screenful at a time."""

import sqlite3
from dataclasses import dataclass

from db.filters import Filter
from db.states import State, Status, from_json
from db.study import Study


@dataclass(frozen=True, slots=True)
class Entry:
    """One release of a list."""

    id: int
    published: str
    office: str | None
    title: str
    status: Status
    coding: State


class Listing:
    """The releases that pass a filter, by date."""

    def __init__(self, study: Study, reading_id: int, chosen: Filter) -> None:
        self.connection = study.connection
        self.filter = chosen
        condition, parameters = chosen.condition()
        self._where = f"states.reading_id = :reading{condition}"
        self._parameters: dict[str, object] = {"reading": reading_id, **parameters}

    def count(self) -> int:
        """How many pass."""
        sql = f"select count(*) from states where {self._where}"
        (number,) = self.connection.execute(sql, self._parameters).fetchone()
        return int(number)

    def count_around(self, release_id: int) -> tuple[int, int]:
        """How many pass, and how many of them come before that release (which need not pass).

        Both in one pass: a word that half of the releases hold is searched for only once.
        """
        count, before = self.connection.execute(
            "select count(*), total((published, release_id) <"
            " (select published, id from releases where id = :release))"
            f" from states where {self._where}",
            {**self._parameters, "release": release_id},
        ).fetchone()
        return count, int(before)

    def entries(self, offset: int, limit: int) -> list[Entry]:
        """A screenful."""
        rows = self.connection.execute(
            "select releases.id, releases.published, office, title, status, snapshot from"
            f" (select release_id, status, snapshot from states where {self._where}"
            "  order by published, release_id limit :limit offset :offset) as listed"
            " join releases on releases.id = listed.release_id"
            " order by releases.published, releases.id",
            {**self._parameters, "offset": offset, "limit": limit},
        )
        return [entry_of(row) for row in rows]


def entry_of(row: sqlite3.Row) -> Entry:
    """The entry that a row of id, published, office, title, status and snapshot makes."""
    return Entry(
        row["id"],
        row["published"],
        row["office"],
        row["title"],
        row["status"],
        from_json(row["snapshot"]),
    )
