"""The least Textual program: one line of text. No Textual program can start sooner."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Shows a word."""

    def compose(self) -> ComposeResult:
        yield Static("ready")


Hello().run(mouse=False)
