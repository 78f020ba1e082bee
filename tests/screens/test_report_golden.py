"""The pages of the report as they are seen, kept as text beside this file.

    GOLDEN=renew pytest tests/screens/test_report_golden.py

writes them anew; look at the difference before it is kept.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from annotator.app import AnnotatorApp
from db import readings
from db.codebook import file as codebook_file
from db.study import Study
from tests.report_samples import SECOND, code_at_random, study_of
from tests.screens.looking import shown

GOLDEN = Path(__file__).parent / "golden"
BOOKS = {"default": codebook_file.default(), "second": SECOND}


@pytest.fixture(scope="module", params=BOOKS)
def study(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Study]]:
    path = tmp_path_factory.mktemp("golden") / "s.db"
    with study_of(path, BOOKS[request.param], releases=200) as made:
        code_at_random(made, readings.choose(made), Random(7))
        yield request.param, made


@pytest.mark.parametrize(("width", "height"), [(80, 24), (140, 45)])
async def test_every_page_looks_as_it_was_left(
    study: tuple[str, Study], width: int, height: int
) -> None:
    name, made = study
    app = AnnotatorApp(made, readings.choose(made), start="report")
    pages = []
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        for key in "1234567":
            await pilot.press(key)
            pages.append(shown(app))
    seen = ("\n" + "=" * width + "\n").join(pages) + "\n"
    file = GOLDEN / f"report-{name}-{width}x{height}.txt"
    if os.environ.get("GOLDEN") == "renew":
        file.write_text(seen, encoding="utf-8")
    assert seen == file.read_text(encoding="utf-8"), f"{file} differs: see the docstring above"
