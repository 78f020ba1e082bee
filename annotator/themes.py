"""The colours, and what every application of ours has of them."""

import os

from textual.app import App
from textual.theme import Theme

from annotator.widgets.rows import STYLE_CLASSES

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


class ThemedApp(App[None]):
    """Knows our themes and our names for colours, which `app.tcss` uses."""

    CSS_PATH = "app.tcss"
    COMPONENT_CLASSES = STYLE_CLASSES

    farewell = ""
    """What is said in the shell when the screen is gone."""

    def __init__(self, theme: str) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        for one in (DARK, LIGHT, CONTRAST):
            self.register_theme(one)
        few = self.console.color_system == "standard" and theme == DARK.name
        self.theme = "ansi-dark" if few else theme  # of 16 colours ours would be greys

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our names for three greys, where a theme of somebody else lacks them."""
        return {"rule": "#555555", "quiet": "#808080", "faint": "#6a6a6a"}
