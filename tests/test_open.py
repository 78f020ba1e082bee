"""Which reading a study is opened in, and that the screen says so."""

import pytest

from annotator import app as application
from annotator.app import AnnotatorApp
from db import readings
from db.coding import Coding
from db.study import Study
from tests.screens.looking import rows


@pytest.mark.parametrize(
    ("coder", "number", "opened"),
    [
        (None, 1, ("ann", 1)),
        (None, 2, ("ann", 2)),
        ("ann", 2, ("ann", 2)),
        ("bob", 1, ("bob", 1)),
        ("bob", 2, ("bob", 2)),
    ],
)
def test_a_pass_is_opened_as_asked_for(
    study: Study,
    monkeypatch: pytest.MonkeyPatch,
    coder: str | None,
    number: int,
    opened: tuple[str, int],
) -> None:
    seen: list[readings.Reading] = []
    monkeypatch.setattr(application.AnnotatorApp, "run", lambda app, **_: seen.append(app.reading))
    Coding(study, readings.choose(study)).exclude(1, "other")
    assert study.path is not None
    application.run(study.path, coder=coder, number=number)
    assert [(one.coder, one.number) for one in seen] == [opened]


@pytest.mark.parametrize("width", [80, 140])
async def test_a_reading_that_is_not_the_first_is_named(study: Study, width: int) -> None:
    first = readings.choose(study)
    Coding(study, first).exclude(1, "other")
    second = readings.reading(study, "ann", 2)
    for reading, named in ((first, False), (second, True)):
        app = AnnotatorApp(study, reading)
        async with app.run_test(size=(width, 24)) as pilot:
            await pilot.pause()
            head = rows(app)[0]
            assert ("ann, pass 2" in head) == named
            assert f"{'1' if named else '2'}/5" in head and "⚑  0" in head


async def test_codes_of_a_second_pass_leave_the_first_as_it_is(study: Study) -> None:
    first = readings.choose(study)
    Coding(study, first).exclude(1, "other")
    app = AnnotatorApp(study, readings.reading(study, "ann", 2))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "1")
    assert Coding(study, first).state(1).exclusion == "other"
    assert Coding(study, app.reading).state(1).exclusion == "not-a-crime"
