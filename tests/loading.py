"""Tables of codes loaded into a study, and what became of it, for tests."""

import pytest

from db import readings
from db.coding import Coding
from db.errors import LoadFailed
from db.sheet.load import Loaded, load
from db.states import State
from db.study import Study
from exports.codes_reader import read_codes


def loaded(study: Study, *lines: str, **options: object) -> Loaded:
    """What loading a table of these lines did."""
    text = "\n".join(lines)
    return load(study, read_codes(text.encode(), "codes.csv"), **options)  # type: ignore[arg-type]


def faults(study: Study, *lines: str) -> list[str]:
    """The faults with which a table is refused; nothing was changed then."""
    before = states(study)
    with pytest.raises(LoadFailed) as refused:
        loaded(study, *lines)
    assert states(study) == before
    first, *found = str(refused.value).split("\n")
    assert first.startswith("codes.csv: nothing was loaded")
    return found


def states(study: Study) -> list[tuple[object, ...]]:
    rows = study.connection.execute("select release_id, status, snapshot from states order by 1")
    return [tuple(row) for row in rows.fetchall()]


def state(study: Study, release_id: int) -> State:
    return Coding(study, readings.main_reading(study)).state(release_id)


def steps(study: Study) -> int:
    (count,) = study.connection.execute("select count(distinct step) from journal").fetchone()
    return int(count)
