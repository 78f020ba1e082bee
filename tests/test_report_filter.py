"""Filters, rates, trends and moved events, against counts of another kind."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from scipy.stats import binomtest

from db import journal, readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.errors import StudyError
from db.quarters import first_day
from db.report import make_report, to_json
from db.report.cells import CaseCell, ReleaseCell, releases_behind
from db.report.filter import ReportFilter, resolved
from db.report.kinds import CASES, FOCUS
from db.report.rates import all_releases, read_denominator
from db.report.trends import years
from db.study import Study
from tests.report_samples import SECOND, Recount, code_at_random, study_of


@pytest.fixture(name="study", scope="module")
def study_(tmp_path_factory: pytest.TempPathFactory) -> Study:
    path = tmp_path_factory.mktemp("filter") / "s.db"
    study = study_of(path, codebook_file.default(), releases=120)
    code_at_random(study, readings.choose(study), Random(11))
    return study


@pytest.mark.parametrize("state", ["KY", "PR"])
@pytest.mark.parametrize("start", [None, date(2015, 5, 9), date(2015, 4, 1)])
@pytest.mark.parametrize("end", [None, date(2018, 2, 3), date(2018, 3, 31)])
def test_a_filter_counts_what_a_slow_recount_of_the_same_releases_finds(
    study: Study, state: str, start: date | None, end: date | None
) -> None:
    reading = readings.choose(study)
    chosen = ReportFilter(start=start, end=end, state=state)
    report, slow = make_report(study, reading, chosen), Recount(study, reading)
    first, last = (start or date.min).isoformat(), (end or date.max).isoformat()
    passing = {r["release_id"] for r, _ in slow.rows if first <= r["published"] <= last}
    rows = [(r, s) for r, s in slow.rows if r["place"] == state and r["release_id"] in passing]
    cases = [c for c in slow.cases if c.state == state and c.id in passing]
    assert report.progress.releases == len(rows) > 0
    assert report.stage("cases").count == len(cases) > 0
    assert report.stage("focus").count == sum(bool(slow.focus(c)) for c in cases)
    assert report.progress.excluded == sum(bool(s.exclusion) for _, s in rows)
    for cell, count in (
        (CaseCell(CASES), len(cases)),
        (CaseCell(FOCUS), report.stage("focus").count),
        (ReleaseCell("collected"), len(rows)),
    ):
        assert len(releases_behind(study, reading, cell, chosen)) == count
    assert report.quarters[0].quarter == ("2015-Q2" if start else "2013-Q1")
    assert report.quarters[-1].quarter == ("2018-Q1" if end else "2019-Q4")
    assert to_json(report)["filter"]["state"] == state


def test_a_category_keeps_the_cases_that_its_number_opens(study: Study) -> None:
    reading = readings.choose(study)
    whole = make_report(study, reading)
    assert whole.categories
    for code in whole.categories.codes:
        narrow = make_report(study, reading, ReportFilter(category=code.name))
        assert narrow.stage("cases").count == code.cases, code.name
    assert to_json(whole)["filter"] is None


def test_a_platform_keeps_the_releases_that_name_it(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", SECOND, releases=30) as study:
        reading = readings.choose(study)
        code_at_random(study, reading, Random(3))
        named = make_report(study, reading, ReportFilter(platform="WhatsApp"))
        other = make_report(study, reading, ReportFilter(platform="Telegram"))
        assert named.progress == make_report(study, reading).progress
        assert (other.progress.releases, other.stage("cases").count) == (0, 0)


def test_a_name_that_the_study_does_not_have_is_refused(study: Study) -> None:
    for chosen in (
        ReportFilter(state="XX"),
        ReportFilter(category="nothing"),
        ReportFilter(start=date(2019, 1, 1), end=date(2018, 1, 1)),
    ):
        with pytest.raises(StudyError):
            resolved(chosen, study)
    exact = ReportFilter(state="KY", category="fraud", platform="Facebook")
    assert resolved(exact, study) == exact


def test_a_span_with_no_release_gives_zeros(study: Study) -> None:
    chosen = ReportFilter(start=date(2030, 1, 1))
    report = make_report(study, readings.choose(study), chosen)
    assert (report.progress.releases, report.quarters, report.years) == (0, (), ())
    assert to_json(report)["events"][0]["rate_ratio"] is None


def test_a_moved_event_is_scipy_s_test_of_the_other_split(study: Study) -> None:
    report = make_report(study, readings.choose(study))
    (event,) = report.events
    for moved in event.moved:
        split = sum(first_day(q.quarter) <= event.date for q in report.quarters) + moved.by
        counts = [q.track or 0 for q in report.quarters]
        one, two = sum(counts[:split]), sum(counts[split:])
        theirs = binomtest(two, one + two, (len(counts) - split) / len(counts))
        assert moved.p == pytest.approx(theirs.pvalue, rel=1e-7)
    assert [moved.by for moved in event.moved] == [-2, -1, 1, 2]


def test_years_add_up_their_quarters(study: Study) -> None:
    report = make_report(study, readings.choose(study))
    assert [one.year for one in report.years] == [str(year) for year in range(2013, 2020)]
    assert sum(one.focus for one in report.years) == report.stage("focus").count
    first, second = report.years[:2]
    assert first.change is None and second.change == second.focus / first.focus - 1
    of_2013 = {q.quarter: q.focus for q in report.quarters[:4]}
    assert of_2013[first.highest] == max(of_2013.values())
    assert of_2013[first.lowest] == min(of_2013.values())
    cut = years(report.quarters[1:], start=date(2013, 4, 1))
    assert not cut[0].whole and cut[1].change is None and cut[2].change is not None


def test_counts_become_rates(tmp_path: Path, study: Study) -> None:
    file = tmp_path / "users.csv"
    file.write_text('\ufeffquarter,users\n2013-Q1,"2,000"\n2013q2,500\n', encoding="utf-8")
    found = read_denominator(file, unit=100)
    assert (found.words, dict(found.numbers)) == (
        "per 100 users",
        {"2013-Q1": 2000.0, "2013-Q2": 500.0},
    )
    assert found.rate("2013-Q1", 3) == 0.15 and found.rate("2014-Q1", 3) is None
    plain = to_json(make_report(study, readings.choose(study), denominator=found))
    focus = plain["quarters"][1]["focus"]
    assert plain["quarters"][1]["rate"] == focus / 5 and plain["denominator"]["unit"] == 100
    report = make_report(study, readings.choose(study))
    assert sum(all_releases(report.stored).numbers.values()) == 122  # those set aside too


@pytest.mark.parametrize("text", ["", "q,n\n2013-Q1,0\n", "2013-Q5,3\n2013-Q1,3\n2013-Q1,4\n"])
def test_a_denominator_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "d.csv"
    file.write_text(text)
    with pytest.raises(StudyError, match=re_of(file)):
        read_denominator(file)


def re_of(path: Path) -> str:
    return str(path).replace("\\", ".")


def test_the_journal_proves_what_is_counted(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=6) as study:
        reading = readings.choose(study)
        coding = Coding(study, reading)
        coding.code(1, "category", "fraud")
        coding.undo()
        coding.code(2, "category", "fraud")
        coding.memo(2, "a note")
        assert not [*journal.faults(study)]
        study.connection.execute("update states set kind_id = null where release_id = 2")
        assert any("release 2" in fault for fault in journal.faults(study))
