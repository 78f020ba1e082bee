"""A study made before the report had its columns is counted like one made after."""

import ast
import sqlite3
from pathlib import Path
from random import Random

import pytest
from sqlite_utils import Database

import db
from db import readings
from db.codebook import file as codebook_file
from db.health import examine
from db.placing import place_all
from db.report import make_report
from db.schema import migrations
from db.study import Study
from db.version import MIGRATIONS
from tests.report_samples import code_at_random, study_of

_ADDED = """
    drop trigger states_entered; drop trigger states_recoded;
    drop trigger states_placed; drop trigger releases_moved;
    drop trigger states_counted_in; drop trigger states_counted_out; drop trigger states_left;
    drop table report_tallies; alter table releases drop column platforms;
    drop index states_by_quarter; drop index releases_counted; drop index releases_unnamed;
    alter table states drop column kind_id; alter table states drop column office_id;
    drop table kinds; drop table offices;
    alter table releases drop column place; alter table releases drop column place_state;
    alter table releases drop column placed_by; alter table releases drop column sureness;
    alter table earlier_texts drop column published; alter table earlier_texts drop column shown;
    delete from _sqlite_migrations where name not in (
        'm001_study', 'm002_collecting', 'm003_relatives'
    );
"""
"""Takes everything away that came since the third migration."""


def schema(study: Study) -> set[tuple[str, str, str]]:
    """Every table, index and trigger, whatever the white space in which it is written."""
    rows = study.connection.execute("select type, name, coalesce(sql, '') from sqlite_master")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


@pytest.mark.parametrize("last", MIGRATIONS[2:])
def test_a_study_of_any_older_schema_is_like_a_new_one(tmp_path: Path, last: str) -> None:
    path = tmp_path / "s.db"
    with study_of(path, codebook_file.default(), releases=60) as study:
        code_at_random(study, readings.choose(study), Random(9))
        before, new = make_report(study, readings.choose(study)), schema(study)
    connection = sqlite3.connect(path)
    connection.executescript(_ADDED)
    further = MIGRATIONS[MIGRATIONS.index(last) + 1 :]
    migrations.apply(Database(connection), stop_before=further)
    if "m005_placing" not in further:
        place_all(connection)  # as the program did that made such a study
    connection.commit()
    connection.close()
    with Study.open(path) as study:
        assert make_report(study, readings.choose(study)) == before
        assert schema(study) == new
        assert {check.name for check in examine(study) if check.status == "fault"} == set()


def test_the_migrations_share_nothing_with_what_the_program_does_today() -> None:
    for path in Path(db.__file__).parent.rglob("*.py"):
        used = {
            node.module or ""
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
        }
        if path.name.startswith("schema"):
            ours = {name for name in used if name.partition(".")[0] == "db"}
            assert {name for name in ours if not name.startswith("db.schema")} <= {"db.version"}
        elif path.name != "migrating.py":
            assert not any(name.startswith("db.schema") for name in used), path
