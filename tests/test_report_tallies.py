"""The tallies that the report adds up: kept right by every way in which states change."""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import journal, readings
from db.codebook import file as codebook_file
from db.codebook.change import CodebookChange
from db.coding import Coding
from db.quarters import first_day, quarter_of
from db.records import Release
from db.releases import store
from db.report import make_report
from db.report.days import Days
from db.report.filter import ReportFilter
from db.report.kinds import CASES
from db.report.scope import Scope
from db.study import Study
from tests.report_samples import SECOND, code_at_random, release, study_of

DAYS = st.none() | st.dates(date(2010, 1, 1), date(2013, 12, 31))


@given(DAYS, DAYS)
def test_whole_quarters_and_parts_make_up_the_days(start: date | None, end: date | None) -> None:
    days = Days(start, end)
    for number in range(0, 366 * 6):
        day = date(2009, 1, 1) + timedelta(days=number)
        quarter = quarter_of(day)
        whole = days.first_whole <= quarter <= days.last_whole
        parts = [p for p in days.odd if p.quarter == quarter and p.first <= str(day) <= p.last]
        counted = (start is None or start <= day) and (end is None or day <= end)
        assert whole + len(parts) == counted, day
    whole_ends = not start or start == first_day(quarter_of(start))
    whole_ends &= not end or quarter_of(end + timedelta(days=1)) != quarter_of(end)
    assert bool(days.odd) != whole_ends


def _statuses(study: Study, chosen: ReportFilter) -> Counter[str]:
    """Where releases stand, by the tallies."""
    found: Counter[str] = Counter()
    for status, count in Scope(study, readings.choose(study), chosen).tallied("status"):
        found[status] += count
    return found


def _one_by_one(study: Study, condition: str) -> Counter[str]:
    """The same, from the states themselves."""
    rows = study.connection.execute(
        "select status, count(*) from states join releases on id = release_id"
        f" where {condition} group by status"
    )
    return Counter(dict(tuple(row) for row in rows))


@pytest.fixture(name="study")
def study_(tmp_path: Path) -> Study:
    """Messages of three platforms, decided at random."""
    study = Study.create(tmp_path / "s.db", SECOND, coder="ann")
    words = ("He used WhatsApp.", "He used Telegram.", "Telegram and WhatsApp.", "via Signal")
    store(
        study,
        [
            release(n, date(2021, 1, 3) + timedelta(days=9 * n), words[n % 4 if n % 5 else 2])
            for n in range(110)
        ],
        source="test",
    )
    code_at_random(study, readings.choose(study), Random(5))
    return study


FILTERS = {
    "releases.platforms like '%Telegram%'": ReportFilter(platform="Telegram"),
    "releases.platforms like '%Signal%' and releases.state = 'AK'": ReportFilter(
        platform="Signal", state="AK"
    ),
    "states.published between '2021-02-09' and '2022-11-30'": ReportFilter(
        start=date(2021, 2, 9), end=date(2022, 11, 30)
    ),
    "states.published between '2022-04-01' and '2022-06-30'": ReportFilter(
        start=date(2022, 4, 1), end=date(2022, 6, 30)
    ),
    "states.published between '2022-05-03' and '2022-05-30'": ReportFilter(
        start=date(2022, 5, 3), end=date(2022, 5, 30)
    ),
    "states.published >= '2022-05-03' and releases.platforms like '%WhatsApp%'": ReportFilter(
        start=date(2022, 5, 3), platform="WhatsApp"
    ),
}


@pytest.mark.parametrize("condition", FILTERS)
def test_a_filtered_sum_is_what_the_releases_one_by_one_come_to(
    study: Study, condition: str
) -> None:
    expected = _one_by_one(study, condition)
    assert _statuses(study, FILTERS[condition]) == expected
    assert expected.total() > 0
    report = make_report(study, readings.choose(study), FILTERS[condition])
    assert report.stage(CASES.measure).count == expected["coded"]
    assert sum(place.cases for place in report.places) == expected["coded"]


def test_the_platforms_of_a_release_are_those_of_its_mentions(study: Study) -> None:
    for release_id, platforms in study.connection.execute("select id, platforms from releases"):
        rows = study.connection.execute(
            "select platform from mentions where release_id = ? and furniture = 0", (release_id,)
        )
        assert json.loads(platforms) == sorted({row["platform"] for row in rows})


def test_tallies_follow_undo_a_second_reading_and_a_text_that_changes(study: Study) -> None:
    coding = Coding(study, readings.choose(study))
    code_at_random(study, coding.reading, Random(6))
    coding.undo()
    other = Coding(study, readings.reading(study, "bob"))
    other.exclude(1, study.codebook.exclusions[0].name)
    other.link(2, 3, "update")
    other.flag(4)
    later = Release("uid-3", "Release 3", "Now on Telegram, with WhatsApp.", date(2023, 5, 5))
    store(study, [later], source="again")
    assert not [*journal.faults(study)]
    assert (
        "Telegram"
        in study.connection.execute(
            "select platforms from releases where uid = 'uid-3'"
        ).fetchone()["platforms"]
    )


def test_tallies_follow_releases_out_of_the_queue_and_in_again(study: Study) -> None:
    whole = make_report(study, readings.choose(study))
    for old, new in (("2023-12-31", "2022-02-10"), ("2022-02-10", "2023-12-31")):
        toml = study.codebook.toml.replace(f"to = {old}", f"to = {new}")
        changed = codebook_file.parse(toml)
        CodebookChange(study, changed).apply()
        assert not [*journal.faults(study)]
    assert make_report(study, readings.choose(study)).progress == whole.progress


def test_a_platform_of_another_name_is_found_by_it(study: Study) -> None:
    before = _statuses(study, ReportFilter(platform="Telegram"))
    toml = study.codebook.toml.replace('name = "Telegram"', 'name = "TG"')
    CodebookChange(study, codebook_file.parse(toml)).apply()
    assert not [*journal.faults(study)]
    assert _statuses(study, ReportFilter(platform="TG")) == before
    assert not _statuses(study, ReportFilter(platform="Telegram"))


def test_a_release_outside_the_span_that_was_decided_on_is_not_counted(study: Study) -> None:
    toml = study.codebook.toml.replace("to = 2023-12-31", "to = 2022-02-10")
    CodebookChange(study, codebook_file.parse(toml)).apply()
    inside = _one_by_one(study, "states.published <= '2022-02-10'")
    everywhere = _one_by_one(study, "true")
    assert inside.total() < everywhere.total()
    assert _statuses(study, ReportFilter()) == inside


def test_releases_before_and_after_the_span_are_told_and_all_stored_ones(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", SECOND, releases=9) as study:
        store(
            study,
            [release(n, date(2024, 1, 1), "On WhatsApp.") for n in (49, 53, 58, 59)],
            source="test",
        )
        reading = readings.choose(study)
        progress = make_report(study, reading).progress
        assert (progress.outside_span, progress.without_mention) == (5, 1)
        report = make_report(study, reading, ReportFilter(state="PR"))
        assert report.progress.outside_span == 1 + 2
        assert sum(make_report(study, reading).stored.values()) == 9 + 1 + 1 + 4
