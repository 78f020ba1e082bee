"""Lines give way by whole parts; numbers are never cut."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from annotator.parts import Part, fit_sentence, fitted

PARTS = {
    "date": Part(("2018-04-11",)),
    "where": Part((" · W.D. Kentucky · Paducah, KY", " · Paducah, KY", "")),
    "memo": Part((" · ✎ memo", " · ✎")),
    "below": Part(("  ↓ 123", "")),
}
GIVING = ("where", "memo", "where", "below")


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (99, "2018-04-11 · W.D. Kentucky · Paducah, KY · ✎ memo  ↓ 123"),
        (55, "2018-04-11 · Paducah, KY · ✎ memo  ↓ 123"),
        (39, "2018-04-11 · Paducah, KY · ✎  ↓ 123"),
        (34, "2018-04-11 · ✎  ↓ 123"),
        (20, "2018-04-11 · ✎"),
        (3, "2018-04-11 · ✎"),
    ],
)
def test_parts_give_way_in_their_order(room: int, expected: str) -> None:
    assert "".join(text for text, _ in fitted(PARTS, GIVING, room).values()) == expected


@given(st.integers(14, 80))
def test_what_is_left_of_a_line_are_whole_forms(room: int) -> None:
    chosen = fitted(PARTS, GIVING, room)
    assert sum(cell_len(text) for text, _ in chosen.values()) <= room
    assert all(text in PARTS[name].forms for name, (text, _) in chosen.items())


SAVED = "saved · 1347: Child exploitation, Images, Undercover operation · u undoes"


def test_a_sentence_keeps_its_beginning_and_its_end() -> None:
    assert fit_sentence(SAVED, 80) == SAVED
    assert fit_sentence(SAVED, 60) == "saved · 1347: Child exploitation, Images,… · u undoes"
    end = "no uncoded release is left among these (Esc: all) · t report · saved"
    assert fit_sentence(f"{end} · 2: Fraud, Public tip", 78) == end
    missing = "saved · Origin: Ongoing investigation · still: Category"
    assert fit_sentence(missing, 45) == "saved · Origin: Ongoing… · still: Category"


@given(st.integers(2, 90))
def test_a_sentence_is_never_wider_than_its_room(room: int) -> None:
    assert cell_len(fit_sentence(SAVED, room)) <= room
    if room >= 32:
        assert re.fullmatch(r"saved · 1347: .+ · u undoes", fit_sentence(SAVED, room))
