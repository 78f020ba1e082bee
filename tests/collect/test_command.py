"""`annotator collect` and `annotator runs` as a person meets them."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from annotator.__main__ import main
from db.study import Study
from tests.collect.conftest import stored
from tests.collect.standin import StandIn, item, status

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


def test_a_collection_and_its_summary(
    standin: StandIn, host: str, blank: Study, capsys: pytest.CaptureFixture[str]
) -> None:
    standin.items = [item(n, names=n % 2 == 0) for n in range(1, 121)]
    options = ("--base-url", f"{host}/api/v1", "--rate", "99999")
    assert run("collect", blank.path, *options, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "2013-01-01 … 2019-12-31" in said and "5 for all pages" in said
    assert stored(blank) == []
    assert run("collect", blank.path, *options) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "60  releases new in the study" in captured.err
    assert "page 1/3" in captured.err and "annotator code" in captured.err
    assert run("collect", blank.path, *options, "--json") == 0
    counts = json.loads(capsys.readouterr().out)
    assert (counts["new"], counts["unchanged"], counts["complete"]) == (0, 120, True)
    assert run("collect", blank.path, *options, "--dry-run") == 0
    assert "120 releases are known" in capsys.readouterr().out
    assert run("collect", blank.path, *options, "--full", "--json") == 0
    assert json.loads(capsys.readouterr().out)["new"] == 0
    assert run("runs", blank.path) == 0
    assert "60 new" in capsys.readouterr().out
    assert run("runs", blank.path, "--json") == 0
    log = json.loads(capsys.readouterr().out)
    assert [entry["kind"] for entry in log] == ["collect"] * 3
    assert log[0]["counts"]["requests"] == 5


def test_rejects_have_an_exit_code_of_their_own(
    standin: StandIn, host: str, blank: Study, capsys: pytest.CaptureFixture[str]
) -> None:
    standin.items = [item(1)]
    standin.items[0].date = "never"
    assert run("collect", blank.path, "--base-url", f"{host}/api/v1/", "--rate", "9999") == 3
    assert "--rejects" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--since", "2018-02-30"], "no day of the calendar"),
        (["--since", "2019-01-01", "--until", "2018-01-01"], "is after"),
        (["--since", "2999-01-01", "--until", "2999-02-01"], "in the future"),
        (["--rate", "0"], "above 0"),
        (["--rate", "nan"], "above 0"),
        (["--rate", "5"], "at most 4 requests"),
        (["--base-url", "justice.gov/api"], "no address of the web"),
        (["--base-url", "https://[x/api"], "no address of the web"),
        (["--contact", "a\nb"], "--contact"),
        (["--listing", "x"], "no address of the web"),
        (["--listing", "https://x.org/", "--urls", "x"], "exclude each other"),
    ],
)
def test_wrong_usage_is_a_sentence(
    blank: Study, options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("collect", blank.path, *options) == 2
    assert says in capsys.readouterr().err


def test_failures_are_sentences(
    standin: StandIn,
    host: str,
    blank: Study,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("collect", tmp_path / "absent.db") == 1
    assert "does not exist" in capsys.readouterr().err
    fast = ("--rate", "9999", "--base-url")
    assert run("collect", blank.path, *fast, "http://127.0.0.1:1/api/") == 1
    assert "Connection refused; tried 3 times. Check the address" in capsys.readouterr().err
    standin.faults.append(status(404))
    assert run("collect", blank.path, *fast, f"{host}/api/v1/") == 1
    assert "is no press-release API" in capsys.readouterr().err
    assert run("runs", tmp_path / "absent.db") == 1


def test_an_empty_log_says_what_to_do(blank: Study, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("runs", blank.path) == 0
    assert "annotator collect" in capsys.readouterr().err


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_a_kill_loses_nothing_stored_and_the_next_call_goes_on(
    standin: StandIn,
    host: str,
    blank: Study,
    kill: signal.Signals,
    capsys: pytest.CaptureFixture[str],
) -> None:
    standin.items = [item(n) for n in range(1, 2001)]
    killed = threading.Event()
    standin.before_page = lambda page: page < 20 or killed.wait(30)
    command = [sys.executable, "-m", "annotator", "collect", str(blank.path)]
    command += ["--base-url", f"{host}/api/v1/", "--rate", "9999"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    while len(stored(blank)) < 300 and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(kill)
    _, said = process.communicate(timeout=20)
    killed.set()
    before = len(stored(blank))
    assert 300 <= before < 2000 and before % 50 == 0
    assert "Traceback" not in said
    assert process.returncode == (1 if kill == signal.SIGINT else -signal.SIGKILL)
    again = ("--base-url", f"{host}/api/v1/", "--rate", "9999", "--json")
    assert run("collect", blank.path, *again) == 0
    assert len(stored(blank)) == 2000
    # The run's own count: a request of the killed one may reach the stand-in only now.
    assert json.loads(capsys.readouterr().out)["requests"] <= (2000 - before) // 50 + 3


def test_asking_for_help_loads_nothing_dear() -> None:
    code = (
        "import sys, annotator.commands.collect, annotator.commands.runs;"
        "print([m for m in ('requests', 'selectolax', 'sqlite3', 'textual') if m in sys.modules])"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert said.stdout.strip() == "[]"
