"""A line to type in, at the foot of the screen."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label


class AskScreen(ModalScreen[str | None]):
    """Asks for one line; None when left with Esc."""

    BINDINGS = [Binding("escape", "dismiss(None)", "Leave as it was", id="ask.close")]
    DEFAULT_CSS = """
    AskScreen {
        background: $background 1%;
        align: left bottom;
        Horizontal { height: 1; width: 1fr; background: $panel; }
        Label { padding: 0 1; text-style: bold; color: $accent; }
        Input { border: none; height: 1; padding: 0; background: $panel; width: 1fr; }
        Input:focus { border: none; }
    }
    """

    def __init__(
        self, label: str, value: str = "", *, enter: str = "keeps", anew: bool = False
    ) -> None:
        """A line with a value to go on from, or with `anew` one that typing replaces.

        Args:
            enter: what Enter does with the line, in a word.
        """
        super().__init__()
        self._enter, self._anew = enter, anew
        self._label = label
        self._value = value

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Label(Content(self._label))
            line = Input(self._value, select_on_focus=self._anew)
            line.cursor_blink = False  # idle is silent
            yield line
            yield Label(Content(f"Enter {self._enter} · Esc leaves"))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
