"""The list behind a number, cut out of the ids or filtered further."""

from pathlib import Path
from random import Random

from db import readings
from db.codebook import file as codebook_file
from db.filters import Filter
from db.report.cells import ReleaseCell, releases_behind
from db.report.list import ReleasesListed
from tests.report_samples import code_at_random, study_of


def test_a_list_has_the_releases_of_its_number_by_date(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", codebook_file.default(), releases=40) as study:
        reading = readings.choose(study)
        code_at_random(study, reading, Random(4))
        ids = releases_behind(study, reading, ReleaseCell("collected"))
        coded = releases_behind(study, reading, ReleaseCell("coded"))
        assert 3 < len(coded) < len(ids) == 40
        listed = ReleasesListed(study, reading.id, Filter(), ids)
        narrower = ReleasesListed(study, reading.id, Filter(status="coded"), ids)
        for one, expected in ((listed, ids), (narrower, coded)):
            assert one.count() == len(expected)
            assert [entry.id for entry in one.entries(0, 100)] == expected
            assert [entry.id for entry in one.entries(2, 2)] == expected[2:4]
            assert one.count_around(expected[3]) == (len(expected), 3)
        by_id = {entry.id: entry for entry in listed.entries(0, 40)}
        assert [by_id[entry.id] for entry in narrower.entries(0, 40)] == narrower.entries(0, 40)
