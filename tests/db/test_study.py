"""A study file is made whole, opened, migrated or refused with a sentence."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from db.codebook import file as codebook_file
from db.coding import Coding
from db.errors import StudyError
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
    monkeypatch.setattr("db.study.MIGRATIONS", (*MIGRATIONS, "m002_colour"))
    with Study.open(study.path) as again:
        again.connection.execute("select colour from releases")
        assert Coding(again, coding.reading).state(1).memo == "kept"


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
        patched.setattr("db.study.MIGRATIONS", (*MIGRATIONS, "m002_broken"))
        with pytest.raises(StudyError, match="cannot be brought up to date"):
            Study.open(study.path)
    with Study.open(study.path) as again:
        columns = again.connection.execute("select * from releases limit 1").fetchone().keys()
        assert "colour" not in columns
