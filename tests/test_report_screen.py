"""The report screen, by keys and by what is seen."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from annotator.app import AnnotatorApp
from annotator.report.drawn import measures
from annotator.report.options import ReportOptions
from annotator.report.stack import stackings
from annotator.screens.coding import CodingScreen
from annotator.screens.report import ReportScreen
from annotator.screens.report_export import page_table, written
from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.releases import store
from db.report import make_report
from db.study import Study
from tests.report_samples import code_at_random, release, study_of
from tests.screens.looking import rows, shown

PAGES = {
    "1": "Releases collected",
    "2": "Category · shares of",
    "3": "Origin · shares of",
    "4": "Cases in focus (Child exploitation) a quarter",
    "5": "Category by year",
    "6": "FOSTA-SESTA passed · 2018-03-21",
    "7": ", by the state in which they lie",
}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    toml = codebook_file.default_toml().replace("Child exploitation on", "Study [DOJ] [/red] of")
    with study_of(tmp_path / "s.db", codebook_file.parse(toml), releases=60) as made:
        code_at_random(made, readings.choose(made), Random(7))
        yield made


def together(app: AnnotatorApp) -> str:
    """What is seen, without the line breaks."""
    return re.sub(r"\s+", " ", shown(app))


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    return AnnotatorApp(study, readings.choose(study), start="report")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)])
async def test_each_digit_opens_its_page(app: AnnotatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        regions = [widget.region for widget in app.screen.query("Rows")]
        for key, seen in PAGES.items():
            await pilot.press(key)
            assert seen in shown(app)
            assert f"[{key} " in rows(app)[1]
            assert rows(app)[-1].lstrip().startswith("1-7 page")
            assert [widget.region for widget in app.screen.query("Rows")] == regions


async def test_tab_goes_round_and_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key, seen in (("tab", "2"), ("tab", "3"), ("shift+tab", "2"), ("shift+tab", "1")):
            await pilot.press(key)
            assert f"[{seen} " in rows(app)[1]
        await pilot.press("shift+tab")
        assert PAGES["7"] in shown(app)
        await pilot.press("tab")
        assert PAGES["1"] in shown(app)


async def test_the_table_scrolls_under_the_chart_and_stops_at_its_ends(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        axis = next(row for row in rows(app) if "0┼2013────2014" in row)
        assert "2013-Q1" in shown(app) and "more" in rows(app)[-2]
        await pilot.press("end", "j")
        assert "2019  " in rows(app)[-3] and "more" not in rows(app)[-2]
        assert axis in rows(app) and "Quarter  Cases" in shown(app)
        await pilot.press("1", "4")
        assert "2019  " in rows(app)[-3]
        await pilot.press("home", "k", "pageup")
        assert "2013-Q1" in shown(app)


async def test_a_number_opens_its_releases_and_the_coding_screen_and_comes_back(
    study: Study, app: AnnotatorApp
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "j", "j")
        before = rows(app)
        opened = re.search(r"Enter: (\S+) focus", shown(app))
        assert opened
        await pilot.press("enter")
        await pilot.pause()
        count = next(
            one.focus
            for one in make_report(study, readings.choose(study)).quarters
            if one.quarter == opened[1]
        )
        assert f"{opened[1]} focus · {count}" in rows(app)[0]
        assert f"1 of {count}" in rows(app)[-2]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CodingScreen) and opened[1] in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert f"1 of {count}" in rows(app)[-2]
        await pilot.press("escape")
        await pilot.pause()
        assert rows(app) == before


async def test_f_narrows_the_report_and_the_heading_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("f", "j", "j", "j", "right", "enter")
        await pilot.pause()
        assert "only AK" in rows(app)[0]
        assert isinstance(app.screen, ReportScreen)
        assert {place.state for place in app.screen.report.places} == {"AK"}
        await pilot.press("f", "x", "enter")
        await pilot.pause()
        assert "only" not in rows(app)[0]


async def test_a_wide_screen_has_the_table_beside_the_chart(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("4")
        assert any("│" in row and "2013-Q2" in row for row in rows(app))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not any("│" in row and "2013-Q2" in row for row in rows(app))
        assert "2013-Q2" in shown(app)


@pytest.mark.parametrize("key", ["escape", "q", "t"])
async def test_it_opens_from_coding_and_closes_to_it(study: Study, key: str) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        assert isinstance(app.screen, ReportScreen)
        await pilot.press(key)
        assert isinstance(app.screen, CodingScreen)


async def test_closing_ends_the_program_where_it_began_with_the_report(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
    assert app.return_code == 0


async def test_text_from_outside_is_shown_as_it_is(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.pause()
        assert "Study [DOJ] [/red] of Facebook" in rows(app)[0]


async def test_an_empty_report_says_what_to_do(tmp_path: Path) -> None:
    with Study.create(tmp_path / "s.db", codebook_file.default(), coder="ann") as study:
        app = AnnotatorApp(study, readings.choose(study), start="report")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for key in PAGES:
                await pilot.press(key)
                assert "There are no releases yet" in shown(app)


async def test_new_decisions_are_counted_when_it_is_opened_again(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=3) as study:
        app = AnnotatorApp(study, readings.choose(study))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("t")
            assert "0 cases" in rows(app)[0] and "No case is coded yet" in shown(app)
            await pilot.press("t")
            await pilot.pause()
            await pilot.press("1", "i", "c", "t")
            assert "1 case  1 used  1 focus" in rows(app)[0]


async def test_the_chart_and_the_table_change_by_keys(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("4", "c", "j", "enter")
        assert " Cases a quarter · 33 in all" in shown(app)
        await pilot.press("c", "k", "escape")
        assert " Cases a quarter · 33 in all" in shown(app)
        await pilot.press("c", "k", "enter")
        assert " Cases in focus (Child exploitation) a quarter" in shown(app)
        await pilot.press("c", "end", "enter")
        assert " Origin a quarter · " in shown(app)
        await pilot.press("5")
        assert "Category by year" in shown(app)
        await pilot.press("c")
        assert "Category by mode" in shown(app)
        await pilot.press("p", "v")
        assert "Mode by category" in shown(app) and "share of the row" in shown(app)
        await pilot.press("r")
        assert "Origin by category" in shown(app)


async def test_the_map_marks_the_state_that_enter_opens(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("7")
        assert "▸AK" in shown(app)
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert "Behind the number: PR" in rows(app)[0]


async def test_any_day_typed_is_compared_too(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("6", "d", *"2016-05-04", "enter")
        await pilot.pause()
        assert "A day chosen · 2016-05-04" in shown(app)
        assert "14      " in shown(app)


async def test_enter_opens_what_the_chart_draws(app: AnnotatorApp, study: Study) -> None:
    report = make_report(study, readings.choose(study))
    presses, of = next((n, of) for n, (_, of) in enumerate(measures(report)) if of.name == "fraud")
    quarter = next(n for n, (_, count) in enumerate(report.series(of)) if count)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", *["c"] * (presses + 1), "enter")
        assert "Category: Fraud a quarter" in shown(app)
        while f"▲ {report.quarters[quarter].quarter}" not in shown(app):
            await pilot.press("j")
        opened = re.search(r"Enter: (\S+) Category: Fraud", shown(app))
        pointed = re.search(r"▲ (\S+): (\d+)", shown(app))
        assert opened and pointed and opened[1] == pointed[1]
        await pilot.press("enter")
        await pilot.pause()
        assert f"{opened[1]} Category: Fraud · {pointed[2]}" in rows(app)[0]


async def test_the_arrow_follows_the_row_and_g_stacks(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "j", "j")
        quarter = next(row for row in rows(app) if row.startswith("▸"))[1:8]
        assert f"{quarter}: " in shown(app)
        await pilot.press("g")
        ways = stackings(app.screen.report)  # type: ignore[attr-defined]
        name, parts = ways[0]
        assert f"{name} a quarter" in shown(app) and f"▓▓ {parts[1].label[:4]}" in shown(app)
        await pilot.press(*["g"] * len(ways))
        assert "Cases in focus (Child exploitation) a quarter" in shown(app)


async def test_releases_that_are_not_read_can_be_seen(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        assert "Enter: Not read: naming no platform" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Not read: naming no platform · 1" in rows(app)[0]
        await pilot.press("enter")
        await pilot.pause()
        assert "Names none of them." in shown(app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert "Enter: Not read: naming no platform" in shown(app)


async def test_rates_of_all_releases_by_a_key(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "o")
        assert "(Child exploitation) per 1,000 releases collected, by quarter" in together(app)
        while "focus" not in rows(app)[-2].split(" · ")[0]:  # a quarter with cases in focus
            await pilot.press("j")
        pointed = re.search(r"▲ 20\d\d-Q\d: ([\d.]+)", shown(app))
        row = next(row for row in rows(app) if "▸20" in row)
        assert pointed and pointed[1] == row.split()[-1]
        await pilot.press("o")
        assert "per 1,000" not in shown(app)


async def test_the_screen_takes_what_the_command_was_given(study: Study) -> None:
    app = AnnotatorApp(study, readings.choose(study), start="report")
    app.report_options = ReportOptions(of_all=True, unit=10, days=(date(2016, 5, 4),))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        assert "per 10 releases collected, by quarter" in together(app)
        await pilot.press("6")
        assert "A day chosen · 2016-05-04" in shown(app)


async def test_a_wide_table_comes_along_with_the_arrows(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "p", "r", "r", "p", "c", "c")  # a field by quarter
        while "by quarter" not in shown(app):
            await pilot.press("c")
        assert "2013-Q1" in rows(app)[3] and "to the right" in shown(app)
        while "to the right" in shown(app):
            await pilot.press("right")
        assert "2019-Q4" in rows(app)[3] and "to the left" in shown(app)
        assert "Category" in rows(app)[2]  # rows keep their names
        while "to the left" in shown(app):
            await pilot.press("left")
        assert "2013-Q1" in rows(app)[3]


@pytest.mark.parametrize(("presses", "of"), [(1, "row"), (2, "column"), (3, None)])
async def test_e_writes_the_cases_or_the_shares_that_the_table_shows(
    app: AnnotatorApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, presses: int, of: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("5", *"v" * presses, "e")
        await pilot.pause()
        assert (f"-table-{of}-shares.csv" if of else "-table.csv") in rows(app)[-1]
        await pilot.press("ctrl+u", *"o.csv", "enter")
        await pilot.pause()
        drawn = shown(app)
    assert (f"share of the {of}" in drawn) if of else ("· cases" in drawn)
    head, *held = csv.reader(Path("o.csv").read_text(encoding="utf-8").splitlines())
    assert all(name.endswith(f".share-of-{of}") == bool(of) for name in head[1:-1])
    values = [[float(value or 0) for value in row[1:]] for row in held]
    assert any(0 < value < 1 for row in values for value in row[:-1]) == bool(of)
    if of == "column":  # a case may stand in several rows
        sums = [sum(row[n] for row in values) for n in range(len(head) - 2)]
        assert all(total > 1 - 1e-9 for total in sums if total)
    elif of == "row":
        assert all(sum(row[:-1]) > 1 - 1e-9 for row in values if row[-1])


@pytest.mark.parametrize("page", range(7))
async def test_e_writes_the_numbers_of_the_page(
    app: AnnotatorApp,
    study: Study,
    tmp_path: Path,
    page: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("o.csv")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(str(page + 1), "e", "ctrl+u", *str(file), "enter")
        await pilot.pause()
        assert "written: o.csv" in rows(app)[-2]
        held = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
        assert len(held) > 1 and all(len(row) == len(held[0]) for row in held)
        before = file.read_bytes()
        await pilot.press("e", "ctrl+u", *str(file), "enter")  # is there now: stays
        await pilot.pause()
        assert file.read_bytes() == before and "choose another name: o.csv" in rows(app)[-2]
        await pilot.press("j")
        assert "o.csv" not in rows(app)[-2]
    report = make_report(study, readings.choose(study))
    if page == 3:
        assert [int(row[3]) for row in held[1:]] == [one.focus for one in report.quarters]
    if page == 6:
        assert {row[0]: row[1] for row in held[1:]} == {
            place.state or "": str(place.focus) for place in report.places
        }


async def test_nothing_is_counted_again_where_nothing_was_decided(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        screen = app.screen
        assert isinstance(screen, ReportScreen)
        before = screen.report
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert screen.report is before
        await pilot.press("enter")
        Coding(study, readings.choose(study)).flag(1)
        await pilot.press("escape")
        await pilot.pause()
        assert screen.report is not before


async def test_a_stack_is_in_figures_and_its_parts_open(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "g")
        screen = app.screen
        assert isinstance(screen, ReportScreen)
        _, parts = stackings(screen.report)[0]
        first = next(n for n, part in enumerate(parts) if part.of)
        quarter = next(n for n, count in enumerate(parts[first].counts) if count)
        name = screen.report.quarters[quarter].quarter
        while f"▲ {name}" not in shown(app):
            await pilot.press("j")
        assert f"Enter: {name} {parts[first].label}" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert f"{parts[first].label} · {parts[first].counts[quarter]}" in rows(app)[0]
        await pilot.press("escape", "c", "home", "enter")
        await pilot.pause()
        assert "Cases in focus (Child exploitation) a quarter" in shown(app)


async def test_a_filter_does_not_leave_the_table_beyond_its_columns(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")
        while "by quarter" not in shown(app):
            await pilot.press("c")
        await pilot.press(*["right"] * 40)
        await pilot.press("f", "right", "j", "left", "enter")  # from 2014, to 2018
        await pilot.pause()
        assert "to the left" not in shown(app) and "-Q1" in rows(app)[3]


@pytest.mark.parametrize("name", ["~nobody-of-that-name/x.csv", "x" * 300, "\0"])
def test_a_name_that_cannot_be_is_answered(study: Study, name: str) -> None:
    report = make_report(study, readings.choose(study))
    assert "cannot be written" in written(page_table(report, 0, None), name)


async def test_a_resize_keeps_the_place_among_releases_that_are_not_read(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=4) as study:
        store(
            study,
            [release(n, date(2015, 1, 1), "Names none of them.") for n in range(2000, 2040)],
            source="more",
            keep_all=True,
        )
        app = AnnotatorApp(study, readings.choose(study), start="report")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("end", "enter", *["j"] * 7)
            await pilot.pause()
            assert " 8 of 41" in rows(app)[-2]
            await pilot.resize_terminal(120, 40)
            await pilot.pause()
            assert " 8 of 41" in rows(app)[-2]


async def test_rates_that_cannot_be_are_refused_in_words(tmp_path: Path) -> None:
    with Study.create(tmp_path / "s.db", codebook_file.default(), coder="ann") as study:
        store(study, [release(1, date(2015, 1, 1), "On Facebook.")], source="here")
        Coding(study, readings.choose(study)).code(1, "category", "fraud")
        app = AnnotatorApp(study, readings.choose(study), start="report")
        app.report_options = ReportOptions(of_all=True)
        async with app.run_test(size=(140, 45)) as pilot:
            await pilot.pause()
            assert "collect or import with --all" in rows(app)[-2]
            await pilot.press("4", "o")
            assert isinstance(app.screen, ReportScreen)
            assert app.screen.report.denominator is None
