"""A study that another program holds: it is said, nothing is lost, and the screen stays."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from annotator.app import AnnotatorApp
from db import readings
from db.coding import Coding
from db.releases import store
from db.states import EMPTY
from db.study import Study
from tests.conftest import release
from tests.screens.looking import shown


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    study.connection.execute("pragma busy_timeout = 0")
    return AnnotatorApp(study, readings.choose(study))


@contextmanager
def held(study: Study) -> Iterator[None]:
    """Another program writes, and does not come to an end."""
    other = sqlite3.connect(study.path, isolation_level=None)
    other.execute("begin immediate")
    try:
        yield
    finally:
        other.close()


@pytest.mark.parametrize("keys", [["1"], ["f"], ["x", "1"], ["s"], ["u"], ["e", "a"]])
async def test_what_cannot_be_saved_is_said(
    app: AnnotatorApp, study: Study, keys: list[str]
) -> None:
    coding = Coding(study, app.reading)
    coding.code(1, "category", "fraud")
    before = coding.state(1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        with held(study):
            await pilot.press(*keys)
            await pilot.pause()
            assert "not saved: database is locked" in shown(app)
        assert coding.state(1) == before
        await pilot.press(*keys)
        await pilot.pause()
        assert "not saved" not in shown(app)
    assert coding.state(1) != before


async def test_moving_and_the_choice_of_view_do_without_being_kept(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        with held(study):
            await pilot.press("]", "]", "tab")
            await pilot.pause(0.7)
            assert "Gamma" in shown(app) and "only the sentences" in shown(app)
        await pilot.pause(0.7)
        assert readings.choose(study).place == 3


async def test_one_can_leave(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p")
        with held(study):
            await pilot.press("q")
            await pilot.pause()
    assert app.return_code == 0
    assert "1 release decided" in app.farewell and "not in the log" in app.farewell


async def test_candidates_are_shown_though_new_ones_cannot_be_looked_for(
    app: AnnotatorApp, study: Study
) -> None:
    store(study, [release(6, "Zeta", "Facebook.")], source="x")
    async with app.run_test(size=(80, 24)) as pilot:
        with held(study):
            await pilot.press("equals_sign")
            await pilot.pause()
            assert "annotator cases candidates" in shown(app)
            await pilot.press("escape", "f")
            assert "not saved" in shown(app)
    assert Coding(study, app.reading).state(6) == EMPTY
