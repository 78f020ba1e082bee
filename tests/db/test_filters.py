"""Filters: typed by a person, named in words, and kept to by every way through the queue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.coding import Coding
from db.filters import Filter, typed
from db.listing import Listing
from db.pages import Queue
from db.places import Place
from db.readings import reading
from db.states import Evidence


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Filter()),
        ("zebra is:coded", Filter(text="zebra", status="coded")),
        ('code:fraud state:ky "ten years"', Filter(code="fraud", state="ky", text='"ten years"')),
        ('office:"W.D. Kentucky" has:memo', Filter(office="W.D. Kentucky", memo=True)),
        ("has:evidence coder:bob", Filter(evidence=True, coder="bob")),
        ('place:"new york"', Filter(place="new york")),
        ("quarter:2018-q2 is:flagged", Filter(quarter="2018-q2", flagged=True)),
    ],
)
def test_what_is_typed_is_understood(line: str, expected: Filter) -> None:
    assert typed(line) == (expected, [])


@pytest.mark.parametrize(
    ("line", "words"),
    [("is:done", "take uncoded"), ("stat:ky", "did you mean state:"), ("has:x", "has:memo")],
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
        code="fraud",
        office="W.D. Kentucky",
        state="KY",
        place="new york",
        coder="ann",
        quarter="2018",
    )
    assert typed(chosen.words) == (chosen, [])


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("is:coded", [1]),
        ("code:fraud", [1]),
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
        ("coder:nobody", []),
        ("quarter:2018", [1, 2, 3, 4, 5]),
        ('(" OR * NEAR', []),
    ],
)
def test_lists_and_steps_stay_within(coding: Coding, line: str, ids: list[int]) -> None:
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "ongoing")
    coding.exclude(2, "other")
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
