"""Where releases stand under the rules of another codebook: coded or not, and what is asked."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from db.codebook import Codebook
from db.rules import missing, pruned, status_of
from db.states import State, Status, from_json


@dataclass(frozen=True, slots=True)
class Standing:
    """How many releases come to stand elsewhere, in whatever reading."""

    reopened: int = 0
    """Coded before, uncoded again."""
    lacking: Mapping[str, int] = field(default_factory=dict)
    """Field → how many of these have no code of it where it is required."""
    completed: int = 0
    """Uncoded before, coded now: nothing more is required of them."""
    unasked: Mapping[str, int] = field(default_factory=dict)
    """Field → how many hold a code of it that is no longer asked for; it stays where it is."""


@dataclass(frozen=True, slots=True)
class _Judgement:
    status: Status
    lacking: frozenset[str]
    unasked: frozenset[str]


def same_rules(old: Codebook, new: Codebook) -> bool:
    """Whether both ask and require the same, so that every release stands where it stood."""
    rules = [{f.name: (f.per, f.required, f.when) for f in book.fields} for book in (old, new)]
    return rules[0] == rules[1]


def plan_standing(connection: sqlite3.Connection, old: Codebook, new: Codebook) -> Standing:
    """Work out into a temporary table which states change their status; their codes never do."""
    releases: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    judge = lru_cache(maxsize=10_000)(lambda snapshot: _judge(from_json(snapshot), old, new))
    connection.execute("drop table if exists temp.restated")
    connection.execute("create temp table restated (reading_id, release_id, status)")
    for reading_id, release_id, status, snapshot in connection.execute(
        "select reading_id, release_id, status, snapshot from main.states where snapshot <> '{}'"
    ):
        judgement = judge(snapshot)
        for name in judgement.unasked:
            releases["unasked", name].add(release_id)
        if judgement.status == status:
            continue
        connection.execute(
            "insert into temp.restated values (?, ?, ?)", (reading_id, release_id, judgement.status)
        )
        releases["all", judgement.status].add(release_id)
        for name in judgement.lacking if judgement.status == "uncoded" else ():
            releases["lacking", name].add(release_id)
    counts = {key: len(ids) for key, ids in releases.items()}
    return Standing(
        reopened=counts.get(("all", "uncoded"), 0),
        lacking=_in_order(counts, "lacking", new),
        completed=counts.get(("all", "coded"), 0),
        unasked=_in_order(counts, "unasked", new),
    )


def write_standing(connection: sqlite3.Connection) -> None:
    """Give the states of `temp.restated` their new status, in an open transaction."""
    connection.execute(
        "update main.states set status = restated.status from temp.restated"
        " where states.reading_id = restated.reading_id"
        " and states.release_id = restated.release_id"
    )


def _judge(state: State, old: Codebook, new: Codebook) -> _Judgement:
    return _Judgement(
        status=status_of(state, new),
        lacking=frozenset(field.name for field, _ in missing(state, new)),
        unasked=_unasked(state, new) - _unasked(state, old),
    )


def _unasked(state: State, codebook: Codebook) -> frozenset[str]:
    """Fields with a code that the next decision on the release would lay down."""
    return frozenset(name for name, _ in _held(state) - _held(pruned(state, codebook)))


def _held(state: State) -> frozenset[tuple[str, int]]:
    """Fields that have a code, each with its example (0: once a case)."""
    held = [(name, 0) for name in state.values]
    for number, example in enumerate(state.examples, start=1):
        held += [(name, number) for name in example.values]
    return frozenset(held)


def _in_order(
    counts: Mapping[tuple[str, str], int], kind: str, codebook: Codebook
) -> dict[str, int]:
    """The counts of one kind by field, in the order of the codebook."""
    names = (field.name for field in codebook.fields)
    return {name: counts[kind, name] for name in names if (kind, name) in counts}
