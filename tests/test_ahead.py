"""Reading in a process of its own gives what reading here gives."""

import json
from pathlib import Path

import pytest

from annotator import ahead
from annotator.ahead import Job, read_ahead
from db.codebook import file as codebook_file
from db.errors import ImportFailed
from db.records import Reject
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


def test_the_records_and_bytes_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = written(tmp_path / "a.jsonl", 600), written(tmp_path / "b.jsonl", 3)
    here: list[int] = []
    there: list[int] = []
    expected = list(read_ahead(job(one, two), here.append))
    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 0)
    assert list(read_ahead(job(one, two), there.append)) == expected
    assert len(expected) == 605
    assert sum(there) == sum(here) == one.stat().st_size + two.stat().st_size


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
