"""Cells that a spreadsheet would run are marked, and every text comes back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exports.formula import defused, restored

RISKY = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\t=1",
    "\r=1",
    " =1",
    "\u200b=1",
]


@pytest.mark.parametrize("text", RISKY)
def test_a_cell_that_begins_like_a_formula_is_marked(text: str) -> None:
    assert defused(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=b", "'s-Gravenhage", "“=”", "1-2", "https://x/?a=b"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


@given(st.text(alphabet="'=+-@＝ \t\r\nab\u200b", max_size=6))
@example("'=1")
@example("''=1")
@example("' =1")
def test_whatever_was_written_is_read_again(text: str) -> None:
    assert restored(defused(text)) == text


def test_a_formula_typed_by_hand_is_taken_as_it_stands() -> None:
    assert restored("=1") == "=1"
