"""The page of places where counting them takes long: a thread does it and keys go on."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from threading import Event

import pytest
from textual.pilot import Pilot

from annotator.app import AnnotatorApp
from annotator.report import counted
from annotator.report.sentences import placing_words
from annotator.screens.report_drawing import COUNTING
from db import readings
from db.codebook import file as codebook_file
from db.errors import StudyError
from db.readings import Reading
from db.report.filter import ReportFilter
from db.report.placing import Placing, placing
from db.study import Study
from tests.report_samples import code_at_random, study_of
from tests.screens.looking import rows, shown

WAIT = 30.0
"""Seconds after which a test that hangs fails."""


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=60) as made:
        code_at_random(made, readings.choose(made), Random(7))
        yield made


@pytest.fixture
def app(study: Study, monkeypatch: pytest.MonkeyPatch) -> AnnotatorApp:
    monkeypatch.setattr(counted, "FEW", -1)
    return AnnotatorApp(study, readings.choose(study), start="report")


class Held:
    """Counting that is not done before it is let go."""

    def __init__(self, fault: str = "") -> None:
        self.go, self.fault, self.paths = Event(), fault, list[Path]()

    def __call__(self, study: Study, reading: Reading, chosen: ReportFilter) -> Placing:
        self.paths.append(study.path)
        assert self.go.wait(WAIT)
        if self.fault:
            raise StudyError(self.fault)
        return placing(study, reading, chosen)


async def _done(app: AnnotatorApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_keys_go_on_while_places_are_counted(
    app: AnnotatorApp, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held()
    monkeypatch.setattr(counted, "placing", held)
    said = placing_words(placing(study, readings.choose(study)))
    start = said[:20]
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("7")
        assert COUNTING in rows(app)[-2] and "HI" in shown(app) and start not in shown(app)
        await pilot.press("1")
        assert "Releases collected" in shown(app) and COUNTING not in shown(app)
        await pilot.press("7")
        held.go.set()
        await _done(app, pilot)
        assert start in shown(app) and COUNTING not in shown(app)
        assert len(held.paths) == 1


async def test_a_newer_filter_supersedes_what_is_being_counted(
    app: AnnotatorApp, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held()
    monkeypatch.setattr(counted, "placing", held)
    only = placing(study, readings.choose(study), ReportFilter(state="AK"))
    everything = placing(study, readings.choose(study))
    assert placing_words(only) != placing_words(everything)
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("7", "f", "j", "j", "j", "right", "enter")
        await pilot.pause()
        assert COUNTING in rows(app)[-2] and "only AK" in rows(app)[0]
        held.go.set()
        await _done(app, pilot)
        assert placing_words(only)[:30] in shown(app)
        assert placing_words(everything) not in shown(app).replace("\n", " ")


async def test_what_kept_places_from_being_counted_is_said(
    app: AnnotatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held("the disk is gone")
    held.go.set()
    monkeypatch.setattr(counted, "placing", held)
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("7")
        await _done(app, pilot)
        assert "the disk is gone" in rows(app)[-2]
        await pilot.press("1")
        assert "Releases collected" in shown(app)
