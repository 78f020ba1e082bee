"""CSV and its cousins."""

from collections.abc import Callable
from datetime import date

import pytest

from db.errors import ImportFailed
from db.records import Imported, Reject, Release

Reading = Callable[..., list[Imported]]
Single = Callable[..., Release]

HEADER = "Headline,Full Text,Published_At,Link"
ROW = '"Acme Man, 34, Charged","He said ""no"".\nThen left.",04/11/2018,https://x.gov/usao-mn/pr/a'


def test_columns_are_known_by_their_usual_names(release: Single) -> None:
    found = release(f"{HEADER}\n{ROW}\n")
    assert found.title == "Acme Man, 34, Charged"
    assert found.text == 'He said "no".\nThen left.'
    assert found.published == date(2018, 4, 11)
    assert (found.url, found.office) == ("https://x.gov/usao-mn/pr/a", "D. Minnesota")
    assert found.line == 2


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(delimiter: str, encoding: str, release: Single) -> None:
    rows = ["title;text;date", "José’s “plea”;Text, with commas – and more;2018-04-11"]
    content = "\r\n".join(rows).replace(";", delimiter).encode(encoding)
    found = release(content, name="table.json")
    assert (found.title, found.text) == ("José’s “plea”", "Text, with commas – and more")


def test_excel_s_own_first_line_passes(release: Single) -> None:
    assert release("sep=;\ntitle;text;date\na;b;2018-04-11\n").title == "a"


def test_a_bad_row_is_named_by_its_line(imported: Reading) -> None:
    good = '"two\nlines",b,2018-04-11'
    found = imported(
        f"title,text,date\n{good}\nx,y,2018-04-11,unquoted, comma\n\n{good}\n{good},,\n"
    )
    assert [item.line for item in found] == [2, 4, 6, 8]
    assert found[1] == Reject(found[1].file, 4, "broken row: 5 fields where the header has 3")
    assert sum(isinstance(item, Release) for item in found) == 3


def rejects_and_titles(items: list[Imported]) -> tuple[list[tuple[int, str]], list[str]]:
    rejects = [(item.line, item.reason) for item in items if isinstance(item, Reject)]
    return rejects, [item.title for item in items if isinstance(item, Release)]


@pytest.mark.parametrize(
    "later",
    [
        "B1,b,2018-04-11\nB2,b,2018-04-11\n",
        'B1,"b, c",2018-04-11\n"B2","b ""c""\nd",2018-04-11\n',
        'B1,b,"2018-04-11"\n"B2","",2018-04-11\nB2,"b, c",2018-04-11\n',
    ],
    ids=["to the end of the file", "to the next field in marks", "over an empty field"],
)
def test_a_quotation_mark_never_closed_costs_its_own_line_only(
    later: str, imported: Reading
) -> None:
    found = imported(f'title,text,date\nA1,"He used ""it"",2018-04-11\n{later}')
    rejects, titles = rejects_and_titles(found)
    assert rejects[0] == (2, "a quotation mark on line 2 is never closed")
    assert titles == ["B1", "B2"]


def test_the_line_of_the_open_mark_is_named_though_its_row_began_before(imported: Reading) -> None:
    found = imported('title,text,date,number\nA,"a\nb",2018-04-11,"9\nB,b,2018-04-11,1\n')
    rejects, titles = rejects_and_titles(found)
    assert rejects == [(2, "a quotation mark on line 3 is never closed")]
    assert titles == ["B"]


def test_an_open_mark_in_the_last_line_or_before_a_long_rest_is_found(
    imported: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "title,text,date\nB,b,2018-04-11\n"
    assert rejects_and_titles(imported(f'{head}A,"a,2018-04-11'))[0] == [
        (3, "a quotation mark on line 3 is never closed")
    ]
    monkeypatch.setattr("importers.delimited._LONGEST_FIELD", 100)
    rest = "B,b,2018-04-11\n" * 50
    rejects, titles = rejects_and_titles(imported(f'{head}A,"a,2018-04-11\n{rest}'))
    assert rejects == [(3, "a quotation mark on line 3 is never closed")]
    assert len(titles) == 51


def test_loose_marks_that_spoil_nothing_pass(imported: Reading) -> None:
    rows = ['A,"one\nHe said "no" and left",2018-04-11', 'B,5" pipe and 6" pipe,2018-04-11']
    rejects, titles = rejects_and_titles(imported("title,text,date\n" + "\n".join(rows) + "\n"))
    assert rejects == [] and titles == ["A", "B"]


def test_an_open_mark_in_the_heading_is_refused(imported: Reading) -> None:
    with pytest.raises(ImportFailed, match="quotation mark in the heading"):
        imported('title,text,date,"note\na,b,2018-04-11,c\n')


def test_lines_before_the_heading_count(imported: Reading) -> None:
    found = imported("sep=;\n\ntitle;text;date\na;b;2018-04-11\nc;d;never\n")
    assert [item.line for item in found] == [4, 5]


def test_two_columns_of_one_name_are_refused_where_they_would_be_read(imported: Reading) -> None:
    with pytest.raises(ImportFailed, match="'title' is there twice"):
        imported("title,title,text,date\na,A,b,2018-04-11\n")
    (found,) = imported("title,text,date,note,note\na,b,2018-04-11,c,d\n")
    assert isinstance(found, Release)


def test_a_short_row_lacks_what_it_lacks(imported: Reading) -> None:
    (short,) = imported("title,text,date\nonly a title\n")
    assert isinstance(short, Reject)
    assert (short.reason, short.title) == ("empty text", "only a title")


def test_unknown_columns_are_listed_with_the_cure(imported: Reading) -> None:
    with pytest.raises(ImportFailed) as failure:
        imported("kopf,rumpf,tag\na,b,2018-04-11\n")
    assert "columns are: kopf, rumpf, tag." in str(failure.value)
    assert "--map title=COLUMN --map text=COLUMN --map date=COLUMN" in str(failure.value)


def test_the_map_says_which_column_is_which(release: Single) -> None:
    mapping = {"title": "kopf", "text": "Rumpf", "date": "tag", "office": "amt"}
    found = release("kopf,rumpf,tag,amt\na,b,2018-04-11,wdky\n", mapping=mapping)
    assert (found.title, found.text, found.state) == ("a", "b", "KY")


def test_the_map_goes_before_the_usual_names(release: Single) -> None:
    mapping = {"date": "released"}
    assert release(
        "title,text,date,released\na,b,2019-01-01,2018-04-11\n", mapping=mapping
    ).published == date(2018, 4, 11)


def test_a_map_that_cannot_be_followed_is_refused(imported: Reading) -> None:
    content = "title,text,date\na,b,2018-04-11\n"
    with pytest.raises(ImportFailed, match=r"no column 'kopf' for title.*title, text, date"):
        imported(content, mapping={"title": "kopf"})
    with pytest.raises(ImportFailed, match=r"no field 'tittle'.*title, text, date, url"):
        imported(content, mapping={"tittle": "title"})


def test_lists_in_a_cell(release: Single) -> None:
    content = (
        "title,text,date,topics,components\n"
        """a,b,2018-04-11,"['Tax', 'Fraud']",USAO - Texas\\, Southern; Tax Division\n"""
    ).replace("USAO - Texas\\, Southern; Tax Division", '"USAO - Texas, Southern; Tax Division"')
    found = release(content)
    assert found.topics == ("Tax", "Fraud")
    assert found.components == ("USAO - Texas, Southern", "Tax Division")
    assert found.office == "S.D. Texas"
