"""The candidates of a release as the study holds them: ranked, with reasons, judged or not."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from db.states import Relation, State, from_json
from db.study import Study

STRONG = 0.8
"""From this score on the coding screen speaks of a candidate unasked."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A release that may be of the same case."""

    id: int
    uid: str
    url: str | None
    relation: Relation
    score: float
    """From 0 to 1."""
    reasons: tuple[str, ...]


_COLUMNS = "other_id, uid, url, relatives.relation, score, reasons"
_ORDER = "order by score desc, other_id"


def candidates_of(study: Study, release_id: int) -> list[Candidate]:
    """All of a release, best first, whatever was decided since."""
    rows = study.connection.execute(
        f"select {_COLUMNS} from relatives join releases on releases.id = other_id"
        f" where release_id = ? {_ORDER}",
        (release_id,),
    )
    return [_candidate(row) for row in rows]


def all_candidates(study: Study) -> Iterator[tuple[str, str | None, list[Candidate]]]:
    """Uid and address of every release by date, each with its candidates, best first."""
    for row in study.connection.execute("select id, uid, url from releases order by published, id"):
        yield row["uid"], row["url"], candidates_of(study, row["id"])


def open_candidates(study: Study, reading_id: int, release_id: int) -> list[Candidate]:
    """Those still to be judged in a reading, best first.

    Left out: releases not in the reading, excluded ones, those of the same case already, and
    those of which the analyst has said, on either side, that they are not the same case.
    """
    rows = study.connection.execute(
        f"select {_COLUMNS}, mine.snapshot as mine, theirs.snapshot as theirs from relatives"
        " join releases on releases.id = other_id"
        " join states as mine on mine.reading_id = ?1 and mine.release_id = relatives.release_id"
        " join states as theirs on theirs.reading_id = ?1 and theirs.release_id = other_id"
        f" where relatives.release_id = ?2 and theirs.status <> 'excluded' {_ORDER}",
        (reading_id, release_id),
    )
    found: list[Candidate] = []
    for row in rows:
        mine, theirs = from_json(row["mine"]), from_json(row["theirs"])
        if not _is_settled(release_id, mine, row["other_id"], theirs):
            found.append(_candidate(row))
    return found


def has_strong(study: Study, reading_id: int, release_id: int) -> bool:
    """Whether the screen should speak of a candidate unasked; one look-up in an index."""
    row = study.connection.execute(
        "select 1 from relatives where release_id = ? and score >= ? limit 1", (release_id, STRONG)
    ).fetchone()
    if row is None:
        return False
    return any(one.score >= STRONG for one in open_candidates(study, reading_id, release_id))


def _is_settled(id_: int, mine: State, other_id: int, theirs: State) -> bool:
    same_case = (mine.lead or id_) == (theirs.lead or other_id)
    return same_case or other_id in mine.apart or id_ in theirs.apart


def _candidate(row: sqlite3.Row) -> Candidate:
    return Candidate(
        id=row["other_id"],
        uid=row["uid"],
        url=row["url"],
        relation=row["relation"],
        score=row["score"],
        reasons=tuple(json.loads(row["reasons"])),
    )
