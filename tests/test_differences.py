"""Two versions of a text, word by word."""

import random

from rich.cells import cell_len

from annotator.differences import Line, differences


def shown(lines: list[Line]) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines)


def test_the_same_text_has_no_differences() -> None:
    assert differences("One.\nTwo.", "One.\nTwo.", 40) == []


def test_words_that_went_and_came_are_marked_with_signs_and_styles() -> None:
    lines = differences("He was charged in May.", "He was sentenced in May 2019.", 80)
    assert shown(lines) == "He was [-charged-] {+sentenced+} in [-May.-] {+May 2019.+}"
    styles = [style for _, style in lines[0]]
    assert styles == ["same", "removed", "added", "same", "removed", "added"]


def test_white_space_makes_no_difference() -> None:
    before, after = "He was charged.\n\nRobert Roe fled.", "He was  charged. Robert Roe hid."
    lines = differences(before, after, 80)
    assert shown(lines) == "He was  charged. Robert Roe [-fled.-] {+hid.+}"
    plain = differences("One.\n\nTwo  is here.", "One. Two is here. ", 80, context=None)
    assert shown(plain).strip() == "One. Two is here."
    assert {style for line in plain for _, style in line} <= {"same", "added"}


def test_a_paragraph_that_came() -> None:
    lines = differences("One.\n\nTwo.\n", "One.\n\nTwo.\n\nThree is new.\n", 80)
    assert "{+Three is new.+}" in shown(lines)


def test_what_stayed_is_folded() -> None:
    before = "\n".join(f"Line {n}." for n in range(100))
    lines = differences(before, before.replace("Line 50.", "Line fifty."), 80)
    assert shown(lines).splitlines() == [
        "… 48 lines as before …",
        "Line 48.",
        "Line 49.",
        "Line [-50.-] {+fifty.+}",
        "Line 51.",
        "Line 52.",
        "… 47 lines as before …",
    ]
    assert len(differences(before, before + " More.", 80, context=None)) == 100


def test_lines_fit_and_lose_nothing() -> None:
    chance = random.Random(7)
    words = ["Facebook", "Müller", "漢字", "a", "[sic]", "sentenced", "\n", "\n\n", "$5"]
    for _ in range(60):
        before, after = (
            " ".join(chance.choice(words) for _ in range(chance.randrange(60))) for _ in "ab"
        )
        lines = differences(before, after, 30, context=None)
        assert all(cell_len("".join(text for text, _ in line)) <= 30 for line in lines)
        kept = " ".join(t for line in lines for t, style in line if style != "removed")
        stripped = kept.replace("{+", "").replace("+}", "")
        assert sorted("".join(stripped.split())) == sorted("".join(after.split()))


def test_texts_beyond_measure_do_not_take_for_ever() -> None:
    before, after = ("x " + " ".join(str(n * k) for n in range(100_000)) for k in (2, 3))
    assert differences(before, after, 80)


def test_everything_gone_and_everything_new() -> None:
    assert shown(differences("Old words.", "", 40)) == "[-Old words.-]"
    assert shown(differences("", "New words.", 40)) == "{+New words.+}"
