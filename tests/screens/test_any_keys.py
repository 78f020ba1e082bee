"""Whatever is pressed: never a crash, nothing lost, and every screen can be left by keys."""

import asyncio
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from annotator.app import AnnotatorApp
from annotator.keys import commands
from db import readings
from db.codebook import file as codebook_file
from db.codebook.keys import CODE_KEYS
from db.coding import Coding
from db.journal import faults
from db.releases import store
from db.states import EMPTY
from db.study import Study
from tests.conftest import TEXTS, release

ANY = [
    *sorted(CODE_KEYS),
    *(
        command.keys.split(",")[0]
        for screen in ("coding", "list", "link", "case", "details", "help", "report", "aside")
        for command in commands(screen)
        if command.id not in ("coding.quit",)
    ),
    "enter",
    "escape",
    "backspace",
    "x",
    "e",
    ".",
    "=",
]


@pytest.mark.slow
@given(keys=st.lists(st.sampled_from(ANY), min_size=20, max_size=40))
@settings(
    max_examples=5,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink takes minutes
    suppress_health_check=list(HealthCheck),
)
def test_any_keys_at_all(tmp_path_factory: pytest.TempPathFactory, keys: list[str]) -> None:
    asyncio.run(press(tmp_path_factory.mktemp("keys") / "study.db", keys))


async def press(path: Path, keys: list[str]) -> None:
    with Study.create(path, codebook_file.default(), coder="ann") as study:
        store(study, [release(n, *text) for n, text in enumerate(TEXTS, start=1)], source="x")
        app = AnnotatorApp(study, readings.choose(study))
        async with app.run_test(size=(80, 24)) as pilot:
            for key in keys:
                await pilot.press(key)
            for _ in range(6):
                await pilot.press("escape")
            assert app.screen.name == "coding", "a screen could not be left by Esc"
        assert list(faults(study)) == []
        coding = Coding(study, readings.choose(study))
        while coding.undo():
            pass
        assert all(coding.state(number) == EMPTY for number in range(1, 6))
        assert list(faults(study)) == []
