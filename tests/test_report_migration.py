"""A study made before the report had its columns is counted like one made after."""

import sqlite3
from pathlib import Path
from random import Random

from db import journal, readings
from db.codebook import file as codebook_file
from db.report import make_report
from db.study import Study
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
    delete from _sqlite_migrations where name in (
        'm004_counting', 'm005_placing', 'm006_tallying'
    );
"""


def test_an_older_study_is_counted_as_before(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with study_of(path, codebook_file.default(), releases=60) as study:
        code_at_random(study, readings.choose(study), Random(9))
        before = make_report(study, readings.choose(study))
    connection = sqlite3.connect(path)
    connection.executescript(_ADDED)
    connection.close()
    with Study.open(path) as study:
        assert make_report(study, readings.choose(study)) == before
        assert not [*journal.faults(study)]
