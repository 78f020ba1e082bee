"""The study's log of runs: each import, collection and other change from outside, counted."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from db.study import Study, now


@dataclass(frozen=True, slots=True)
class Run:
    """One entry of the log."""

    id: int
    kind: str
    """What was done: import, collect, …"""
    source: str
    """What was read: paths or an address."""
    started_at: str
    finished_at: str | None
    """None where the run was broken off, or is under way."""
    counts: Mapping[str, int]
    """What became of its records, as far as it came."""


def runs(study: Study) -> list[Run]:
    """Every run, the first first."""
    rows = study.connection.execute("select * from runs order by id").fetchall()
    return [_run(row) for row in rows]


def begin_run(study: Study, kind: str, source: str) -> int:
    """Enter a run that begins now; its id."""
    with study.transaction() as connection:
        (run_id,) = connection.execute(
            "insert into runs (kind, source, started_at) values (?, ?, ?) returning id",
            (kind, source, now()),
        ).fetchone()
    return int(run_id)


def log_run(
    connection: sqlite3.Connection, run_id: int, counts: Mapping[str, int], *, finished: bool
) -> None:
    """Note a run's counts so far, in the transaction of what is counted."""
    connection.execute(
        "update runs set counts = ?, finished_at = ? where id = ?",
        (json.dumps(dict(counts)), now() if finished else None, run_id),
    )


def log_past(
    study: Study, kind: str, source: str, counts: Mapping[str, int], *, seconds: float
) -> None:
    """Log what has just ended, such as a sitting, with its counts and its length."""
    run_id = begin_run(study, kind, source)
    began = datetime.now(UTC) - timedelta(seconds=seconds)
    at = began.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    with study.transaction() as connection:
        connection.execute("update runs set started_at = ? where id = ?", (at, run_id))
        log_run(connection, run_id, counts, finished=True)


def _run(row: sqlite3.Row) -> Run:
    try:
        counts = json.loads(row["counts"] or "{}")
    except ValueError:
        counts = {}
    return Run(
        row["id"],
        row["kind"],
        row["source"],
        row["started_at"],
        row["finished_at"],
        {
            str(name): count
            for name, count in (counts.items() if isinstance(counts, dict) else ())
            if isinstance(count, int)
        },
    )
