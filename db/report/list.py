"""The releases behind a number, as a list a screenful at a time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from db.filters import Filter
from db.listing import Listing
from db.study import Study


class ReleasesListed(Listing):
    """Those of some releases that pass a filter, by date."""

    def __init__(self, study: Study, reading_id: int, chosen: Filter, ids: Sequence[int]) -> None:
        super().__init__(study, reading_id, chosen)
        self._where += " and release_id in (select value from json_each(:ids))"
        self._parameters["ids"] = json.dumps(list(ids))


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
