"""The releases behind a number, as a list a screenful at a time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from db.filters import Filter
from db.listing import Entry, Listing, entry_of
from db.study import Study


class ReleasesListed(Listing):
    """Those of some releases that pass a filter, by date.

    Without a filter a screenful is cut out of the ids, however many there are.
    """

    def __init__(self, study: Study, reading_id: int, chosen: Filter, ids: Sequence[int]) -> None:
        """List them.

        Args:
            ids: releases of the reading, by date.
        """
        super().__init__(study, reading_id, chosen)
        self._ids = ids
        if not chosen.is_empty:
            self._where += " and release_id in (select value from json_each(:ids))"
            self._parameters["ids"] = json.dumps(list(ids))

    def count(self) -> int:
        """How many pass; those that have left the reading meanwhile are left out from now on."""
        if not self.filter.is_empty:
            return super().count()
        rows = self.connection.execute(
            "select value from json_each(:ids) cross join states"
            " on reading_id = :reading and release_id = value order by json_each.key",
            {**self._parameters, "ids": json.dumps(list(self._ids))},
        )
        self._ids = [int(row["value"]) for row in rows]
        return len(self._ids)

    def count_around(self, release_id: int) -> tuple[int, int]:
        """How many pass, and how many of them come before that release; 0 if it is none of them."""
        if not self.filter.is_empty:
            return super().count_around(release_id)
        place = next((n for n, id_ in enumerate(self._ids) if id_ == release_id), 0)
        return len(self._ids), place

    def entries(self, offset: int, limit: int) -> list[Entry]:
        """A screenful."""
        if not self.filter.is_empty:
            return super().entries(offset, limit)
        rows = self.connection.execute(
            "select releases.id, releases.published, office, title, status, snapshot"
            " from json_each(:ids) cross join states"
            " on reading_id = :reading and release_id = value"
            " join releases on releases.id = value order by json_each.key",
            {**self._parameters, "ids": json.dumps(self._ids[offset : offset + limit])},
        )
        return [entry_of(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Stored:
    """A release of the study, whether or not a reading holds it."""

    id: int
    published: str
    """ISO date."""
    office: str | None
    title: str

    def text(self, study: Study) -> str:
        """Its text."""
        row = study.connection.execute(
            "select text from texts where release_id = ?", (self.id,)
        ).fetchone()
        return str(row["text"])


class StoredListed:
    """Some releases of the study in the order given, a screenful at a time."""

    def __init__(self, study: Study, ids: Sequence[int]) -> None:
        self._connection, self._ids = study.connection, ids

    def entries(self, offset: int, limit: int) -> list[Stored]:
        """A screenful."""
        wanted = json.dumps(self._ids[offset : offset + limit])
        rows = self._connection.execute(
            "select releases.id, published, office, title"
            " from json_each(?) join releases on releases.id = value"
            " order by json_each.key",
            (wanted,),
        )
        return [Stored(*row) for row in rows]
