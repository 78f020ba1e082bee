"""Help and palette on every screen."""

import pytest

from annotator.app import AnnotatorApp
from annotator.palette import Entry, ranked
from db import readings
from db.codebook import file as codebook_file
from db.codebook.change import apply
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


async def chosen(app: AnnotatorApp, words: str) -> str:
    """Type words into the palette and press Enter; what is on screen afterwards."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press(":", *words)
        for _ in range(10):
            await pilot.pause(0.05)
        await pilot.press("enter")
        for _ in range(4):
            await pilot.pause(0.05)
        return shown(app)


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


async def test_a_group_of_words_is_found_before_a_code_of_that_word(study: Study) -> None:
    toml = (
        study.codebook.toml
        + """
[[highlight]]
name = "tip"
terms = ["tip"]
"""
    )
    apply(study, codebook_file.parse(toml))
    app = AnnotatorApp(study, readings.choose(study))
    assert "n goes over: tip" in await chosen(app, "tip")
    assert study.connection.execute("select count(*) from journal").fetchone()[0] == 0


async def test_letters_alone_decide_nothing(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(":", *"fd")
        for _ in range(10):
            await pilot.pause(0.05)
        assert "Category: Fraud" not in shown(app) and "Find" in shown(app)


@pytest.mark.parametrize("typed", ["u", "un", "in", "c"])
async def test_a_beginning_of_a_word_decides_nothing_where_a_command_fits(
    app: AnnotatorApp, study: Study, typed: str
) -> None:
    await chosen(app, typed)
    assert Coding(study, readings.choose(study)).state(1).examples == ()
    assert Coding(study, readings.choose(study)).state(1).exclusion is None


def done() -> None:
    """What an entry of a test does."""


CODE = Entry("Origin: Public tip  (p)", "Told by a customer.", done, ("Origin: Public tip",), True)
GROUP = Entry("Words: tip", "Let n go over these words.", done, ("Words: tip", "tip"))
COMMAND = Entry("List  (l)", "Show the list of tips.", done, ("List",))


def test_names_come_before_beginnings_words_letters_and_what_is_said() -> None:
    assert ranked(GROUP, "tip", 1) > ranked(CODE, "tip", 1) > 0
    assert ranked(CODE, "origin: public tip", 1) > ranked(CODE, "origin public", 1)
    assert ranked(CODE, "origin public", 1) > ranked(CODE, "public", 1)
    assert ranked(COMMAND, "li", 1) > ranked(COMMAND, "lt", 1) > ranked(COMMAND, "tips", 0) > 0


def test_a_code_is_found_by_words_only_and_last_while_one_is_begun() -> None:
    assert ranked(CODE, "ori", 5) > 0 and ranked(CODE, "customer", 0) > 0
    assert ranked(CODE, "ogn", 5) == ranked(CODE, "cust", 5) == ranked(CODE, ")", 5) == 0
    assert ranked(CODE, "ori", 5) < ranked(COMMAND, "show the list", 0)


async def test_brackets_in_a_label_are_no_markup(study: Study) -> None:
    apply(study, codebook_file.parse(study.codebook.toml.replace('"Fraud"', '"Fraud [/red]"')))
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(":", *"fraud")
        for _ in range(10):
            await pilot.pause(0.05)
        assert "Category: Fraud [/red]  (3)" in shown(app)
