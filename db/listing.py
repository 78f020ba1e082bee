"""Lists of a reading's releases, a screenful at a time."""

import re
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
        return self._number(f"select count(*) from states where {self._where}")

    def place_of(self, release_id: int) -> int:
        """How many listed releases come before that one (which need not be listed)."""
        return self._number(
            f"select count(*) from states where {self._where} and (published, release_id) <"
            " (select published, id from releases where id = :release)",
            release=release_id,
        )

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
        return [_entry(row) for row in rows]

    def _number(self, sql: str, **parameters: int) -> int:
        (number,) = self.connection.execute(sql, {**self._parameters, **parameters}).fetchone()
        return int(number)


def relatives(study: Study, reading_id: int, release_id: int, limit: int = 50) -> list[Entry]:
    """Releases that may belong to the same case, likeliest first.

    Ranked by full-text relevance (BM25) to the names, that is the runs of capitalised words, of
    this release; its own family and excluded releases are left out.
    """
    row = study.connection.execute(
        "select title, text from searchable where id = ?", (release_id,)
    ).fetchone()
    names = _names(f"{row['title']}. {row['text'][:1500]}") if row else []
    if not names:
        return []
    found = study.connection.execute(
        "select releases.id, releases.published, office, releases.title, status, snapshot"
        " from (select rowid as id, rank from search where search match :match"
        "       order by rank limit :limit) as hits"
        " join releases on releases.id = hits.id"
        " join states on states.release_id = hits.id and states.reading_id = :reading"
        " where hits.id <> :release and status in ('uncoded', 'coded')"
        " and hits.id is not (select lead_id from states"
        "  where reading_id = :reading and release_id = :release) order by hits.rank",
        {
            "match": " OR ".join(f'"{name}"' for name in names),
            "limit": limit,
            "reading": reading_id,
            "release": release_id,
        },
    )
    return [_entry(row) for row in found]


def _names(text: str) -> list[str]:
    """Runs of two to four capitalised words: people and places."""
    runs = re.findall(r"\b[A-Z][\w’'.-]+(?: (?:[A-Z]\. )?[A-Z][\w’'-]+){1,3}", text)
    return [run.replace('"', "") for run in dict.fromkeys(runs)][:25]


def _entry(row: sqlite3.Row) -> Entry:
    return Entry(
        row["id"],
        row["published"],
        row["office"],
        row["title"],
        row["status"],
        from_json(row["snapshot"]),
    )
