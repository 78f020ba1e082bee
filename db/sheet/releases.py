"""Finds the releases that a table names, with what the reading holds of them."""

import re
from dataclasses import dataclass

from db.named import named
from db.readings import Reading
from db.sheet.cells import quoted
from db.states import State, from_json
from db.study import Study

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A release of the reading, as it stands now."""

    id: int
    uid: str
    state: State
    coded_at: str | None
    """What a table exported now would say of the moment."""

    def is_newer_than(self, coded_at: str | None) -> bool:
        """Whether it was decided after a table that says that of the moment was exported."""
        if self.coded_at is None or coded_at is None:
            return False
        cell = coded_at.strip()
        return not cell or bool(_MOMENT.fullmatch(cell) and cell < self.coded_at)


class Releases:
    """The releases of one reading, by their uid or address."""

    def __init__(self, study: Study, reading: Reading) -> None:
        self._connection = study.connection
        self._reading_id = reading.id

    def find(self, name: str) -> Found:
        """The release that a cell names.

        Raises:
            LookupError: none, or more than one, or one that is not read; the sentence says which.
        """
        name = name.strip()
        if found := self._found("uid = ?", name):  # nearly always; one query a row
            return found
        id_, _ = named(self._connection, name)
        try:
            return self.of_id(id_)
        except KeyError:
            raise LookupError(
                f"the release {quoted(name)} is stored, but not among those to be read."
            ) from None

    def of_id(self, release_id: int) -> Found:
        """The release of that id; KeyError if the reading does not have it."""
        found = self._found("id = ?", release_id)
        if found is None:
            raise KeyError(release_id)
        return found

    def text(self, release_id: int) -> str:
        """The text of a release."""
        row = self._connection.execute(
            "select text from texts where release_id = ?", (release_id,)
        ).fetchone()
        return str(row["text"])

    def _found(self, condition: str, value: int | str) -> Found | None:
        row = self._connection.execute(
            "select id, uid, snapshot, case when status <> 'uncoded' then decided_at end"
            " from releases join states on release_id = id and reading_id = ?"
            f" where {condition}",
            (self._reading_id, value),
        ).fetchone()
        return Found(row[0], row[1], from_json(row[2]), row[3]) if row else None
