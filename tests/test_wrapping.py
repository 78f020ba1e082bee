"""Texts laid out in rows, however little room there is."""

from itertools import pairwise
from random import Random

import pytest
from rich.cells import cell_len

from annotator.wrapping import fit, wrap

SIGNS = ["a", "bc", " ", "  ", "\n", "é", "日本", "e\u0301", "👍", "\u200b", "-"]


def texts() -> list[str]:
    dice = Random(3)
    return ["", " ", "\n", "ab cd", *("".join(dice.choices(SIGNS, k=30)) for _ in range(60))]


@pytest.mark.parametrize("width", range(-2, 9))
def test_rows_hold_all_but_blanks_and_are_no_wider_than_there_is_room(width: int) -> None:
    for text in texts():
        rows = wrap(text, width)
        held = "".join(text[start:end] for start, end in rows)
        assert "".join(held.split()) == "".join(text.split())
        assert all(end <= start for (_, end), (start, _) in pairwise(rows))
        for start, end in rows:
            row = text[start:end]
            assert "\n" not in row
            assert cell_len(row) <= max(1, width) or len(row) == 1  # a wide character is not cut


@pytest.mark.parametrize("width", range(-2, 9))
def test_what_is_cut_to_fit_ends_and_is_not_wider(width: int) -> None:
    for text in texts():
        line = text.replace("\n", " ")
        fitted = fit(line, width)
        assert cell_len(fitted) <= max(1, width)
        assert fitted == line or (fitted.endswith("…") and line.startswith(fitted[:-1]))
