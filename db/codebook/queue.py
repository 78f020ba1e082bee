"""Which stored releases a change of the codebook brings into the queue, or takes out of it."""

import sqlite3
from collections.abc import Mapping

from db.codebook import Codebook
from db.readings import enter

_QUALIFIES = "(:{0}anything or {1} > 0) and published between :{0}start and :{0}end"
"""Whether a release is to be read: a platform is named (or there is none), in the span."""

_ENGAGED = """
    select release_id from main.journal
    union select after ->> '$.lead' from main.journal where after ->> '$.lead' is not null
"""
"""Releases that were ever decided on, or ever led a case: undo may come back to them."""

_MOVED = """
    create temp table moved as
    with engaged as materialized ({engaged}),
    judged as (
        select id, queued, {before} as qualified, {now} as qualifies,
            published between :start and :end as covered
        from main.releases
    )
    select id as release_id,
        case when qualifies then 'entering' when id not in engaged then 'leaving'
            when covered then 'unnamed' else 'outside' end as move
    from judged
    where qualifies <> queued and (qualifies or qualified or id not in engaged)
"""
"""A release that stays although it does not qualify is told of once, when that comes about."""


def same_queue(old: Codebook, new: Codebook) -> bool:
    """Whether both look for the same in the same span, so that every release stays where it is."""
    return (old.platforms, old.start, old.end) == (new.platforms, new.start, new.end)


def plan_queue(
    connection: sqlite3.Connection, old: Codebook, new: Codebook, *, searched: bool
) -> Mapping[str, int]:
    """Work out into a temporary table how releases move: see `Plan`.

    Args:
        searched: whether `temp.searched` holds what the new codebook finds; without it the
            mentions stay as they are.

    Returns:
        How many there are of each: `entering`, `leaving`, and decided on but no longer to be
        read because they lie `outside` the span or are `unnamed`.
    """
    found = "(select mentions from temp.searched where release_id = id)" if searched else "mentions"
    statement = _MOVED.format(
        engaged=_ENGAGED,
        before=_QUALIFIES.format("old_", "mentions"),
        now=_QUALIFIES.format("", found),
    )
    connection.execute("drop table if exists temp.moved")
    connection.execute(statement, _terms(old, "old_") | _terms(new, ""))
    rows = connection.execute("select move, count(*) as releases from temp.moved group by move")
    return {row["move"]: row["releases"] for row in rows}


def write_queue(connection: sqlite3.Connection) -> None:
    """Let the releases of `temp.moved` enter the first passes, or leave every reading."""
    entering, leaving = (
        f"select release_id from temp.moved where move = '{move}'"
        for move in ("entering", "leaving")
    )
    connection.execute(f"delete from states where release_id in ({leaving})")
    connection.execute(f"update readings set place = null where place in ({leaving})")
    connection.execute(f"update releases set queued = 0 where id in ({leaving})")
    connection.execute(f"update releases set queued = 1 where id in ({entering})")
    for row in connection.execute("select id from readings where pass = 1").fetchall():
        enter(connection, entering, reading_id=row["id"])


def _terms(codebook: Codebook, prefix: str) -> dict[str, object]:
    return {
        f"{prefix}anything": not codebook.platforms,
        f"{prefix}start": codebook.start.isoformat() if codebook.start else "",
        f"{prefix}end": codebook.end.isoformat() if codebook.end else "9999-12-31",
    }
