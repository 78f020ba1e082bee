"""The line of steps that undo and redo walk, a line for each reading; it outlasts the sitting."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from db.changes import mark_anew
from db.states import Change, Step
from db.steps import REDO, UNDO, step_of, write_step
from db.study import Study


def extend(connection: sqlite3.Connection, reading_id: int, step: Step) -> None:
    """Let undo take that step back first; what could be redone before can be no more.

    In an open transaction.
    """
    (position,) = connection.execute(
        "update readings set undo_position = undo_position + 1, place = ? where id = ?"
        " returning undo_position",
        (step.release_id, reading_id),
    ).fetchone()
    connection.execute(
        "delete from undo_line where reading_id = ? and position >= ?", (reading_id, position)
    )
    connection.execute("insert into undo_line values (?, ?, ?)", (reading_id, position, step.id))


def undo(study: Study, reading_id: int) -> Step | None:
    """Take the last decision of a reading back; None when there is none.

    Raises:
        StudyError: the study could not be written; nothing was changed.
    """
    with study.transaction() as connection:
        position = _position(connection, reading_id)
        target = _step_at(connection, reading_id, position)
        if target is None:
            return None
        back = [Change(one.release_id, one.after, one.before) for one in target.changes]
        return _go(study, reading_id, UNDO, back, target, position - 1)


def redo(study: Study, reading_id: int) -> Step | None:
    """Do again what undo took back last in a reading; None when there is nothing.

    Raises:
        StudyError: the study could not be written; nothing was changed.
    """
    with study.transaction() as connection:
        position = _position(connection, reading_id) + 1
        target = _step_at(connection, reading_id, position)
        if target is None:
            return None
        return _go(study, reading_id, REDO, target.changes, target, position)


def _go(
    study: Study,
    reading_id: int,
    kind: str,
    changes: Sequence[Change],
    target: Step,
    position: int,
) -> Step:
    """Undo a step, or redo it, and stand at a position; the step says what kind of one it was."""
    step = write_step(study, reading_id, kind, changes, target.detail, undoes=target.id)
    study.connection.execute(
        "update readings set undo_position = ?, place = ? where id = ?",
        (position, step.release_id, reading_id),
    )
    mark_anew(study.connection, reading_id, step.id)
    return replace(step, detail={**target.detail, "kind": target.kind})


def _position(connection: sqlite3.Connection, reading_id: int) -> int:
    (position,) = connection.execute(
        "select undo_position from readings where id = ?", (reading_id,)
    ).fetchone()
    return int(position)


def _step_at(connection: sqlite3.Connection, reading_id: int, position: int) -> Step | None:
    rows = connection.execute(
        "select journal.* from undo_line join journal on journal.step = undo_line.step"
        " where undo_line.reading_id = ? and undo_line.position = ? order by journal.id",
        (reading_id, position),
    ).fetchall()
    return step_of(rows) if rows else None
