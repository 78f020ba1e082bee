"""What follows from states: their rows, the codes that are counted, the running tallies."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from db.rules import status_of
from db.states import Change, State
from db.study import Study


def put(study: Study, reading_id: int, changes: Iterable[tuple[Change, str]], at: str) -> None:
    """Bring everything that is derived to new states, in an open transaction.

    Args:
        changes: each with its new state as JSON.
        at: the moment of the decision.
    """
    moved: Counter[str] = Counter()
    for change, snapshot in changes:
        moved.update(_put(study, reading_id, change, snapshot, at))
    study.connection.executemany(
        "update tallies set count = count + ? where reading_id = ? and name = ?",
        [(by, reading_id, name) for name, by in moved.items() if by],
    )


def _put(study: Study, reading_id: int, change: Change, snapshot: str, at: str) -> dict[str, int]:
    """Bring a release's row and its projections for counting to the new state.

    Returns:
        By how much each tally changes.
    """
    connection, codebook = study.connection, study.codebook
    key = (reading_id, change.release_id)
    before, after = change.before, change.after
    old, new = status_of(before, codebook), status_of(after, codebook)
    connection.execute(
        "update states set status = ?, exclusion = ?, lead_id = ?, relation = ?, flagged = ?,"
        " skips = ?, decided_at = ?, snapshot = ?, changed = changed and ?"
        " where reading_id = ? and release_id = ?",
        (
            new,
            after.exclusion,
            after.lead,
            after.relation,
            after.flagged,
            after.skips,
            at,
            snapshot,
            snapshot != "{}",  # where nothing is decided, nothing is to be decided anew
            *key,
        ),
    )
    if (before.values, before.examples) != (after.values, after.examples):
        if before.values or before.examples:
            _unproject(connection, *key)
        _project(connection, *key, after)
    return _tally_changes(old, new, before.flagged, after.flagged)


def _tally_changes(old: str, new: str, was_flagged: bool, is_flagged: bool) -> dict[str, int]:
    moved = {old: -1, new: 1} if old != new else {}
    return moved | ({"flagged": is_flagged - was_flagged} if is_flagged != was_flagged else {})


def project(connection: sqlite3.Connection, reading_id: int, release_id: int, state: State) -> None:
    """Write a state's codes into the tables that are counted, in place of what is there."""
    _unproject(connection, reading_id, release_id)
    _project(connection, reading_id, release_id, state)


def _unproject(connection: sqlite3.Connection, *key: int) -> None:
    connection.execute("delete from codings where reading_id = ? and release_id = ?", key)
    connection.execute("delete from examples where reading_id = ? and release_id = ?", key)


def _project(
    connection: sqlite3.Connection, reading_id: int, release_id: int, state: State
) -> None:
    key = (reading_id, release_id)
    connection.executemany(
        "insert into examples values (?, ?, ?, ?)",
        [(*key, n, example.suspects) for n, example in enumerate(state.examples, start=1)],
    )
    rows = [(*key, 0, *item) for item in state.values.items()]
    for number, example in enumerate(state.examples, start=1):
        rows += [(*key, number, *item) for item in example.values.items()]
    connection.executemany("insert into codings values (?, ?, ?, ?, ?)", rows)
