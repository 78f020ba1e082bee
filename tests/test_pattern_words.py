"""The words that a pattern cannot do without: a hit always holds them."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codebook.file import default
from db.furniture import compiled, furnishes
from db.pattern_words import lowered, words


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("follow us on Facebook", ["follow us on facebook"]),
        (r"\bshare[\s|]+facebook", ["share", "facebook"]),
        (r"facebook\.com/(?:doj|fbi)", ["facebook.com/"]),
        (r"visit us (?:on|at) our page", ["visit us ", " our page"]),
        (r"ab+c?d*?ef{0,2}g", ["ab", "e", "g"]),
        (r"[]a]b[^]c]d[\]e]f", ["b", "d", "f"]),
        (r"a\x27b\u2019c\N{BULLET}d\t\012e", ["a", "b", "c", "d", "e"]),
        (r"(?i:a(?P<b>c)+)? d (?<!e)\(f\)", [" d ", "(f)"]),
        ("naïve", ["na", "ve"]),
        ("one|two", []),
        ("(?x) one two", []),
        ("(?m-i:a)b", ["b"]),
        ("one(?# two )", []),
        ("", []),
    ],
)
def test_only_what_every_hit_holds_is_such_a_word(pattern: str, expected: list[str]) -> None:
    re.compile(pattern)
    assert list(words(pattern)) == expected


def test_lowered_text_has_every_letter_that_a_pattern_in_any_case_takes_for_one_of_ascii() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in map(chr, range(ord(" "), 127)):
        hits = re.findall(re.escape(letter), everything, re.IGNORECASE)
        assert {lowered(hit) for hit in hits} == {letter.lower()}


_letters = st.text("aBkKsſıİ .|", min_size=1, max_size=3).map(re.escape)
_patterns = st.recursive(
    st.one_of(_letters, st.sampled_from([".", r"\w", r"\b", "[aB]", "[^]k]", "^", "$", r"\x41"])),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=2).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?-i:{part})"),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}"])),
        st.builds("{}a{}".format, inner, st.sampled_from(["?", "*?", "+", "{0,2}"])),
    ),
    max_leaves=6,
)


@given(_patterns, st.text("aAbBkKsSſıİ\N{KELVIN SIGN} .|", max_size=12))
def test_a_text_without_such_a_word_is_not_hit(pattern: str, text: str) -> None:
    if re.search(pattern, text, re.IGNORECASE | re.MULTILINE):
        assert all(word in lowered(text) for word in words(pattern))


def test_the_word_looked_for_is_not_the_name_that_is_always_there() -> None:
    (facebook,) = default().platforms
    looked_for = {compiled(pattern, facebook.terms).word for pattern in facebook.furniture}
    assert looked_for == {"", "share", "share ", " us ", " our ", "visit the ", "facebook.com/"}


@pytest.mark.parametrize("text", ["Viſıt The FBI Facebook", "VİSIT THE FBI FACEBOO\N{KELVIN SIGN}"])
def test_letters_of_other_scripts_do_not_hide_furniture(text: str) -> None:
    pattern = compiled(r"\bvisit the .{0,60}\b(?:fbi) facebook\b", ["facebook"])
    assert pattern.word == "visit the "
    assert furnishes([pattern], text, len(text) - 8, len(text))
