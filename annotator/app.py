"""The Textual application: opens a study on one of its screens."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import events

from annotator import collector
from annotator.config import Config, load
from annotator.in_order import InOrder
from annotator.keys import bindings
from annotator.screens.coding import CodingScreen
from annotator.session import Session
from annotator.terminal import PATIENCE, Terminal
from db.filters import Filter
from db.pages import ALL
from db.readings import Reading
from db.study import Study

if TYPE_CHECKING:
    from textual.command import Provider

    from annotator.report.options import ReportOptions

DEFAULTS = Config()


def _palette() -> "type[Provider]":
    from annotator.palette import Palette  # which few sittings need

    return Palette


class AnnotatorApp(InOrder):
    """One study, one reading, one screen at a time."""

    TITLE = "annotator"
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
        super().__init__(config.theme)
        self.study = study
        self.reading = reading
        self._start = start
        self.report_options: ReportOptions | None = None
        """What the report screen begins with."""
        self._chosen = chosen
        self.terminal = Terminal(None)
        self.animation_level = "none"  # an animated scroll costs a hundred times its bytes
        self.own_keys = dict(config.keys)
        self.set_keymap(self.own_keys)

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
        self.terminal.answered(event.time, event.x + 1)


def run(
    path: Path,
    *,
    coder: str | None = None,
    number: int = 1,
    start: Literal["coding", "report"] = "coding",
    chosen: Filter = ALL,
) -> int:
    """Open a study on a screen; the exit code of the program.

    Args:
        coder: the study's first coder without it.
        number: of the pass; it begins here if it is new.

    Raises:
        StudyError: the file is no study of ours.
        ConfigError: an entry of the settings file is wrong.
    """
    from annotator.environment import config_file, remember_study
    from db import readings

    config = load(config_file())
    with Study.open(path) as study:
        remember_study(path)
        reading = readings.reading(study, coder or readings.main_reading(study).coder, number)
        app = AnnotatorApp(study, reading, start=start, chosen=chosen, config=config)
        app.run(mouse=config.mouse)
        if app.farewell:
            print(app.farewell, file=sys.stderr)
        return app.return_code or 0
