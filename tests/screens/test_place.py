"""Where a case lies, said on the coding screen."""

from pathlib import Path

import pytest

from annotator.app import AnnotatorApp
from db import readings
from db.coding import Coding
from db.journal import faults
from db.places import Place
from db.study import Study
from tests.screens.looking import rows, shown


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_a_place_is_shown_corrected_and_taken_back(
    study: Study, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    coding = Coding(study, app.reading)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("at")
        await pilot.press("ctrl+u", *"Mayfield, Kentucky", "enter")
        await pilot.pause()
        assert "saved · placed in Mayfield, KY" in shown(app)
        assert "W.D. Kentucky · Mayfield, KY ✎" in shown(app)
        assert coding.state(1).place == Place("Mayfield", "KY")
        await pilot.press("u")
        assert "undone · 1: placed in Mayfield, KY" in shown(app)
        assert "✎" not in shown(app)
        assert coding.state(1).place is None
    assert not [*faults(study)]


async def test_what_is_no_place_is_refused_in_words(study: Study) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("at", "ctrl+u", *"Mayfield, Ruritania", "enter")
        await pilot.pause()
        assert "Ruritania" in shown(app)
    assert Coding(study, app.reading).state(1).place is None


async def test_typing_replaces_the_place_that_stands_there(study: Study) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at", *"Gary, IN", "enter")
        await pilot.press("at", *"Paducah, KY", "enter")
        await pilot.pause()
    assert Coding(study, app.reading).state(1).place == Place("Paducah", "KY")


async def test_a_town_that_nobody_knows_is_taken_and_questioned(study: Study) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("at", *"Nowhereville, KY", "enter")
        await pilot.pause()
        assert "no place Nowhereville, KY is known" in shown(app)
        await pilot.press("at", *"Paducah, KY", "enter")
        await pilot.pause()
        assert "is known" not in shown(app)
    assert Coding(study, app.reading).state(1).place == Place("Paducah", "KY")


async def test_words_that_are_no_place_can_be_mended(study: Study) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at", *"Paducah, ZZ", "enter")
        await pilot.pause()
        assert "Paducah, ZZ" in rows(app)[-1] and "“ZZ” is no state" in shown(app)
        await pilot.press("backspace", "backspace", *"KY", "enter")
        await pilot.pause()
    assert Coding(study, app.reading).state(1).place == Place("Paducah", "KY")


async def test_a_place_left_with_escape_is_as_it_was(study: Study) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("at", *"Gary, IN", "escape")
        await pilot.pause()
        assert "saved" not in shown(app)
    assert Coding(study, app.reading).state(1).place is None


async def test_where_little_room_is_left_the_place_stays_and_the_office_goes(study: Study) -> None:
    coding = Coding(study, readings.choose(study))
    coding.place(1, Place("Hopkinsville", "KY"))
    app = AnnotatorApp(study, coding.reading)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "W.D. Kentucky · Hopkinsville, KY ✎" in rows(app)[1]
        await pilot.press("f")
        assert "2018-Q1 · Hopkinsville, KY ✎ · ⚑ flagged" in rows(app)[1]
