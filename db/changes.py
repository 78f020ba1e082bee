"""Earlier versions of releases that changed at the source."""

import sqlite3
from dataclasses import dataclass

from db.study import Study

_VERSIONS = (
    "select replaced_at, title, text, published from earlier_texts where release_id = ? and shown"
)


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
