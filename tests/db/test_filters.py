"""Filters: typed by a person, named in words, and kept to by every way through the queue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.coding import Coding
from db.filter_values import checked
from db.filters import Filter, typed
from db.listing import Listing
from db.pages import Queue
from db.places import Place
from db.readings import reading
from db.states import Evidence
from db.study import Study


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Filter()),
        ("zebra is:coded", Filter(text="zebra", status="coded")),
        (
            'code:fraud state:ky "ten years"',
            Filter(code=("fraud",), state="ky", text='"ten years"'),
        ),
        ('office:"W.D. Kentucky" has:memo', Filter(office=("W.D. Kentucky",), memo=True)),
        ("has:evidence coder:bob", Filter(evidence=True, coder=("bob",))),
        ('place:"new york"', Filter(place=("new york",))),
        ("quarter:2018-q2 is:flagged", Filter(quarter="2018-q2", flagged=True)),
        ("code:fraud code:drugs code:fraud", Filter(code=("fraud", "drugs"))),
        (
            "office:w.d. office:kentucky state:ky state:ky",
            Filter(office=("w.d.", "kentucky"), state="ky"),
        ),
    ],
)
def test_what_is_typed_is_understood(line: str, expected: Filter) -> None:
    assert typed(line) == (expected, [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("is:done", "take uncoded"),
        ("stat:ky", "did you mean state:"),
        ("foo:bar", "take is:, has:, code:, exclusion:"),
        ("has:x", "has:memo"),
        ("is:coded is:uncoded", "is:coded and is:uncoded cannot both be"),
        ("quarter:2018 quarter:2019", "quarter:2018 and quarter:2019 cannot both be"),
    ],
)
def test_what_is_not_understood_is_said_with_the_cure(line: str, words: str) -> None:
    _, faults = typed(line)
    assert words in faults[0]


@given(st.text(max_size=40))
def test_no_typed_line_breaks_the_search(line: str) -> None:
    chosen, _ = typed(line)
    condition, parameters = chosen.condition()
    assert condition.count(":") >= len(parameters)


def test_a_filter_in_words_can_be_typed_again() -> None:
    chosen = Filter(
        text="zebra",
        status="coded",
        flagged=True,
        memo=True,
        evidence=True,
        changed=True,
        code=("fraud", "ongoing"),
        office=("W.D. Kentucky",),
        state="KY",
        place=("new york",),
        coder=("ann", "bob"),
        quarter="2018",
    )
    assert typed(chosen.words) == (chosen, [])


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("is:coded", [1]),
        ("code:fraud", [1, 4]),
        ("code:fraud code:ongoing", [1]),
        ("code:fraud code:drugs", [4]),
        ("code:drugs code:ongoing", []),
        ("code:fraud is:uncoded", [4]),
        ("exclusion:other", [2]),
        ("is:flagged", [3]),
        ("has:memo", [3]),
        ("state:KY is:uncoded", [3, 4, 5]),
        ("office:kentucky sentenced", [2, 5]),
        ("office:alaska", []),
        ("quarter:2018-q1", [1, 2]),
        ("has:evidence", [1]),
        ("place:mayfield", [3]),
        ("place:tn", [4]),
        ("place:ky is:uncoded", [3, 5]),
        ("coder:ann", [1, 2]),
        ("coder:bob", [5]),
        ("coder:ann coder:bob", []),
        ("coder:nobody", []),
        ("quarter:2018", [1, 2, 3, 4, 5]),
        ('(" OR * NEAR', []),
    ],
)
def test_lists_and_steps_stay_within(coding: Coding, line: str, ids: list[int]) -> None:
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "ongoing")
    coding.exclude(2, "other")
    coding.code(4, "category", "fraud")
    coding.add_example(4)
    coding.code(4, "category", "drugs", example=2)
    coding.flag(3)
    coding.memo(3, "odd")
    coding.evidence(1, Evidence("category", 0, 4, "ACME"))
    coding.place(3, Place("Mayfield", "KY"))
    coding.place(4, Place("", "TN"))
    Coding(coding.study, reading(coding.study, "bob")).exclude(5, "other")
    chosen, _ = typed(line)
    listing = Listing(coding.study, 1, chosen)
    assert (
        [entry.id for entry in listing.entries(0, 9)]
        == ids
        == walked(Queue(coding.study, 1, chosen))
    )
    assert listing.count_around(3) == (len(ids), sum(one < 3 for one in ids))
    assert listing.count() == Queue(coding.study, 1, chosen).size() == len(ids)


def walked(queue: Queue) -> list[int]:
    found, current = [], queue.first()
    while current is not None:
        assert queue.ordinal(current) == len(found) + 1
        found.append(current)
        current = queue.step(current, 1)
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('code:FRAUD code:"Public tip"', Filter(code=("fraud", "public-tip"))),
        ('exclusion:"Other reason"', Filter(exclusion="other")),
        ("state:kentucky", Filter(state="KY")),
        ('state:"new york"', Filter(state="NY")),
        ("state:ky place:ky", Filter(state="KY", place=("ky",))),
        ("place:kentucky", Filter(place=("KY",))),
        ("quarter:2018q2 zebra", Filter(quarter="2018-Q2", text="zebra")),
        ("office:kentucky coder:ANN", Filter(office=("kentucky",), coder=("ann",))),
    ],
)
def test_values_are_taken_as_the_study_names_them(
    coding: Coding, line: str, expected: Filter
) -> None:
    coding.place(3, Place("Mayfield", "KY"))
    chosen, faults = checked(coding.study, 1, line)
    assert (chosen, faults) == (expected, [])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("code:frod", "code:frod is not known; did you mean fraud? There are child-exploitation,"),
        ("exclusion:nothing", "there are not-a-crime, awareness, in-passing, not-a-case, other"),
        ("exclusion:othr", "did you mean other?"),
        ("quarter:2018-q9", "take a year (2018) or a quarter of it (2018-Q2)"),
        ("quarter:2031", "quarter:2031 is of no release; they go from 2018-Q1 to 2018-Q2"),
        ("office:zz", "office:zz is no part of an office's name; there are W.D. Kentucky"),
        ("state:kentuky", "did you mean Kentucky? Take two letters"),
        ("state:zz", "take two letters (KY) or the name (Kentucky)"),
        ("state:new york", 'did you mean "New Hampshire" or "New Jersey" or "New Mexico"'),
        ("place:atlantis", "is where no case lies"),
        ("coder:nobody", "coder:nobody is not known; there are ann"),
        ("foo:bar", "foo: is not known; take is:, has:, code:"),
    ],
)
def test_a_value_that_names_nothing_is_told_with_what_may_be_typed(
    study: Study, line: str, told: str
) -> None:
    chosen, faults = checked(study, 1, f"is:uncoded {line}")
    assert len(faults) == 1 and told in faults[0]
    assert chosen.status == "uncoded" and len(chosen.words.split()) <= 2
