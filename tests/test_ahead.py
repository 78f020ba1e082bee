"""Reading in a process of its own gives what reading here gives."""

import json
from pathlib import Path

import pytest

from annotator import ahead
from annotator.ahead import Job, read_ahead
from db.codebook import file as codebook_file
from db.errors import ImportFailed
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


def test_what_cannot_be_read_is_raised_after_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 0)
    (tmp_path / "c.csv").write_text("colour,size\nred,1\n")
    records = read_ahead(job(written(tmp_path / "a.jsonl", 3), tmp_path / "c.csv"), lambda n: None)
    assert len([next(records) for _ in range(4)]) == 4
    with pytest.raises(ImportFailed, match=r"c\.csv"):
        next(records)


def test_a_reader_that_is_no_longer_wanted_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import multiprocessing

    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 0)
    records = read_ahead(job(written(tmp_path / "a.jsonl", 9000)), lambda n: None)
    next(records)
    records.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
