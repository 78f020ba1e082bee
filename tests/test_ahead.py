"""Reading in a process of its own gives what reading here gives."""

import json
import pickle
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from annotator import ahead
from annotator.ahead import Incoming, Job, read_ahead
from db.codebook import file as codebook_file
from db.errors import ImportFailed
from db.records import Reject
from db.releases import store
from db.searched import Searched
from db.study import Study
from importers import Options


def written(path: Path, count: int) -> Path:
    rows = [
        {"title": f"Plea {n}", "date": "2018-05-02", "body": f"On Facebook {n}" if n % 3 else "No."}
        for n in range(count)
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\nbroken\n")
    return path


def job(*paths: Path) -> Job:
    return Job(paths, Options(), codebook_file.default_toml())


def unplaced(record: Incoming) -> Incoming:
    return replace(record, place=None) if isinstance(record, Searched) else record


def test_the_records_and_bytes_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = written(tmp_path / "a.jsonl", 600), written(tmp_path / "b.jsonl", 3)
    here: list[int] = []
    there: list[int] = []
    expected = list(read_ahead(job(one, two), here.append))
    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 0)
    records = list(read_ahead(job(one, two), there.append))
    assert [unplaced(record) for record in records] == expected
    assert len(expected) == 605
    assert sum(there) == sum(here) == one.stat().st_size + two.stat().st_size


class Packs(list[Any]):
    """Packs handed over, of which some always wait, or none ever does."""

    def __init__(self, *, waiting: bool) -> None:
        super().__init__()
        self._waiting = waiting

    put = list.append

    def empty(self) -> bool:
        return not self._waiting


def handed_over(source: Job, *, waiting: bool) -> list[Incoming]:
    """The records as they arrive from a reading process."""
    packs = Packs(waiting=waiting)
    ahead._fill(source, cast("Any", packs))
    assert packs.pop() is None
    records = [record for pack, _ in packs for record in pack]
    return cast("list[Incoming]", pickle.loads(pickle.dumps(records)))


def stored(path: Path, records: list[Incoming]) -> list[tuple[object, ...]]:
    """What there is of the releases in a study that is made of these records."""
    with Study.create(path, codebook_file.default(), coder="ann") as study:
        store(study, records, source="x", keep_all=True)
        tables = ("releases", "texts", "originals", "mentions", "states", "rejects")
        return [
            tuple(row)
            for table in tables
            for row in study.connection.execute(f"select * from {table}")
        ]


PLACED = [
    ("Plea", "PADUCAH, Ky. – A man met her on Facebook.", "https://www.justice.gov/usao-wdky/pr/1"),
    ("Paducah Man Pleads", "He met her on Facebook.", "https://www.justice.gov/usao-wdky/pr/2"),
    ("Plea", "He met her on Facebook.", "https://www.justice.gov/usao-wdky/pr/3"),
    ("Plea", "<p>HOUSTON – He met <b>her</b> on Facebook.</p>", ""),
    ("Plea", "He met her on Facebook, and others on Facebook. Follow us on Facebook.", ""),
    ("Murray Man Pleads", "PADUCAH, Ky. – Nobody is named.", ""),
    ("Paducah Man Pleads", "BOSTON – Now it is on Facebook.", "justice.gov/usao-wdky/pr/2"),
]


@pytest.mark.parametrize("keep_all", [False, True])
def test_a_study_is_the_same_wherever_its_releases_are_placed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep_all: bool
) -> None:
    monkeypatch.setattr(ahead, "PACK", 1)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    rows = [
        {"title": title, "body": body, "url": url, "date": "2018-05-02"}
        for title, body, url in PLACED
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\nbroken\n")
    source = Job((tmp_path / "a.jsonl",), Options(keep_all=keep_all), codebook_file.default_toml())
    early, late = handed_over(source, waiting=True), handed_over(source, waiting=False)
    assert late == list(read_ahead(source, lambda n: None))
    assert [unplaced(record) for record in early] == late
    assert sum(record != other for record, other in zip(early, late, strict=True)) == 6 + keep_all
    assert stored(tmp_path / "early.db", early) == stored(tmp_path / "late.db", late)


@pytest.mark.parametrize("worth", [0, 20_000_000])
def test_of_several_files_a_bad_one_is_a_reject_and_an_only_one_an_error(
    worth: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", worth)
    bad = tmp_path / "b.csv"
    bad.write_text("colour,size\nred,1\n")
    one, two = written(tmp_path / "a.jsonl", 3), written(tmp_path / "c.jsonl", 3)
    found = list(read_ahead(job(one, bad, two), lambda n: None))
    assert len(found) == 4 + 1 + 4
    assert isinstance(found[4], Reject)
    assert found[4].file == bad.as_posix()
    assert found[4].reason.startswith("no column is recognised")
    with pytest.raises(ImportFailed, match=r"b\.csv: no column"):
        list(read_ahead(job(bad), lambda n: None))
    wrong = Job((one, two), Options(mapping={"tittle": "x"}), codebook_file.default_toml())
    with pytest.raises(ImportFailed, match="no field 'tittle'"):
        list(read_ahead(wrong, lambda n: None))


def test_a_reader_that_is_no_longer_wanted_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import multiprocessing

    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 0)
    records = read_ahead(job(written(tmp_path / "a.jsonl", 9000)), lambda n: None)
    next(records)
    records.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
