"""Sentences that end where they do, and passages chosen by keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.selection import Selection
from annotator.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two. Three.", ["One.", "Two.", "Three."]),
        ("PADUCAH, Ky. – A man pleaded. He did.", ["PADUCAH, Ky. – A man pleaded.", "He did."]),
        ("The U.S. Attorney said so. It is.", ["The U.S. Attorney said so.", "It is."]),
        ("John Roe, Jr. Smith and Roe met. Yes.", ["John Roe, Jr. Smith and Roe met.", "Yes."]),
        ("See Nos. 3-5 and No. 12. Then stop.", ["See Nos. 3-5 and No. 12.", "Then stop."]),
        ("John A. Roe went. He left.", ["John A. Roe went.", "He left."]),
        ("“It is so.” He left.", ["“It is so.”", "He left."]),
        ("Who? He! Yes.", ["Who?", "He!", "Yes."]),
        ("A heading\n\nA text. More", ["A heading", "A text.", "More"]),
        ("18 U.S.C. § 2252 was broken. Next.", ["18 U.S.C. § 2252 was broken.", "Next."]),
        ("It cost $3.5 million. Next.", ["It cost $3.5 million.", "Next."]),
        ("District of Virginia.According to it.", ["District of Virginia.", "According to it."]),
        ("“We won.”He left… “She” did.", ["“We won.”", "He left…", "“She” did."]),
        ("He said so.“That is all.”", ["He said so.", "“That is all.”"]),
        ("The U.S.Attorney, at 5 a.m.EDT. He", ["The U.S.Attorney, at 5 a.m.EDT.", "He"]),
        ("In W.Va., the Ph.D. wrote.It", ["In W.Va., the Ph.D. wrote.", "It"]),
        ("See www.StopFraud.gov.He did.", ["See www.StopFraud.gov.He did."]),
        ("Mail Ann.Roe@usdoj.gov now. Or", ["Mail Ann.Roe@usdoj.gov now.", "Or"]),
        ("", []),
    ],
)
def test_sentences_end_where_they_do(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="Ab .!?\n\"'", max_size=60), st.integers(0, 60))
def test_every_place_lies_in_the_sentence_around_it(text: str, position: int) -> None:
    position = min(position, max(0, len(text) - 1))
    start, end = sentence_at(text, position)
    assert 0 <= start <= end <= len(text)
    if text and not text[position].isspace() and start < end:
        assert start <= position < end


def test_a_passage_is_moved_and_made_longer_and_shorter() -> None:
    text = "One two. Three four five. Six."
    chosen = Selection.at(text, 10)
    assert chosen.quote == "Three four five."
    assert chosen.move(1).quote == "Six." and chosen.move(-1).quote == "One two."
    assert chosen.move(5).quote == "Six." and chosen.move(-5).quote == "One two."
    assert chosen.longer().quote == "Three four five. Six." and chosen.longer().longer().end == 30
    assert chosen.by_words(-1).quote == "Three four" and chosen.by_words(-9).quote == "Three"
    assert chosen.by_words(-1).by_words(1) == chosen
