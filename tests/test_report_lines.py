"""The lines of the report: what adds up, what shares a scale, what is told apart."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from annotator.report.chart import chart
from annotator.report.drawn import measures
from annotator.report.fields import frame
from annotator.report.map import map_lines
from annotator.report.overview import overview
from annotator.report.pages import QUARTERS, page
from annotator.report.pieces import NumberedLine, plain
from annotator.report.rating import decimals
from annotator.report.sections import categories, events, numbered_events, origins
from annotator.report.sentences import nothing
from annotator.report.table import crosstab_lines
from annotator.report.text import report_text
from db import readings
from db.codebook import file as codebook_file
from db.quarters import quarters_between
from db.report import Report, make_report, to_json
from db.report.cells import releases_behind
from db.report.crosstab import crosstab
from db.report.filter import ReportFilter
from db.report.kinds import FOCUS, TRACK, Of
from db.report.rates import Denominator
from db.study import Study
from tests.report_samples import CODEBOOKS, SECOND, code_at_random, study_of

_EIGHTHS = " ▏▎▍▌▋▊▉█"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    path = tmp_path_factory.mktemp("lines") / "s.db"
    with study_of(path, codebook_file.default(), releases=200) as made:
        code_at_random(made, readings.choose(made), Random(7))
    return Study.open(path)


@pytest.fixture(scope="module")
def report(study: Study) -> Report:
    return make_report(study, readings.choose(study))


def _counts(report: Report) -> dict[str, int]:
    """The rows of the overview by label."""
    rows = plain(overview(report, 80)).splitlines()
    found = [re.match(r"\s*(.+?)  +([\d,]+|·)(?:  |$)", row) for row in rows]
    return {row[1]: 0 if row[2] == "·" else int(row[2]) for row in found if row}


@pytest.mark.parametrize(
    "chosen",
    [
        ReportFilter(),
        ReportFilter(category="fraud"),
        ReportFilter(category="not-used"),
        ReportFilter(category="child-exploitation", state="KY", start=date(2015, 2, 3)),
    ],
)
def test_what_falls_away_and_the_cases_add_up_to_the_releases(
    study: Study, chosen: ReportFilter
) -> None:
    found = _counts(make_report(study, readings.choose(study), chosen))
    parts = ("○ uncoded", "✕ excluded", "↳ linked to a case", "● of other categories", "Cases")
    assert sum(found.get(part, 0) for part in parts) == found["Releases collected"] > 0
    assert found["Cases"] == found["not used as a means"] + found["Used as a means"]
    assert found["Used as a means"] == found["not in focus"] + found["Focus: Child exploitation"]
    assert ("● of other categories" in found) == (chosen.category is not None)


@pytest.mark.parametrize("chosen", [ReportFilter(), ReportFilter(category="fraud")])
def test_every_line_of_the_overview_opens_as_many_as_it_counts(
    study: Study, chosen: ReportFilter
) -> None:
    reading = readings.choose(study)
    lines = overview(make_report(study, reading, chosen), 80)
    opened = [line for line in lines if isinstance(line, NumberedLine)]
    counted = _counts(make_report(study, reading, chosen))
    assert {"not in focus"} <= {line.cells[0][0] for line in opened}
    for line in opened:
        name, cell = line.cells[0]
        assert len(releases_behind(study, reading, cell, chosen)) == counted[name], name


def test_the_counts_before_and_after_a_day_open_as_many(study: Study) -> None:
    reading = readings.choose(study)
    made = make_report(study, reading, days=[date(2016, 5, 4), date(1999, 1, 1)])
    opened = [line for line in events(made, 80) if isinstance(line, NumberedLine)]
    sides = [side for event in made.events for side in (event.before, event.after) if side.quarters]
    assert len(opened) == len(sides) == len(numbered_events(made)) == 5
    for line, side in zip(opened, sides, strict=True):
        ids = releases_behind(study, reading, line.cells[0][1])
        assert len(ids) == side.cases
        published = dict(study.connection.execute("select id, published from releases").fetchall())
        days = [published[id_] for id_ in ids]
        assert days == sorted(days)


def test_a_day_stands_once(study: Study) -> None:
    days = [date(2016, 5, 4), date(2018, 3, 21), date(2016, 5, 4)]
    made = make_report(study, readings.choose(study), days=days)
    assert [event.date for event in made.events] == [date(2018, 3, 21), date(2016, 5, 4)]
    assert made.events[0].name == "FOSTA-SESTA passed"


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("book", CODEBOOKS)
def test_all_bars_of_a_page_have_one_scale_from_zero_to_all(
    tmp_path: Path, book: str, width: int
) -> None:
    with study_of(tmp_path / "s.db", CODEBOOKS[book], releases=60) as made:
        code_at_random(made, readings.choose(made), Random(3))
        counted = make_report(made, readings.choose(made))
    for lines in (categories(counted, width), origins(counted, width)):
        text = plain(lines).splitlines()
        rooms = {len(found[0]) for row in text if (found := re.search(r"0 +100 %$", row))}
        if not rooms:
            continue
        (room,) = rooms
        starts = {row.rindex("0 ") for row in text if row.endswith(" 100 %")}
        assert len(starts) == 1 or book == "focus per case"
        for row in text:
            found = re.search(r" (\d+\.\d) %  .*?([▏▎▍▌▋▊▉█]+)$", row)
            if found:
                eighths = sum(_EIGHTHS.index(cell) for cell in found[2])
                assert eighths == pytest.approx(8 * room * float(found[1]) / 100, abs=1)


def test_labels_give_way_so_that_every_bar_finds_room(report: Report) -> None:
    assert report.categories
    shared = frame([report.categories, *report.fields], 80)
    assert shared.bar >= 9 and shared.label < len("Facebook not used by a suspect")


def test_shares_are_of_all_and_of_those_that_say_something(report: Report) -> None:
    (origin,) = (field for field in report.fields if field.name == "origin")
    silent = next(code for code in origin.codes if code.name == "not-stated")
    assert silent.cases and origin.stated == sum(c.cases for c in origin.codes) - silent.cases
    shares = [origin.share_of_stated(code) for code in origin.codes]
    assert shares[-1] is None and sum(share or 0 for share in shares) == pytest.approx(1)
    tip = next(code for code in origin.codes if code.name == "public-tip")
    row = next(r for r in plain(origins(report, 80)).splitlines() if r.startswith(" Public tip"))
    assert f"{100 * tip.cases / origin.total:.1f} %" in row
    assert f"{100 * tip.cases / origin.stated:.1f} %" in row
    plainly = to_json(report)
    assert plainly["fields"]["origin"][0]["share_of_stated"] == tip.cases / origin.stated
    assert "share_of_stated" not in plainly["fields"]["mode"][0]


def _headings(study: Study, crossing: tuple[str, str], width: int) -> tuple[list[str], int]:
    """The headings of a table, both rows of each, and how many columns find no room."""
    crossed = crosstab(study, readings.choose(study), crossing)
    names = {name: name.title() for name in crossing}
    lines, further = crosstab_lines(crossed, names, 0, width)
    rows = plain(lines).split("\n")
    end = next(n for n, line in enumerate(lines) if isinstance(line, NumberedLine))
    return rows[1:end], further


def test_headings_of_a_table_can_be_told_apart(study: Study) -> None:
    headings, further = _headings(study, ("year", "origin"), 80)
    assert further == 0
    words = " ".join(headings).split()
    assert "Facebook" in words and "NCMEC" in words
    assert {"Public", "Undercover", "Ongoing"} <= set(words)


def test_a_table_is_as_wide_as_finds_room(study: Study) -> None:
    headings, further = _headings(study, ("category", "year"), 80)
    assert headings[0].split()[-1] == "All" and further == 0
    crossed = crosstab(study, readings.choose(study), ("category", "quarter"))
    for width in range(60, 200, 7):
        lines, further = crosstab_lines(crossed, {"category": "C", "quarter": "Q"}, 0, width)
        assert max(map(len, plain(lines).split("\n"))) <= width
        assert "2013-Q1" in plain(lines) and ("More columns" in plain(lines)) == (further > 0)


def test_the_map_says_what_it_counts_and_what_its_shades_mean(report: Report) -> None:
    text = plain(map_lines(report, 80)).splitlines()
    assert text[0].startswith(" Cases in focus (Child exploitation), by the state")
    ranges = re.findall(r"([░▒▓█])\1 (\d+)(?: to (\d+))?", text[1])
    ends = [(shade, int(low), int(high or low)) for shade, low, high in ranges]
    assert ends[0][1] == 1 and ends[-1][2] == max(place.focus for place in report.places)
    assert all(one[2] + 1 == two[1] for one, two in pairwise(ends))
    for place in report.places:
        tile = next((row for row in text[2:] if f"{place.state}" in row and place.focus), "")
        for shade, low, high in ends:
            if tile and low <= place.focus <= high:
                assert re.search(rf"{place.state}{shade}", tile)


def test_the_same_cases_are_offered_under_one_name(report: Report) -> None:
    offered = measures(report)
    assert len({of for _, of in offered}) == len({name for name, _ in offered}) == len(offered)
    names = dict((of, name) for name, of in offered)
    assert names[TRACK] == "Origin: cyber tip (group)"
    assert names[FOCUS] == "Cases in focus (Child exploitation)"
    assert Of("group", "origin", "cyber tip") not in names


def test_a_rate_is_drawn_as_bars_and_stands_aligned_in_the_table(report: Report) -> None:
    counts = {one.quarter: one.focus for one in report.quarters}
    numbers = {quarter: 370.0 for quarter in list(counts)[:-1]}
    long = "releases of every office in the United States, its territories and the capital"
    rated = replace(report, denominator=Denominator(long, numbers))
    seen = page(rated, QUARTERS, 80, 20)
    together = " ".join(plain(seen.rows(0, 20)).split())
    assert f"per 1,000 {long}, by quarter" in together
    first = report.quarters[0]
    assert f"▲ {first.quarter}: {1000 * first.focus / 370:.1f}" in together
    body = [row for row in plain(seen.body).splitlines() if re.match(r" \d{4}-Q\d", row)]
    rates = [row.split()[-1] for row in body[:-1]]
    assert all(re.fullmatch(r"\d+\.\d|·", rate) for rate in rates)
    assert len({len(row) for row in body[:-1]}) == 1
    assert f"Rate: cases in focus per 1,000 {long}." in " ".join(report_text(rated).split())


def test_a_quarter_without_a_number_has_no_rate(report: Report) -> None:
    names = quarters_between(date(2018, 1, 1), date(2018, 12, 31))
    counts = list(zip(names, (25, 50, 0, 100), strict=True))
    drawn = plain(chart(counts, [], 40, 6, at=2, decimals=1, unknown=[names[2]]))
    assert drawn.splitlines()[0].startswith(" 10.0┤") and "2018-Q3: no rate" in drawn
    assert "2018-Q2: 5.0" in plain(chart(counts, [], 40, 6, at=1, decimals=1))


@pytest.mark.parametrize(
    ("most", "places"), [(0, 0), (0.0123, 4), (0.5, 3), (1.5, 2), (83.3, 1), (250, 0)]
)
def test_rates_are_written_with_three_figures_of_the_highest(most: float, places: int) -> None:
    assert decimals([None, 0, most / 2, most]) == places


def test_inside_the_program_nothing_to_count_leads_back_to_coding(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", SECOND, releases=3) as made:
        empty = make_report(made, readings.choose(made))
    assert nothing(empty, study="x.db").endswith("annotator code x.db")
    inside = nothing(empty, study="x.db", coding=True)
    assert inside.endswith("Esc goes to them.") and "annotator" not in inside
