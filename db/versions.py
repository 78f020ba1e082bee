"""Versions of a release that the study knows: those that were there, cuts, and corrections."""

import json
import sqlite3
from datetime import date

from db.placing import placed_row
from db.records import Release
from db.study import now

Details = tuple[str | None, str | None, str | None, str, str]
"""Office, state, number, topics and components as the study keeps them."""
COLUMNS = "office, state, number, topics, components"


def details_of(release: Release) -> Details:
    """What a source says of a release beside title, text and date."""
    topics, components = (
        json.dumps(names, ensure_ascii=False) if names else "[]"
        for names in (release.topics, release.components)
    )
    return release.office, release.state, release.number, topics, components


def corrected(known: Details, said: Details) -> Details:
    """The details with all that a source says; what it does not say stays."""
    office, state, number, topics, components = (
        old if new in (None, "", "[]") else new for old, new in zip(known, said, strict=True)
    )
    return office, state, number, topics or "[]", components or "[]"


def text_on_show(connection: sqlite3.Connection, release_id: int) -> tuple[str, str]:
    """Title and text of a release."""
    title, text = connection.execute(
        "select title, text from searchable where id = ?", (release_id,)
    ).fetchone()
    return title, text


def was_there(
    connection: sqlite3.Connection, release_id: int, digest: bytes, published: date
) -> bool:
    """Whether this version came in before, and gave way to another or was a cut."""
    row = connection.execute(
        "select 1 from earlier_texts where release_id = ? and digest = ?"
        " and coalesce(published, ?3) = ?3",
        (release_id, digest, published.isoformat()),
    ).fetchone()
    return row is not None


def keep_shown(connection: sqlite3.Connection, release_id: int) -> None:
    """Keep the version on show, before another one replaces it."""
    connection.execute(
        "insert into earlier_texts (release_id, replaced_at, title, text, digest, published)"
        " select searchable.id, ?, searchable.title, searchable.text, digest, published"
        " from searchable join releases using (id) where id = ?",
        (now(), release_id),
    )


def keep_cut(
    connection: sqlite3.Connection, release_id: int, release: Release, digest: bytes
) -> None:
    """Keep a cut beside the earlier versions, as one that never was on show."""
    connection.execute(
        "insert into earlier_texts (release_id, replaced_at, title, text, digest, published,"
        " shown) values (?, ?, ?, ?, ?, ?, 0)",
        (release_id, now(), release.title, release.text, digest, release.published.isoformat()),
    )


def correct(connection: sqlite3.Connection, release_id: int, details: Details) -> None:
    """Put office, state, number, topics and components right, and the place that hangs on them."""
    office, state, *_ = details
    place = placed_row(*text_on_show(connection, release_id), office, state)
    connection.execute(
        f"update releases set ({COLUMNS}, place, place_state, placed_by, sureness)"
        " = (?, ?, ?, ?, ?, ?, ?, ?, ?) where id = ?",
        (*details, *place, release_id),
    )
