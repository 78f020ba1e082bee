"""The screens of the practice study, whole, at both sizes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app import AnnotatorApp
from annotator.demo.making import make
from db import readings
from db.study import Study
from tests.screens import golden
from tests.screens.looking import shown

SIZES = [(80, 24), (140, 45)]
SCREENS = {
    "first": [],
    "half-coded": ["1", "g"],
    "excluding": ["x"],
    "mentions": ["tab"],
    "examples": ["1", "i", "e", "a", "1", "g", "e"],
    "list": ["l"],
    "help": ["question_mark"],
    "repeat": ["3", "p", "."],
}


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "practice.db"
    make(path, coder="ann")
    return path


@pytest.fixture
def study(practice: Path, tmp_path: Path) -> Iterator[Study]:
    copy = tmp_path / "study.db"
    copy.write_bytes(practice.read_bytes())
    with Study.open(copy) as opened:
        yield opened


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was(study: Study, name: str, size: tuple[int, int]) -> None:
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*SCREENS[name])
        await pilot.pause()
        golden.check(f"{name}-{size[0]}x{size[1]}", shown(app))
