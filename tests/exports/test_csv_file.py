"""CSV as another program reads it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.tables import Column, Kind, Row, texts
from db.tables.cell_text import clean
from exports.formula import defused
from tests.exports.samples import cells, csv_of, table


def test_lines_end_as_the_standard_says_and_only_cells_that_need_it_are_quoted() -> None:
    content = csv_of(table(texts("a", "b"), ("x", 'says "hi", twice'), ("two\nlines", None)))
    assert content == b'a,b\r\nx,"says ""hi"", twice"\r\n"two\nlines",\r\n'


def test_the_heading_is_there_without_a_row() -> None:
    assert csv_of(table(texts("a", "b"))) == b"a,b\r\n"


def test_accents_are_utf_8_and_excel_is_told_so_only_when_asked() -> None:
    sheet = table(texts("a"), ("José – “x”",))
    assert csv_of(sheet) == "a\r\nJosé – “x”\r\n".encode()
    assert csv_of(sheet, excel=True).startswith(b"\xef\xbb\xbfa\r\n")


def test_no_cell_of_text_can_be_a_formula_whatever_its_kind() -> None:
    columns = [*texts("text"), Column("word", "word"), Column("list", "list")]
    columns += [Column("evidence", "evidence"), Column("json", "json")]
    row = ("=A1", "@x", '["-1", "b"]', '[{"field": "", "quote": "x"}]', " =x")
    (read,) = cells(table(columns, row))
    assert read == {
        "text": "'=A1",
        "word": "'@x",
        "list": "'-1; b",
        "evidence": ": x",
        "json": "' =x",
    }


def test_a_word_that_recurs_is_marked_each_time() -> None:
    sheet = table([Column("word", "word")], ("a",), ("=a",), ("a",), ("=a",))
    assert [row["word"] for row in cells(sheet)] == ["a", "'=a", "a", "'=a"]


def test_control_characters_do_not_reach_the_file() -> None:
    content = csv_of(table(texts("a"), ("red \x1b[31m\x9b31m\x00\x07 end\tof\r\nit",)))
    assert content == b'a\r\n"red [31m31m end\tof\nit"\r\n'


def test_a_formula_behind_a_control_character_is_found() -> None:
    assert csv_of(table(texts("a"), ("\x00=1",))) == b"a\r\n'=1\r\n"


def test_flags_numbers_and_lists_are_plain_cells() -> None:
    columns = [Column("f", "flag"), Column("n", "number"), Column("l", "list")]
    assert cells(table(columns, (1, 0.5, '["a", "b"]'), (0, 12, "[]"), (None, None, None))) == [
        {"f": "1", "n": "0.5", "l": "a; b"},
        {"f": "0", "n": "12", "l": ""},
        {"f": "", "n": "", "l": ""},
    ]


def test_passages_of_evidence_stand_one_on_a_line() -> None:
    marks = '[{"field": "origin", "quote": "a tip"}, {"field": "mode", "quote": "two\\nlines"}]'
    (row,) = cells(table([Column("e", "evidence")], (marks,)))
    assert row["e"] == "origin: a tip\nmode: two\n  lines"


cell = st.none() | st.text(alphabet="ab ,;'\"=+-\n\r\t\x07\x85\u2028é–", max_size=6)


@pytest.mark.parametrize("kind", ["text", "word", "json"])
@given(data=st.data(), width=st.integers(1, 3))
def test_the_bytes_are_those_of_pythons_own_writer(
    kind: Kind, data: st.DataObject, width: int
) -> None:
    rows: list[Row] = data.draw(st.lists(st.tuples(*[cell] * width), max_size=8))
    columns = [Column(f"a,{n}", kind) for n in range(width)]
    own = io.StringIO(newline="")
    writer = csv.writer(own)
    writer.writerow([column.name for column in columns])
    writer.writerows([defused(clean(str(text))) if text else "" for text in row] for row in rows)
    assert csv_of(table(columns, *rows)).decode() == own.getvalue()


def test_more_words_than_are_remembered_are_all_written() -> None:
    words = [f"w{n % 12_000}" for n in range(24_500)]
    sheet = table([Column("word", "word"), Column("n", "number")], *((w, 1) for w in words))
    assert [row["word"] for row in cells(sheet)] == words
