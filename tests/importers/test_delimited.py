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
