"""Readings: whose they are, and that nobody else takes them."""

from pathlib import Path

import pytest

from annotator.session import Session
from db import readings
from db.coding import Coding
from db.readings import Reading
from db.study import Study


def test_a_first_reading_that_nobody_sat_at_is_taken_over(study: Study) -> None:
    taken = readings.reading(study, "bea")
    assert (taken.id, taken.coder) == (1, "bea")
    assert readings.all_readings(study) == [taken]


def test_a_reading_that_somebody_has_opened_keeps_its_name(study: Study) -> None:
    session = Session(study, readings.choose(study))
    session.begin()
    with Study.open(study.path) as other:
        assert readings.reading(other, "bea").id == 2
    session.flag()
    coders = study.connection.execute(
        "select coder from journal join readings on readings.id = reading_id"
    ).fetchall()
    assert [row["coder"] for row in coders] == ["ann"]


def test_a_reading_with_decisions_keeps_its_name(study: Study) -> None:
    Coding(study, readings.choose(study)).flag(1)
    assert readings.reading(study, "bea").id == 2


def test_two_programs_that_begin_one_reading_at_once_share_it(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    Coding(study, readings.choose(study)).flag(1)
    find = readings.find
    begun: list[Reading] = []

    def begin_meanwhile(asked: Study, coder: str, number: int = 1) -> Reading | None:
        found = find(asked, coder, number)
        monkeypatch.undo()
        with Study.open(study.path) as other:
            begun.append(readings.reading(other, coder, number))
        return found

    monkeypatch.setattr(readings, "find", begin_meanwhile)
    assert readings.reading(study, "carl") == begun[0]
    assert len(readings.all_readings(study)) == 2


def test_the_place_waits_for_nobody(study: Study, tmp_path: Path) -> None:
    (patience,) = study.connection.execute("pragma busy_timeout").fetchone()
    with Study.open(study.path) as other, other.transaction():
        session = Session(study, readings.choose(study))
        session.begin()
        assert session.page is not None and not session.remember_place()
    assert session.remember_place()
    assert study.connection.execute("pragma busy_timeout").fetchone()[0] == patience
