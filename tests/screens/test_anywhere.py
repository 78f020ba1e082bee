"""Help and palette on every screen."""

import pytest

from annotator.app import AnnotatorApp
from db import readings
from db.coding import Coding
from db.study import Study
from tests.screens.looking import shown


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    return AnnotatorApp(study, readings.choose(study))


@pytest.mark.parametrize(
    ("keys", "has"),
    [
        ("t", "What is drawn; the table's columns."),
        ("l", "Only uncoded, coded, excluded"),
        ("=", "Compare with any release"),
        ("*", "The release leads the case"),
    ],
)
async def test_help_has_the_keys_of_the_screen_on_show(
    app: AnnotatorApp, coding: Coding, keys: str, has: str
) -> None:
    coding.link(2, 1, "update")  # else there is no case to look at
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.pause()
        await pilot.press(*keys, "?")
        assert "Keys here" in shown(app) and has in shown(app)
        await pilot.press("?")
        assert "Keys here" not in shown(app) and app.screen.name != "coding"


async def chosen(app: AnnotatorApp, words: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press(":", *words)
        for _ in range(10):
            await pilot.pause(0.05)
        await pilot.press("enter")
        for _ in range(4):
            await pilot.pause(0.05)


async def test_a_code_by_name(app: AnnotatorApp, study: Study) -> None:
    await chosen(app, "fraud")
    state = Coding(study, readings.choose(study)).state(1)
    assert state.value("category") == "fraud"


async def test_a_reason_by_name(app: AnnotatorApp, study: Study) -> None:
    await chosen(app, "exclude: speech")
    state = Coding(study, readings.choose(study)).state(1)
    (name,) = (one.name for one in study.codebook.exclusions if one.label.startswith("Speech"))
    assert state.exclusion == name


async def test_a_command_by_what_is_said_of_it(app: AnnotatorApp, study: Study) -> None:
    await chosen(app, "take the flag down")
    assert Coding(study, readings.choose(study)).state(1).flagged
