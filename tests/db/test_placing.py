"""Cases are counted by the state in which they lie: by text, by office, by the analyst's word."""

from datetime import date
from pathlib import Path

import pytest

from db import journal, readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.errors import CodingError
from db.families import make_lead
from db.pages import Queue
from db.places import Place
from db.rebuild import rebuild
from db.records import Release
from db.releases import store
from db.report import make_report, to_json
from db.report.cells import CaseCell, releases_behind
from db.report.kinds import CASES, FOCUS
from db.study import Study
from db.tables.cases import case_table
from db.tables.releases import release_table

JURY = "A federal grand jury charged a man who wrote to minors on Facebook."
RELEASES = (
    ("Man Charged", f"PADUCAH, Ky. – {JURY}", "W.D. Kentucky", "KY"),
    ("Man Charged", f"EVANSVILLE, Ind. – {JURY}", "W.D. Kentucky", "KY"),
    ("Man Charged", JURY, "D. Guam", "GU"),
    ("Man Charged", JURY, "Office of Public Affairs", None),
)


@pytest.fixture
def coding(tmp_path: Path) -> Coding:
    study = Study.create(tmp_path / "study.db", codebook_file.default(), coder="ann")
    records = [
        Release(f"uid-{n}", title, text, date(2018, n, 1), office=office, state=state)
        for n, (title, text, office, state) in enumerate(RELEASES, start=1)
    ]
    store(study, records, source="here")
    coding = Coding(study, readings.choose(study))
    for release_id in range(1, 5):
        coding.code(release_id, "category", "child-exploitation")
        coding.code(release_id, "mode", "grooming")
        coding.code(release_id, "origin", "not-stated")
    return coding


def places(coding: Coding) -> dict[str | None, int]:
    report = make_report(coding.study, coding.reading)
    for place in report.places:  # every number opens its releases
        cell = CaseCell(CASES, state=place.state or "")
        assert len(releases_behind(coding.study, coding.reading, cell)) == place.cases
    return {place.state: place.focus for place in report.places}


def test_a_case_lies_where_its_release_says(coding: Coding) -> None:
    assert places(coding) == {"KY": 1, "IN": 1, "GU": 1, None: 1}


def test_how_it_was_placed_is_told(coding: Coding) -> None:
    coding.place(4, Place("Dededo", "GU"))
    report = make_report(coding.study, coding.reading, placed=True)
    assert report.placing is not None
    assert {how: report.placing.of(how) for how in ("dateline", "seat", "analyst")} == {
        "dateline": 2,
        "seat": 1,
        "analyst": 1,
    }
    assert report.placing.guesses == 1
    assert report.placing.towns["KY"] == {"Paducah": 1}
    assert report.placing.towns["GU"] == {"Dededo": 1}
    told = to_json(report)["placed"]
    assert sum(one["focus"] for one in told) == 4


def test_the_analyst_puts_it_right_and_takes_it_back(coding: Coding) -> None:
    before = places(coding)
    queue = Queue(coding.study, coding.reading.id)
    coding.place(2, Place("Paducah", "KY"))
    assert places(coding) == {"KY": 2, "GU": 1, None: 1}
    placed = queue.page(2).placed
    assert placed is not None and (placed.place.words, placed.how) == ("Paducah, KY", "analyst")
    coding.undo()
    assert places(coding) == before
    coding.redo()
    assert coding.place(2, Place("Paducah", "KY")) is None  # it is that already
    coding.place(2, None)
    assert places(coding) == before
    placed = queue.page(2).placed
    assert placed is not None and placed.how == "dateline"
    assert not [*journal.faults(coding.study)]


def test_a_place_stays_with_what_is_decided(coding: Coding) -> None:
    coding.place(2, Place("Paducah", "KY"))
    coding.exclude(2, "in-passing")
    coding.clear(2)
    coding.link(2, 1, "update")
    coding.unlink(2)
    assert coding.state(2).place == Place("Paducah", "KY")


def test_a_new_lead_lies_where_the_case_was_said_to_lie(coding: Coding) -> None:
    coding.place(1, Place("Gary", "IN"))
    coding.link(2, 1, "update")
    make_lead(coding, 2)
    assert coding.state(2).place == Place("Gary", "IN")
    assert places(coding)["IN"] == 1


def test_cases_alike_are_of_one_kind_wherever_they_lie(coding: Coding) -> None:
    coding.place(1, Place("Gary", "IN"))
    kinds = coding.study.connection.execute(
        "select count(distinct kind_id) from states where status = 'coded'"
    ).fetchone()[0]
    assert kinds == 1


def test_a_release_that_comes_again_is_placed_anew(coding: Coding) -> None:
    title, text, office, state = RELEASES[0]
    moved = text.replace("PADUCAH, Ky.", "MEMPHIS, Tenn.")
    store(
        coding.study,
        [Release("uid-1", title, moved, date(2018, 1, 1), office=office, state=state)],
        source="again",
    )
    assert places(coding) == {"TN": 1, "IN": 1, "GU": 1, None: 1}
    assert not [*journal.faults(coding.study)]


def test_all_of_it_can_be_made_anew(coding: Coding) -> None:
    coding.place(3, Place("Paducah", "KY"))
    before = make_report(coding.study, coding.reading, placed=True)
    connection = coding.study.connection
    connection.execute("update states set office_id = null, kind_id = null")
    connection.execute("update releases set place = null, placed_by = null, sureness = null")
    assert [*journal.faults(coding.study)]
    rebuild(coding.study)
    assert make_report(coding.study, coding.reading, placed=True) == before
    assert not [*journal.faults(coding.study)]


def test_the_number_of_a_state_opens_its_cases(coding: Coding) -> None:
    coding.place(2, Place("", "KY"))
    cell = CaseCell(FOCUS, state="KY")
    assert releases_behind(coding.study, coding.reading, cell) == [1, 2]


def test_a_release_that_is_not_read_has_no_place_of_its_own(coding: Coding) -> None:
    with pytest.raises(CodingError):
        coding.place(99, Place("Paducah", "KY"))


def test_the_tables_say_where_a_case_lies_and_how_that_is_known(coding: Coding) -> None:
    coding.place(4, Place("Dededo", "GU"))
    names = ("place_name", "place_state", "placed_by", "place_sureness")
    for table in (case_table(coding.study, coding.reading), release_table(coding.study)):
        columns = [column.name for column in table.columns]
        rows = [dict(zip(columns, row, strict=True)) for row in table.rows]
        found = [tuple(row[name] for name in names) for row in rows]
        assert found[1] == ("Evansville", "IN", "dateline", "sure")
        said = ("Dededo", "GU", "analyst", "sure")
        assert found[3] == (said if table.name == "cases" else (None, None, None, None))
