"""Several processes read what one reads; one that dies costs time and nothing else."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.demo.study import practice_releases
from db.codebook import file as codebook_file
from db.relatives import reading, scoring, store
from db.relatives.reading import Text, read, read_all
from db.relatives.store import bring_up_to_date
from db.releases import store as store_releases
from db.study import Study

TABLES = (
    "select * from relative_features order by release_id",
    "select * from relative_keys order by key, release_id",
    "select * from relatives order by release_id, other_id",
)


def portions() -> list[list[Text]]:
    texts = [
        (n, b"digest", one.release.title, one.release.text)
        for n, one in enumerate(practice_releases()[:60])
    ]
    return [texts[at : at + 20] for at in range(0, 60, 20)]


def compared(path: Path) -> list[list[tuple[object, ...]]]:
    with Study.create(path, codebook_file.default(), coder="ann") as study:
        releases = [one.release for one in practice_releases()]
        store_releases(study, releases, source="practice", keep_all=True)
        bring_up_to_date(study)
        return [[tuple(row) for row in study.connection.execute(sql)] for sql in TABLES]


@pytest.mark.slow
def test_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = compared(tmp_path / "one.db")
    monkeypatch.setattr(store, "MANY", 100)
    monkeypatch.setattr(store, "workers", lambda: 2)
    monkeypatch.setattr(scoring, "_is_hopeless", lambda one, other: False)
    assert compared(tmp_path / "two.db") == here  # nor does weighing all pairs find more
    assert all(here)


@pytest.mark.slow
@pytest.mark.parametrize("at", [0, 2])
def test_what_a_dead_process_leaves_is_read_here(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = portions()
    expected = [one for portion in made for one in read(portion)]
    monkeypatch.setattr(reading, "read", _Read(at))
    assert list(read_all(iter(made), 2)) == expected


class _Read:
    """Reads, but kills the process in which it is asked for one portion; not this one."""

    def __init__(self, fatal: int) -> None:
        self.fatal, self.home = fatal, os.getpid()

    def __call__(self, texts: list[Text]) -> list[reading.Read]:
        if os.getpid() != self.home and texts[0][0] == 20 * self.fatal:
            os._exit(1)
        return read(texts)


def test_portions_are_asked_for_as_they_are_needed() -> None:
    made, asked = portions(), []

    def one_by_one() -> Iterator[list[Text]]:
        for portion in made:
            asked.append(portion)
            yield portion

    reads = read_all(one_by_one(), 0)
    next(reads)
    assert len(asked) == 1
