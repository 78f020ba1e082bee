"""Decisions: what they do, what they refuse, and that nothing of them is lost."""

import multiprocessing
import os
import signal
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import readings
from db.changes import read_at, seen_when_decided
from db.codebook import file as codebook_file
from db.codebook.change import apply
from db.coding import Coding
from db.errors import CodingError
from db.families import make_lead, set_apart
from db.journal import faults, folded
from db.pages import Queue
from db.readings import tallies
from db.records import Release
from db.releases import store
from db.states import EMPTY, Change, Evidence, State, to_json
from db.study import Study
from tests.conftest import release


def status(coding: Coding, release_id: int) -> str:
    return Queue(coding.study, coding.reading.id).page(release_id).status


def test_a_release_is_coded_when_every_required_field_is_set(coding: Coding) -> None:
    coding.code(1, "category", "child-exploitation")
    assert status(coding, 1) == "uncoded"
    coding.code(1, "origin", "public-tip")
    assert status(coding, 1) == "uncoded"  # the mode is asked of child exploitation
    coding.code(1, "mode", "images")
    assert status(coding, 1) == "coded"
    coding.code(2, "category", "fraud")
    coding.code(2, "origin", "public-tip")
    assert status(coding, 2) == "coded"


def test_codes_that_are_no_longer_asked_go(coding: Coding) -> None:
    coding.code(1, "category", "child-exploitation")
    coding.code(1, "mode", "images")
    coding.code(1, "category", "fraud")
    assert dict(coding.state(1).examples[0].values) == {"category": "fraud"}


def test_a_code_that_is_not_asked_is_refused_and_says_why(coding: Coding) -> None:
    with pytest.raises(CodingError, match="Mode is not asked here: it depends on Category"):
        coding.code(1, "mode", "images")
    assert coding.state(1) == EMPTY


@pytest.mark.parametrize(
    ("field", "code"), [("category", "piracy"), ("colour", "red"), ("origin", "images")]
)
def test_unknown_fields_and_codes_are_refused(coding: Coding, field: str, code: str) -> None:
    with pytest.raises(CodingError):
        coding.code(1, field, code)
    assert list(faults(coding.study)) == []


def test_the_same_code_again_leaves_no_trace(coding: Coding) -> None:
    assert coding.code(1, "origin", "ongoing") is not None
    assert coding.code(1, "origin", "ongoing") is None
    assert coding.study.connection.execute("select count(*) from journal").fetchone()[0] == 1


def test_any_state_can_become_any_other(coding: Coding) -> None:
    coding.exclude(1, "in-passing")
    assert status(coding, 1) == "excluded"
    coding.code(1, "category", "fraud")
    assert status(coding, 1) == "uncoded"
    coding.code(1, "origin", "ongoing")
    assert status(coding, 1) == "coded"
    coding.exclude(1, "other")
    assert status(coding, 1) == "excluded"
    coding.link(1, 2, "update")
    assert status(coding, 1) == "linked"
    coding.exclude(1, "other")
    assert status(coding, 1) == "excluded"
    coding.clear(1)
    assert status(coding, 1) == "uncoded"
    assert list(faults(coding.study)) == []


def test_finding_a_family_reads_no_other_releases(coding: Coding) -> None:
    """Counted in hundreds of steps of SQLite's machine; reading every release takes fifty."""
    others = [release(n, f"Title {n}", "On Facebook.") for n in range(100, 1100)]
    store(coding.study, others, source="here")
    coding.link(2, 1, "update")
    steps: list[int] = []
    coding.study.connection.set_progress_handler(lambda: steps.append(1), 100)
    assert coding.family(1) == [2]
    assert len(steps) < 5


def test_a_link_brings_the_family_along_and_unlinking_restores_all(coding: Coding) -> None:
    coding.code(2, "category", "fraud")
    coding.code(2, "origin", "ongoing")
    coding.link(3, 2, "update")
    before = [coding.state(n) for n in (2, 3)]
    coding.link(2, 1, "duplicate")
    assert coding.state(3).lead == 1
    assert coding.family(1) == [2, 3]
    coding.unlink(2)
    assert [coding.state(n) for n in (2, 3)] == before
    assert status(coding, 2) == "coded"


def test_a_link_to_a_linked_release_goes_to_its_lead(coding: Coding) -> None:
    coding.link(2, 1, "update")
    coding.link(3, 2, "update")
    assert coding.state(3).lead == 1


def test_no_case_leads_itself(coding: Coding) -> None:
    coding.link(2, 1, "update")
    with pytest.raises(CodingError, match="already belongs"):
        coding.link(1, 2, "update")
    with pytest.raises(CodingError):
        coding.link(1, 1, "duplicate")


def test_a_release_that_leads_others_is_not_excluded(coding: Coding) -> None:
    coding.link(2, 1, "update")
    with pytest.raises(CodingError, match="1 linked to this release"):
        coding.exclude(1, "other")
    coding.unlink(2)
    assert coding.exclude(1, "other") is not None


def test_a_memo_holds_no_control_characters(coding: Coding) -> None:
    coding.memo(1, " a\x1b[2J\x00b\n[c] ")
    assert coding.state(1).memo == "a[2Jb\n[c]"


def test_a_linked_release_takes_no_codes(coding: Coding) -> None:
    coding.link(2, 1, "update")
    with pytest.raises(CodingError, match="linked"):
        coding.code(2, "origin", "ongoing")


def test_undo_and_redo_survive_a_restart(coding: Coding, tmp_path: Path) -> None:
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "ongoing")
    coding.study.close()
    with Study.open(tmp_path / "study.db") as again:
        later = Coding(again, readings.choose(again))
        step = later.undo()
        assert step is not None and step.release_id == 1
        assert status(later, 1) == "uncoded"
        later.undo()
        assert later.state(1) == EMPTY
        assert later.undo() is None
        later.redo()
        later.redo()
        assert status(later, 1) == "coded"
        assert later.redo() is None


def test_a_new_decision_ends_the_line_of_redo(coding: Coding) -> None:
    coding.flag(1)
    coding.undo()
    coding.flag(2)
    assert coding.redo() is None
    assert not coding.state(1).flagged


def test_skipped_releases_come_last(coding: Coding) -> None:
    queue = Queue(coding.study, coding.reading.id)
    order = []
    current = queue.next_uncoded()
    coding.skip(1)
    current = queue.next_uncoded()
    while current is not None and current not in order:
        order.append(current)
        coding.exclude(current, "other")
        current = queue.next_uncoded(current)
    assert order == [2, 3, 4, 5, 1]


def test_tallies_follow_every_decision(coding: Coding) -> None:
    coding.exclude(1, "other")
    coding.flag(2)
    coding.link(3, 2, "duplicate")
    coding.code(2, "category", "fraud")
    coding.code(2, "origin", "ongoing")
    assert tallies(coding.study, coding.reading.id) == {
        "uncoded": 2,
        "excluded": 1,
        "coded": 1,
        "linked": 1,
        "flagged": 1,
    }


def test_two_sittings_at_once_do_not_overwrite_each_other(coding: Coding, tmp_path: Path) -> None:
    with Study.open(tmp_path / "study.db") as other_study:
        other = Coding(other_study, readings.choose(other_study))
        coding.code(1, "category", "fraud")
        other.code(1, "origin", "ongoing")
        coding.memo(1, "seen")
        state = other.state(1)
    assert (state.value("category"), state.value("origin"), state.memo) == (
        "fraud",
        "ongoing",
        "seen",
    )
    assert list(faults(coding.study)) == []


def _code_until_killed(path: Path, ready: object) -> None:
    with Study.open(path) as study:
        coding = Coding(study, readings.choose(study))
        for number in range(100_000):
            coding.memo(1 + number % 5, f"memo {number}")
            ready.put(number)  # type: ignore[attr-defined]


def test_what_was_said_to_be_saved_survives_a_kill(study: Study) -> None:
    context = multiprocessing.get_context("spawn")
    said = context.SimpleQueue()
    process = context.Process(target=_code_until_killed, args=(study.path, said))
    process.start()
    last = 0
    while last < 50:
        last = said.get()
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    while not said.empty():
        last = said.get()
    coding = Coding(study, readings.choose(study))
    assert coding.state(1 + last % 5).memo in {f"memo {last}", f"memo {last + 5}"}
    assert list(faults(study)) == []


def changed(coding: Coding, release_id: int) -> bool:
    return Queue(coding.study, coding.reading.id).page(release_id).changed


def bring_in(coding: Coding, *releases: Release) -> None:
    """Bring in newer versions, a moment after and before what is decided around them."""
    time.sleep(MOMENT)
    store(coding.study, releases, source="again")
    time.sleep(MOMENT)


MOMENT = 0.002
"""Seconds; a study keeps moments in thousandths of one."""


def replace_text(coding: Coding, number: int, text: str) -> None:
    bring_in(coding, release(number, f"Title {number}", text))


def held_against(coding: Coding, release_id: int) -> str | None:
    """The text that what changed is shown against."""
    at = read_at(coding.study, coding.reading.id, release_id)
    seen = seen_when_decided(coding.study, release_id, at) if at else None
    return seen.text if seen else None


def test_only_a_decision_on_the_release_itself_says_that_its_new_text_was_looked_at(
    coding: Coding,
) -> None:
    coding.flag(3)
    coding.link(3, 2, "update")
    coding.code(2, "category", "fraud")
    for number in (2, 3):
        replace_text(coding, number, f"Facebook, another text of {number}.")
    coding.flag(2)
    coding.memo(2, "new text")
    coding.evidence(2, Evidence("category", 0, 8, "Facebook"))
    coding.skip(2)
    coding.add_example(2)
    assert changed(coding, 2)
    coding.link(2, 1, "duplicate")
    assert not changed(coding, 2)
    assert changed(coding, 3)  # it came along, unread
    coding.unlink(3)
    assert changed(coding, 3)
    coding.exclude(3, "other")
    assert not changed(coding, 3)


def test_undo_brings_the_mark_of_a_new_text_back(coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    replace_text(coding, 1, "Facebook, another text.")
    coding.code(1, "category", "drugs")
    assert not changed(coding, 1)
    coding.undo()
    assert changed(coding, 1)
    coding.redo()
    assert not changed(coding, 1)
    coding.undo()
    replace_text(coding, 1, "Facebook, a third text.")
    coding.redo()
    assert changed(coding, 1)  # that decision was taken on the second
    coding.flag(1)
    coding.undo()
    assert changed(coding, 1)
    assert list(faults(coding.study)) == []


def test_nothing_is_marked_that_nothing_is_decided_on(coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.link(3, 2, "update")
    coding.flag(4)
    for number in (1, 3, 4):
        replace_text(coding, number, "Facebook, another text.")
        assert changed(coding, number)
    coding.flag(4)
    assert not changed(coding, 4)
    coding.undo()
    assert changed(coding, 4)
    for number in (4, 3, 1):
        coding.undo()
        assert not changed(coding, number)
    for number in (1, 3, 4):
        coding.redo()
        assert changed(coding, number)
    coding.unlink(3)
    assert coding.state(3) == EMPTY and not changed(coding, 3)
    coding.undo()
    assert changed(coding, 3)
    assert list(faults(coding.study)) == []


def test_another_date_between_undo_and_redo_is_marked_too(coding: Coding) -> None:
    first = release(1, "Title 1", "Facebook, the same text.")
    bring_in(coding, first)
    coding.code(1, "category", "fraud")
    coding.undo()
    bring_in(coding, replace(first, published=date(2019, 1, 1)))
    assert not changed(coding, 1)
    coding.redo()
    assert changed(coding, 1)
    coding.code(1, "category", "fraud")
    coding.undo()
    bring_in(coding, replace(first, published=date(2019, 2, 2)))
    coding.redo()
    assert changed(coding, 1)  # that code was set under the second date


def test_undoing_many_at_once_marks_those_whose_text_changed_since(coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    before, coded = coding.state(2), coding.state(1)
    coding.record("load", [Change(number, before, coded) for number in (2, 3, 4)])
    coding.undo()
    replace_text(coding, 3, "Facebook, another text.")
    coding.redo()
    assert [changed(coding, number) for number in (2, 3, 4)] == [False, True, False]


@pytest.mark.parametrize("kind", ["load", "link-exact", "flag", "link"])
def test_what_changed_is_held_against_the_text_of_the_first_decision_of_any_kind(
    coding: Coding, kind: str
) -> None:
    replace_text(coding, 2, "Facebook, the first text.")
    after = {
        "link-exact": State(lead=1, relation="duplicate"),
        "link": State(lead=1, relation="update"),
        "flag": State(flagged=True),
    }.get(kind, State(values={"origin": "ongoing"}))
    coding.record(kind, [Change(2, EMPTY, after)])
    replace_text(coding, 2, "Facebook, a second text.")
    coding.memo(2, "a note")
    replace_text(coding, 2, "Facebook, a third text.")
    assert held_against(coding, 2) == "Facebook, the first text."


def test_what_leaves_the_mark_does_not_hide_the_text_that_was_read(coding: Coding) -> None:
    replace_text(coding, 2, "Facebook, the first text.")
    coding.code(1, "category", "fraud")
    coding.link(2, 1, "update")
    replace_text(coding, 2, "Facebook, a second text.")
    make_lead(coding, 2)
    make_lead(coding, 1)
    coding.link(1, 3, "update")  # 2 comes along, unread
    assert changed(coding, 2)
    replace_text(coding, 2, "Facebook, a third text.")
    assert held_against(coding, 2) == "Facebook, the first text."
    coding.exclude(2, "other")
    assert held_against(coding, 2) is None and not changed(coding, 2)
    replace_text(coding, 2, "Facebook, a fourth text.")
    assert held_against(coding, 2) == "Facebook, a third text."


def test_the_same_code_again_says_that_it_holds_for_the_new_text_too(coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    replace_text(coding, 1, "Facebook, another text.")
    before = coding.state(1)
    assert coding.code(1, "category", "fraud") is not None
    assert coding.state(1) == before and not changed(coding, 1)
    assert coding.code(1, "category", "fraud") is None
    coding.undo()
    assert changed(coding, 1) and coding.state(1) == before
    assert list(faults(coding.study)) == []


def test_what_was_never_decided_is_not_up_for_another_look(coding: Coding) -> None:
    coding.flag(1)
    coding.undo()
    replace_text(coding, 1, "Facebook, another text.")
    assert not changed(coding, 1)


def test_a_lead_is_not_excluded_by_repeating(coding: Coding) -> None:
    coding.link(3, 2, "duplicate")
    coding.exclude(1, "other")
    with pytest.raises(CodingError, match="1 linked to this release"):
        coding.repeat(2, coding.state(1))
    coding.repeat(4, coding.state(1))
    assert coding.state(2) == EMPTY and coding.state(4).exclusion == "other"


def test_no_step_of_any_kind_leaves_a_case_without_a_lead(coding: Coding) -> None:
    coding.link(3, 2, "duplicate")
    before = coding.state(2)
    for after in (replace(before, exclusion="other"), replace(before, lead=1, relation="update")):
        with pytest.raises(CodingError, match="no case without a lead"):
            coding.record("load", [Change(2, before, after)])


def test_repeating_goes_by_the_codebook_in_force(coding: Coding) -> None:
    coding.exclude(1, "other")
    coding.code(2, "category", "fraud")
    coding.code(2, "origin", "public-tip")
    like = [coding.state(n) for n in (1, 2)]
    toml = coding.study.codebook.toml
    for name in ("other", "public-tip"):
        toml = toml.replace(f'name = "{name}"', f'name = "{name}"\nretired = true', 1)
    apply(coding.study, codebook_file.parse(toml))
    for one in like:
        with pytest.raises(CodingError, match="retired"):
            coding.repeat(3, one)
    assert coding.state(3) == EMPTY


def test_a_lead_that_gave_way_is_uncoded_when_it_is_taken_out(coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "ongoing")
    coding.link(2, 1, "update")
    coding.link(3, 1, "duplicate")
    make_lead(coding, 2)
    coding.undo()
    coding.redo()
    coding.unlink(1)
    assert [status(coding, n) for n in (1, 2, 3)] == ["uncoded", "coded", "linked"]
    assert coding.state(3).lead == 2
    assert list(faults(coding.study)) == []


def test_a_change_of_lead_that_was_undone_is_not_what_unlinking_goes_back_to(
    coding: Coding,
) -> None:
    coding.code(1, "category", "fraud")
    coding.code(2, "category", "drugs")
    before = coding.state(2)
    coding.link(2, 1, "update")
    make_lead(coding, 2)
    coding.undo()
    coding.unlink(2)
    assert coding.state(2) == before


def test_unlinking_keeps_what_was_said_of_the_release_meanwhile(coding: Coding) -> None:
    set_apart(coding, 2, 4)
    coding.link(2, 1, "update")
    set_apart(coding, 2, 3)
    coding.memo(2, "who?")
    coding.unlink(2)
    assert coding.state(2).apart == (4, 3) and coding.state(2).memo == "who?"


def test_what_is_asked_because_of_an_example_goes_with_it(tmp_path: Path) -> None:
    toml = codebook_file.default().toml
    at = toml.index('name = "origin"')
    book = toml[:at] + toml[at:].replace(
        'per = "case"', 'per = "case"\nwhen = { category = ["threats"] }', 1
    )
    with Study.create(tmp_path / "s.db", codebook_file.parse(book), coder="ann") as study:
        store(study, [release(1, "Title", "Facebook.")], source="here")
        coding = Coding(study, readings.choose(study))
        coding.code(1, "category", "fraud")
        coding.add_example(1)
        coding.code(1, "category", "threats", example=2)
        coding.code(1, "origin", "ongoing")
        coding.remove_example(1, 2)
        assert not coding.state(1).values and status(coding, 1) == "coded"


_DECISIONS = st.lists(
    st.one_of(
        st.tuples(
            st.just("code"),
            st.integers(1, 5),
            st.sampled_from(
                [
                    ("category", "child-exploitation"),
                    ("category", "fraud"),
                    ("category", "not-used"),
                    ("category", None),
                    ("mode", "images"),
                    ("mode", "grooming"),
                    ("origin", "public-tip"),
                    ("origin", None),
                ]
            ),
            st.integers(1, 2),
        ),
        st.tuples(st.just("exclude"), st.integers(1, 5), st.sampled_from(["other", "awareness"])),
        st.tuples(st.just("link"), st.integers(1, 5), st.integers(1, 5)),
        st.tuples(
            st.sampled_from(["unlink", "clear", "flag", "skip", "add_example", "remove_example"]),
            st.integers(1, 5),
        ),
        st.tuples(st.just("evidence"), st.integers(1, 5)),
        st.tuples(st.sampled_from(["undo", "redo"])),
    ),
    max_size=30,
)


def _apply(coding: Coding, decision: tuple[object, ...]) -> None:
    kind, *rest = decision
    try:
        match kind, rest:
            case "code", [release, (field, code), example]:
                coding.code(release, field, code, example=example)
            case "exclude", [release, reason]:
                coding.exclude(release, reason)
            case "link", [release, lead]:
                coding.link(release, lead, "update")
            case "remove_example", [release]:
                coding.remove_example(release, 1)
            case "evidence", [release]:
                coding.evidence(release, Evidence("origin", 0, 4, "some"))
            case "undo", []:
                coding.undo()
            case "redo", []:
                coding.redo()
            case name, [release]:
                getattr(coding, str(name))(release)
    except CodingError:
        pass


@given(decisions=_DECISIONS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_state_is_the_replayed_journal_and_undo_leads_back_to_nothing(
    tmp_path_factory: pytest.TempPathFactory, decisions: list[tuple[object, ...]]
) -> None:
    path = tmp_path_factory.mktemp("s") / "study.db"
    with Study.create(path, codebook_file.default(), coder="ann") as study:
        releases = [
            Release(f"u{n}", f"Title {n}", f"On Facebook {n}", codebook_file.default().start)  # type: ignore[arg-type]
            for n in range(5)
        ]
        store(study, releases, source="here")
        coding = Coding(study, readings.choose(study))
        for decision in decisions:
            _apply(coding, decision)
        assert list(faults(study)) == []
        states = folded(study, coding.reading)[0]
        assert all(to_json(coding.state(n)) == states.get(n, "{}") for n in range(1, 6))
        for n in range(1, 6):  # a lead is never itself linked
            lead = coding.state(n).lead
            assert lead is None or coding.state(lead).lead is None
        while coding.undo():
            pass
        assert all(coding.state(n) == EMPTY for n in range(1, 6))
        assert list(faults(study)) == []


def test_doctor_sees_a_state_that_the_journal_does_not_account_for(coding: Coding) -> None:
    coding.code(1, "origin", "ongoing")
    coding.study.connection.execute("update states set snapshot = '{}' where release_id = 1")
    assert any("not what the journal says" in fault for fault in faults(coding.study))
