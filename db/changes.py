"""Releases that changed at the source: their earlier versions, and the mark of it."""

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

_LOOKS = ", ".join(f"'{kind}'" for kind in sorted(LOOKS))
_STOOD_AT = f"""
    select max(at) from journal
    where journal.reading_id = :reading and journal.release_id = states.release_id
        and (before = '{{}}' or (kind in ({_LOOKS}) and journal.id
            = (select min(id) from journal as first where first.step = journal.step)))
        and step in (select step from undo_line where reading_id = :reading
            and position <= (select undo_position from readings where id = :reading))
"""
"""When what a reading holds of a release was last known to stand on the text of that moment: when
the first of it was decided, in whatever way (loaded, linked with others, flagged), or when the
release itself was decided on again. Between the two another text sets the mark, and that stays."""


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
    """The moment whose text a release's coding stands on; None where nothing is decided.

    What is decided while the release is marked "text changed", and leaves the mark, does not move
    it: a flag, a table that was loaded, a case that the release is taken out of or is to lead.
    Else a text that nobody has looked at would no longer be told from the one that was read.
    """
    row = study.connection.execute(
        f"select ({_STOOD_AT}) as at from states"
        " where reading_id = :reading and release_id = :release and snapshot <> '{}'",
        {"reading": reading_id, "release": release_id},
    ).fetchone()
    return row["at"] if row else None


def new_text(connection: sqlite3.Connection, reading_id: int, release_id: int) -> str | None:
    """The digest of a text that came in since the release was decided on, if one did."""
    row = connection.execute(
        "select hex(digest) as digest from states join releases on releases.id = release_id"
        " where reading_id = ? and release_id = ? and changed = 1",
        (reading_id, release_id),
    ).fetchone()
    return row["digest"] if row else None


def mark_looked_at(connection: sqlite3.Connection, reading_id: int, release_id: int) -> None:
    """Take the mark from a release, in an open transaction."""
    connection.execute(
        "update states set changed = 0 where reading_id = ? and release_id = ?",
        (reading_id, release_id),
    )


def mark_anew(connection: sqlite3.Connection, reading_id: int, step: int) -> None:
    """Mark the releases of a step that was undone or redone, or not; in an open transaction.

    Marked is what another text, or another date, came in for after the moment it stands on.
    """
    connection.execute(
        "update states set changed = snapshot <> '{}' and exists (select 1 from earlier_texts"
        " where earlier_texts.release_id = states.release_id and shown"
        f" and replaced_at > ({_STOOD_AT}))"
        " where reading_id = :reading"
        " and release_id in (select release_id from journal where step = :step)",
        {"reading": reading_id, "step": step},
    )
