"""Keys that arrive together, as a slow line delivers them, do what they do one by one."""

import pytest
from textual import events

from annotator.app import AnnotatorApp
from db import readings
from db.coding import Coding
from db.states import EMPTY, State
from db.study import Study
from tests.screens.looking import shown

NAMES = {
    "\r": "enter",
    "\x15": "ctrl+u",
    "\x1b": "escape",
    "]": "right_square_bracket",
    "/": "slash",
    " ": "space",
}


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    return AnnotatorApp(study, readings.choose(study))


async def typed(app: AnnotatorApp, keys: str) -> str:
    """Type them in one go, the first release being in sight; what is on screen afterwards."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for key in keys:
            app.post_message(events.Key(NAMES.get(key, key), key))
        for _ in range(20):
            await pilot.pause()
        assert app._exception is None
        return shown(app)


def states(study: Study) -> list[State]:
    coding = Coding(study, readings.choose(study))
    return [coding.state(number) for number in range(1, 6)]


async def test_a_command_and_the_answer_to_it(app: AnnotatorApp, study: Study) -> None:
    reason = next(one for one in study.codebook.exclusions if one.key == "3")
    await typed(app, "x3")
    first, *others = states(study)
    assert (first.exclusion, first.values) == (reason.name, {})
    assert others == [EMPTY] * 4


async def test_codes_after_a_move_are_for_a_release_not_seen(
    app: AnnotatorApp, study: Study
) -> None:
    screen = await typed(app, "]4c")
    assert states(study) == [EMPTY] * 5
    assert "2/5" in screen
    assert "“4 c” were typed before this release was shown: not taken" in screen


async def test_a_later_burst_names_its_own_keys_only(app: AnnotatorApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        for keys, said in (("]4c", "“4 c” were typed"), ("]3", "“3” was typed")):
            await pilot.pause()
            for key in keys:
                app.post_message(events.Key(NAMES.get(key, key), key))
            for _ in range(20):
                await pilot.pause()
            assert said in shown(app)


async def test_a_number_of_suspects_is_no_code(app: AnnotatorApp, study: Study) -> None:
    await typed(app, "1e2")
    first = states(study)[0]
    assert [one.suspects for one in first.examples] == [2]
    assert first.value("category") == "child-exploitation"


async def test_a_key_for_a_screen_that_is_only_opening(app: AnnotatorApp, study: Study) -> None:
    screen = await typed(app, "t4")
    assert states(study) == [EMPTY] * 5
    assert "report: quarters" in screen


@pytest.mark.parametrize(
    ("keys", "memo"),
    [
        ("m1ip note\r", "1ip note"),
        ("mabc\x15def\r", "def"),
        ("m1ip\x1b", ""),
    ],
)
async def test_a_line_of_text(app: AnnotatorApp, study: Study, keys: str, memo: str) -> None:
    await typed(app, keys)
    assert states(study)[0] == State(memo=memo)


async def test_what_follows_a_line_of_text(app: AnnotatorApp, study: Study) -> None:
    await typed(app, "mnote\r3")
    first = states(study)[0]
    assert (first.memo, first.value("category")) == ("note", "fraud")


async def test_words_to_find(app: AnnotatorApp, study: Study) -> None:
    screen = await typed(app, "/fraud\r")
    assert "releases: fraud" in screen and "1 of 1" in screen
    assert states(study) == [EMPTY] * 5
