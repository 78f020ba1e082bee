"""Two releases compared, and the analyst's word taken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from annotator.app import AnnotatorApp
from annotator.screens.link_lines import unlike
from db import readings
from db.codebook import file as codebook_file
from db.codebook.change import apply
from db.coding import Coding
from db.filters import Filter
from db.journal import faults
from db.relatives.store import bring_up_to_date
from db.releases import store
from db.study import Study
from tests.relatives.test_relatives import TEXTS, made
from tests.screens.looking import rows, shown


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.create(tmp_path / "study.db", codebook_file.default(), coder="ann") as opened:
        store(opened, [made(n, *text) for n, text in enumerate(TEXTS, start=1)], source="here")
        bring_up_to_date(opened)
        yield opened


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    return AnnotatorApp(study, readings.choose(study))


@pytest.fixture
def coding(study: Study) -> Coding:
    return Coding(study, readings.choose(study))


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_reasons_and_both_texts_are_seen(app: AnnotatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "same case? =" in shown(app)
        await pilot.press("equals_sign")
        await pilot.pause()
        seen = shown(app)
        assert "candidate 1 of 2" in seen and "same text" in seen
        assert "2016-01-02" in seen and "2016-01-03" in seen
        assert "u update" in seen and "n not the same" in seen
        await pilot.press("]")
        assert "candidate 2 of 2" in shown(app) and "charged → sentenced" in shown(app)


async def test_not_the_same_is_asked_no_more(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign", "n", "n")
        await pilot.pause()
        assert "No other release looks like its case" in shown(app)
        await pilot.press("escape")
        assert "same case?" not in shown(app)
        await pilot.press("u")
        assert "same case? =" in shown(app)
    assert list(faults(study)) == []


async def test_a_key_links_and_the_next_release_is_up(app: AnnotatorApp, coding: Coding) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("]", "equals_sign", "d")
        await pilot.pause()
        assert "saved · 2: duplicate" in shown(app)
    assert (coding.state(3).lead, coding.state(3).relation) == (1, "duplicate")


@pytest.mark.parametrize("keys", ["=u", "=d", "=nu"])
async def test_nothing_is_linked_that_was_not_seen(
    app: AnnotatorApp, coding: Coding, keys: str
) -> None:
    states = [coding.state(number) for number in range(1, 4)]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in keys:
            app.post_message(events.Key({"=": "equals_sign"}.get(key, key), key))
        for _ in range(12):
            await pilot.pause()
        assert "typed before this candidate was shown" in shown(app)
    assert [coding.state(number) for number in range(1, 4)] == states


async def test_the_coding_stays_where_it_is(app: AnnotatorApp, coding: Coding) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", "[", "equals_sign", "d")
        await pilot.pause()
    assert coding.state(1).examples and coding.state(1).lead is None
    assert coding.state(3).lead == 1


async def test_another_release_leads_after_asking_once(app: AnnotatorApp, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.link(3, 1, "duplicate")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("home", "equals_sign", "c")
        await pilot.pause()
        assert "The case: 2 releases" in shown(app) and "charged" in shown(app)
        await pilot.press("j", "w")
        assert coding.state(3).lead == 1 and "w again does it" in shown(app)
        await pilot.press("w")
        await pilot.pause()
    assert coding.state(1).lead == 3 and coding.state(3).examples


async def test_a_key_shows_the_case_while_coding(app: AnnotatorApp, coding: Coding) -> None:
    coding.link(3, 1, "duplicate")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("home", "*")
        await pilot.pause()
        assert "The case: 2 releases" in shown(app) and "duplicate" in shown(app)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert "The case" not in shown(app) and "2016-01-03" in shown(app)


async def test_what_the_case_asks_is_not_said_after_it_is_left(
    app: AnnotatorApp, coding: Coding
) -> None:
    coding.code(1, "category", "fraud")
    coding.link(2, 1, "update")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for key, said in (("w", "leads the case already"), ("j,w", "w again does it")):
            await pilot.press("*", *key.split(","))
            await pilot.pause()
            assert said in shown(app)
            await pilot.press("escape")
            await pilot.pause()
            assert said not in shown(app)
        await pilot.press("*", "j", "w", "w", "escape")
        await pilot.pause()
        assert "saved · " in rows(app)[-2]


async def test_a_release_linked_to_none_has_no_case_to_show(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("home", "*")
        await pilot.pause()
        assert app.screen.name == "coding"
        assert rows(app)[-2].startswith(" no other release is linked to it · = looks for some")
        await pilot.press("equals_sign", "c")
        await pilot.pause()
        assert app.screen.name == "link" and "no other release is linked to it" in shown(app)
        await pilot.press("escape")
        assert "no other release" not in shown(app)


async def test_what_the_case_screen_says_stays_there(app: AnnotatorApp, coding: Coding) -> None:
    coding.link(3, 1, "duplicate")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("]", "*", "w")
        await pilot.pause()
        assert "leads the case already" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.name == "coding" and "leads the case already" not in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_beside_no_candidate_only_keys_that_do_something_are_named(
    app: AnnotatorApp, coding: Coding, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("equals_sign", "n", "n")
        await pilot.pause()
        assert rows(app)[-1].split() == ["?", "help", "/", "find", "Esc", "back"]
        told = " ".join(shown(app).split())
        assert "No other release looks like its case. / finds one by words." in told
        await pilot.press("escape", "u", "u", "equals_sign")
        await pilot.pause()
        assert "u update" in rows(app)[-1] and "n not the same" in rows(app)[-1]


async def test_a_linked_release_without_a_candidate_has_the_keys_of_its_case(
    app: AnnotatorApp, coding: Coding
) -> None:
    coding.link(3, 1, "duplicate")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("home", "]", "equals_sign")
        await pilot.pause()
        while "candidate" in shown(app):
            await pilot.press("n")
            await pilot.pause()
        assert "c its case" in rows(app)[-1] and "x take out" in rows(app)[-1]
        assert "u update" not in rows(app)[-1]


async def test_a_candidate_that_is_not_read_any_more_gives_way(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign")
        await pilot.pause()
        assert "candidate 1 of 2" in shown(app)
        end_in_2016(study)
        await pilot.press("]")
        await pilot.pause()
        assert "candidate 1 of 1" in shown(app) and "is not read any more" in shown(app)


async def test_a_candidate_that_is_not_read_any_more_is_not_linked(
    app: AnnotatorApp, study: Study, coding: Coding
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign", "]")
        await pilot.pause()
        assert "2017-02-04" in shown(app)
        end_in_2016(study)
        await pilot.press("u")
        await pilot.pause()
        assert app.screen.name == "coding" and "not read any more" in shown(app)
    assert coding.state(1).lead is None and coding.family(1) == []


def end_in_2016(study: Study) -> None:
    """Another program puts a codebook in force whose span ends before the second release."""
    with Study.open(study.path) as elsewhere:
        toml = elsewhere.codebook.toml.replace("to = 2019-12-31", "to = 2016-12-31")
        apply(elsewhere, codebook_file.parse(toml))


async def test_a_refusal_is_read_beside_the_candidate(app: AnnotatorApp, study: Study) -> None:
    study.connection.execute("pragma busy_timeout = 0")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign")
        with Study.open(study.path) as other:
            other.connection.execute("begin immediate")
            await pilot.press("n")
            await pilot.pause()
            assert "not saved: database is locked" in shown(app)
            assert "candidate 1 of 2" in shown(app)


def test_what_differs_is_told_by_offsets() -> None:
    one, other = "he was charged in May today", "he was sentenced in May"
    gone, come = unlike(one, other)
    assert [one[a:b] for a, b in gone] == ["charged", "today"]
    assert [other[a:b] for a, b in come] == ["sentenced"]


async def test_a_release_found_to_compare_leaves_coding_as_it_was(
    app: AnnotatorApp, coding: Coding
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("equals_sign", "slash")
        await pilot.pause()
        await pilot.press(*"is:uncoded", "enter", "end", "enter")
        await pilot.pause()
        assert "found by search" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.session.queue.filter.is_empty  # type: ignore[attr-defined]
        assert "1/5" in rows(app)[0]
        await pilot.press("equals_sign", "u")
        await pilot.pause()
        assert "2/5" in rows(app)[0] or "3/5" in rows(app)[0]
        assert "no uncoded release" not in shown(app)
    assert coding.state(1).lead is not None


async def test_a_filter_in_force_does_not_narrow_what_may_be_compared(study: Study) -> None:
    app = AnnotatorApp(study, readings.choose(study), chosen=Filter(flagged=True))
    Coding(study, readings.choose(study)).flag(1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign", "slash", "enter")
        await pilot.pause()
        assert "1 of 5" in shown(app) and "releases: all" in shown(app)
        await pilot.press("end", "enter", "escape")
        assert "is:flagged" in rows(app)[0]
