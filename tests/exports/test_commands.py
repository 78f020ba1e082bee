"""`annotator export` and `annotator load-codes` as a person or script runs them."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.__main__ import main
from db import readings
from db.coding import Coding
from db.study import Study
from exports.catalogue import TABLES


@dataclass(frozen=True)
class Ran:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as exit_:
            main([str(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Ran(int(exit_.value.code or 0), out.decode(), err.decode())

    return run


@pytest.fixture
def path(study: Study, coding: Coding) -> Path:
    """A study with a case in it."""
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "undercover")
    return study.path


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_every_table_goes_to_the_standard_output(
    run: Run, path: Path, table: str, format_: str
) -> None:
    ran = run("export", path, table, "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert len(lines) > 1 or (format_ == "jsonl" and lines)
    if format_ == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in lines)
    else:
        assert len({len(row) for row in csv.reader(io.StringIO(ran.out))}) == 1


def test_the_ending_of_the_file_names_the_format(run: Run, path: Path, tmp_path: Path) -> None:
    for name, start in (("a.csv", b"release,"), ("b.jsonl", b"{"), ("c.NDJSON", b"{")):
        ran = run("export", path, "codes", "-o", tmp_path / name)
        assert (ran.code, ran.out) == (0, "")
        assert name in ran.err
        assert (tmp_path / name).read_bytes().startswith(start)
    assert run("export", path, "codes", "-o", "-").out.startswith("release,")


@pytest.mark.parametrize(
    "arguments",
    [
        ["codes", "-o", "codes.pdf"],
        ["code"],
        ["codes", "--text"],
        ["journal", "--coder", "ann"],
        ["codes", "--excel", "--format", "jsonl"],
    ],
)
def test_a_wrong_call_is_told_from_a_failure(run: Run, path: Path, arguments: list[str]) -> None:
    ran = run("export", path, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert not Path("codes.pdf").exists()


def test_an_export_that_fails_leaves_the_file_that_was_there(
    run: Run, path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "codes.csv"
    target.write_text("old")
    ran = run("export", path, "codes", "-o", target, "--coder", "nobody")
    assert ran.code == 1
    assert "no reading of nobody" in ran.err
    ran = run("export", path, "codes", "-o", path, "--format", "csv")
    assert ran.code == 1
    assert "is the study itself" in ran.err
    assert target.read_text() == "old"
    assert sorted(p.suffix for p in tmp_path.iterdir() if "-" not in p.suffix) == [".csv", ".db"]


def test_edited_codes_come_back(run: Run, study: Study, path: Path, tmp_path: Path) -> None:
    table = tmp_path / "codes.csv"
    run("export", path, "codes", "-o", table, "--excel")
    ran = run("load-codes", path, table)
    assert ran.code == 0
    assert "Nothing to change" in ran.err
    table.write_text(table.read_text(encoding="utf-8-sig").replace("fraud", "gang"))
    ran = run("load-codes", path, table, "--dry-run")
    assert ran.out == "uid-1: category: “fraud” → “gang”\n"
    assert "1 release would change" in ran.err
    ran = run("load-codes", path, table)
    assert (ran.code, ran.out) == (0, "")
    assert "1 release changed for ann, pass 1; 4 as before." in ran.err
    coding = Coding(study, readings.main_reading(study))
    assert coding.state(1).value("category") == "gang"


def test_a_refused_table_fails_with_its_faults_on_stderr(
    run: Run, path: Path, tmp_path: Path
) -> None:
    table = tmp_path / "codes.csv"
    table.write_text("release,category\nuid-1,frauds\nuid-2,x\n")
    ran = run("load-codes", path, table)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        "annotator: codes.csv: nothing was loaded, because of 2 faults:\nline 2"
    )
    assert run("load-codes", path, tmp_path / "none.csv").code == 1


def test_the_reader_of_a_pipe_may_leave_early(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "annotator", "export", str(path), "codebook"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""


def test_neither_command_loads_what_it_does_not_need() -> None:
    code = (
        "import sys; import annotator.commands.export, annotator.commands.load_codes;"
        "print([m for m in ('textual', 'rich', 'sqlite_utils', 'requests') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
