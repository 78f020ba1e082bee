"""A table of codes as people and spreadsheets hand it back."""

import pytest

from db.errors import LoadFailed
from exports.codes_reader import read_codes

ROWS = [{"release": "a", "memo": "x"}, {"release": "b", "memo": "two\nlines; and, more"}]


def rows(data: bytes) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_codes(data, "codes.csv").rows]


@pytest.mark.parametrize(
    "text",
    [
        'release,memo\r\na,x\r\nb,"two\nlines; and, more"\r\n',
        'release;memo\na;x\nb;"two\nlines; and, more"\n',
        'release\tmemo\na\tx\nb\t"two\nlines; and, more"',
        'sep=;\nrelease;memo\na;x\nb;"two\r\nlines; and, more"\n',
        '\n release ,MEMO,\n\na,x,\n , \nb,"two\nlines; and, more"\n,,\n',
        'release,memo\ra,x\rb,"two\rlines; and, more"\r',
        '{"release": "a", "memo": "x"}\n\n{"release": "b", "memo": "two\\nlines; and, more"}\n',
    ],
    ids=["ours", "semicolons", "tabs", "sep line", "blank lines", "old line ends", "json lines"],
)
def test_the_same_table_in_every_dress(text: str) -> None:
    assert rows(text.encode()) == ROWS
    assert rows(b"\xef\xbb\xbf" + text.encode()) == ROWS
    assert rows(text.encode("utf-16")) == ROWS


def test_a_row_cut_short_lacks_what_it_lacks() -> None:
    assert rows(b"release,memo,flagged\na,x\nb,,\n") == [
        {"release": "a", "memo": "x"},
        {"release": "b", "memo": "", "flagged": ""},
    ]


def test_the_apostrophe_that_keeps_a_formula_off_is_taken_off_in_csv_only() -> None:
    assert rows(b"release,memo\na,'=1\nb,'s\n") == [
        {"release": "a", "memo": "=1"},
        {"release": "b", "memo": "'s"},
    ]
    assert rows(b"""{"release": "a", "memo": "'=1"}""")[0]["memo"] == "'=1"


def test_types_of_json_become_cells() -> None:
    line = (
        b'{"release": "a", "example": 1, "flagged": true, "memo": null, "evidence":'
        b' [{"field": "mode", "quote": "a\\nb"}, {"field": "origin", "quote": "c"}]}'
    )
    assert rows(line) == [
        {
            **{"release": "a", "example": "1", "flagged": "1", "memo": ""},
            "evidence": "mode: a\n  b\norigin: c",
        }
    ]


def test_a_row_knows_its_line_and_its_row_in_the_sheet() -> None:
    sheet = read_codes(b'release,memo\na,"x\ny\nz"\n\nb,w\n', "codes.csv")
    assert [row.place for row in sheet.rows] == ["line 2", "line 6 (row 4)"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "codes.csv: is empty"),
        (b"\n\n", "codes.csv: is empty"),
        (b"PK\x03\x04...", "is a workbook"),
        ("release,memo\na,x\nb,José\n".encode("latin-1"), "line 3: is not UTF-8"),
        (b'release,memo\na,x\nb,"open\n', "line 3: cannot be read as CSV"),
        (b"release,memo,memo\na,x,y\n", "“memo” is there twice"),
        (b"release,memo,\na,x,\nb,x,y\n", "line 3: has a cell under no heading"),
        (b"release,memo\na,x,y\n", "line 2: has a cell under no heading"),
        (b'{"release": "a"}\nrelease\n{"release": 1', "line 3: cannot be read as JSON"),
        (b'{"release": "a"}\n[1]', "line 2: cannot be read as JSON: it is no object"),
        (b'{"release": {"uid": "a"}}', "a list is evidence"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(LoadFailed, match=message):
        read_codes(data, "codes.csv")
