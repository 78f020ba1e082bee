"""Files and folders: order, progress, and what cannot be read."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.errors import ImportFailed
from db.records import Imported, Reject, Release
from importers import paths, read, total_bytes

Reading = Callable[..., list[Imported]]

RECORD = json.dumps({"title": "Title", "body": "A text.", "date": "2018-04-11"})


@pytest.fixture
def folder(tmp_path: Path, data: Path) -> Path:
    root = tmp_path / "in"
    (root / "sub").mkdir(parents=True)
    (root / ".hidden").mkdir()
    (root / ".hidden" / "a.json").write_text(RECORD)
    (root / ".DS_Store").write_bytes(b"\x00\x01")
    (root / "b.jsonl").write_text(RECORD + "\n" + RECORD + "\n")
    (root / "a.html").write_bytes((data / "page_2018.html").read_bytes())
    (root / "sub" / "c.csv").write_text("title,text,date\na,b,2018-04-11\n")
    (root / "sub" / "seal.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (root / "sub" / "notes.txt").write_text("nothing of ours\n")
    (root / "sub" / "empty.json").write_text("")
    return root


def test_a_folder_is_walked_in_order_without_hidden_files(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in paths([folder])]
    assert found == [
        "a.html", "b.jsonl", "sub/c.csv", "sub/empty.json", "sub/notes.txt", "sub/seal.png"
    ]  # fmt: skip


def test_what_is_written_about_a_folder_is_no_release(folder: Path) -> None:
    walked = list(paths([folder]))
    for name in ("README.md", "README", "LICENSE.txt", "sub/notes.md"):
        (folder / name).write_text("# What lies here\n")
    assert list(paths([folder])) == walked
    (folder / "readme.csv").write_text("title,text,date\n")
    assert [path.name for path in paths([folder]) if path not in walked] == ["readme.csv"]
    with pytest.raises(ImportFailed, match="no column is recognised"):
        list(read(folder / "README.md"))


def test_a_folder_of_everything_is_read_to_its_end(folder: Path) -> None:
    found = list(read(folder))
    assert sum(isinstance(item, Release) for item in found) == 4
    rejects = {Path(item.file).name: item.reason for item in found if isinstance(item, Reject)}
    assert set(rejects) == {"empty.json", "notes.txt", "seal.png"}
    assert rejects["empty.json"] == "empty file"
    assert rejects["seal.png"] == "a binary file"
    assert "no column is recognised" in rejects["notes.txt"]


def test_records_name_their_file_as_it_was_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    files = {item.file for item in read(Path("in"))}
    assert "in/sub/c.csv" in files


def test_progress_adds_up_to_all_bytes(folder: Path) -> None:
    told: list[int] = []
    list(read(folder, progress=told.append))
    assert sum(told) == total_bytes([folder]) > 0


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
@pytest.mark.parametrize("spoil", ["gone", "dangling", "pipe"])
def test_an_unreadable_file_stops_only_itself(spoil: str, folder: Path) -> None:
    spoilt = folder / "b.jsonl"
    spoilt.unlink()
    if spoil == "dangling":
        spoilt.symlink_to(folder / "nowhere")
    elif spoil == "pipe":
        os.mkfifo(spoilt)
    with pytest.raises(ImportFailed, match=r"b\.jsonl: (no such file|not a file)"):
        list(read(spoilt))
    found = list(read(folder))
    assert sum(isinstance(item, Release) for item in found) == 2
    if spoil != "gone":
        (reject,) = (item for item in found if item.file.endswith("b.jsonl"))
        assert isinstance(reject, Reject)


def test_a_file_we_may_not_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt = folder / "b.jsonl"
    really = Path.open

    def forbidden(self: Path, *given: object, **named: object) -> object:
        if self == spoilt:
            raise PermissionError(13, "Permission denied")
        return really(self, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(ImportFailed, match=r"b\.jsonl: Permission denied"):
        list(read(spoilt))
    (reject,) = (item for item in read(folder) if item.file.endswith("b.jsonl"))
    assert reject == Reject(spoilt.as_posix(), 0, "Permission denied")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty file"),
        (b" \n\n", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"\x00\x01\x02" * 100, "a binary file"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04\x14\x00", "an Excel workbook"),
        (gzip.compress(b"{}", mtime=0), "gzip-compressed"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "XML"),
    ],
)
def test_a_file_that_holds_no_releases_says_what_it_is(
    content: bytes, reason: str, imported: Reading
) -> None:
    (found,) = imported(content, name="releases.json")
    assert isinstance(found, Reject)
    assert reason in found.reason


def test_bytes_of_an_older_time_are_read(release: Callable[..., Release]) -> None:
    content = RECORD.replace("A text.", "The defendant’s plea – 5 €").encode("cp1252")
    assert release(content).text == "The defendant’s plea – 5 €"
    mixed = RECORD.replace("A text.", "UTF-8 – and ").encode().replace(b"and ", b"and \x93old\x94")
    assert release(mixed).text == "UTF-8 – and “old”"


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = "html2text ftfy selectolax dateutil requests sqlite_utils textual rich click".split()
    check = f"import importers, sys; sys.exit(str([m for m in {heavy} if m in sys.modules] or 0))"
    ran = subprocess.run(
        [sys.executable, "-c", check], cwd=Path(__file__).parents[2], capture_output=True, text=True
    )
    assert ran.stderr.strip() == "0"
