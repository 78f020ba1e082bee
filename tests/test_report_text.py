"""The report as text and lines: what it says, at any width, in any codebook."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.__main__ import main
from annotator.report.chart import Mark, chart
from annotator.report.pages import PLACES, QUARTERS, header, page, status, tabs
from annotator.report.pieces import bar, length, number, percent, plain
from annotator.report.sentences import event_sentences, nothing
from annotator.report.text import report_text
from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.quarters import quarters_between
from db.report import Report, make_report, to_json
from db.report.cells import ReleaseCell, releases_behind
from db.report.records import EventCount, Period
from db.statistics import poisson_rate_ratio
from db.study import Study
from tests.report_samples import CODEBOOKS, code_at_random, study_of

CHART = """\
 10┤                  ██
   │            ██    ██
  5┤            ██ ██ ██
   │         ██ ██ ██ ██ ▄▄
   │▄▄ ██    ██ ██ ██ ██ ██
  0┼2018────────2019─────────
               ┊ A law 2018-12-01"""
SIZES = [(60, 20), (80, 24), (100, 30), (140, 45), (200, 60)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study by the default codebook, coded at random."""
    made = tmp_path_factory.mktemp("text") / "study.db"
    with study_of(made, CODEBOOKS["default"], releases=60) as study:
        code_at_random(study, readings.choose(study), Random(7))
    return made


@pytest.fixture(scope="module", params=CODEBOOKS)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A report by each codebook."""
    made = tmp_path_factory.mktemp("text") / "study.db"
    with study_of(made, CODEBOOKS[request.param], releases=60) as study:
        reading = readings.choose(study)
        code_at_random(study, reading, Random(3))
        return make_report(study, reading)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Study]:
    """A study without a release."""
    with Study.create(tmp_path / "s.db", codebook_file.default(), coder="ann") as study:
        yield study


def test_the_text_is_never_wider_than_80_columns(report: Report) -> None:
    lines = report_text(report).splitlines()
    assert max(map(len, lines)) <= 80
    assert all(line == line.rstrip() and line.isprintable() for line in lines)


def test_the_text_says_every_count(report: Report) -> None:
    text = report_text(report)
    for label, count in (
        ("Releases collected", report.progress.releases),
        ("○ uncoded", report.progress.uncoded),
        ("✕ excluded", report.progress.excluded),
        ("↳ linked to a case", report.progress.linked),
        ("Cases", report.stage("cases").count),
        *((reason.label, reason.releases) for reason in report.exclusions),
    ):
        assert re.search(rf"{re.escape(label)} +{number(count)}\b|{label} +·", text), label
    for field in report.fields:
        for code in field.codes:
            if code.cases:
                assert re.search(rf"{re.escape(code.label)} +{code.cases}\b", text), code
    for one in report.quarters:
        assert re.search(rf"{one.quarter} +{number(one.cases)} +{number(one.used)}", text)
    for event in report.events:
        assert f"{event.name} · {event.date}" in text
        assert "Releases are not all cases" in text
    for place in report.places:
        assert re.search(rf" {place.state or 'not told'} .*{number(place.cases)}", text)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_page_is_wider_or_higher_than_the_screen(
    report: Report, width: int, height: int
) -> None:
    matter = height - 4
    for which in range(PLACES + 1):
        shown = page(report, which, width, matter)
        lines = [*shown.rows(0, matter), header(report, which, width), tabs(report, which, width)]
        lines.append(status(report, which, shown, 0, matter, width))
        assert max(map(length, lines)) <= width, plain(lines)
        assert len(shown.rows(0, matter)) <= matter
        assert shown.room(matter) >= 3


def test_the_status_line_drops_whole_parts_and_cuts_no_number(report: Report) -> None:
    shown = page(report, 0, 140, 40)
    opened = "Enter: Child exploitation, W.D. Kentucky"
    whole = plain([status(report, 0, shown, 0, 40, 200, opened)]).strip()
    for width in range(60, 140):
        said = plain([status(report, 0, shown, 0, 40, width, opened)]).partition("↓")[0].strip()
        assert whole.startswith(said) and whole[len(said) :][:3] in ("", " · "), said


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_quarter_can_be_scrolled_to(report: Report, width: int, height: int) -> None:
    shown = page(report, QUARTERS, width, height - 4)
    seen = set()
    for top in range(max(1, len(shown.body) - shown.room(height - 4) + 1)):
        seen |= set(re.findall(r"\d{4}-Q\d", plain(shown.rows(top, height - 4))))
    assert {one.quarter for one in report.quarters} <= seen


def test_a_chart_is_drawn_like_this() -> None:
    names = quarters_between(date(2018, 1, 1), date(2019, 12, 31))
    drawn = chart(
        list(zip(names, (1, 2, 0, 4, 8, 6, 10, 3), strict=True)),
        [Mark("A law", date(2018, 12, 1)), Mark("Long ago", date(1999, 1, 1))],
        36,
        7,
    )
    assert plain(drawn) == CHART


@given(
    st.lists(st.integers(0, 40) | st.integers(0, 5000), min_size=1, max_size=40),
    st.integers(60, 160),
    st.integers(4, 30),
)
def test_a_bar_is_as_high_as_its_count_from_zero_on(
    counts: list[int], width: int, height: int
) -> None:
    names = [f"{2000 + n // 4}-Q{n % 4 + 1}" for n in range(len(counts))]
    text = plain(chart(list(zip(names, counts, strict=True)), [], width, height)).split("\n")
    assert len(text) == height and max(map(len, text)) <= width
    gutter = text[-1].index("┼") + 1
    pitch = max(1, min(6, (width - gutter - 1) // len(counts)))
    ticks = [(row, int(t[: gutter - 1].replace(",", ""))) for row, t in enumerate(text) if "┤" in t]
    top = ticks[0][1]
    assert ticks[0][0] == 0 and top >= max(counts)
    for place, count in enumerate(counts):
        column = gutter + place * pitch
        cells = [row[column : column + 1] or " " for row in text[:-1]]
        eighths = sum(" ▁▂▃▄▅▆▇█".index(cell) for cell in cells)
        assert eighths == pytest.approx(8 * (height - 1) * count / top, abs=1)
        assert (eighths > 0) == (count > 0)


def test_more_quarters_than_columns_leaves_out_the_earliest() -> None:
    names = quarters_between(date(1900, 1, 1), date(2019, 12, 31))
    text = plain(chart([(name, 1) for name in names], [], 80, 8))
    assert max(map(len, text.split("\n"))) <= 80
    assert "2019" in text and "1900" not in text


@pytest.mark.parametrize(
    ("count", "most", "drawn"),
    [(0, 9, ""), (9, 9, "████"), (5, 10, "██"), (1, 1000, "▏"), (3, 32, "▍"), (0, 0, "")],
)
def test_a_bar_begins_at_zero(count: int, most: int, drawn: str) -> None:
    assert bar(count, most, 4) == drawn


def test_numbers_are_easy_to_read() -> None:
    assert [number(n) for n in (0, 7, 1387, None)] == ["·", "7", "1,387", ""]
    assert [percent(s) for s in (0.0, 0.5851, 1.0)] == ["·", "58.5 %", "100.0 %"]


def _event(before: tuple[int, int], after: tuple[int, int]) -> EventCount:
    sides = Period(*before), Period(*after)
    compared = None
    if before[0] and after[0] and before[1] + after[1]:
        compared = poisson_rate_ratio(before[1], before[0], after[1], after[0])
    return EventCount(
        name="A law",
        date=date(2018, 3, 21),
        measure="track",
        before=sides[0],
        after=sides[1],
        rate_ratio=compared.ratio if compared else None,
        interval=(compared.lower, compared.upper) if compared else None,
        p=compared.p if compared else None,
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((21, 11), (7, 22), "0.52 cases a quarter before and 3.14 after, a ratio of 6.00"),
        ((21, 11), (7, 22), "interval 2.79 to 13.7; exact conditional test: p < 0.001)."),
        ((21, 11), (7, 4), "The interval includes 1"),
        ((21, 0), (7, 5), "no cases a quarter before and 0.71 after, a ratio that cannot be given"),
        ((21, 0), (7, 5), "or more; exact conditional test"),
        ((28, 30), (0, 0), "No quarter of the study lies after it"),
        ((0, 0), (28, 30), "No quarter of the study lies before it"),
        ((21, 0), (7, 0), "no case before or after it"),
    ],
)
def test_an_event_is_put_in_words(
    report: Report, before: tuple[int, int], after: tuple[int, int], said: str
) -> None:
    words = " ".join(event_sentences(_event(before, after), report)).replace("\xa0", " ")
    assert said in words


def test_an_empty_study_says_what_to_do_next(empty: Study) -> None:
    text = report_text(make_report(empty, readings.choose(empty)), study="mine.db")
    assert "Bring some in with: annotator import mine.db FILE" in text
    assert "Quarters" not in text


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=3) as study:
        reading = readings.choose(study)
        assert nothing(make_report(study, reading)).startswith(
            "No case is coded yet, and 3 releases wait to be read: annotator code"
        )
        for release_id in releases_behind(study, reading, ReleaseCell("collected")):
            Coding(study, reading).exclude(release_id, "awareness")
        assert "every release is excluded or linked" in nothing(make_report(study, reading))
    with study_of(tmp_path / "t.db", codebook_file.default(), releases=0) as study:
        said = nothing(make_report(study, readings.choose(study)))
        assert "1 dated outside the span of the study and 1 naming no platform" in said


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_the_command_prints_the_contract(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("report", str(path), "--json") == 0
    with Study.open(path) as study:
        expected = to_json(make_report(study, readings.choose(study), placed=True))
    out = capsys.readouterr().out
    assert json.loads(out) == expected
    assert out.startswith('{\n  "study": {\n    "title": "Child')


def test_the_command_prints_text(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("report", str(path), "--coder", "ann", "--pass", "1") == 0
    assert "Child exploitation on Facebook, 2013-2019" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--coder", "bob"], 1, "no reading of bob, pass 1; the study has: ann (pass 1)"),
        (["--pass", "2"], 1, "no reading of anyone, pass 2"),
        (["--json", "--screen"], 2, "choose one"),
        (["--screen"], 1, "needs a terminal"),
    ],
)
def test_the_command_says_what_is_wrong(
    path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    assert _run("report", str(path), *arguments) == code
    captured = capsys.readouterr()
    assert said in captured.err and not captured.out


def test_the_text_is_made_without_loading_textual(path: Path) -> None:
    program = (
        "import sys; from annotator.__main__ import main\n"
        f"try: main(['report', {str(path)!r}])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('textual', 'sqlite_utils', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
