"""The list of releases: filters typed, and what is said of those that are not understood."""

import pytest

from annotator.app import AnnotatorApp
from annotator.screens.coding import CodingScreen
from db import readings
from db.codebook import file as codebook_file
from db.codebook.change import apply
from db.codebook.file import parse
from db.coding import Coding
from db.releases import store
from db.study import Study
from tests.conftest import release
from tests.screens.looking import rows, shown


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    coding = Coding(study, readings.choose(study))
    coding.code(1, "category", "fraud")
    coding.add_example(1)
    coding.code(1, "category", "drugs", example=2)
    coding.code(2, "category", "fraud")
    return AnnotatorApp(study, readings.choose(study))


async def test_filters_of_one_field_combine_and_are_all_named(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        assert rows(app)[-1].endswith("Enter finds · Esc leaves")
        await pilot.press(*"code:fraud code:drugs", "enter")
        await pilot.pause()
        assert "code:fraud code:drugs" in rows(app)[0]
        assert "1 of 1" in shown(app) and "Acme Town" in shown(app)


async def test_what_is_not_understood_is_told_in_full_and_can_be_mended(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        await pilot.press("slash", *"is:uncoded code:frod foo:bar", "enter")
        await pilot.pause()
        seen = " ".join(" ".join(rows(app)[1:-2]).split())
        assert "code:frod is not known; did you mean fraud? There are child-exploitation," in seen
        assert seen.count("coder:") == 1 and "not-used" in seen  # nothing is cut
        assert "Acme Town" not in seen
        assert "is:uncoded code:frod foo:bar" in rows(app)[-1]
        await pilot.press(*["backspace"] * len(" code:frod foo:bar"), "enter")
        await pilot.pause()
        assert "is:uncoded" in rows(app)[0] and "of 5" in shown(app)


async def test_a_long_filter_is_cut_with_a_sign_and_the_examples_are_whole(
    app: AnnotatorApp,
) -> None:
    typed = "is:uncoded state:ky quarter:2018 man car cars facebook"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *typed, "enter")
        await pilot.pause()
        assert rows(app)[0].endswith("…") and "releases: is:uncoded state:KY" in rows(app)[0]
        assert rows(app)[-2].endswith("state:ky, place:…")
        await pilot.press("/", "escape")
        await pilot.pause()
        assert "  / words, " in rows(app)[-2]


async def test_other_words_take_the_place_of_those_looked_for_before(app: AnnotatorApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("l", "/", *"acme", "enter", "/", *"gamma", "enter")
        await pilot.pause()
        assert rows(app)[0].endswith("releases: gamma") and "1 of 1" in shown(app)
        await pilot.press("/", "end", *" is:coded", "enter")
        await pilot.pause()
        assert rows(app)[0].endswith("releases: is:coded gamma")


async def test_a_line_given_up_leaves_the_list_as_it_was(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"zebra is:foo", "enter", "escape")
        await pilot.pause()
        assert "releases: all" in rows(app)[0] and "Acme Town" in shown(app)
        assert "is:foo" not in shown(app)


async def test_undo_in_a_filter_gives_no_number_to_a_release_that_is_not_in_it(
    app: AnnotatorApp, study: Study
) -> None:
    Coding(study, readings.choose(study)).exclude(4, "other")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"is:excluded", "enter", "enter")
        await pilot.pause()
        assert "is:excluded · 1/1" in rows(app)[0]
        await pilot.press("u")  # the exclusion
        await pilot.press("u")  # the code of another release
        await pilot.pause()
        assert "is:excluded · –/1" in rows(app)[0]
        assert "undone · Category: Fraud" in shown(app)
        await pilot.press("escape")
        await pilot.press("U")
        assert "done again · 2: Category: Fraud" in shown(app)


def _opened(app: AnnotatorApp) -> str:
    assert isinstance(app.screen, CodingScreen) and app.screen.session.page
    return app.screen.session.page.title


async def test_enter_opens_what_was_drawn_though_releases_came_in_meanwhile(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("l", "end", "k")
        (under,) = (row for row in rows(app) if row.startswith("▸"))
        with Study.open(study.path) as other:
            earlier = release(12, "Early One", "He used Facebook.")  # of January
            store(other, [earlier], source="elsewhere")
        await pilot.press("enter")
        await pilot.pause()
        assert "Delta Speech" in under and _opened(app) == "Delta Speech"


async def test_the_cursor_stays_on_a_release_though_those_behind_a_number_leave_the_reading(
    study: Study,
) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t", "enter")
        await pilot.pause()
        assert "1 of 5" in shown(app)
        with Study.open(study.path) as other:
            narrowed = codebook_file.default().toml.replace(
                "from = 2013-01-01", "from = 2018-04-01"
            )
            apply(other, parse(narrowed))
        await pilot.press("end")
        (under,) = (row for row in rows(app) if row.startswith("▸"))
        assert "3 of 3" in shown(app) and "Epsilon Man" in under
        await pilot.press("enter")
        await pilot.pause()
        assert _opened(app) == "Epsilon Man Sentenced Again"
