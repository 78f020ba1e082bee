"""Releases that changed at the source: their earlier versions, and the mark of it."""

import json
import sqlite3
from dataclasses import dataclass

from db.study import Study

_VERSIONS = (
    "select replaced_at, title, text, published from earlier_texts where release_id = ? and shown"
)
LOOKS = frozenset({"code", "exclude", "clear", "link", "repeat"})
"""Kinds of the decisions that are taken on the text: they take the mark "text changed" away."""
LOOKED_AT = "looked_at"
"""In the detail of a step that took the mark away: the digest of the text it was taken on."""


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A release as it stood before a newer version replaced it."""

    replaced_at: str
    """When the newer version came in (ISO 8601, UTC)."""
    title: str
    text: str
    published: str | None
    """Its date (ISO 8601); None where an older program kept it, which knew of no other dates."""


def earlier(study: Study, release_id: int) -> list[EarlierText]:
    """The earlier versions of a release, the latest first; empty where it never changed."""
    rows = study.connection.execute(f"{_VERSIONS} order by id desc", (release_id,))
    return [_version(row) for row in rows]


def seen_when_decided(study: Study, release_id: int, decided_at: str) -> EarlierText | None:
    """The version that was on show at a moment, None where it is the one on show now.

    Between two sittings a release may change twice: what matters to a coding is the text that was
    read for it.
    """
    row = study.connection.execute(
        f"{_VERSIONS} and replaced_at > ? order by id limit 1", (release_id, decided_at)
    ).fetchone()
    return _version(row) if row else None


def _version(row: sqlite3.Row) -> EarlierText:
    return EarlierText(row["replaced_at"], row["title"], row["text"], row["published"])


def read_at(study: Study, reading_id: int, release_id: int) -> str | None:
    """The moment of the last decision on a release that was taken on its text, and still stands.

    A flag or a memo says nothing of the text, so it is not one.
    """
    (at,) = study.connection.execute(
        "select max(at) from journal join undo_line using (reading_id, step)"
        " join readings on readings.id = journal.reading_id"
        " where journal.reading_id = ? and release_id = ? and position <= undo_position"
        " and kind in (select value from json_each(?))",
        (reading_id, release_id, json.dumps(sorted(LOOKS))),
    ).fetchone()
    return None if at is None else str(at)


def new_text(connection: sqlite3.Connection, reading_id: int, release_id: int) -> str | None:
    """The digest of a text that came in since the release was decided on, if one did."""
    row = connection.execute(
        "select hex(digest) as digest from states join releases on releases.id = release_id"
        " where reading_id = ? and release_id = ? and changed = 1",
        (reading_id, release_id),
    ).fetchone()
    return row["digest"] if row else None


def mark_changed(
    connection: sqlite3.Connection, reading_id: int, release_id: int, changed: bool
) -> None:
    """Put a release up for another look in a reading, or not, in an open transaction."""
    connection.execute(
        "update states set changed = ? where reading_id = ? and release_id = ?",
        (changed, reading_id, release_id),
    )
