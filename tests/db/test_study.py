"""A study file is made whole, opened, migrated or refused with a sentence."""

import json
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from annotator.__main__ import main
from annotator.exits import Exit
from db.codebook import file as codebook_file
from db.coding import Coding
from db.errors import StudyError
from db.naming import give_name
from db.schema import migrations
from db.study import Study
from db.version import MIGRATION_SET, MIGRATIONS


def test_the_names_of_migrations_are_those_of_the_schema() -> None:
    assert tuple(m.name for m in migrations._migrations) == MIGRATIONS


def test_a_new_study_holds_its_codebook_and_a_reading(study: Study) -> None:
    assert study.codebook == codebook_file.default()
    assert study.connection.execute("select coder, pass from readings").fetchall()[0][:] == (
        "ann",
        1,
    )


def test_it_is_durable_strict_and_keeps_references(study: Study) -> None:
    def pragma(name: str) -> object:
        return study.connection.execute(f"pragma {name}").fetchone()[0]

    assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 2, 1)
    with pytest.raises(sqlite3.IntegrityError):
        study.connection.execute("insert into texts values (999, 'x')")
    tables = study.connection.execute(
        "select name from pragma_table_list where schema = 'main' and type = 'table'"
        " and not strict and name not like 'sqlite_%' and name not like '_sqlite_%'"
    ).fetchall()
    assert [row["name"] for row in tables] == []


def test_an_existing_file_is_never_replaced(study: Study) -> None:
    with pytest.raises(StudyError, match="exists already"):
        Study.create(study.path, codebook_file.default(), coder="bob")
    assert study.codebook.title


def test_nothing_is_left_of_a_study_that_could_not_be_made(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="does not exist"):
        Study.create(tmp_path / "no" / "s.db", codebook_file.default(), coder="bob")
    with Study.create(tmp_path / "s.db", codebook_file.default(), coder="bob"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["s.db"]


def test_a_file_that_is_no_study_is_refused_and_untouched(tmp_path: Path) -> None:
    text, other = tmp_path / "a.txt", tmp_path / "other.db"
    text.write_text("not a database, but long enough to look at " * 50)
    connection = sqlite3.connect(other)
    connection.execute("create table t (x)")
    connection.commit()
    connection.close()
    before = other.read_bytes()
    for path, words in ((text, "no study"), (other, "no study"), (tmp_path / "b", "annotator new")):
        with pytest.raises(StudyError, match=words):
            Study.open(path)
    assert other.read_bytes() == before
    with pytest.raises(StudyError, match="folder"):
        Study.open(tmp_path)


def test_a_study_of_a_newer_program_is_refused(study: Study) -> None:
    study.connection.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at)"
        " values ('annotator', 'm999_later', '2030')"
    )
    with pytest.raises(StudyError, match="newer version"):
        Study.open(study.path)


def test_an_older_study_is_brought_up_to_date(
    study: Study, coding: Coding, monkeypatch: pytest.MonkeyPatch
) -> None:
    coding.memo(1, "kept")
    study.close()
    newer = Migrations(MIGRATION_SET)
    newer._migrations = [*migrations._migrations]

    @newer()
    def m002_colour(db: Database) -> None:
        db.table("releases").add_column("colour", str)

    monkeypatch.setattr("db.schema.migrations", newer)
    monkeypatch.setattr("db.migrating.MIGRATIONS", (*MIGRATIONS, "m002_colour"))
    with Study.open(study.path) as again:
        again.connection.execute("select colour from releases")
        assert Coding(again, coding.reading).state(1).memo == "kept"


def test_it_is_looked_what_is_to_be_brought_up_to_date_under_the_write_lock(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Watched(Migrations):
        refused = 0

        def pending(self, db: Database) -> list[Migrations._Migration]:
            other = sqlite3.connect(study.path, timeout=0)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("begin immediate")
            other.close()
            self.refused += 1
            return super().pending(db)

    newer = Watched(MIGRATION_SET)
    newer._migrations = [*migrations._migrations]

    @newer()
    def m002_colour(db: Database) -> None:
        db.table("releases").add_column("colour", str)

    monkeypatch.setattr("db.schema.migrations", newer)
    monkeypatch.setattr("db.migrating.MIGRATIONS", (*MIGRATIONS, "m002_colour"))
    with Study.open(study.path):
        assert newer.refused == 1


def without_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_a_study_is_made_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", without_links)
    with Study.create(tmp_path / "s.db", codebook_file.default(), coder="bob") as made:
        assert made.codebook.title
    assert [path.name for path in tmp_path.iterdir()] == ["s.db"]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_made_meanwhile_is_not_lost_to_a_draft(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr("os.link", without_links)
    draft, target = tmp_path / "draft", tmp_path / "target"
    draft.write_text("new")
    target.write_text("old")
    with pytest.raises(FileExistsError):
        give_name(draft, target)
    assert target.read_text() == "old"


@pytest.mark.parametrize(
    ("table", "command"),
    [
        ("idx__sqlite_migrations_migration_set_name", "report STUDY"),
        ("texts", "import STUDY in.jsonl"),
        ("releases", "cases candidates STUDY"),
        ("states", "export STUDY codes"),
        ("report_tallies", "report STUDY"),
        ("codebooks", "log STUDY"),
    ],
)
def test_a_damaged_file_is_a_sentence_with_what_to_do(
    table: str,
    command: str,
    study: Study,
    coding: Coding,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    coding.code(1, "category", "fraud")
    record = {"title": "Plea", "date": "2018-05-02", "body": "On Facebook."}
    (tmp_path / "in.jsonl").write_text(json.dumps(record))
    monkeypatch.chdir(tmp_path)
    spoil(study, table)
    with pytest.raises(SystemExit) as ended:
        main([str(study.path) if word == "STUDY" else word for word in command.split()])
    said = capsys.readouterr().err
    assert ended.value.code == Exit.FAILED
    assert f"{study.path}: the file is damaged (database disk image is malformed)" in said
    assert "Go back to a backup" in said
    assert f"annotator doctor {study.path}" in said
    assert "Traceback" not in said


def spoil(study: Study, name: str) -> None:
    """Close a study, and write nonsense over the first page of a table or index."""
    study.connection.execute("pragma wal_checkpoint(truncate)")
    (page,) = study.connection.execute(
        "select rootpage from sqlite_master where name = ?", (name,)
    ).fetchone()
    (size,) = study.connection.execute("pragma page_size").fetchone()
    study.close()
    with study.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 64)


def test_a_migration_that_fails_leaves_the_study_as_it_was(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    study.close()
    newer = Migrations(MIGRATION_SET)
    newer._migrations = [*migrations._migrations]

    @newer()
    def m002_broken(db: Database) -> None:
        db.table("releases").add_column("colour", str)
        db.execute("select nonsense")

    with monkeypatch.context() as patched:
        patched.setattr("db.schema.migrations", newer)
        patched.setattr("db.migrating.MIGRATIONS", (*MIGRATIONS, "m002_broken"))
        with pytest.raises(StudyError, match="cannot be brought up to date"):
            Study.open(study.path)
    with Study.open(study.path) as again:
        columns = again.connection.execute("select * from releases limit 1").fetchone().keys()
        assert "colour" not in columns
