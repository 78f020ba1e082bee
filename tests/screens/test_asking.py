"""Questions on the coding screen: what they show, which keys answer, and which are refused."""

import pytest

from annotator.app import AnnotatorApp
from annotator.widgets.reasons import share, shortened
from db import readings
from db.coding import Coding
from db.journal import faults
from db.study import Study
from tests.screens.looking import rows, shown

SIZES = [(80, 24), (140, 45)]


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    return AnnotatorApp(study, readings.choose(study))


def entries(study: Study) -> int:
    count: int = study.connection.execute("select count(*) from journal").fetchone()[0]
    return count


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("x", "x back to uncoded   Esc leaves"),
        ("e", "d remove   1-9 suspects it stands for   Esc leaves"),
        (";", "Enter keeps   Esc leaves"),
    ],
)
async def test_the_line_of_keys_names_those_that_answer(
    app: AnnotatorApp, size: tuple[int, int], key: str, named: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        before = rows(app)[-1]
        assert before.startswith(" ? help")
        await pilot.press(key)
        assert named in rows(app)[-1]
        await pilot.press("escape")
        assert rows(app)[-1] == before


@pytest.mark.parametrize("key", ["x", "e", ";"])
async def test_what_is_typed_behind_a_refused_answer_is_no_code(
    app: AnnotatorApp, study: Study, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key, "/", "i", "p", "c")
        assert "c: " in rows(app)[-2] and "Esc leaves" in rows(app)[-2]
        assert entries(study) == 0
        await pilot.press("escape", "3")
    assert entries(study) == 1
    assert Coding(study, app.reading).state(1).examples[0].values == {"category": "fraud"}


async def test_a_refused_reason_is_said_and_asked_again(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "7")
        assert "7: no reason has that key, nothing is excluded" in shown(app)
        await pilot.press("1")
        assert "saved · 1: excluded: Speech, remarks, policy" in shown(app)
    assert Coding(study, app.reading).state(1).exclusion == "not-a-crime"


@pytest.mark.parametrize("key", ["d", "e", "1"])
async def test_without_an_example_that_is_said_and_asked_again(
    app: AnnotatorApp, study: Study, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        assert "no example yet" in rows(app)[-2] and "example 1 of 1" not in shown(app)
        await pilot.press(key)
        assert f"{key}: no example yet, code it first · Esc leaves" in rows(app)[-2]
        await pilot.press("1")  # no code
        assert entries(study) == 0
        await pilot.press("escape", "1")
    assert entries(study) == 1


async def test_help_has_the_reasons_in_full_and_comes_back_to_the_question(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        asked = rows(app)
        assert "  ? definitions  " in asked[-1]
        await pilot.press("?")
        await pilot.pause()
        told = " ".join(shown(app).split())
        first, *_ = study.codebook.exclusions
        assert app.screen.name == "help" and " ".join(first.definition.split()) in told
        await pilot.press("1", "?")
        await pilot.pause()
        assert rows(app) == asked and entries(study) == 0
        await pilot.press("1")
    assert Coding(study, app.reading).state(1).exclusion == first.name


@pytest.mark.parametrize("key", ["e", ";", "."])
async def test_every_question_can_be_left_for_help(app: AnnotatorApp, key: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", key)
        asked = rows(app)
        await pilot.press("?")
        await pilot.pause()
        assert app.screen.name == "help"
        await pilot.press("escape")
        await pilot.pause()
        assert rows(app) == asked


@pytest.mark.parametrize("size", SIZES)
async def test_reasons_are_shown_with_their_definitions(
    app: AnnotatorApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("x")
        seen = " ".join(shown(app).replace("│", " ").split())
        for reason in app.study.codebook.exclusions:
            assert " ".join(reason.definition.split()[:4]) in seen


def test_a_definition_that_is_cut_says_so() -> None:
    text = "A speech, testimony, policy, grant, appointment or partnership."
    assert shortened(text, 30, 9) == [
        "A speech, testimony, policy,",
        "grant, appointment or",
        "partnership.",
    ]
    assert shortened(text, 30, 2) == ["A speech, testimony, policy,", "grant, appointment or…"]
    assert shortened(text, 30, 0) == shortened("", 30, 3) == []


async def test_a_terminal_with_no_room_at_all_is_no_trap(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        for size in ((4, 24), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "Exclude because it is" in shown(app)


def test_rows_are_shared_out_in_turn() -> None:
    assert share([3, 1, 4], 6) == [3, 1, 2]
    assert share([3, 1], 9) == [3, 1]
    assert share([2, 2], 0) == [0, 0] and share([], 3) == []


@pytest.mark.parametrize("size", SIZES)
async def test_repeat_marks_in_the_panel_what_it_would_set(
    app: AnnotatorApp, study: Study, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "p", ".")
        assert "◌3 Fraud" in shown(app) and "◌p Public tip" in shown(app)
        assert shown(app).count("◌") == 2
        assert ". sets it" in rows(app)[-1]
        await pilot.press("4")
        assert "◌" not in shown(app)
        await pilot.press("x", "9", ".")
        assert "◌9 Other reason" in shown(app)
        await pilot.press(".")
    assert [Coding(study, app.reading).state(number).exclusion for number in (2, 3)] == [
        "other",
        "other",
    ]
    assert list(faults(study)) == []


@pytest.mark.parametrize("size", SIZES)
async def test_an_excluded_release_says_why_and_has_no_examples_or_evidence(
    app: AnnotatorApp, study: Study, size: tuple[int, int]
) -> None:
    Coding(study, app.reading).exclude(2, "other")
    async with app.run_test(size=size) as pilot:
        await pilot.press("]")
        assert "excluded: Other reason" in shown(app)
        for key, what in (("e", "examples"), ("'", "evidence"), (";", "evidence")):
            await pilot.press(key)
            assert f"no {what} here: it is excluded · a code takes it in again" in rows(app)[-2]
            assert rows(app)[-1].startswith(" ? help")
        await pilot.press("]")
        assert "excluded: Other reason" not in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_linked_release_says_what_it_is_of(
    app: AnnotatorApp, study: Study, size: tuple[int, int]
) -> None:
    Coding(study, app.reading).link(2, 1, "update")
    async with app.run_test(size=size) as pilot:
        await pilot.press("]")
        assert "update of 2018-02-02 Acme Town Man" in shown(app)
        await pilot.press("e")
        assert "no examples here, linked as update · * shows the lead" in rows(app)[-2]


async def test_all_examples_are_seen_at_a_glance_and_undo_goes_to_its_own(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "i", "e", "a", "1", "g", "e", "3")
        assert "1 Child exploitation, Images ▸2 Child exploitation, Grooming ×3" in shown(app)
        assert "Category 2/2" in shown(app) and "Mode 2/2" in shown(app)
        await pilot.press("e", "e")
        assert "▸1 Child exploitation, Images" in shown(app)
        await pilot.press("u", "u")
        assert "▸2 Child exploitation" in shown(app) and "Category 2/2" in shown(app)
        await pilot.press("e", "a", "2", "e", "a", "4")
        for part in ("1 Child exploitation, Images", "3 Terrorism", "▸4 Threats"):
            assert part not in shown(app)
        assert "1:1i  2:1  3:2 ▸4:4" in shown(app)


async def test_numbers_of_the_place_line_stay_whole(study: Study) -> None:
    coding = Coding(study, readings.choose(study))
    coding.memo(3, "why")
    coding.flag(3)
    coding.link(3, 1, "duplicate")
    study.connection.execute("update texts set text = text || ?", ("\n" * 300,))
    app = AnnotatorApp(study, coding.reading)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("]", "]")
        for width in (140, 100, 80, 70, 60, 50, 40):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            line = rows(app)[1]
            assert line.startswith(" ↳ 2018-04-04") and "1/2" in line and "↓ 2" in line
            assert len(line) <= width
            assert int(line.rpartition("↓")[2]) > 200


async def test_what_is_still_asked_and_undo_go_before_the_pace(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", "0", "z", "o")
        assert "saved · Origin: Ongoing investigation · still: Category" in rows(app)[-2]
        await pilot.press("4")
        line = rows(app)[-2]
        assert "saved · 3: Threats, stalking, extortion," in line and line.endswith("· u undoes")
        await pilot.press("f")
        assert "3 this sitting" in rows(app)[-2]
        await pilot.press("u", "u")
        assert "2 this sitting" in rows(app)[-2]
