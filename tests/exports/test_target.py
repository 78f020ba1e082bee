"""A file is replaced when the new one is complete, and only then."""

import os
import stat
import threading
from pathlib import Path

import pytest

from exports.target import ExportFailed, replacing


def test_the_file_is_there_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    with replacing(path) as out:
        out.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["codes.csv"]


@pytest.mark.parametrize("broken", [KeyboardInterrupt, ValueError])
def test_an_interrupted_export_leaves_what_was_there(
    tmp_path: Path, broken: type[BaseException]
) -> None:
    path = tmp_path / "codes.csv"
    path.write_bytes(b"old")
    with pytest.raises(broken), replacing(path) as out:
        out.write(b"half")
        raise broken
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["codes.csv"]


def test_a_replaced_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "codes.csv", tmp_path / "link.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    with replacing(link) as out:
        out.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with replacing(pipe) as out:
        out.write(b"through")
    reader.join(5)
    assert got == [b"through"]
    assert pipe.is_fifo()


def test_the_study_itself_is_never_replaced(tmp_path: Path) -> None:
    study, link = tmp_path / "s.db", tmp_path / "t.csv"
    study.write_bytes(b"study")
    link.symlink_to(study)
    with pytest.raises(ExportFailed, match="is the study itself"), replacing(link, keep=study):
        pass
    assert study.read_bytes() == b"study"


@pytest.mark.parametrize(("name", "why"), [(".", "is a folder"), ("no/such.csv", "cannot be")])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(ExportFailed, match=why), replacing(tmp_path / name):
        pass
