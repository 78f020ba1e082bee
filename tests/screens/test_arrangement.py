"""Whatever the terminal and the codebook, every label can be read, or it is said that there are
more.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.geometry import Size

from annotator.app import AnnotatorApp
from annotator.screens.coding import CodingScreen
from annotator.screens.coding_lines import prompt_line
from annotator.widgets.arrangement import arrange
from db import readings
from db.codebook import Codebook
from db.codebook import file as codebook_file
from db.releases import store
from db.study import Study
from tests.conftest import TEXTS, release
from tests.screens.looking import rows, shown

ROOMY = [(80, 24), (99, 24), (100, 24), (100, 30), (120, 27), (140, 45)]
SMALL = [(60, 20), (30, 12)]
LONG = "A tip by Facebook to the National Center for Missing and Exploited Children, then the"


def long_codebook() -> Codebook:
    """Labels that differ only at their ends, which no panel beside a text can hold."""
    toml = codebook_file.default().toml
    for old, end in (("Cyber tip: Facebook", "police"), ("Cyber tip: NCMEC", "office")):
        assert f'"{old}"' in toml
        toml = toml.replace(f'"{old}"', f'"{LONG} {end}"')
    return codebook_file.parse(toml)


@pytest.fixture(params=["default", "long"])
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnnotatorApp]:
    codebook = codebook_file.default() if request.param == "default" else long_codebook()
    with Study.create(tmp_path / "study.db", codebook, coder="ann") as study:
        store(study, [release(1, *TEXTS[0]), release(2, *TEXTS[1])], source="here")
        yield AnnotatorApp(study, readings.choose(study))


def is_wide(app: AnnotatorApp) -> bool:
    panel, reader = (app.screen_stack[1].query_one(f"#{name}") for name in ("panel", "reader"))
    return panel.region.y == reader.region.y


def panel_text(app: AnnotatorApp) -> str:
    """What the panel shows, its rows joined by blanks."""
    assert isinstance(app.screen, CodingScreen)
    region = app.screen.query_one("#panel").region
    seen = [row[region.x : region.right] for row in rows(app)[region.y : region.bottom]]
    return " ".join(" ".join(seen).split())


@pytest.mark.parametrize("size", ROOMY)
async def test_every_label_can_be_read_in_full(app: AnnotatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = panel_text(app).replace("│ ", "")
        for field in app.study.codebook.fields:
            assert field.label in seen
            for code in field.codes:
                assert f"{code.key} {code.label}" in seen
        assert "…" not in seen and "more:" not in seen
        await pilot.press("x")
        for reason in app.study.codebook.exclusions:
            assert f"{reason.key} {reason.label}" in panel_text(app).replace("│ ", "")
        assert "more:" not in panel_text(app)


@pytest.mark.parametrize(
    ("size", "wide"),
    [((100, 24), False), ((120, 27), False), ((100, 30), True), ((140, 45), True)],
)
def test_the_panel_is_folded_where_it_does_not_fit_beside(
    size: tuple[int, int], wide: bool
) -> None:
    assert arrange(codebook_file.default(), Size(*size)).wide is wide
    assert not arrange(long_codebook(), Size(*size)).wide


def test_the_panel_is_as_wide_as_its_labels_where_there_is_room() -> None:
    toml = codebook_file.default().toml.replace('"Public tip"', f'"{"A tip from the public" * 2}"')
    codebook = codebook_file.parse(toml)
    assert not arrange(codebook, Size(100, 45)).wide
    assert arrange(codebook, Size(120, 45)).wide
    assert arrange(codebook, Size(120, 45)).text_width == 120 - 42 - 5


@pytest.mark.parametrize("size", ROOMY)
async def test_examples_are_seen_at_a_glance_in_every_layout(
    app: AnnotatorApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "e", "a", "1", "g")
        short, long = "1:4 ▸2:1g", "Threats, stalking, extortion"
        seen = panel_text(app)
        assert short in seen or (f"1 {long}" in seen and "▸2 Child" in seen)
        await pilot.press("e")
        await pilot.press("e")
        assert "▸1" in panel_text(app)
        await pilot.press("escape")
        assert "▸1" in panel_text(app)


@pytest.mark.parametrize("size", [*ROOMY, *SMALL])
async def test_nothing_that_is_set_moves_the_panel(
    app: AnnotatorApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        wide = is_wide(app)
        before = [widget.region for widget in app.screen.query("Rows")]
        for key in ("1", "i", "e", "a", "1", "g", "f", "x", "escape", "x", "1", "4"):
            await pilot.press(key)
            assert [widget.region for widget in app.screen_stack[1].query("Rows")] == before
        assert is_wide(app) is wide


@pytest.mark.parametrize("size", SMALL)
async def test_codes_and_reasons_that_have_no_room_are_said_to_be_there(
    app: AnnotatorApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        codes = [code for field in app.study.codebook.fields for code in field.codes]
        assert any(f"{code.key} {code.label}" not in panel_text(app) for code in codes)
        assert "more: ?" in panel_text(app)
        await pilot.press("1", "e", "a", "e", "2", "escape")
        assert "more: ?" in panel_text(app) and "▸2" in panel_text(app)  # beside the examples
        await pilot.press("x")
        reasons = app.study.codebook.exclusions
        hidden = [one for one in reasons if f"{one.key} {one.label}" not in panel_text(app)]
        assert bool(hidden) == ("more: ?" in panel_text(app))
        assert size == (60, 20) or hidden
        assert rows(app)[-1].startswith(" 1 2 3 4 9")
        assert "Esc leaves" in rows(app)[-1]


async def test_examples_that_have_no_room_are_numbered(app: AnnotatorApp) -> None:
    async with app.run_test(size=(40, 15)) as pilot:
        for _ in range(5):
            await pilot.press("e", "a")
        await pilot.press("e")
        assert "─ Examples 3-6 of 6" in shown(app)


def test_a_key_of_a_question_loses_its_word_before_it_goes() -> None:
    keys = (("1 2", "reason"), ("x", "back to uncoded"), ("Esc", "leaves"))

    def line(width: int) -> str:
        return "".join(text for text, _ in prompt_line(keys, width)).rstrip()

    assert line(80) == " 1 2 reason   x back to uncoded   Esc leaves"
    assert line(40) == " 1 2 reason   x… Esc leaves"
    assert line(20) == " 1 2… x… Esc leaves"
    assert line(12) == " Esc leaves"


def test_a_retired_code_has_room_whichever_is_set() -> None:
    """In the file a retired code keeps its place; only the one that is set is shown."""
    toml = codebook_file.default().toml
    at = toml.index('name = "public-tip"')
    retired = codebook_file.parse(toml[:at] + "retired = true\n" + toml[at:])
    for size in ((80, 24), (100, 30), (140, 45)):
        assert arrange(retired, Size(*size)) == arrange(codebook_file.default(), Size(*size))
