"""From the report's numbers through their releases, and the keys of its pages."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from annotator.app import AnnotatorApp
from annotator.screens.coding import CodingScreen
from annotator.screens.report import ReportScreen
from annotator.screens.report_releases import NumberScreen
from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.report.cells import CaseCell, releases_behind
from db.report.kinds import FOCUS
from db.study import Study
from tests.report_samples import code_at_random, study_of
from tests.screens.looking import rows, shown


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=200) as made:
        code_at_random(made, readings.choose(made), Random(7))
        yield made


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    return AnnotatorApp(study, readings.choose(study), start="report")


def _release(app: AnnotatorApp) -> int:
    screen = app.screen
    assert isinstance(screen, CodingScreen) and screen.session.page
    return screen.session.page.id


async def test_next_and_previous_stay_within_the_releases_behind_a_number(
    app: AnnotatorApp, study: Study
) -> None:
    cell = CaseCell(FOCUS, quarter="2017-Q3")
    ids = releases_behind(study, readings.choose(study), cell)
    assert len(ids) > 3
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        while "Enter: 2017-Q3 focus" not in shown(app):
            await pilot.press("j")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert f"2017-Q3 focus · 1/{len(ids)}" in rows(app)[0]
        assert "Esc goes back to their list" in rows(app)[-2]
        seen = [_release(app)]
        for number in range(2, len(ids) + 1):
            await pilot.press("right_square_bracket")
            assert f"2017-Q3 focus · {number}/{len(ids)}" in rows(app)[0]
            assert "Esc back to the list" in rows(app)[-1]
            seen.append(_release(app))
        assert seen == ids
        await pilot.press("right_square_bracket")
        assert _release(app) == ids[-1] and "the last release" in shown(app)
        await pilot.press("left_square_bracket", "escape")
        await pilot.pause()
        assert f"{len(ids) - 1} of {len(ids)}" in rows(app)[-2]  # where one came to


async def test_coding_goes_on_within_the_number_and_says_where_esc_leads(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=4) as study:
        reading = readings.choose(study)
        Coding(study, reading).exclude(1, "awareness")
        app = AnnotatorApp(study, reading, start="report")
        async with app.run_test(size=(140, 45)) as pilot:
            await pilot.press("j", "enter", "end", "enter")
            await pilot.pause()
            assert "○ uncoded · 3/3" in rows(app)[0]
            for _ in range(2):
                await pilot.press("x", "1")
                await pilot.pause()
                assert "○ uncoded · " in rows(app)[0]
            await pilot.press("x", "1")
            await pilot.pause()
            assert "no uncoded release is left among these (Esc: their list)" in shown(app)
            await pilot.press("escape", "escape")
            await pilot.pause()
            assert isinstance(app.screen, ReportScreen)
            assert app.screen.report.progress.uncoded == 0


async def test_the_list_behind_a_number_leaves_out_what_all_begin_with(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=4) as study:
        coding = Coding(study, readings.choose(study))
        for id_, mode in ((1, "images"), (2, "grooming"), (3, "grooming")):
            coding.code(id_, "category", "child-exploitation")
            coding.code(id_, "mode", mode)
            coding.code(id_, "origin", "public-tip")
        app = AnnotatorApp(study, readings.choose(study), start="report")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("2", "enter")
            await pilot.pause()
            listed = [row.split("  ")[-1].strip() for row in rows(app)[1:4]]
            assert listed == ["Images, Public tip", *["Grooming, Public tip"] * 2]


async def test_labels_with_commas_in_them_are_told_whole_in_a_list(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=3) as study:
        coding = Coding(study, readings.choose(study))
        first, second = (one for one in study.codebook.exclusions if one.label.count(",") == 2)
        for release_id, reason in ((1, first), (2, second), (3, first)):
            coding.exclude(release_id, reason.name)
        app = AnnotatorApp(study, readings.choose(study), start="report")
        async with app.run_test(size=(200, 40)) as pilot:
            for name, listed in (
                ("✕ excluded", [f"excluded: {one.label}" for one in (first, second, first)]),
                (first.label, ["", ""]),  # all alike: titles have the room
            ):
                while not rows(app)[-2].startswith(f" Enter: {name} "):
                    await pilot.press("j")
                await pilot.press("enter")
                await pilot.pause()
                endings = [row.rsplit("  ", 1)[-1] for row in rows(app)[1 : len(listed) + 1]]
                if listed[0]:
                    assert endings == listed
                else:
                    assert "excluded" not in "".join(endings)
                await pilot.press("escape")
                await pilot.pause()


async def test_what_is_decided_from_a_number_is_of_the_same_sitting_and_looking_moves_no_place(
    tmp_path: Path,
) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=4) as study:
        app = AnnotatorApp(study, readings.choose(study))
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            for key in ("t", "enter", "j", "enter", "right_square_bracket"):
                await pilot.press(key)
                await pilot.pause()
            looked = readings.choose(study).place
            await pilot.press("x", "3", "escape", "escape", "escape", "q")
            await pilot.pause()
        assert looked == 1
        assert app.farewell.startswith("This sitting: 1 release decided")
        logged = study.connection.execute("select kind from runs where kind = 'sitting'").fetchall()
        assert len(logged) == 1


async def test_words_looked_for_in_a_number_are_named(app: AnnotatorApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("/", *"is:flagged", "enter")
        await pilot.pause()
        assert rows(app)[0].endswith("· is:flagged")


async def test_one_walks_through_what_a_narrowed_list_shows_and_the_heading_says_so(
    app: AnnotatorApp,
) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        everything = rows(app)[0]
        await pilot.press("/", *"is:flagged", "enter")
        await pilot.pause()
        assert rows(app)[0] == f"{everything} · is:flagged"
        count = int(rows(app)[-2].split("1 of ")[1].split()[0])
        assert 1 < count < 200
        await pilot.press("enter")
        await pilot.pause()
        assert f" · is:flagged · {1:>{len(str(count))}}/{count}" in rows(app)[0]
        for _ in range(count):
            await pilot.press("right_square_bracket")
        assert "⚑" in rows(app)[1] and f" · {count}/{count}" in rows(app)[0]
        await pilot.press("escape")
        await pilot.pause()
        assert f"{count} of {count}" in rows(app)[-2]


async def test_search_on_a_release_behind_a_number_is_search_in_their_list(
    app: AnnotatorApp,
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        await pilot.press("/", *"is:flagged", "enter")
        await pilot.pause()
        assert isinstance(app.screen, NumberScreen)
        assert rows(app)[0].endswith("· is:flagged") and "1 of " in rows(app)[-2]


async def test_help_and_palette_of_a_release_behind_a_number_have_its_ways_and_no_others(
    app: AnnotatorApp,
) -> None:
    async with app.run_test(size=(100, 200)) as pilot:
        await pilot.press("enter", "enter", "?")
        await pilot.pause()
        told = " ".join(shown(app).split())
        assert "Esc q l t Back to the list" in told and "Fraud" in told
        assert "All releases" not in told and "Quit" not in told
        await pilot.press("escape", ":")
        for _ in range(10):
            await pilot.pause(0.05)
        assert "Back to the list  (Esc q l t)" in shown(app)
        assert "All releases" not in shown(app) and "Exclude: " in shown(app)


async def test_one_case_is_one_case_at_the_head(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=2) as study:
        coding = Coding(study, readings.choose(study))
        for field, code in (("category", "fraud"), ("origin", "public-tip")):
            coding.code(1, field, code)
        app = AnnotatorApp(study, readings.choose(study), start="report")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert rows(app)[0].endswith(" 1 case  1 used  0 focus")


async def test_a_typed_day_is_gone_to_and_can_be_dropped(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for day in ("2014-05-04", "2016-05-04", "1999-01-01"):
            await pilot.press("6", "d", *day, "enter")
            await pilot.pause()
            assert f"A day chosen · {day}" in shown(app)
            assert any(row.startswith("▸") for row in rows(app))
            assert f"{day} compared" in rows(app)[-2] and "x drop day" in rows(app)[-1]
        await pilot.press("d", *"2016-05-04", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReportScreen) and "there already" in rows(app)[-2]
        days = [date(2018, 3, 21), date(2014, 5, 4), date(2016, 5, 4), date(1999, 1, 1)]
        assert [event.date for event in screen.report.events] == days
        await pilot.press("x")
        assert [event.date for event in screen.report.events] == [days[0], days[1], days[3]]
        await pilot.press("home", "x")
        assert "is of the codebook" in rows(app)[-2] and len(screen.report.events) == 3
        await pilot.press("end", "x", "end", "x")
        assert [event.date for event in screen.report.events] == days[:1]
        assert "x drop day" not in rows(app)[-1]


async def test_enter_on_events_lists_the_cases_of_that_side(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "j")
        screen = app.screen
        assert isinstance(screen, ReportScreen)
        after = screen.report.events[0].after.cases
        await pilot.press("enter")
        await pilot.pause()
        assert f"after FOSTA-SESTA passed, 2018-03-21 · {after}" in rows(app)[0]
        assert f"1 of {after}" in rows(app)[-2]


async def test_the_list_of_what_can_be_drawn_goes_both_ways_and_round(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "c")
        assert "▸ Cases in focus (Child exploitation)" in shown(app)
        await pilot.press("k")
        assert "▸ Stacked: Origin" in shown(app)
        await pilot.press("j", "down", "enter")
        assert " Cases a quarter · " in rows(app)[2]
        await pilot.press("g", "c")
        assert "▸ Stacked: Origin by group" in shown(app)
        await pilot.press("escape")
        assert " Origin by group a quarter" in rows(app)[2]


async def test_a_page_without_numbers_offers_no_key_that_does_nothing(tmp_path: Path) -> None:
    with Study.create(tmp_path / "s.db", codebook_file.default(), coder="ann") as study:
        app = AnnotatorApp(study, readings.choose(study), start="report")
        async with app.run_test(size=(140, 45)) as pilot:
            for key in "234567":
                await pilot.press(key)
                assert rows(app)[-1].split("   ")[0].strip() == "1-7 page"
                assert "f filter   Esc back" in rows(app)[-1]
                for unwanted in ("c choose", "g stack", "rates", "Enter", "r rows", "d day"):
                    assert unwanted not in rows(app)[-1]
            before = shown(app)
            await pilot.press("c", "g", "x", "enter")
            assert shown(app) == before


async def test_the_report_within_the_program_says_esc(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=3) as study:
        app = AnnotatorApp(study, readings.choose(study))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("t")
            await pilot.pause()
            assert "Esc goes to them" in shown(app) and "annotator code" not in shown(app)
            await pilot.press("escape")
            assert isinstance(app.screen, CodingScreen)
