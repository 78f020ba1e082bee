"""Candidates: found, kept, explained, judged."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.commands.cases import command
from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.errors import CodingError, StudyError
from db.families import Repeats, exact_repeats, link_repeats, make_lead, set_apart
from db.journal import faults
from db.records import Release
from db.relatives.candidates import candidates_of, has_strong, open_candidates
from db.relatives.scoring import Finding, compare
from db.relatives.store import bring_up_to_date, missing
from db.releases import store
from db.study import Study

FACTS = (
    "The man met a girl on Facebook and asked her for pictures, according to court documents. "
    "Agents seized a telephone from his house on Elm Street and found the messages there. "
)
TEXTS = (
    ("Paducah Man Charged", "John A. Roe, 34, of Paducah, was charged on Facebook. " + FACTS, 1),
    ("Former Teacher Sentenced", "John Roe, 35, of Paducah, was sentenced to ten years.", 400),
    ("Paducah man charged", "JOHN A. ROE, 34, of Paducah,  was charged on Facebook.\n" + FACTS, 2),
    ("Bank Robber Pleads Guilty", "Ann Poe, 50, of Mayfield, used Facebook to boast.", 30),
    ("Follow-up", "Remarks on Facebook by U.S. Attorney Jane Low.", 60),
)


def made(number: int, title: str, text: str, day: int) -> Release:
    return Release(
        uid=f"r{number}",
        title=title,
        text=text if "Facebook" in text else text + " He used Facebook.",
        published=date.fromordinal(date(2016, 1, 1).toordinal() + day),
        office="W.D. Kentucky",
    )


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.create(tmp_path / "study.db", codebook_file.default(), coder="ann") as opened:
        store(opened, [made(n, *text) for n, text in enumerate(TEXTS, start=1)], source="here")
        bring_up_to_date(opened)
        yield opened


@pytest.fixture
def coding(study: Study) -> Coding:
    return Coding(study, readings.choose(study))


def ids(study: Study, release_id: int) -> list[int]:
    return [one.id for one in candidates_of(study, release_id)]


def test_a_case_is_found_from_each_of_its_releases(study: Study) -> None:
    assert ids(study, 1) == [3, 2]
    assert set(ids(study, 2)) == {1, 3}
    assert ids(study, 4) == ids(study, 5) == []


def test_reasons_are_told_in_words_from_the_release_at_hand(study: Study) -> None:
    update = next(one for one in candidates_of(study, 1) if one.id == 2)
    assert update.relation == "update" and 0.8 < update.score <= 1
    words = " · ".join(update.reasons)
    assert "same name: John A. Roe" in words or "same name: John Roe" in words
    assert "same office" in words and "399 days earlier" in words
    assert "charged → sentenced" in words
    back = next(one for one in candidates_of(study, 2) if one.id == 1)
    assert "399 days later" in back.reasons
    assert back.score == update.score


def test_case_and_white_space_do_not_hide_a_repeat(study: Study) -> None:
    best = candidates_of(study, 1)[0]
    assert (best.id, best.relation, best.reasons[0]) == (3, "duplicate", "same text")


def test_new_releases_are_compared_with_all(study: Study) -> None:
    assert missing(study) == 0
    store(study, [made(6, "Poe Sentenced", "Ann Poe, 51, was sentenced.", 500)], source="more")
    assert missing(study) == 1
    bring_up_to_date(study)
    assert missing(study) == 0
    assert ids(study, 4) == [6] and ids(study, 6) == [4]


def test_another_text_is_compared_anew(study: Study) -> None:
    store(study, [made(2, "Sentenced", "Sam Woe, 60, of Benton, was sentenced.", 400)], source="x")
    bring_up_to_date(study)
    assert ids(study, 2) == [] and ids(study, 1) == [3]
    left = study.connection.execute(
        "select count(*) from relative_keys where release_id not in"
        " (select release_id from relative_features)"
    ).fetchone()[0]
    assert left == 0


def test_what_was_read_and_not_compared_is_compared_later(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(self: object) -> None:
        raise KeyboardInterrupt

    store(study, [made(6, "Poe Sentenced", "Ann Poe, 51, was sentenced.", 500)], source="more")
    with monkeypatch.context() as patched:
        patched.setattr("db.relatives.store._Comparison.write", stop)
        with pytest.raises(KeyboardInterrupt):
            bring_up_to_date(study)
    assert missing(study) == 1 and ids(study, 4) == []
    assert bring_up_to_date(study) == 1
    assert missing(study) == 0 and ids(study, 4) == [6]


def test_not_the_same_is_remembered_undone_and_proved(study: Study, coding: Coding) -> None:
    reading = coding.reading.id
    assert has_strong(study, reading, 2)
    set_apart(coding, 2, 1)
    set_apart(coding, 2, 3)
    assert open_candidates(study, reading, 2) == []
    assert [one.id for one in open_candidates(study, reading, 1)] == [3]
    assert not has_strong(study, reading, 2)
    with Study.open(study.path) as again:
        assert open_candidates(again, reading, 2) == []
    assert list(faults(study)) == []
    coding.undo()
    assert [one.id for one in open_candidates(study, reading, 2)] == [3]
    assert list(faults(study)) == []


def test_linked_and_excluded_ones_are_offered_no_more(study: Study, coding: Coding) -> None:
    reading = coding.reading.id
    coding.link(3, 1, "duplicate")
    assert [one.id for one in open_candidates(study, reading, 1)] == [2]
    coding.exclude(2, "other")
    assert open_candidates(study, reading, 1) == []


def test_another_lead_takes_the_coding_and_the_family(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.link(2, 1, "update")
    coding.link(3, 1, "duplicate")
    before = coding.state(1)
    make_lead(coding, 2)
    assert coding.state(2).examples == before.examples and coding.state(2).lead is None
    assert coding.state(1).lead == coding.state(3).lead == 2
    assert coding.state(1).relation == "update" and not coding.state(1).examples
    assert list(faults(study)) == []
    coding.undo()
    assert coding.state(1) == before and coding.state(2).lead == 1
    assert list(faults(study)) == []


def test_exact_repeats_are_linked_at_a_stroke(study: Study, coding: Coding) -> None:
    (one,) = exact_repeats(coding)
    assert (one.lead, one.others) == (1, (3,))
    link_repeats(coding, [one])
    assert (coding.state(3).lead, coding.state(3).relation) == (1, "duplicate")
    assert exact_repeats(coding) == []
    coding.undo()
    assert coding.state(3).lead is None
    set_apart(coding, 3, 1)
    assert exact_repeats(coding) == []


def test_what_is_decided_is_not_linked_at_a_stroke(study: Study, coding: Coding) -> None:
    coding.code(3, "category", "fraud")
    assert exact_repeats(coding) == []


def test_repeats_whose_lead_leads_no_more_are_not_linked(coding: Coding) -> None:
    (one,) = exact_repeats(coding)
    coding.link(1, 4, "update")
    with pytest.raises(CodingError, match="needs a lead"):
        link_repeats(coding, [one])
    coding.undo()
    coding.exclude(1, "other")
    with pytest.raises(CodingError, match="needs a lead"):
        link_repeats(coding, [one])
    assert coding.state(3).lead is None


def test_no_lead_is_itself_linked_in_the_same_stroke(coding: Coding) -> None:
    coding.link(5, 3, "update")
    with pytest.raises(CodingError):
        link_repeats(coding, [Repeats(1, (3,)), Repeats(3, (2,))])
    link_repeats(coding, [Repeats(1, (2, 3))])
    assert coding.family(1) == [3, 5, 2]  # by date; the fifth came along


def test_the_command_prints_every_release(study: Study) -> None:
    ran = CliRunner().invoke(command, ["candidates", str(study.path), "--json"])
    printed = json.loads(ran.stdout)
    assert [one["release"] for one in printed] == ["r1", "r3", "r4", "r5", "r2"]
    first = printed[0]["candidates"][0]
    assert set(first) == {"release", "url", "relation", "score", "reasons"}
    assert first["release"] == "r3" and printed[2]["candidates"] == []


def test_link_exact_asks_shows_and_links(study: Study, coding: Coding) -> None:
    run = CliRunner().invoke
    dry = run(command, ["link-exact", str(study.path), "--dry-run"])
    assert "r3" in dry.stdout and coding.state(3).lead is None
    assert run(command, ["link-exact", str(study.path)]).exit_code == 2
    assert run(command, ["link-exact", str(study.path), "--yes"]).exit_code == 0
    assert coding.state(3).lead == 1
    assert "No undecided" in run(command, ["link-exact", str(study.path), "--yes"]).stderr


def test_show_prints_the_case_by_date(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.memo(3, "a copy")
    coding.link(2, 1, "update")
    coding.link(3, 1, "duplicate")
    run = CliRunner().invoke
    for name in ("r1", "r2"):
        lines = run(command, ["show", str(study.path), name]).stdout.splitlines()
        heads = [line for line in lines if not line.startswith(" ")]
        assert [line.split()[1] for line in heads] == ["lead", "duplicate", "update"]
        assert heads[0].startswith("2016-01-02  lead       charged") and "(r1)" in heads[0]
        assert any("Category: Fraud" in line for line in lines)
        assert "    ✎ a copy" in lines
    told = json.loads(run(command, ["show", str(study.path), "r3", "--json"]).stdout)
    assert [one["release"] for one in told] == ["r1", "r3", "r2"]
    assert told[0]["lead"] is None and told[1]["lead"] == "r1"
    assert told[0]["stage"] == "charged" and told[1]["memo"] == "a copy"


def test_show_of_a_release_that_is_not_there_is_a_sentence(study: Study) -> None:
    ran = CliRunner().invoke(command, ["show", str(study.path), "nope"])
    assert isinstance(ran.exception, StudyError) and "has no release “nope”" in str(ran.exception)


def test_nobody_waits_while_releases_are_compared(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []
    with Study.open(study.path) as other:
        other.connection.execute("pragma busy_timeout = 0")

        def decide_meanwhile(*sides: object) -> Finding | None:
            other.set_fact("tried", str(len(tries)))
            tries.append("written")
            return compare(*sides)  # type: ignore[arg-type]

        monkeypatch.setattr("db.relatives.store.compare", decide_meanwhile)
        store(study, [made(6, "Poe Sentenced", "Ann Poe, 51, was sentenced.", 500)], source="more")
        bring_up_to_date(study)
    assert tries and ids(study, 4) == [6]


def test_a_text_replaced_while_it_is_compared_waits_for_the_next_comparison(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Study.open(study.path) as other:

        def replace_meanwhile(*sides: object) -> Finding | None:
            monkeypatch.undo()
            store(other, [made(6, "Woe", "Sam Woe, 60, of Benton, was charged.", 500)], source="x")
            bring_up_to_date(other)
            return compare(*sides)  # type: ignore[arg-type]

        store(study, [made(6, "Poe Sentenced", "Ann Poe, 51, was sentenced.", 500)], source="more")
        monkeypatch.setattr("db.relatives.store.compare", replace_meanwhile)
        bring_up_to_date(study)
    bring_up_to_date(study)
    assert missing(study) == 0 and ids(study, 4) == ids(study, 6) == []


def test_stopped_between_two_portions_it_goes_on_with_the_rest(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = {n: candidates_of(study, n) for n in range(1, 6)}
    study.set_fact("relatives_whole", "0")
    study.connection.execute("update relative_features set version = -version where release_id = 5")
    seen: list[object] = []

    def stop(*sides: object) -> Finding | None:
        seen.append(sides)
        if len(seen) > 2:
            raise KeyboardInterrupt
        return compare(*sides)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr("db.relatives.store._BATCH", 1)
        patched.setattr("db.relatives.store.compare", stop)
        with pytest.raises(KeyboardInterrupt):
            bring_up_to_date(study)
    assert 0 < missing(study) < 5
    bring_up_to_date(study)
    assert missing(study) == 0
    assert {n: candidates_of(study, n) for n in range(1, 6)} == everything
