"""Steps as the journal keeps them: written, and read back."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from db.projections import put
from db.states import Change, State, Step, from_json, to_json
from db.study import Study, now

UNDO, REDO = "undo", "redo"
"""Kinds of the steps that take another one back, or do it again."""


def write_step(
    study: Study,
    reading_id: int,
    kind: str,
    changes: Sequence[Change],
    detail: Mapping[str, Any],
    *,
    undoes: int | None = None,
) -> Step:
    """Write a decision: its rows of the journal, and the states that it leads to.

    In an open transaction. `undoes` is the step that an undo or redo is of.
    """
    connection, at, detailed = study.connection, now(), json.dumps(detail, ensure_ascii=False)
    snapshots = [to_json(change.after) for change in changes]
    (step,) = connection.execute("select coalesce(max(step), 0) + 1 from journal").fetchone()
    connection.executemany(
        "insert into journal (step, at, reading_id, release_id, kind, detail, before, after,"
        " undoes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                step,
                at,
                reading_id,
                change.release_id,
                kind,
                detailed,
                to_json(change.before),
                snapshot,
                undoes,
            )
            for change, snapshot in zip(changes, snapshots, strict=True)
        ],
    )
    put(study, reading_id, zip(changes, snapshots, strict=True), at)
    return Step(step, at, kind, tuple(changes), detail, undoes)


def before_link(
    connection: sqlite3.Connection, reading_id: int, release_id: int
) -> dict[int, State]:
    """What the step that made a linked release of this one found: release id → state.

    Nothing where it was linked because another release was made the lead. A change of lead
    that was undone counts as never made.
    """
    rows = connection.execute(
        "select step, kind, coalesce((select kind from journal as first"
        "  where first.step = journal.undoes limit 1), kind) as cause"
        " from journal where reading_id = ? and release_id = ?"
        " and before ->> '$.relation' is null and after ->> '$.relation' is not null"
        " order by id desc",
        (reading_id, release_id),
    )
    made = next((row for row in rows if (row["kind"], row["cause"]) != (UNDO, "lead")), None)
    if made is None or made["cause"] == "lead":
        return {}
    found = connection.execute(
        "select release_id, before from journal where reading_id = ? and step = ?",
        (reading_id, made["step"]),
    )
    return {row["release_id"]: from_json(row["before"]) for row in found}


def step_of(rows: Sequence[sqlite3.Row]) -> Step:
    """The step that these journal rows make up."""
    first = rows[0]
    changes = tuple(
        Change(row["release_id"], from_json(row["before"]), from_json(row["after"])) for row in rows
    )
    detail = json.loads(first["detail"])
    return Step(first["step"], first["at"], first["kind"], changes, detail, first["undoes"])
