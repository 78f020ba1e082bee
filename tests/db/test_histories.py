"""Random histories of two coders and three connections: what must hold after every step."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db import readings
from db.codebook import file as codebook_file
from db.codebook.change import apply
from db.codebook.file import parse
from db.coding import Coding
from db.errors import AnnotatorError
from db.families import make_lead, set_apart
from db.health import examine
from db.places import Place
from db.readings import Reading
from db.rebuild import rebuild
from db.records import Release
from db.releases import store
from db.states import EMPTY, Change, Evidence, Step
from db.study import Study

TOML = codebook_file.default().toml
CODEBOOKS = (
    TOML,
    TOML.replace("from = 2013-01-01", "from = 2018-01-01"),
    TOML.replace("required = true", "required = false", 1),
    TOML.replace('terms = ["facebook"]', 'terms = ["town 3"]'),
    TOML.replace('name = "in-passing"', 'name = "in-passing"\nretired = true'),
)
HOMELESS = """
    select members.release_id from states as members left join states as leads
    on leads.reading_id = members.reading_id and leads.release_id = members.lead_id
    where members.lead_id is not null
    and (leads.status is null or leads.status in ('excluded', 'linked')
        or members.lead_id = members.release_id)
"""
"""Linked releases whose lead leads no case."""
DERIVED = ("codings", "examples", "tallies", "undo_line", "releases", "mentions")


def invented(number: int, dice: random.Random) -> Release:
    return Release(
        uid=f"u{number}",
        title=f"Title {number}",
        text=f"He used Facebook in town {number % 5}, on day {dice.randint(1, 3)}.",
        published=date(dice.choice([2012, 2013, 2018]), dice.randint(1, 12), 1),
        office="W.D. Kentucky",
        state="KY",
    )


def decision(coding: Coding, dice: random.Random) -> Callable[[], object]:
    """Any decision on any release of the reading, or something that comes from outside."""
    study, book = coding.study, coding.study.codebook
    rows = study.connection.execute(
        "select release_id from states where reading_id = ?", (coding.reading.id,)
    ).fetchall()
    here, other = (dice.choice(rows)["release_id"] for _ in range(2))
    field, relation = dice.choice(book.fields), dice.choice(("update", "duplicate"))
    code = dice.choice([None, *(one.name for one in field.codes)])
    reason = dice.choice(book.exclusions).name
    excluded = replace(EMPTY, exclusion=reason)
    choices: list[Callable[[], object]] = [
        lambda: coding.code(here, field.name, code, example=dice.choice((1, 1, 2))),
        lambda: coding.code(here, "category", "fraud"),
        lambda: coding.exclude(here, reason),
        lambda: coding.clear(here),
        lambda: coding.repeat(here, coding.state(other)),
        lambda: coding.record("load", [Change(here, coding.state(here), excluded)]),
        lambda: coding.flag(here),
        lambda: coding.memo(here, dice.choice(("", "why?"))),
        lambda: coding.place(here, dice.choice((None, Place("Paducah", "KY")))),
        lambda: coding.skip(here),
        lambda: coding.add_example(here, dice.choice((1, 2))),
        lambda: coding.remove_example(here, dice.choice((1, 2))),
        lambda: coding.evidence(here, Evidence("category", 0, 7, "He used")),
        lambda: coding.link(here, other, relation),
        lambda: coding.link(here, other, relation),
        lambda: coding.unlink(here),
        lambda: make_lead(coding, here),
        lambda: set_apart(coding, here, other),
        coding.undo,
        coding.undo,
        coding.redo,
        lambda: store(study, [invented(dice.randint(1, 12), dice)], source="again"),
        lambda: apply(study, parse(dice.choice(CODEBOOKS))),
    ]
    return dice.choice(choices)


def derived(study: Study) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: sorted(map(tuple, study.connection.execute(f"select * from {table}")), key=repr)
        for table in DERIVED
    }


def snapshots(study: Study, reading: Reading) -> list[tuple[object, ...]]:
    rows = study.connection.execute(
        "select release_id, snapshot, status from states where reading_id = ?", (reading.id,)
    )
    return sorted(map(tuple, rows))


def count(move: Callable[[], Step | None]) -> int:
    """How often it can be made."""
    moves = 0
    while move() is not None:
        moves += 1
    return moves


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_decided_every_case_has_its_lead_and_the_journal_accounts_for_all(
    tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    path = tmp_path / "study.db"
    with (
        Study.create(path, codebook_file.default(), coder="ann") as study,
        Study.open(path) as second,
    ):
        first = [invented(number, dice) for number in range(1, 11)]
        store(study, first, source="here", keep_all=True)
        ann = readings.choose(study)
        readings.remember_place(study, ann.id, 1)  # else the other coder would take it over
        bea = readings.reading(second, "bea")
        sittings = [Coding(study, ann), Coding(second, bea), Coding(second, ann)]
        made = 0
        for _ in range(100):
            try:
                made += decision(dice.choice(sittings), dice)() is not None
            except AnnotatorError:
                continue
            assert study.connection.execute(HOMELESS).fetchall() == []
        assert made > 30
        study.follow_codebook()
        assert [one for one in examine(study) if one.status == "fault"] == []
        before = derived(study)
        rebuild(study)
        assert derived(study) == before
        for sitting in sittings[:2]:
            stood = snapshots(study, sitting.reading)
            for _ in range(count(sitting.undo)):
                assert study.connection.execute(HOMELESS).fetchall() == []
                sitting.redo()
            assert snapshots(study, sitting.reading) == stood
        assert [one for one in examine(study) if one.status == "fault"] == []
