"""The report's numbers, against a count by hand and a slow recount of random codings."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.quarters import first_day
from db.report import Report, make_report, to_json
from db.report.cells import CaseCell, Cell, ReleaseCell, releases_behind
from db.report.kinds import CASES, FOCUS, TRACK, USED, Of
from db.report.releases import Standing
from db.study import Study
from tests.report_samples import (
    CODEBOOKS,
    PER_CASE,
    Recount,
    cases_and_examples,
    code_at_random,
    study_of,
)

often = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module", params=CODEBOOKS, name="any_study")
def any_study_(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Study]:
    path = tmp_path_factory.mktemp("report") / "study.db"
    with study_of(path, CODEBOOKS[request.param]) as study:
        study.connection.execute("pragma synchronous = off")
        yield study


@often
@given(seed=st.integers(0, 2**32))
def test_every_number_is_what_a_slow_recount_finds(any_study: Study, seed: int) -> None:
    reading = readings.choose(any_study)
    code_at_random(any_study, reading, Random(seed))
    slow, plain = Recount(any_study, reading), to_json(make_report(any_study, reading))
    book, cases = any_study.codebook, slow.cases

    where = plain["progress"]
    for status in ("uncoded", "excluded", "linked", "coded"):
        assert where[status] == len(slow.standing(status)), status
    releases = 24 if book.start else 25  # without a span that of 1980 is read too
    assert where["releases"] == len(slow.rows) == releases
    assert where["flagged"] == sum(state.flagged for _, state in slow.rows)
    assert (where["outside_span"], where["without_mention"]) == (int(bool(book.start)), 1)
    relations = Counter(state.relation for _, state in slow.rows if state.relation)
    assert plain["links"] == {kind: relations[kind] for kind in ("update", "duplicate")}
    reasons = Counter(state.exclusion for _, state in slow.rows if state.exclusion)
    assert [(e["name"], e["releases"]) for e in plain["exclusions"]] == [
        (reason.name, reasons[reason.name]) for reason in book.exclusions
    ]

    used, used_examples = cases_and_examples([slow.used(case) for case in cases])
    focus, focus_examples = cases_and_examples([slow.focus(case) for case in cases])
    assert [(s["stage"], s["count"], s.get("examples")) for s in plain["funnel"]] == [
        ("collected", releases, None),
        ("cases", len(cases), None),
        ("used", used, used_examples),
        ("focus", focus, focus_examples),
    ]

    for field in book.fields:
        total = slow.total(field.name, field.per)
        leading = field is book.leading
        listed = plain["categories"] if leading else plain["fields"][field.name]
        assert [row["name"] for row in listed] == [code.name for code in field.codes]
        for row, code in zip(listed, field.codes, strict=True):
            held = cases_and_examples([slow.code(c, field.name, code.name) for c in cases])
            _check_row(row, held, total, per=field.per, counts=code.counts, leading=leading)
        groups = plain["groups"].get(field.name, [])
        assert [row["group"] for row in groups] == list(field.groups)
        for row in groups:
            held = cases_and_examples([slow.group(c, field.name, row["group"]) for c in cases])
            _check_row(row, held, total, per=field.per)

    assert [row["quarter"] for row in plain["quarters"]] == slow.quarters()
    for row in plain["quarters"]:
        here = [case for case in cases if case.quarter == row["quarter"]]
        assert row["cases"] == len(here)
        assert row["used"] == cases_and_examples([slow.used(c) for c in here])[0]
        held = cases_and_examples([slow.focus(c) for c in here])
        assert (row["focus"], row["examples"]) == held
        assert row["track"] == (
            cases_and_examples([slow.track(c) for c in here])[0] if book.track else None
        )
        for field in book.fields:
            if field is book.leading:
                assert row["categories"] == {
                    code.name: sum(bool(slow.code(c, field.name, code.name)) for c in here)
                    for code in field.codes
                }
            if field.groups:
                assert row["groups"][field.name] == {
                    group: sum(bool(slow.group(c, field.name, group)) for c in here)
                    for group in field.groups
                }

    for row, event in zip(plain["events"], book.events, strict=True):
        for side, wanted in (("before", False), ("after", True)):
            counts = [
                sum(
                    bool((slow.track if book.track else slow.focus)(c))
                    for c in cases
                    if c.quarter == quarter
                )
                for quarter in slow.quarters()
                if (first_day(quarter) > event.date) is wanted
            ]
            assert row[side] == {
                "quarters": len(counts),
                "cases": sum(counts),
                "mean": sum(counts) / len(counts) if counts else None,
            }

    by_state = Counter(case.state for case in cases)
    in_focus = Counter(case.state for case in cases if slow.focus(case))
    assert {(p["state"], p["focus"], p["cases"]) for p in plain["places"]} == {
        (state, in_focus[state], count) for state, count in by_state.items()
    }
    json.dumps(plain, allow_nan=False)


def _check_row(
    row: dict[str, object],
    held: tuple[int, int],
    total: int,
    *,
    per: str,
    counts: bool = True,
    leading: bool = False,
) -> None:
    cases, examples = held
    assert row["cases"] == cases
    if leading or per == "example":
        assert row["examples"] == examples
    else:
        assert "examples" not in row
    part = cases if per == "case" else examples
    assert row["share"] == (part / total if total and counts else 0.0)
    assert row.get("counts", True) is counts


@often
@given(seed=st.integers(0, 2**32))
def test_every_number_opens_as_many_releases_as_it_says(any_study: Study, seed: int) -> None:
    reading = readings.choose(any_study)
    code_at_random(any_study, reading, Random(seed))
    for cell, count in _cells(make_report(any_study, reading), any_study):
        found = releases_behind(any_study, reading, cell)
        assert len(found) == count, cell
        assert len(set(found)) == count
    leads = set(releases_behind(any_study, reading, CaseCell(FOCUS)))
    slow = Recount(any_study, reading)
    assert leads == {case.id for case in slow.cases if slow.focus(case)}


def _cells(report: Report, study: Study) -> Iterator[tuple[Cell, int]]:
    where = report.progress
    yield ReleaseCell("collected"), where.releases
    for name in ("uncoded", "excluded", "coded", "linked", "flagged"):
        yield ReleaseCell(name), getattr(where, name)
    yield ReleaseCell("outside_span"), where.outside_span
    yield ReleaseCell("without_mention"), where.without_mention
    for reason in report.exclusions:
        yield ReleaseCell("exclusion", reason.name), reason.releases
    for relation, count in report.links.items():
        yield ReleaseCell("link", relation), count
    for stage in report.funnel[1:]:
        yield CaseCell(Of(stage.name)), stage.count  # type: ignore[arg-type]
    for field in ([report.categories] if report.categories else []) + list(report.fields):
        for code in field.codes:
            yield CaseCell(Of("code", field.name, code.name)), code.cases
        for group in field.groups:
            yield CaseCell(Of("group", field.name, group.name)), group.cases
    leading = study.codebook.leading
    for one in report.quarters[::3]:
        for of, count in ((CASES, one.cases), (USED, one.used), (FOCUS, one.focus)):
            yield CaseCell(of, quarter=one.quarter), count
        yield CaseCell(TRACK, quarter=one.quarter), one.track or 0
        for name, count in one.categories.items():
            assert leading
            yield CaseCell(Of("code", leading.name, name), quarter=one.quarter), count
    for place in report.places:
        yield CaseCell(CASES, state=place.state or ""), place.cases
        yield CaseCell(FOCUS, state=place.state or ""), place.focus


def test_a_small_study_counted_by_hand(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=10) as study:
        reading = readings.choose(study)
        coding = Coding(study, reading)
        ids = releases_behind(study, reading, ReleaseCell("collected"))
        _code(coding, ids[0], "cyber-tip-platform", ("child-exploitation", "images"))
        _code(coding, ids[1], "public-tip", ("child-exploitation", "grooming"), ("fraud", None))
        coding.suspects(ids[1], 1, 3)
        _code(coding, ids[2], "not-stated", ("not-used", None))
        _code(coding, ids[3], "undercover", ("not-used", None), ("threats", None))
        coding.exclude(ids[4], "awareness")
        coding.link(ids[5], ids[0], "update")
        coding.link(ids[6], ids[0], "duplicate")
        coding.flag(ids[7])
        plain = to_json(make_report(study, reading))

    assert plain["progress"] == {
        "releases": 10,
        "uncoded": 3,
        "excluded": 1,
        "linked": 2,
        "coded": 4,
        "flagged": 1,
        "outside_span": 1,
        "without_mention": 1,
    }
    assert plain["funnel"] == [
        {"stage": "collected", "unit": "release", "count": 10},
        {"stage": "cases", "unit": "case", "count": 4},
        {"stage": "used", "unit": "case", "count": 3, "examples": 6},
        {"stage": "focus", "unit": "case", "count": 2, "examples": 4},
    ]
    categories = {row["name"]: row for row in plain["categories"]}
    assert (categories["child-exploitation"]["cases"], categories["fraud"]["cases"]) == (2, 1)
    assert categories["child-exploitation"]["share"] == 4 / 6
    assert categories["not-used"] == {
        "name": "not-used",
        "label": "Facebook not used by a suspect",
        "cases": 2,
        "examples": 2,
        "share": 0.0,
        "ci95": None,
        "counts": False,
    }
    modes = {row["name"]: (row["cases"], row["examples"]) for row in plain["fields"]["mode"]}
    assert modes == {"images": (1, 1), "grooming": (1, 3), "trafficking": (0, 0)}
    assert [(g["group"], g["cases"]) for g in plain["groups"]["origin"]] == [
        ("investigation", 1),
        ("cyber tip", 1),
    ]
    assert sum(row["cases"] for row in plain["quarters"]) == 4
    assert len(plain["quarters"]) == 28
    assert [p["focus"] for p in plain["places"] if p["state"] == "KY"] == [1]


def _code(coding: Coding, release_id: int, origin: str, *examples: tuple[str, str | None]) -> None:
    for number, (category, mode) in enumerate(examples, start=1):
        if number > 1:
            coding.add_example(release_id)
        coding.code(release_id, "category", category, example=number)
        if mode:
            coding.code(release_id, "mode", mode, example=number)
    coding.code(release_id, "origin", origin)


def test_the_contract_s_keys_are_all_there(any_study: Study) -> None:
    plain = to_json(make_report(any_study, readings.choose(any_study)))
    assert list(plain) == [
        *("study", "filter", "progress", "funnel", "exclusions", "links", "categories", "fields"),
        *("groups", "quarters", "years", "denominator", "events", "places", "placed"),
    ]
    assert set(plain["study"]) == {"title", "from", "to", "coder", "pass", "codebook"}
    for row in plain["quarters"]:
        assert set(row) == {
            *("quarter", "cases", "used", "focus", "examples", "track", "categories", "groups")
        }
    for row in plain["events"]:
        assert set(row) == {
            *("name", "date", "measure", "before", "after", "rate_ratio", "ci95", "p", "moved")
        }


@pytest.mark.parametrize("codebook", CODEBOOKS.values(), ids=list(CODEBOOKS))
def test_an_empty_study_has_zeros_and_no_rates(tmp_path: Path, codebook: object) -> None:
    with Study.create(tmp_path / "s.db", codebook, coder="ann") as study:  # type: ignore[arg-type]
        report = make_report(study, readings.choose(study))
    assert [stage.count for stage in report.funnel] == [0, 0, 0, 0]
    assert not report.places
    assert bool(report.quarters) == bool(study.codebook.start)
    for event in report.events:
        assert (event.rate_ratio, event.interval, event.p) == (None, None, None)
    for field in report.fields:
        assert {code.share for code in field.codes} == {0.0}


def test_a_study_of_which_all_is_excluded_has_no_cases(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", PER_CASE, releases=3) as study:
        reading = readings.choose(study)
        for release_id in releases_behind(study, reading, ReleaseCell("collected")):
            Coding(study, reading).exclude(release_id, "no")
        report = make_report(study, reading)
    assert report.progress.excluded == 4  # without a span, the release of 1980 is one of them
    assert (report.quarters, report.places) == ((), ())
    assert to_json(report)["events"][0]["before"] == {"quarters": 0, "cases": 0, "mean": None}


@pytest.mark.parametrize(
    ("day", "before"), [("2013-03-31", 1), ("2013-04-01", 2), ("2012-12-31", 0), ("2030-01-01", 28)]
)
def test_a_quarter_is_after_an_event_when_it_begins_after_its_day(
    tmp_path: Path, day: str, before: int
) -> None:
    toml = codebook_file.default_toml().replace("2018-03-21 ", f"{day} ")
    with study_of(tmp_path / "s.db", codebook_file.parse(toml), releases=2) as study:
        coding = Coding(study, readings.choose(study))
        _code(coding, 1, "cyber-tip-ncmec", ("child-exploitation", "images"))
        (event,) = make_report(study, readings.choose(study)).events
    assert event.date == date.fromisoformat(day)
    assert (event.before.quarters, event.after.quarters) == (before, 28 - before)
    assert (event.p is None) == (before in (0, 28))


def test_cases_outside_a_span_made_narrower_are_not_counted(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=24) as study:
        reading = readings.choose(study)
        code_at_random(study, reading, Random(5))
        toml = codebook_file.default_toml().replace("2019-12-31", "2016-02-10")
        study.set_codebook(codebook_file.parse(toml))
        report, slow = make_report(study, reading), Recount(study, reading)
        assert report.stage("cases").count == len(slow.cases) > 0
        assert report.progress.releases == len(slow.rows) < 24
        assert report.progress.outside_span == 25 - len(slow.rows)
        assert report.quarters[-1].quarter == "2016-Q1"
        assert sum(one.cases for one in report.quarters) == len(slow.cases)
        assert sum(reason.releases for reason in report.exclusions) == report.progress.excluded
        assert sum(report.links.values()) == report.progress.linked
        for cell, count in _cells(report, study):
            assert len(releases_behind(study, reading, cell)) == count, cell


def test_a_decision_taken_meanwhile_is_in_all_numbers_or_in_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.db"
    with study_of(path, codebook_file.default(), releases=4) as study:
        reading = readings.choose(study)

        def interrupted(*arguments: object) -> object:
            with Study.open(path) as other:
                _code(Coding(other, reading), 1, "undercover", ("fraud", None))
            return Standing(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr("db.report.Standing", interrupted)
        report = make_report(study, reading)
        assert report.progress.coded == report.stage("cases").count == 0
        monkeypatch.undo()
        assert make_report(study, reading).progress.coded == 1


def test_each_coder_has_a_report_of_their_own(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=4) as study:
        _code(Coding(study, readings.choose(study)), 1, "undercover", ("fraud", None))
        second = readings.reading(study, "bob")
        report = make_report(study, second)
        assert (report.heading.coder, report.progress.coded, report.progress.uncoded) == (
            *("bob", 0),
            4,
        )
        assert releases_behind(study, second, CaseCell(CASES)) == []
