"""Stacked bars: their parts, their rows, and what is said of them."""

from datetime import date
from itertools import zip_longest
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.report.chart import chart, window
from annotator.report.pages import QUARTERS, View, page
from annotator.report.pieces import plain
from annotator.report.stack import FILLS, Part, cells, stackings
from db import readings
from db.codebook import file as codebook_file
from db.quarters import quarters_between
from db.report import Report, make_report
from tests.report_samples import code_at_random, study_of


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path: Path = tmp_path_factory.mktemp("stack") / "s.db"
    with study_of(path, codebook_file.default(), releases=120) as study:
        code_at_random(study, readings.choose(study), Random(3))
        return make_report(study, readings.choose(study))


@given(st.lists(st.integers(0, 60), min_size=1, max_size=4), st.integers(4, 30))
def test_a_bar_is_as_high_as_its_total_and_no_part_vanishes_where_there_are_rows(
    counts: list[int], rows: int
) -> None:
    top = max(1, sum(counts)) + 5
    found = cells(counts, top, rows)
    exact = sum(counts) * rows / top
    there = sum(1 for n in counts if n)
    assert sum(found) == (max(1, round(exact)) if there else 0)
    if sum(found) >= there:
        assert [n > 0 for n in found] == [n > 0 for n in counts]
    assert not any(cell for cell, count in zip(found, counts, strict=True) if not count)
    for count, cell in zip(counts, found, strict=True):  # near its share, but for the least of one
        assert abs(cell - count * sum(found) / max(1, sum(counts))) <= there


def test_small_parts_do_not_raise_a_low_bar_above_its_scale() -> None:
    assert cells((8, 2, 2, 2), 45, 7) == [1, 1, 0, 0]  # 14 of 45 is two rows of seven
    assert sum(cells((1, 1, 1, 1), 60, 6)) == 1


def test_a_stack_is_drawn_like_this() -> None:
    quarters = quarters_between(date(2018, 1, 1), date(2018, 12, 31))
    parts = [Part("one", (1, 2, 0, 4)), Part("two", (0, 2, 4, 4))]
    sums = [(quarter, n) for quarter, n in zip(quarters, (1, 4, 4, 8), strict=True)]
    assert plain(chart(sums, [], 20, 6, at=3, parts=parts)).split("\n") == [
        " 8┤            ▓▓▓",
        "  │            ▓▓▓",
        " 4┤    ▓▓▓ ▓▓▓ ███",
        "  │███ ███ ▓▓▓ ███",
        " 0┼2018─────────────",
        "     2018-Q4: 8 ▲",
    ]


def test_the_parts_of_a_field_add_up_to_its_cases(report: Report) -> None:
    ways = dict(stackings(report))
    groups = ways["Origin by group"]
    field = next(field for field in report.fields if field.name == "origin")
    assert {part.label: part.total for part in groups} == {
        group.label: group.cases for group in field.groups if group.cases
    }
    codes = ways["Category"]
    assert report.categories is not None
    assert len(codes) == len(FILLS) and codes[-1].label.endswith("others")
    counting = [code.cases for code in report.categories.codes if code.counts]
    assert sum(part.total for part in codes) == sum(counting)
    assert [part.total for part in codes[:3]] == sorted(counting, reverse=True)[:3]


@pytest.mark.parametrize(("width", "height"), [(80, 20), (140, 41), (60, 16)])
def test_every_way_to_stack_names_its_parts_with_their_fills(
    report: Report, width: int, height: int
) -> None:
    for number, (name, parts) in enumerate(stackings(report), start=1):
        shown = page(report, QUARTERS, width, height, view=View(stack=number))
        text = plain(shown.rows(0, height))
        assert f"{name} a quarter" in text
        for part, fill in zip_longest(parts, FILLS[: len(parts)]):
            assert f"{fill}{fill} {part.label[:4]}" in text and f" {part.total:,}" in text
        assert all(len(row) <= width for row in text.split("\n"))


@given(st.integers(1, 300), st.integers(20, 140), st.integers(0, 299))
def test_the_quarter_at_hand_is_always_among_those_drawn(count: int, width: int, at: int) -> None:
    names = quarters_between(date(1945, 1, 1), date(2019, 12, 31))[:count]
    counts = [(name, 3) for name in names]
    at = min(at, count - 1)
    first, last = window(counts, width, at)
    assert 0 <= first <= at < last <= count
    text = plain(chart(counts, [], width, 8, at=at))
    assert f"{names[at]}: 3" in text
    pointer = next(row for row in text.split("\n") if "▲" in row).index("▲")
    assert text.split("\n")[-3][pointer] == "█"


def test_a_cut_is_said(report: Report, tmp_path: Path) -> None:
    toml = codebook_file.default_toml().replace("from = 2013-01-01", "from = 1990-01-01")
    with study_of(tmp_path / "s.db", codebook_file.parse(toml), releases=40) as study:
        code_at_random(study, readings.choose(study), Random(3))
        long = make_report(study, readings.choose(study))
    text = plain(page(long, QUARTERS, 80, 20, view=View(quarter=60)).rows(0, 20))
    assert "of 120 quarters" in text and f"{long.quarters[60].quarter}:" in text
    assert "quarters" not in plain(page(report, QUARTERS, 80, 20).rows(0, 20)).split("\n")[0]
