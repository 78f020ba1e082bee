"""`annotator keys --test`: each key is named with what it does, and leaving ends well."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.config import THEMES, Config
from annotator.key_test import SWALLOWED, KeyTest
from tests.screens.looking import shown


@pytest.mark.parametrize("theme", THEMES)
async def test_it_starts_in_every_theme_and_names_what_was_pressed(theme: str) -> None:
    app = KeyTest(Config(theme=theme, keys={"coding.flag": "dollar_sign"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "press any key; Ctrl-C ends" in shown(app)
        for key in ("]", "escape", "tab", "q", "$", "1", "f"):
            await pilot.press(key)
        lines = shown(app).splitlines()
        assert lines[7].split() == ["right_square_bracket", "Next"]
        assert lines[6].split() == ["escape", "All", "releases"]
        assert lines[5].split() == ["tab", "Mentions", "only"]
        assert lines[4].split() == ["q", "Quit"]
        assert lines[3].split() == ["dollar_sign", "Flag"]
        assert lines[2].split()[:3] == ["1", "a", "code,"]
        assert lines[1].split() == ["f", "nothing"]
        left = " ".join(lines[-2:])
        assert "not yet seen: →" in left and "Ctrl-P" in left and " ] " not in left
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert not app.is_running and app.return_code == 0


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 45)])
async def test_what_may_never_arrive_stays_and_is_whole(size: tuple[int, int]) -> None:
    app = KeyTest(Config())
    async with app.run_test(size=size) as pilot:
        for keys in ((), ("j", "k")):
            await pilot.press(*keys)
            await pilot.pause()
            told = " ".join(shown(app).split())
            for key, why in SWALLOWED.items():
                assert f"{key} {why}" in told
            assert "not yet seen" in told
        assert shown(app).splitlines()[1].split() == ["k", "Up"]


def test_it_runs_in_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "annotator", "keys", "--test"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={
            **os.environ,
            "TERM": "xterm-256color",
            "COLUMNS": "80",
            "LINES": "24",
            "XDG_CONFIG_HOME": str(tmp_path),
        },
        cwd=Path(__file__).parents[1],
    )
    os.close(theirs)
    try:
        read_until(ours, b"press any key")
        os.write(ours, b"]")
        read_until(ours, b"right_square_bracket")
        os.write(ours, b"\x03")
        read_until(ours, b"")
        assert program.wait(60) == 0
    finally:
        program.kill()
        os.close(ours)


def read_until(terminal: int, words: bytes) -> None:
    """Read what the program draws until those words stand there; b"" until it has ended."""
    drawn = b""
    while not words or words not in drawn:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, drawn
        try:
            drawn += os.read(terminal, 65536)
        except OSError:  # the other end is closed
            assert not words, drawn
            return
