"""An edited table of codes sets what it says, and as one step."""

import pytest

from db import journal, readings
from db.codebook.file import parse
from db.coding import Coding
from db.errors import LoadFailed, StudyError
from db.places import Place
from db.sheet.load_words import differences
from db.states import Evidence, Example, State
from db.study import Study
from tests.loading import faults, loaded, state, states, steps

# What a table sets


def test_a_table_of_uid_and_codes_is_enough(study: Study) -> None:
    done = loaded(study, "release,category,origin", "uid-1,fraud,undercover", "uid-2,drugs,ongoing")
    assert len(done.plan.changes) == 2
    assert state(study, 1) == State({"origin": "undercover"}, (Example({"category": "fraud"}),))
    assert readings.tallies(study, done.reading.id)["coded"] == 2


def test_releases_of_which_the_table_says_the_same_differ_in_what_they_had(
    study: Study, coding: Coding
) -> None:
    coding.code(2, "category", "drugs")
    coding.add_example(2, suspects=3)
    coding.flag(3)
    loaded(study, "release,category,memo", *(f"uid-{n},fraud,memo {n}" for n in (1, 2, 3, 4)))
    fraud = Example({"category": "fraud"})
    assert [state(study, n) for n in (1, 2, 3, 4)] == [
        State(examples=(fraud,), memo="memo 1"),
        State(examples=(fraud, Example({}, 3)), memo="memo 2"),
        State(examples=(fraud,), memo="memo 3", flagged=True),
        State(examples=(fraud,), memo="memo 4"),
    ]


def test_it_is_one_step_that_one_undo_takes_back(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "drugs")
    done = loaded(study, "release,category,memo", "uid-1,fraud,x", "uid-2,gang,y")
    assert done.step is not None
    assert done.step.kind == "load"
    assert done.step.detail == {"file": "codes.csv", "releases": 2}
    coding.undo()
    assert state(study, 1).value("category") == "drugs"
    assert state(study, 2) == State()


def test_columns_that_are_absent_leave_things_as_they_are_and_empty_cells_clear(
    study: Study, coding: Coding
) -> None:
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "ongoing")
    coding.memo(1, "a memo")
    coding.flag(1)
    loaded(study, "release,memo,origin", "uid-1,,")
    assert state(study, 1) == State({}, (Example({"category": "fraud"}),), flagged=True)


def test_a_row_cut_short_erases_nothing(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "ongoing")
    coding.add_example(1, suspects=3)
    coding.memo(1, "a memo")
    before = state(study, 1)
    heading = "release,category,example,suspects,origin,memo"
    assert loaded(study, heading, "uid-1,fraud").plan.changes == ()
    loaded(study, heading, "uid-1,threats")
    after = state(study, 1)
    assert after.value("category") == "threats"
    assert (after.values, after.memo) == (before.values, before.memo)
    assert after.examples[1] == before.examples[1]


def test_descriptive_columns_set_nothing(study: Study) -> None:
    done = loaded(
        study,
        "release,url,published,quarter,office,state,title,status,coded_at,memo",
        "uid-1,nowhere,1/2/18,Q9,none,ZZ,Other,coded,never,",
    )
    assert done.plan.changes == ()
    assert done.step is None
    assert steps(study) == 0


def test_a_release_may_be_named_by_its_address(study: Study) -> None:
    loaded(
        study,
        "release,case,relation",
        "http://EXAMPLE.invalid/usao-wdky/pr/1/,https://example.invalid/usao-wdky/pr/2,update",
    )
    assert (state(study, 1).lead, state(study, 1).relation) == (2, "update")


def test_rows_of_a_release_are_its_examples(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.add_example(1)
    coding.add_example(1)
    loaded(
        study,
        "release,example,category,suspects",
        *("uid-1,2,gang,3", "uid-1,1,drugs,", "uid-2,,fraud,", "uid-3,,,"),
    )
    assert state(study, 1).examples == (
        Example({"category": "drugs"}),
        Example({"category": "gang"}, 3),
    )
    assert state(study, 2).examples == (Example({"category": "fraud"}),)
    assert state(study, 3) == State()


def test_without_example_numbers_the_first_example_is_meant(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.add_example(1, suspects=2)
    loaded(study, "release,category", "uid-1,drugs")
    assert state(study, 1).examples == (Example({"category": "drugs"}), Example({}, 2))


def test_examples_stay_where_the_table_says_nothing_of_them(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.add_example(1)
    loaded(study, "release,example,memo", "uid-1,,x")
    assert len(state(study, 1).examples) == 2


def test_excluding_lays_codes_down_and_coding_lifts_the_exclusion(
    study: Study, coding: Coding
) -> None:
    coding.code(1, "category", "fraud")
    coding.memo(1, "stays")
    coding.exclude(2, "other")
    loaded(
        study,
        '{"release": "uid-1", "exclusion": "in-passing"}',
        '{"release": "uid-2", "category": "gang"}',
    )
    assert state(study, 1) == State(exclusion="in-passing", memo="stays")
    assert state(study, 2) == State(examples=(Example({"category": "gang"}),))


def test_an_exclusion_that_stays_keeps_the_evidence_for_it(study: Study, coding: Coding) -> None:
    coding.exclude(1, "other")
    mark = Evidence("category", 12, 17, "A man")
    coding.evidence(1, mark)
    loaded(study, "release,exclusion,memo", "uid-1,other,x")
    assert state(study, 1) == State(exclusion="other", memo="x", evidence=(mark,))


def test_a_left_over_example_number_does_not_hinder_an_exclusion(
    study: Study, coding: Coding
) -> None:
    coding.code(1, "category", "fraud")
    loaded(study, "release,exclusion,example,category,suspects", "uid-1,other,1,,1")
    assert state(study, 1) == State(exclusion="other")


def test_a_link_is_made_changed_and_taken_away(study: Study, coding: Coding) -> None:
    coding.link(2, 1, "update")
    coding.link(3, 1, "update")
    coding.link(4, 1, "update")
    coding.code(5, "category", "gang")
    loaded(
        study,
        "release,case,relation",
        *("uid-2,uid-1,duplicate", "uid-3,,", "uid-4,uid-4,lead", "uid-5,uid-1,update"),
    )
    assert state(study, 2) == State(lead=1, relation="duplicate")
    assert state(study, 3) == state(study, 4) == State()
    assert state(study, 5) == State(lead=1, relation="update")


def test_relation_alone_changes_the_link_there_is(study: Study, coding: Coding) -> None:
    coding.link(2, 1, "update")
    coding.link(3, 1, "update")
    loaded(study, "release,relation", "uid-2,duplicate", "uid-3,", "uid-1,lead")
    assert state(study, 2) == State(lead=1, relation="duplicate")
    assert state(study, 3) == State()


def test_case_alone_moves_a_link_to_another_lead(study: Study, coding: Coding) -> None:
    coding.link(2, 1, "duplicate")
    loaded(study, "release,case", "uid-2,uid-3")
    assert state(study, 2) == State(lead=3, relation="duplicate")


def test_the_family_of_a_lead_comes_along_when_it_is_linked(study: Study, coding: Coding) -> None:
    coding.link(2, 1, "update")
    done = loaded(study, "release,case,relation", "uid-1,uid-3,duplicate")
    assert state(study, 2) == State(lead=3, relation="update")
    assert len(done.plan.changes) == 2
    coding.undo()
    assert state(study, 2) == State(lead=1, relation="update")


def test_evidence_is_found_again_in_the_text(study: Study) -> None:
    loaded(
        study,
        "release,evidence",
        'uid-3,"origin: Facebook',
        "category: Facebook reported",
        "  it.",
        'origin: Facebook"',
    )
    assert state(study, 3).evidence == (
        Evidence("origin", 0, 8, "Facebook"),
        Evidence("category", 0, 21, "Facebook reported it."),
        Evidence("origin", 22, 30, "Facebook"),
    )


def test_evidence_that_is_there_already_stays_where_it_is(study: Study, coding: Coding) -> None:
    second = Evidence("origin", 22, 30, "Facebook")
    outdated = Evidence("origin", 0, 4, "gone")
    coding.evidence(3, second)
    coding.evidence(3, outdated)
    loaded(study, "release,evidence", 'uid-3,"origin: gone\norigin: Facebook\nmode: helped"')
    assert state(study, 3).evidence == (outdated, second, Evidence("mode", 31, 37, "helped"))


def test_a_place_is_read_as_it_is_typed_and_taken_away_by_an_empty_cell(
    study: Study, coding: Coding
) -> None:
    coding.place(1, Place("Gary", "IN"))
    coding.place(2, Place("Gary", "IN"))
    coding.link(4, 3, "update")
    loaded(
        study,
        "release,placed_in",
        *('uid-1,"paducah, kentucky"', "uid-2,", "uid-3,Ohio", 'uid-4,"New York, NY"'),
    )
    assert [state(study, n).place for n in (1, 2, 3, 4)] == [
        Place("Paducah", "KY"),
        None,
        Place("", "OH"),
        Place("New York", "NY"),
    ]
    assert state(study, 4).lead == 3
    assert [*journal.faults(study)] == []
    loaded(study, "release,memo", "uid-1,a table without the column")
    assert state(study, 1).place == Place("Paducah", "KY")


def test_a_place_stays_as_it_is_written_if_the_table_says_the_same(
    study: Study, coding: Coding
) -> None:
    coding.place(1, Place("saint paul", "MN"))
    assert loaded(study, "release,placed_in", 'uid-1,"saint paul, MN"').plan.changes == ()


@pytest.mark.parametrize(
    ("cell", "flagged"),
    [("1", True), ("TRUE", True), ("yes", True), ("No", False), ("", False), ("0", False)],
)
def test_a_flag_is_said_in_several_ways(
    study: Study, coding: Coding, cell: str, flagged: bool
) -> None:
    if not flagged:
        coding.flag(1)
    loaded(study, "release,flagged", f"uid-1,{cell}")
    assert state(study, 1).flagged is flagged


def test_a_field_that_is_no_longer_asked_goes_if_the_table_does_not_mention_it(
    study: Study, coding: Coding
) -> None:
    coding.code(1, "category", "child-exploitation")
    coding.code(1, "mode", "images")
    loaded(study, "release,category", "uid-1,fraud")
    assert state(study, 1).examples == (Example({"category": "fraud"}),)


def test_a_retired_code_can_still_be_loaded(study: Study) -> None:
    fraud = 'name = "fraud"'
    study.set_codebook(parse(study.codebook.toml.replace(fraud, f"{fraud}\nretired = true", 1)))
    assert study.codebook.fields[0].code("fraud").retired  # type: ignore[union-attr]
    loaded(study, "release,category", "uid-1,fraud")
    assert state(study, 1).value("category") == "fraud"


# Whose codes


def test_a_coder_new_to_the_study_begins_a_reading(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    done = loaded(study, "release,category,coder,pass", "uid-1,gang,bob,1", coder="bob")
    assert done.begun
    assert state(study, 1).value("category") == "fraud"
    bob = readings.find(study, "bob")
    assert bob is not None
    assert Coding(study, bob).state(1).value("category") == "gang"


def test_a_table_of_another_reading_is_refused_and_says_how_to_load_it(study: Study) -> None:
    found = faults(
        study, "release,memo,coder,pass", "uid-1,a,bob,1", "uid-2,b,bob,2", "uid-3,c,ann,"
    )
    assert [line.split(":")[0] for line in found] == ["line 2", "line 3"]
    assert "--coder bob" in found[0]
    assert "--pass 2" in found[1]


def test_a_refused_table_begins_no_reading(study: Study, coding: Coding) -> None:
    coding.flag(1)
    with pytest.raises(LoadFailed):
        loaded(study, "release,category", "uid-1,nonsense", coder="bob")
    assert readings.find(study, "bob") is None


def test_a_pass_that_was_not_begun_is_refused(study: Study) -> None:
    with pytest.raises(StudyError, match="pass 2"):
        loaded(study, "release,memo", "uid-1,x", number=2)


def test_a_dry_run_changes_nothing_and_says_what_would(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    before, count = states(study), steps(study)
    done = loaded(
        study,
        "release,category,exclusion,case,relation,flagged,placed_in",
        *("uid-1,gang,,,,1,", "uid-2,,other,,,,KY", "uid-3,,,uid-1,update,,", "uid-4,,,,,,"),
        dry_run=True,
    )
    assert (states(study), steps(study)) == (before, count)
    assert done.step is None
    assert done.plan.unchanged == 1
    assert list(differences(study, done.plan)) == [
        "uid-1: category: “fraud” → “gang”; flagged: nothing → “1”",
        "uid-2: exclusion: nothing → “other”; placed_in: nothing → “KY”",
        "uid-3: case: nothing → “uid-1”; relation: nothing → “update”",
    ]


def test_a_dry_run_begins_no_reading(study: Study, coding: Coding) -> None:
    coding.flag(1)
    assert loaded(study, "release,memo", "uid-1,x", coder="bob", dry_run=True).begun
    assert readings.find(study, "bob") is None


def test_what_was_decided_after_the_export_is_said(study: Study, coding: Coding) -> None:
    coding.exclude(1, "other")
    coding.exclude(2, "other")
    done = loaded(
        study,
        "release,exclusion,coded_at",
        *("uid-1,in-passing,2001-01-01T00:00:00.000Z", "uid-2,awareness,2999-01-01T00:00:00.000Z"),
    )
    assert done.plan.newer == 1
