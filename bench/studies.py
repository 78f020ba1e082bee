"""Studies to measure on, made by the program itself, and its commands run with their cost."""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import synthetic

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "bench"
"""Programs to compare with that are not part of the repository."""
PYTHON = sys.executable
ANNOTATOR = [PYTHON, "-m", "annotator"]

_COUNTING = ("child-exploitation", "fraud", "drugs", "threats", "not-used")
_MODES = ("images", "grooming", "trafficking")
_ORIGINS = ("public-tip", "undercover", "ongoing", "cyber-tip-platform", "not-stated")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    seconds: float
    cpu: float
    """Seconds of processor time, user and system."""
    peak_mb: float


@contextmanager
def workspace() -> Iterator[Path]:
    """A folder that is gone afterwards, also the home of the programs that are run."""
    with tempfile.TemporaryDirectory(prefix="annotator-bench-") as folder:
        yield Path(folder)


def environment(home: Path) -> dict[str, str]:
    """This checkout's program, and a home in which nobody's settings are.

    Python may keep what it has compiled, as it does wherever the program is installed.
    """
    without = ("XDG_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(without)}
    return {**kept, "PYTHONPATH": str(ROOT), "HOME": str(home), "ANNOTATOR_CODER": "bench"}


def run(*arguments: str | Path, home: Path, program: list[str] = ANNOTATOR) -> Cost:
    """Run a command of the program and say what it took.

    Raises:
        SystemExit: it failed; with what it said.
    """
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [*program, *map(str, arguments)],
            env=environment(home),
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{arguments[0]}: {said.read().decode()}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def records(count: int) -> Path:
    """That many releases as JSON lines; kept between runs, being the same every time."""
    folder = Path(tempfile.gettempdir()) / "annotator-bench-releases"
    folder.mkdir(exist_ok=True)
    return synthetic.write(count, folder / f"{count}.jsonl")


def make(folder: Path, count: int) -> Path:
    """A study of that many uncoded releases."""
    study = folder / f"study-{count}.db"
    run("new", study, home=folder)
    run("import", study, records(count), home=folder)
    return study


def code(study: Path, folder: Path) -> Cost:
    """Decide on every release, through `load-codes`."""
    from db.study import Study

    table, random = folder / "codes.csv", Random(7)
    with Study.open(study) as opened, table.open("w", newline="", encoding="utf-8") as file:
        rows = opened.connection.execute("select uid from releases order by id")
        writer = csv.writer(file)
        writer.writerow(["release", "exclusion", "category", "mode", "origin"])
        writer.writerows([row["uid"], *_decision(random)] for row in rows)
    return run("load-codes", study, table, home=folder)


def _decision(random: Random) -> tuple[str, str, str, str]:
    if random.random() < 0.2:
        return "not-a-crime", "", "", ""
    category = random.choices(_COUNTING, (45, 15, 10, 10, 20))[0]
    mode = random.choice(_MODES) if category == "child-exploitation" else ""
    return "", category, mode, random.choice(_ORIGINS)


sys.path.insert(0, str(ROOT))  # for a checkout that is not installed
