"""Rebuilds what follows from texts and journal: index, states, projections, tallies."""

import json
import sqlite3

from db.errors import StudyError
from db.journal import folded
from db.mention_search import MentionSearch
from db.placing import place_all
from db.projections import project
from db.readings import TALLIES, Reading, all_readings, enter
from db.rules import status_of
from db.states import STATUSES, from_json
from db.study import Study
from db.tallying import NAMED, REFILL

_STAND = """
    update states set status = :status, exclusion = :exclusion, lead_id = :lead,
        relation = :relation, flagged = :flagged, skips = :skips, snapshot = :snapshot,
        decided_at = (select max(at) from journal
            where journal.reading_id = :reading and journal.release_id = :release),
        (published, quarter) = (select published, quarter from releases where id = :release)
    where reading_id = :reading and release_id = :release
"""


def rebuild(study: Study) -> None:
    """Make everything that is derived anew from the journal, the texts and the codebook.

    The journal, the texts and the codebooks are only read. All or nothing.

    Raises:
        StudyError: the journal itself has gaps, so that a state made from it would lose what is
            known otherwise; or the study could not be written. Nothing was changed.
    """
    search = MentionSearch(study, study.codebook)
    search.catch_up()
    with study.transaction() as connection:
        connection.execute("reindex")
        connection.execute("insert into search (search) values ('rebuild')")
        search.catch_up()
        search.write()
        connection.execute(
            "update releases set queued = 1 where queued = 0 and id in"
            " (select release_id from states union select release_id from journal)"
        )
        for reading in all_readings(study):
            _rebuild_reading(study, connection, reading)
        place_all(connection)
        connection.execute(f"update releases set platforms = {NAMED} where platforms <> {NAMED}")
        for statement in REFILL:
            connection.execute(statement)
        recount_tallies(connection)
    study.connection.execute("pragma wal_checkpoint(truncate)")


def recount_tallies(connection: sqlite3.Connection) -> None:
    """Count where the releases of every reading stand, in an open transaction."""
    connection.execute("delete from tallies")
    for name in TALLIES:
        condition = "status = :name" if name in STATUSES else "flagged = 1"
        connection.execute(
            "insert into tallies select id, :name, (select count(*) from states"
            f" where reading_id = readings.id and {condition}) from readings",
            {"name": name},
        )


def _rebuild_reading(study: Study, connection: sqlite3.Connection, reading: Reading) -> None:
    snapshots, line, position, broken = folded(study, reading)
    if broken:
        raise StudyError(
            f"{study.path}: the journal is damaged ({broken[0]}), so nothing was made anew from it."
            " Go back to a backup."
        )
    decided = json.dumps([*snapshots])
    enter(connection, "select value from json_each(?)", [decided], reading_id=reading.id)
    if reading.number == 1:
        enter(connection, "select id from releases where queued = 1", reading_id=reading.id)
    connection.execute("delete from codings where reading_id = ?", (reading.id,))
    connection.execute("delete from examples where reading_id = ?", (reading.id,))
    ids = connection.execute("select release_id from states where reading_id = ?", (reading.id,))
    for (release_id,) in ids.fetchall():
        snapshot = snapshots.get(release_id, "{}")
        state = from_json(snapshot)
        connection.execute(
            _STAND,
            {
                "status": status_of(state, study.codebook),
                "exclusion": state.exclusion,
                "lead": state.lead,
                "relation": state.relation,
                "flagged": state.flagged,
                "skips": state.skips,
                "snapshot": snapshot,
                "reading": reading.id,
                "release": release_id,
            },
        )
        project(connection, reading.id, release_id, state)
    connection.execute("delete from undo_line where reading_id = ?", (reading.id,))
    connection.executemany(
        "insert into undo_line values (?, ?, ?)",
        [(reading.id, place, step) for place, step in enumerate(line, start=1)],
    )
    connection.execute("update readings set undo_position = ? where id = ?", (position, reading.id))
