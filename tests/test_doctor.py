"""`annotator doctor`: sees what is wrong, mends what can be mended, and makes sound copies."""

import fcntl
import json
import os
import pty
import shutil
import sqlite3
import struct
import subprocess
import sys
import termios
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from annotator.__main__ import main
from annotator.terminal_check import terminal
from db import backup as backups
from db import health_disk, readings
from db.backup import backup
from db.coding import Coding
from db.errors import StudyError
from db.health import Check, examine
from db.journal import faults
from db.rebuild import rebuild
from db.records import Reject
from db.releases import store
from db.states import Change, Evidence
from db.study import Study


@pytest.fixture
def coded(coding: Coding) -> Study:
    """A study with some of everything that can be decided, in two readings, some of it undone."""
    coding.code(1, "category", "child-exploitation")
    coding.code(1, "mode", "images")
    coding.code(1, "origin", "ongoing")
    coding.add_example(1, suspects=2)
    coding.exclude(2, "other")
    coding.link(5, 3, "update")
    coding.flag(4)
    coding.memo(4, "who is it?")
    coding.evidence(4, Evidence("origin", 0, 7, "Remarks"))
    second = Coding(coding.study, readings.reading(coding.study, "bea"))
    second.code(1, "category", "fraud")
    second.skip(2)
    coding.undo()
    coding.undo()
    return coding.study


def found(study: Study) -> dict[str, Check]:
    return {check.name: check for check in examine(study)}


def wrong(study: Study) -> set[str]:
    return {name for name, check in found(study).items() if check.status == "fault"}


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        main(["doctor", *map(str, arguments)])
    said = capsys.readouterr()
    assert isinstance(left.value.code, int)
    return left.value.code, said.out, said.err


# What is found


def test_a_sound_study_is_sound(coded: Study, capsys: pytest.CaptureFixture[str]) -> None:
    before = list(coded.connection.iterdump())
    code, out, err = run(capsys, coded.path)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 14
    assert all(line.startswith(("ok    ", "note  ")) for line in lines)
    assert list(coded.connection.iterdump()) == before


def test_a_case_without_a_lead_is_seen(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Coding, "_check_leads", lambda *_: None)  # as an earlier version let it be
    for lead, member in ((1, 2), (3, 4)):
        coding.link(member, lead, "update")
    assert found(coding.study)["cases"].status == "ok"
    coding.exclude(1, "other")
    before = coding.state(3)
    coding.record("load", [Change(3, before, replace(before, lead=5, relation="update"))])
    check = found(coding.study)["cases"]
    assert check.status == "fault"
    assert check.details == (
        "reading of ann, pass 1: uid-1 is excluded",
        "reading of ann, pass 1: uid-3 is linked",
    )
    coding.unlink(2)
    coding.unlink(4)
    assert found(coding.study)["cases"].status == "ok"


DAMAGE = {
    "a state": ("update states set snapshot = '{}' where release_id = 1", "journal"),
    "a status": ("update states set status = 'coded' where release_id = 2", "journal"),
    "a day": ("update states set published = '1999-01-01', quarter = '1999-Q1'", "queue"),
    "a coding": ("update codings set code = 'fraud' where field = 'category'", "journal"),
    "an example": ("delete from examples where number = 2", "journal"),
    "a tally": ("update tallies set count = count + 1 where name = 'coded'", "journal"),
    "no tallies": ("delete from tallies", "journal"),
    "undo": ("delete from undo_line where position = 1", "journal"),
    "where undo stands": ("update readings set undo_position = 1", "journal"),
    "a mention": ("delete from mentions where release_id = 1", "mentions"),
    "furniture": ("update mentions set furniture = 1 where release_id = 3", "mentions"),
    "a count of mentions": ("update releases set mentions = 7 where id = 2", "mentions"),
    "what is counted": ("update states set kind_id = null where release_id = 1", "journal"),
    "whose it is": ("delete from offices", "journal"),
    "a tally of the report": ("update report_tallies set count = count + 1", "journal"),
    "a platform": ("update releases set platforms = '[]' where id = 1", "journal"),
    "the text index": (
        "insert into search (search, rowid, title, text)"
        " select 'delete', id, title, text from searchable where id = 3",
        "text index",
    ),
    "a text": ("update texts set text = text || ' by night' where release_id = 4", "text index"),
    "who is queued": ("update releases set queued = 0 where id = 1", "queue"),
    "the queue": ("delete from states where release_id = 4 and reading_id = 2", "queue"),
}
"""What can be mended: a statement, and the check that must notice."""


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_is_seen_and_mended_from_texts_and_journal(coded: Study, what: str) -> None:
    def kept() -> list[list[tuple[object, ...]]]:
        tables = "journal codings examples states tallies undo_line readings mentions releases"
        tables += " texts" * (what != "a text")
        return [
            sorted(
                tuple(v for k, v in dict(row).items() if k not in ("kind_id", "office_id"))
                for row in coded.connection.execute(f"select * from {table}")
            )
            for table in tables.split()
        ]

    before = kept()
    statement, check = DAMAGE[what]
    coded.connection.execute(statement)
    assert wrong(coded) >= {check}
    rebuild(coded)
    assert wrong(coded) == set()
    assert kept() == before


def test_an_index_that_lost_a_row_is_seen_and_mended(coded: Study) -> None:
    connection = coded.connection
    index = "from sqlite_master where name = 'earlier_by_release'"
    row = tuple(connection.execute(f"select * {index}").fetchone())
    connection.execute("pragma writable_schema = on")
    connection.execute(f"delete {index}")
    coded.close()
    with Study.open(coded.path) as opened:
        opened.connection.execute(
            "insert into earlier_texts values (1, 1, 'x', 'x', 'x', x'', null, 1)"
        )
        opened.connection.execute("pragma writable_schema = on")
        opened.connection.execute("insert into sqlite_master values (?, ?, ?, ?, ?)", row)
    with Study.open(coded.path) as opened:
        assert "missing from index" in found(opened)["file"].details[0]
        assert "--repair" in found(opened)["file"].text
        rebuild(opened)
        assert wrong(opened) == set()


def test_a_journal_with_a_gap_is_seen_and_nothing_is_made_from_it(coded: Study) -> None:
    coded.connection.execute("delete from journal where step = 2")
    before = list(coded.connection.iterdump())
    check = found(coded)["journal"]
    assert "does not follow" in check.details[0] and "backup" in check.text
    with pytest.raises(StudyError, match="the journal is damaged"):
        rebuild(coded)
    assert list(coded.connection.iterdump()) == before


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("update journal set release_id = 99 where step = 1", "references"),
        ("update codebooks set toml = replace(toml, 'Fraud', 'Frauds')", "codebook"),
        ("update codebooks set toml = 'title ='", "mentions"),
        ("delete from facts where name = 'codebook'", "journal"),
    ],
)
def test_damage_that_only_a_backup_heals_is_seen(coded: Study, statement: str, check: str) -> None:
    coded.connection.execute("pragma foreign_keys = off")
    coded.connection.execute(statement)
    with Study.open(coded.path) as opened:
        assert check in wrong(opened)


def test_a_damaged_page_is_a_sentence(coded: Study, capsys: pytest.CaptureFixture[str]) -> None:
    coded.connection.execute("pragma wal_checkpoint(truncate)")
    (page,) = coded.connection.execute(
        "select rootpage from sqlite_master where name = 'journal'"
    ).fetchone()
    (size,) = coded.connection.execute("pragma page_size").fetchone()
    coded.close()
    with coded.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    code, out, _ = run(capsys, coded.path)
    assert code == 1
    assert "!!    file" in out
    assert "!!    journal      cannot be checked" in out


def test_rejects_and_broken_runs_are_told_of_and_are_no_fault(coded: Study) -> None:
    store(coded, [Reject("old.csv", 3, "no title", "")], source="old.csv")
    coded.connection.execute("update runs set finished_at = null where id = 1")
    checks = found(coded)
    assert (checks["rejects"].status, checks["runs"].status) == ("note", "note")
    assert "1 kept" in checks["rejects"].text
    assert "import of here" in checks["runs"].details[0]
    assert wrong(coded) == set()


def test_of_many_findings_the_first_are_listed_and_the_rest_counted(coded: Study) -> None:
    coded.connection.execute("update states set skips = skips + 1")
    details = found(coded)["journal"].details
    assert len(details) == 6 and details[-1] == "and 5 more"


# The place


def test_a_full_disk_and_a_large_log_are_seen(
    coded: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert health_disk.log(coded.path).status == "ok"
    size = coded.path.stat().st_size
    monkeypatch.setattr(health_disk, "LEAST_FREE", 10)
    seen = []
    for free in (size, size - 1, 9):
        usage = SimpleNamespace(free=free)
        monkeypatch.setattr(shutil, "disk_usage", lambda _, usage=usage: usage)
        seen.append(health_disk.disk(coded.path).status)
    assert seen == ["ok", "note", "fault"]
    monkeypatch.setattr(health_disk, "LARGE_LOG", 10)
    assert health_disk.log(coded.path).status == "note"


def test_a_network_drive_is_told_of(tmp_path: Path) -> None:
    mounts, folder = tmp_path / "mounts", tmp_path / "my study"
    folder.mkdir()
    place = str(folder.resolve()).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nhost:/home {place} nfs4 rw 0 0\n")
    assert health_disk.file_system(folder / "s.db", mounts).status == "note"
    assert health_disk.file_system(tmp_path / "s.db", mounts).status == "ok"
    assert health_disk.file_system(folder / "s.db", tmp_path / "none").status == "ok"


def in_terminal(columns: int, rows: int, **environ: str) -> list[str]:
    """The lines of the terminal's check, run in one of that size."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    program = "from annotator.terminal_check import terminal; print(ascii(terminal()))"
    subprocess.run(
        [sys.executable, "-c", program],
        stdout=theirs,
        env={"PATH": os.environ["PATH"], "TERM": "xterm", **environ},
        cwd=Path(__file__).parents[1],
        check=True,
    )
    os.close(theirs)
    return os.read(ours, 10_000).decode(errors="replace").splitlines()


@pytest.mark.parametrize(
    ("columns", "environ", "status", "words"),
    [
        (80, {"LANG": "en_US.UTF-8"}, "ok", "xterm, 80\\xd724, utf-8"),
        (79, {"LC_ALL": "C.UTF-8"}, "fault", "the window is 79\\xd724"),
        (80, {"TERM": "dumb"}, "fault", "kind of terminal"),
        (80, {"LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "1"}, "fault", "not UTF-8"),
        (80, {"PYTHONIOENCODING": "ascii"}, "fault", "not UTF-8"),
    ],
)
def test_the_terminal_is_looked_at(
    columns: int, environ: dict[str, str], status: str, words: str
) -> None:
    (line, *_) = in_terminal(columns, 24, **environ)
    assert f"status='{status}'" in line and words in line


def test_an_encoding_too_poor_is_no_reason_to_die(coded: Study) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "doctor", coded.path],
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "latin-1"},
        cwd=Path(__file__).parents[1],
        capture_output=True,
    )
    assert done.returncode == 0 and b"sound: ?Child exploitation" in done.stdout


def test_without_a_terminal_nothing_is_said_of_it() -> None:
    assert terminal().status == "note"


# Backups


def test_a_backup_is_whole_while_another_sitting_codes(coded: Study, tmp_path: Path) -> None:
    target, before = tmp_path / "copy.db", list(coded.connection.iterdump())
    with Study.open(coded.path) as other, other.transaction() as connection:
        connection.execute("delete from codings")
        assert backup(coded, target).decisions == 13
    with Study.open(target) as copy:
        assert wrong(copy) == set()
        assert list(copy.connection.iterdump()) == before
        coding = Coding(copy, readings.choose(copy))
        while coding.undo():
            pass
        assert list(faults(copy)) == []
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.db"]


def test_a_backup_never_replaces_a_file(coded: Study, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("mine")
    for path in (target, coded.path):
        with pytest.raises(StudyError, match="exists already"):
            backup(coded, path)
    assert target.read_text() == "mine"
    with pytest.raises(StudyError, match="make it first"):
        backup(coded, tmp_path / "no" / "copy.db")


def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refused)


@pytest.mark.parametrize("links", [True, False])
def test_a_backup_made_meanwhile_is_not_replaced(
    coded: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        without_links(monkeypatch)
    target = tmp_path / "copy.db"
    copy = backups._copy

    def slow(study: Study, draft: Path) -> None:
        copy(study, draft)
        target.write_text("mine")

    monkeypatch.setattr(backups, "_copy", slow)
    with pytest.raises(StudyError, match="cannot be made"):
        backup(coded, target)
    assert target.read_text() == "mine"
    assert not list(tmp_path.glob(".copy*"))


def test_a_backup_works_where_there_are_no_links(
    coded: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    made = backup(coded, tmp_path / "copy.db")
    assert (made.releases, made.size) == (5, (tmp_path / "copy.db").stat().st_size)


@pytest.mark.parametrize("error", [OSError("disk full"), sqlite3.OperationalError("disk full")])
def test_a_backup_that_fails_leaves_nothing_behind(
    coded: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def full(_: Study, draft: Path) -> None:
        draft.write_bytes(b"half")
        raise error

    monkeypatch.setattr(backups, "_copy", full)
    with pytest.raises(StudyError, match="disk full"):
        backup(coded, tmp_path / "copy.db")
    assert not list(tmp_path.glob("*copy*"))


def test_a_copy_that_lacks_something_is_not_kept(
    coded: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backups._copy

    def lossy(study: Study, draft: Path) -> None:
        copy(study, draft)
        with sqlite3.connect(draft) as connection:
            connection.execute("delete from journal where step = 1")
        connection.close()

    monkeypatch.setattr(backups, "_copy", lossy)
    with pytest.raises(StudyError, match="does not hold what the study holds"):
        backup(coded, tmp_path / "copy.db")
    assert not list(tmp_path.glob("*copy*"))


# The command


def test_repair_wants_a_backup_and_then_mends(
    coded: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded.connection.execute("delete from tallies")
    code, out, err = run(capsys, coded.path)
    assert code == 1
    assert f"annotator doctor {coded.path} --repair --backup FILE" in out
    assert "1 of 14 checks found something wrong." in err
    assert run(capsys, coded.path, "--repair")[0] == 2
    copy = tmp_path / "copy.db"
    code, out, _ = run(capsys, coded.path, "--repair", "--backup", copy)
    assert code == 0 and "ok    backup" in out
    assert run(capsys, copy)[0] == 1  # the copy is of the study as it was


def test_scripts_get_json(coded: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.db"
    code, out, err = run(capsys, coded.path, "--json", "--backup", copy)
    report = json.loads(out)
    assert (code, err) == (0, "")
    assert report["ok"] is True and report["backup"]["path"] == str(copy)
    assert {check["name"] for check in report["checks"]} >= {"file", "journal", "terminal"}
    coded.connection.execute("delete from tallies")
    code, out, _ = run(capsys, coded.path, "--json")
    assert code == 1
    journal = next(c for c in json.loads(out)["checks"] if c["name"] == "journal")
    assert journal["status"] == "fault" and journal["details"]


def test_what_is_no_study_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.db").write_text("no database" * 100)
    code, _, err = run(capsys, tmp_path / "x.db")
    assert code == 1 and "is no study" in err
