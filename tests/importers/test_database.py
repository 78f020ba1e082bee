"""Another program's SQLite file as a source; `tests/test_foreign.py` looks at the file itself."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from db.errors import ImportFailed
from db.records import Reject, Release
from importers import Options, read

ROW = ("Title", "A text.", "2018-04-11")


@pytest.fixture
def scraped(tmp_path: Path) -> Path:
    path = tmp_path / "scraper.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("create table pages (id integer primary key, Headline, Body, Pub_Date)")
        connection.execute("create table runs (id integer primary key, started, note)")
        connection.executemany(
            "insert into pages (Headline, Body, Pub_Date) values (?, ?, ?)", [ROW] * 3
        )
        connection.execute("insert into pages (Headline, Body) values ('No date', 'x')")
        connection.execute("insert into pages (Headline, Body, Pub_Date) values (1, x'00ff', 7)")
    connection.close()
    return path


def test_the_table_that_looks_like_releases_is_read(scraped: Path) -> None:
    *kept, undated, odd = read(scraped)
    assert len(kept) == 3
    assert isinstance(kept[2], Release)
    assert (kept[2].title, kept[2].published, kept[2].line) == ("Title", date(2018, 4, 11), 3)
    assert isinstance(undated, Reject)
    assert (undated.line, undated.reason) == (4, "no date")
    assert isinstance(odd, Reject)


def test_several_candidates_are_named(scraped: Path) -> None:
    with sqlite3.connect(scraped) as connection:
        connection.execute("create table archive (title, text, date)")
        connection.execute("insert into archive values ('Old', 'A text.', '2012-01-01')")
    connection.close()
    with pytest.raises(ImportFailed, match=r"several tables.*archive, pages.*--table"):
        list(read(scraped))
    (old,) = read(scraped, options=Options(table="archive"))
    assert isinstance(old, Release)
    assert old.title == "Old"


def test_the_table_with_title_text_and_date_is_preferred(scraped: Path) -> None:
    with sqlite3.connect(scraped) as connection:
        connection.execute("create table notes (title, text)")
    connection.close()
    assert len(list(read(scraped))) == 5


def test_what_fits_nothing_is_said(scraped: Path) -> None:
    with pytest.raises(ImportFailed, match=r"no table 'page'.*pages, runs"):
        list(read(scraped, options=Options(table="page")))
    with pytest.raises(ImportFailed, match=r"table runs: .*columns are: id, started, note"):
        list(read(scraped, options=Options(table="runs")))
    with sqlite3.connect(scraped) as connection:
        connection.execute("drop table pages")
        connection.execute("create table words (word, count)")
    connection.close()
    with pytest.raises(ImportFailed, match=r"no table looks like releases.*runs, words.*--table"):
        list(read(scraped))


def test_mapped_columns_choose_the_table(scraped: Path) -> None:
    mapping = {"title": "note", "text": "note", "date": "started"}
    with sqlite3.connect(scraped) as connection:
        connection.execute("insert into runs (started, note) values ('2018-04-11', 'a note')")
    connection.close()
    (found,) = read(scraped, options=Options(mapping=mapping))
    assert isinstance(found, Release)
    assert found.text == "a note"
