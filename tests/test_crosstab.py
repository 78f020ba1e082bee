"""Tables of any two dimensions, against a slow recount."""

from itertools import product
from pathlib import Path
from random import Random

import pytest

from db import readings
from db.report.cells import releases_behind
from db.report.crosstab import TIMES, crosstab, dimensions
from db.report.filter import ReportFilter
from tests.report_samples import CODEBOOKS, Recount, code_at_random, study_of


@pytest.mark.parametrize("book", CODEBOOKS)
def test_every_cell_is_what_a_slow_recount_finds_and_opens_as_many(
    tmp_path: Path, book: str
) -> None:
    with study_of(tmp_path / "s.db", CODEBOOKS[book], releases=60) as study:
        reading = readings.choose(study)
        code_at_random(study, reading, Random(4))
        slow = Recount(study, reading)
        offered = dimensions(study.codebook)
        for row, column in product(offered, offered):
            if row == column:
                continue
            crossed = crosstab(study, reading, (row, column))
            total = 0
            for case in slow.cases:
                times = {"quarter": case.quarter, "year": case.quarter[:4]}
                held = slow.used(case) if crossed.of.measure == "used" else slow.focus(case)
                pairs = {
                    (values.get(row), values.get(column))
                    for values in ({**codes, **times} for codes, _ in held)
                    if row in values and column in values
                }
                total += bool(pairs)
                for pair in pairs:
                    crossed.counts[pair] -= 1  # type: ignore[index]
            assert total == crossed.total
            assert not any(crossed.counts.values()), (row, column)


def test_a_cell_opens_the_cases_that_it_counts(tmp_path: Path) -> None:
    with study_of(tmp_path / "s.db", CODEBOOKS["default"], releases=90) as study:
        reading = readings.choose(study)
        code_at_random(study, reading, Random(4))
        chosen = ReportFilter(state="KY")
        for crossing in (("category", "origin"), ("origin", "year"), ("mode", "quarter")):
            crossed = crosstab(study, reading, crossing, chosen)
            assert crossed.total and set(TIMES) >= {crossing[1]} - {"origin"}
            for (row, column), count in crossed.counts.items():
                found = releases_behind(study, reading, crossed.cell(row, column), chosen)
                assert len(found) == count, (row, column)
