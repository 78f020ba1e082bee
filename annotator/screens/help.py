"""Help: every code with its definition first, then every key."""

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotator.keys import bindings, commands, key_line, own_keys
from annotator.screens.ask import AskScreen
from annotator.widgets.rows import Line, Rows
from annotator.wrapping import wrap
from db.codebook import Codebook

MAX_WIDTH = 92


class HelpScreen(Screen[None]):
    """Scrolls through codebook and keys; searchable."""

    BINDINGS = bindings("help")
    DEFAULT_CSS = "HelpScreen #text { height: 1fr; }"

    def __init__(self, codebook: Codebook) -> None:
        super().__init__(name="help")
        self.codebook = codebook
        self._word = ""
        self._top = 0
        self._lines: list[Line] = []

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="text")
        yield Rows(id="status")
        yield Rows(id="keys")

    def on_mount(self) -> None:
        self.query_one("#keys", Rows).show(
            [key_line("help", "down", "page_down", "find", "close", own=own_keys(self))]
        )

    def on_resize(self, event: events.Resize) -> None:
        """Another width: the definitions are wrapped anew."""
        self.call_after_refresh(self._lay_out)

    def action_scroll(self, by: int) -> None:
        """Scroll by rows."""
        self._go(self._top + by)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self._go(self._top + by * max(1, self.query_one("#text", Rows).size.height - 1))

    def action_find(self) -> None:
        """Show only what contains a word."""

        def found(word: str | None) -> None:
            if word is not None:
                self._word = word.strip()
                self._top = 0
                self._lay_out()

        self.app.push_screen(AskScreen("Search help", self._word), found)

    def action_close(self) -> None:
        """Back to coding."""
        self.dismiss()

    def _lay_out(self) -> None:
        width = min(MAX_WIDTH, self.size.width - 2)
        self._lines = list(help_lines(self.codebook, width, self._word))
        showing = f" · “{self._word}”" if self._word else ""
        self.query_one("#header", Rows).show(
            [
                [
                    (" Help", "strong"),
                    (" · codes, reasons to exclude, keys", "dim"),
                    (showing, "accent"),
                ]
            ]
        )
        self._go(self._top)

    def _go(self, top: int) -> None:
        height = self.query_one("#text", Rows).size.height
        self._top = max(0, min(top, len(self._lines) - height))
        nothing: list[Line] = [[], [("  Nothing contains that word. / searches again.", "dim")]]
        self.query_one("#text", Rows).show(self._lines[self._top :] or nothing)
        below = len(self._lines) - self._top - height
        self.query_one("#status", Rows).show(
            [[(f" ↓ {below} more" if below > 0 else " end", "dim")]]
        )


def help_lines(codebook: Codebook, width: int, word: str = "") -> Iterator[Line]:
    """Help as lines; with a word, only the entries that contain it."""
    for field in codebook.fields:
        note = "" if field.required else " (may be left open)"
        per = f"once {'a case' if field.per == 'case' else 'an example'}{note}"
        entries = [
            (code.key, code.label, code.definition) for code in field.codes if not code.retired
        ]
        yield from _section(field.label, per, entries, width, word)
    reasons = [(f"x {r.key}", r.label, r.definition) for r in codebook.exclusions if not r.retired]
    yield from _section("Exclude", "not part of the study", reasons, width, word)
    keys = [(command.shown, command.label, command.help) for command in commands("coding")]
    yield from _section(
        "Keys", "nothing needs Shift alone, Alt, Ctrl or a mouse", keys, width, word
    )


def _section(
    heading: str, note: str, entries: list[tuple[str, str, str]], width: int, word: str
) -> Iterator[Line]:
    kept = [entry for entry in entries if word.lower() in " ".join((heading, *entry)).lower()]
    if not kept:
        return
    yield []
    yield [(f" {heading}", "strong"), (f" · {note}", "dim")]
    indent = max(len(key) for key, _, _ in kept) + 2
    for key, label, text in kept:
        yield [(" " + key.ljust(indent), "key"), (label, "strong")]
        for start, end in wrap(text, width - indent - 1) if text else ():
            yield [(" " * (indent + 1), ""), (text[start:end], "dim")]
