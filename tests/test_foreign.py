"""Another program's database is read as it stands, and nothing is left in or beside it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import ImportFailed
from db.foreign import rows, tables


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    folder = tmp_path / "their files, 100%?#"
    folder.mkdir()
    return folder / "scraper.db"


def made(path: Path, *, journal: str = "delete") -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"pragma journal_mode = {journal}")
    connection.execute("create table pages (title, body)")
    connection.execute("insert into pages values ('one', 'text')")
    return connection


def traces(path: Path) -> dict[str, bytes]:
    """Everything in the folder; the shared index of a log holds only who reads at the moment."""
    return {
        file.name: b"" if file.name.endswith("-shm") else file.read_bytes()
        for file in path.parent.iterdir()
    }


def titles(path: Path) -> list[object]:
    return [row["title"] for row in rows(path, "pages")]


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_closed_database_is_read_without_a_trace(theirs: Path, journal: str) -> None:
    made(theirs, journal=journal).close()
    before = traces(theirs)
    assert set(before) == {"scraper.db"}
    assert tables(theirs) == {"pages": ("title", "body")}
    assert titles(theirs) == ["one"]
    assert traces(theirs) == before


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_database_that_another_program_holds_is_read(theirs: Path, journal: str) -> None:
    holder = made(theirs, journal=journal)
    holder.execute("begin immediate")
    holder.execute("insert into pages values ('not yet committed', '')")
    before = traces(theirs)
    assert titles(theirs) == ["one"]
    holder.execute("commit")
    assert titles(theirs) == ["one", "not yet committed"]
    assert set(traces(theirs)) <= set(before)
    holder.close()


def test_a_database_that_another_program_locks_is_read_from_a_copy(
    theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.foreign._WAIT", 0.1)
    holder = made(theirs)
    holder.execute("pragma locking_mode = exclusive")
    holder.execute("begin exclusive")
    before = traces(theirs)
    assert titles(theirs) == ["one"]
    assert traces(theirs) == before
    holder.execute("insert into pages values ('not yet committed', '')")
    assert titles(theirs) == ["one"]
    holder.close()


def test_a_write_while_we_read_is_possible(theirs: Path) -> None:
    holder = made(theirs, journal="wal")
    holder.executemany("insert into pages values (?, '')", [[n] for n in range(2_000)])
    reading = rows(theirs, "pages")
    next(reading)
    holder.execute("insert into pages values ('later', '')")
    assert sum(1 for _ in reading) == 2_000
    holder.close()


CRASHES = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("pragma cache_size = 1")
connection.execute("pragma cache_spill = on")
connection.execute("insert into pages values ('committed', '')")
connection.execute("begin")
for n in range(500):
    connection.execute("update pages set body = ?", ["x" * 4000])
    connection.execute("insert into pages values ('never committed', ?)", ["x" * 4000])
os._exit(1)
"""


@pytest.mark.parametrize("journal", ["delete", "wal"])
@pytest.mark.parametrize("index", ["kept", "lost"])
def test_what_a_crash_left_unfinished_is_finished_in_a_copy(
    theirs: Path, journal: str, index: str
) -> None:
    made(theirs, journal=journal).close()
    subprocess.run([sys.executable, "-c", CRASHES, str(theirs)], check=False)
    if index == "lost":
        Path(f"{theirs}-shm").unlink(missing_ok=True)
    before = traces(theirs)
    assert len(before) > 1
    assert titles(theirs) == ["one", "committed"]
    assert traces(theirs) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_we_may_not_write_in(theirs: Path) -> None:
    made(theirs, journal="wal").close()
    theirs.parent.chmod(0o500)
    try:
        assert titles(theirs) == ["one"]
    finally:
        theirs.parent.chmod(0o700)


def test_views_and_indexes_of_text_are_told_apart(theirs: Path) -> None:
    connection = made(theirs)
    connection.execute("create virtual table search using fts5(title, body)")
    connection.execute('create table "odd "" name" ("a b", "c""d")')
    connection.execute("create view shown as select title from pages")
    connection.execute("create view broken as select none from nowhere")
    connection.close()
    found = tables(theirs)
    assert found == {
        'odd " name': ("a b", 'c"d'),
        "pages": ("title", "body"),
        "broken": (),
        "shown": ("title",),
    }
    assert list(rows(theirs, 'odd " name')) == []
    with pytest.raises(ImportFailed, match="cannot be read"):
        list(rows(theirs, "broken"))


def test_text_that_is_no_utf8_is_read(theirs: Path) -> None:
    connection = made(theirs)
    connection.execute("insert into pages values (cast(x'6974927320' as text), null)")
    connection.close()
    assert titles(theirs)[-1] == "it’s "


def test_a_damaged_file_is_refused(theirs: Path) -> None:
    connection = made(theirs)
    connection.executemany("insert into pages values (?, ?)", [["t", "x" * 3_000]] * 300)
    connection.close()
    content = theirs.read_bytes()
    theirs.write_bytes(content[: len(content) // 2])

    def read() -> Iterator[object]:
        yield tables(theirs)
        yield from rows(theirs, "pages")

    with pytest.raises(ImportFailed, match="cannot be read"):
        list(read())
    shutil.copyfile(__file__, theirs)
    with pytest.raises(ImportFailed, match="cannot be read"):
        tables(theirs)
    with pytest.raises(ImportFailed, match="cannot be read"):
        tables(theirs.with_name("gone.db"))
