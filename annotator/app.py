"""The Textual application: opens a study on one of its screens."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.theme import Theme

from annotator import collector
from annotator.config import Config, load
from annotator.in_order import InOrder
from annotator.keys import bindings
from annotator.screens.coding import CodingScreen
from annotator.session import Session
from annotator.terminal import PATIENCE, Terminal
from annotator.widgets.rows import STYLE_CLASSES
from db.filters import Filter
from db.pages import ALL
from db.readings import Reading
from db.study import Study

if TYPE_CHECKING:
    from textual.command import Provider

    from annotator.report.options import ReportOptions

DARK = Theme(
    name="annotator-dark",
    primary="#7aa2f7",
    accent="#7fb4ca",
    warning="#e0af68",
    error="#e07a7a",
    success="#8fbc8f",
    foreground="#d6d6d0",
    background="#16181d",
    surface="#1c1f26",
    panel="#262a33",
    dark=True,
    variables={"rule": "#3a3f4b", "quiet": "#8a8f9c", "faint": "#5c6270"},
)
LIGHT = Theme(
    name="annotator-light",
    primary="#2f5fb3",
    accent="#0b6a8a",
    warning="#9a5b00",
    error="#a32020",
    success="#2f6b2f",
    foreground="#1f2328",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e8e5dd",
    dark=False,
    variables={"rule": "#cfcabd", "quiet": "#666a70", "faint": "#9a9c9f"},
)


CONTRAST = Theme(
    name="annotator-contrast",
    primary="#ffffff",
    accent="#00ffff",
    warning="#ffff00",
    error="#ff6060",
    success="#60ff60",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    dark=True,
    variables={"rule": "#a0a0a0", "quiet": "#d0d0d0", "faint": "#b0b0b0"},
)
DEFAULTS = Config()


def _palette() -> "type[Provider]":
    from annotator.palette import Palette  # which few sittings need

    return Palette


class AnnotatorApp(InOrder):
    """One study, one reading, one screen at a time."""

    TITLE = "annotator"
    CSS_PATH = "app.tcss"
    COMPONENT_CLASSES = STYLE_CLASSES
    BINDINGS = bindings("anywhere")
    COMMANDS = {_palette}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        study: Study,
        reading: Reading,
        *,
        start: Literal["coding", "report"] = "coding",
        chosen: Filter = ALL,
        config: Config = DEFAULTS,
    ) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.study = study
        self.reading = reading
        self._start = start
        self.report_options: ReportOptions | None = None
        """What the report screen begins with."""
        self._chosen = chosen
        self.farewell = ""
        """What to say after the screen is gone."""
        self.terminal = Terminal(None)
        self.animation_level = "none"  # an animated scroll costs a hundred times its bytes
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.register_theme(CONTRAST)
        few = self.console.color_system == "standard" and config.theme == DARK.name
        self.theme = "ansi-dark" if few else config.theme  # of 16 colours ours would be greys
        self.own_keys = dict(config.keys)
        self.set_keymap(self.own_keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our names for three greys, where a theme of somebody else lacks them."""
        return {"rule": "#555555", "quiet": "#808080", "faint": "#6a6a6a"}

    def action_help(self) -> None:
        """Show every key of the screen on show, and every code with its definition."""
        from annotator.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.study.codebook, of=self.screen.name or "coding"))

    def on_mount(self) -> None:
        driver = self._driver  # the only way to put a question to the terminal
        if driver is not None and not self.is_headless:
            self.terminal = Terminal(driver.write)
            self.set_timer(PATIENCE, self.terminal.give_up_if_mute)
        if self._start == "report":
            from annotator.screens.report import ReportScreen

            self.push_screen(ReportScreen(self.study, self.reading, self.report_options))
        else:
            session = Session(self.study, self.reading, chosen=self._chosen)
            self.push_screen(CodingScreen(session, self.terminal))

    def on_ready(self) -> None:
        """The first screen is up."""
        if not self.is_headless:  # else it is one of many in this process
            collector.go_on()

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal has drawn what was written before it was asked."""
        self.terminal.answered(event.time)


def run(
    path: Path,
    *,
    coder: str | None = None,
    number: int = 1,
    start: Literal["coding", "report"] = "coding",
    chosen: Filter = ALL,
) -> int:
    """Open a study on a screen; the exit code of the program.

    Raises:
        StudyError: the file is no study of ours.
        ConfigError: an entry of the settings file is wrong.
    """
    from annotator.environment import config_file, remember_study
    from db import readings

    config = load(config_file())
    with Study.open(path) as study:
        remember_study(path)
        reading = readings.reading(study, coder, number) if coder else readings.choose(study)
        app = AnnotatorApp(study, reading, start=start, chosen=chosen, config=config)
        app.run(mouse=config.mouse)
        if app.farewell:
            print(app.farewell, file=sys.stderr)
        return app.return_code or 0
