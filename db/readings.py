"""Readings of a study: a coder's pass through its releases, and its running tallies."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from db.errors import StudyError
from db.study import Study, now

TALLIES = ("uncoded", "excluded", "coded", "linked", "flagged")


_UNTOUCHED = """
    select 1 where (select count(*) from readings where place is null) = 1
    and (select count(*) from readings) = 1 and not exists (select 1 from journal)
"""
"""Nobody has decided anything, and nobody has a screen open on it: that would have kept a place."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One coder's pass: 1 is the first, 2 a blind second one."""

    id: int
    coder: str
    number: int
    """Number of the pass."""
    place: int | None
    """Id of the release on show when the last sitting ended; None: nobody has sat at it yet."""


def main_reading(study: Study) -> Reading:
    """The study's first reading; every study has one."""
    return _reading(
        study.connection.execute("select * from readings order by id limit 1").fetchone()
    )


def told_apart(study: Study, reading: Reading) -> str:
    """Coder and pass in words, "ann, pass 2"; "" for the study's first reading."""
    if reading.id == main_reading(study).id:
        return ""
    return f"{reading.coder}, pass {reading.number}"


def reading(study: Study, coder: str, number: int = 1) -> Reading:
    """That coder's pass, begun if it is new: every queued release stands in it as uncoded.

    A study's first reading that nobody has sat at yet is taken over, not left empty beside the
    new one.
    """
    if found := find(study, coder, number):
        return found
    with study.transaction() as connection:
        if found := find(study, coder, number):  # begun by another program meanwhile
            return found
        if number == 1 and connection.execute(_UNTOUCHED).fetchone():
            connection.execute("update readings set coder = ?", (coder,))
            return main_reading(study)
        row = connection.execute(
            "insert into readings (coder, pass, started_at) values (?, ?, ?) returning *",
            (coder, number, now()),
        ).fetchone()
        connection.executemany(
            "insert into tallies values (?, ?, 0)", [(row["id"], name) for name in TALLIES]
        )
        enter(connection, "select id from releases where queued = 1", reading_id=row["id"])
    return _reading(row)


def find(study: Study, coder: str, number: int = 1) -> Reading | None:
    """That coder's pass, if it was begun."""
    row = study.connection.execute(
        "select * from readings where coder = ? and pass = ?", (coder, number)
    ).fetchone()
    return _reading(row) if row else None


def all_readings(study: Study) -> list[Reading]:
    """Every reading, the main one first."""
    return [_reading(row) for row in study.connection.execute("select * from readings order by id")]


def choose(study: Study, coder: str | None = None, number: int = 1) -> Reading:
    """The reading a report or export is of: the named coder's, else the first of that pass.

    Raises:
        StudyError: a coder or pass is named that the study does not have.
    """
    known = all_readings(study)
    for one in known:
        if coder in (None, one.coder) and one.number == number:
            return one
    names = ", ".join(f"{one.coder} (pass {one.number})" for one in known)
    raise StudyError(
        f"{study.path}: there is no reading of {coder or 'anyone'}, pass {number};"
        f" the study has: {names}."
    )


def enter(
    connection: sqlite3.Connection, ids: str, parameters: Iterable[object] = (), *, reading_id: int
) -> None:
    """Let releases (a query for their ids) stand in a reading as uncoded; in a transaction."""
    added = connection.execute(
        "insert or ignore into states (reading_id, release_id, published, quarter, status)"
        f" select ?, id, published, quarter, 'uncoded' from releases where id in ({ids})",
        (reading_id, *parameters),
    ).rowcount
    connection.execute(
        "update tallies set count = count + ? where reading_id = ? and name = 'uncoded'",
        (added, reading_id),
    )


def tallies(study: Study, reading_id: int) -> dict[str, int]:
    """How many releases stand where: `uncoded`, `excluded`, `coded`, `linked`, and `flagged`."""
    rows = study.connection.execute(
        "select name, count from tallies where reading_id = ?", (reading_id,)
    )
    return {row["name"]: row["count"] for row in rows}


def newest(study: Study) -> tuple[int, int]:
    """What differs once anything was decided here, or written by another program."""
    (step,) = study.connection.execute("select coalesce(max(id), 0) from journal").fetchone()
    (version,) = study.connection.execute("pragma data_version").fetchone()
    return step, version


def remember_place(study: Study, reading_id: int, release_id: int | None) -> None:
    """Keep the release on show, for the next sitting to begin there; None: nobody sat here yet.

    Waits for nobody: the place can be kept later, and the reader is not to be held up for it.

    Raises:
        StudyError: another program writes just now, or the disk refused.
    """
    with _impatient(study.connection), study.transaction() as connection:
        connection.execute("update readings set place = ? where id = ?", (release_id, reading_id))


@contextmanager
def _impatient(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a lock that another program holds be refused at once."""
    (patience,) = connection.execute("pragma busy_timeout").fetchone()
    connection.execute("pragma busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"pragma busy_timeout = {patience}")


def _reading(row: sqlite3.Row) -> Reading:
    return Reading(row["id"], row["coder"], row["pass"], row["place"])
