"""Help: every code with its definition first, then every key."""

from collections.abc import Iterator

from annotator.keys import CODING, bindings, commands
from annotator.screens.ask import AskScreen
from annotator.screens.scrolling import ScrollScreen
from annotator.widgets.rows import Line
from annotator.wrapping import wrap
from db.codebook import Codebook

_NOTE = "nothing needs Shift alone, Alt, Ctrl or a mouse"


class HelpScreen(ScrollScreen):
    """Scrolls through codebook and keys; searchable."""

    BINDINGS = bindings("help")
    GROUP = "help"
    KEYS = ("down", "page_down", "find", "close")
    NOTHING = "Nothing contains that word. / searches again."

    def __init__(self, codebook: Codebook, *, of: str = "coding", word: str = "") -> None:
        """Help for the screen of that name among the commands; only what has the word in it."""
        super().__init__()
        self.codebook, self._of = codebook, of
        self._word = word

    def heading(self) -> Line:
        """What help has, and the word that is looked for."""
        showing = f" · “{self._word}”" if self._word else ""
        return [
            (" Help", "strong"),
            (" · codes, reasons to exclude, keys", "dim"),
            (showing, "accent"),
        ]

    def lines(self, width: int) -> list[Line]:
        """Codes, reasons, keys."""
        return list(help_lines(self.codebook, width, self._word, of=self._of))

    def action_find(self) -> None:
        """Show only what contains a word."""

        def found(word: str | None) -> None:
            if word is not None:
                self._word = word.strip()
                self.lay_out(top=True)

        self.app.push_screen(AskScreen("Search help", self._word, enter="finds"), found)


def help_lines(
    codebook: Codebook, width: int, word: str = "", *, of: str = "coding"
) -> Iterator[Line]:
    """Help as lines; with a word, only the entries that contain it.

    Where codes are taken they come first, elsewhere the keys of the screen `of`.
    """
    if of not in CODING and (here := commands(of)):
        entries = [(one.shown, one.label, one.help) for one in (*here, *commands("anywhere"))]
        yield from _section("Keys here", _NOTE, entries, width, word)
    for field in codebook.fields:
        note = "" if field.required else " (may be left open)"
        per = f"once {'a case' if field.per == 'case' else 'an example'}{note}"
        entries = [
            (code.key, code.label, code.definition) for code in field.codes if not code.retired
        ]
        yield from _section(field.label, per, entries, width, word)
    reasons = [(f"x {r.key}", r.label, r.definition) for r in codebook.exclusions if not r.retired]
    yield from _section("Exclude", "not part of the study", reasons, width, word)
    coding = (*commands(of if of in CODING else "coding"), *commands("anywhere"))
    keys = [(command.shown, command.label, command.help) for command in coding]
    yield from _section("Keys" if of in CODING else "Keys of coding", _NOTE, keys, width, word)


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
