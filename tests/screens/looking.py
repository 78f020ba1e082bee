"""What a person sees, as text. The one place that reaches into Textual's compositor."""

from textual.app import App


def rows(app: App[None]) -> list[str]:
    """The rows of the screen on show, without trailing blanks."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def shown(app: App[None]) -> str:
    """The screen on show."""
    return "\n".join(rows(app))
