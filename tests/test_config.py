"""The settings file: what is right is in force, what is wrong is named."""

from pathlib import Path

import pytest

from annotator.app import AnnotatorApp
from annotator.config import THEMES, Config, ConfigError, load
from annotator.keys import keys_shown
from db import readings
from db.study import Study
from tests.screens.looking import rows, shown


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Config()


def test_entries_that_are_right_are_taken(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[keys]\n"coding.flag" = "dollar_sign"\n'
        '[theme]\nname = "ansi-dark"\n[screen]\nmouse = true\n',
    )
    assert load(path) == Config({"coding.flag": "dollar_sign"}, "ansi-dark", True)


async def test_the_keys_of_the_reports_dialogs_can_be_set_as_all_others(
    study: Study, tmp_path: Path
) -> None:
    config = load(written(tmp_path, '[keys]\n"report_filter.keep" = "y"\n'))
    app = AnnotatorApp(study, readings.choose(study), start="report", config=config)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert "Count only" in shown(app)
        await pilot.press("y")
        await pilot.pause()
        assert "Count only" not in shown(app)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[keys]\n"coding.flg" = "z"', "did you mean coding.flag?"),
        ('[keys]\n"coding.flag" = "c"', '"c" is kept for codes'),
        ('[keys]\n"coding.flag" = "n"', 'is the key of "coding'),
        ('[keys]\n"coding.list" = "L"\n"coding.flag" = "l"', 'key of "coding.flag" already'),
        ('[keys]\n"behind.find" = "s"', 'key of "coding.skip" already'),
        ('[keys]\n"behind.find" = "w"', '"w" is kept for codes'),
        ('[keys]\n"coding.flag" = ""', "wants the names of keys"),
        ('[keys]\n"coding.flag" = 3', "wants the names of keys"),
        ('[theme]\nname = "pink"', "'pink' is no theme"),
        ("[theme]\ncolour = 1", "colour is not known"),
        ('[screen]\nmouse = "yes"', "true or false"),
        ("[skreen]\n", "did you mean screen?"),
        ("keys = 3\n", "must be a section"),
        ("[keys\n", "config.toml"),
    ],
)
def test_each_wrong_entry_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text))
    assert words in str(caught.value)


async def test_keys_of_ones_own_work_and_are_shown(study: Study) -> None:
    config = Config(keys={"coding.exclude": "dollar_sign", "coding.flag": "ampersand"})
    app = AnnotatorApp(study, readings.choose(study), config=config)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("&")
        assert "⚑ flagged" in shown(app)
        await pilot.press("f")
        assert "⚑ flagged" in shown(app)
        assert " $ exclude" in rows(app)[-1]


@pytest.mark.parametrize(
    ("keys", "sign"),
    [("dollar_sign", "$"), ("left_curly_bracket,minus", "{ -"), ("f5,pagedown", "f5 PgDn")],
)
def test_keys_are_shown_as_the_signs_they_are(keys: str, sign: str) -> None:
    assert keys_shown(keys) == sign


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_shows_the_same_text(study: Study, theme: str) -> None:
    app = AnnotatorApp(study, readings.choose(study), config=Config(theme=theme))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Acme Town Man [DOJ] Charged With Fraud" in shown(app)


async def test_no_color_sends_none(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "x")
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                assert style is None or style.color is None or style.color.is_default
