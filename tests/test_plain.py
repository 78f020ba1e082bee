"""Words from outside do no harm on a terminal, whatever prints them."""

import sqlite3
from pathlib import Path

import pytest

from annotator.__main__ import main
from annotator.plain import harmless
from annotator.report.pieces import plain
from db.coding import Coding
from db.records import Reject
from db.releases import store
from db.study import Study

EVIL = "\x1b]0;pwned\x07\x9b2J\r\n\u202e\u061c\u200b\ufeff\u2060\U000e0041\u2028"


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


def test_every_unsafe_sign_takes_a_dot_and_nothing_else_does() -> None:
    assert set(harmless("".join(sign for sign in EVIL if not sign.isprintable()))) == {"·"}
    assert len(harmless(EVIL)) == len(EVIL)
    text = "José’s “Facebook” – 日本 👩\u200d👧 e\u0301 \xa0 \u3000"
    assert harmless(text) == text


def test_the_report_as_text_has_the_same_rule() -> None:
    assert plain([[(f"x{EVIL}\xa0x", "")]]) == f"x{harmless(EVIL)} x"


@pytest.mark.parametrize(
    "command",
    [
        ("log", "STUDY"),
        ("log", "STUDY", "--release", f"u{EVIL}"),
        ("log", "STUDY", "--release", f"none{EVIL}"),
        ("cases", "show", "STUDY", "uid-2"),
        ("cases", "show", "STUDY", f"none{EVIL}"),
        ("cases", "candidates", "STUDY"),
        ("cases", "link-exact", "STUDY", "--dry-run"),
        ("runs", "STUDY"),
        ("import", "STUDY", "--rejects"),
    ],
)
def test_no_command_prints_signs_that_a_terminal_obeys(
    study: Study,
    coding: Coding,
    command: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    coding.memo(1, "a note")
    coding.link(2, 1, "update")
    store(study, [Reject(f"f{EVIL}", 3, "no date", f"T{EVIL}")], source=f"here{EVIL}")
    _spoil(study.connection)
    with pytest.raises(SystemExit):
        main([str(study.path) if word == "STUDY" else word for word in command])
    told = capsys.readouterr()
    assert told.out + told.err
    assert all(line.isprintable() for line in (told.out + told.err).split("\n"))


def _spoil(connection: sqlite3.Connection) -> None:
    """Give releases what an older program let in; the third repeats the fourth."""
    connection.execute("update releases set uid = ?, title = ? where id = 1", (f"u{EVIL}", EVIL))
    connection.execute("update releases set uid = ?, title = ? where id = 3", (f"v{EVIL}", EVIL))
    connection.execute("update releases set title = ? where id = 4", (EVIL,))
    connection.execute(
        "update texts set text = (select text from texts where release_id = 4) where release_id = 3"
    )
    connection.commit()
