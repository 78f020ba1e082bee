"""How memos and evidence stand in the cells of a table, and how they are read back."""

import re
from collections.abc import Iterable, Iterator

Quote = tuple[str, str]
"""A passage kept as evidence: the field it is the ground for, and its words."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_END = re.compile("\r\n?")
_QUOTE = re.compile(r"(?P<field>[a-z0-9][a-z0-9-]*|)[ \t]*:[ ]?(?P<words>.*)", re.DOTALL)
_FOLD = "\n  "
"""A passage of several lines goes on indented, as the next passage never is."""


def clean(text: str) -> str:
    """The text without control characters, but for line feeds and tabs; all line ends alike."""
    if text.isprintable():
        return text
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return _CONTROLS.sub("", text)


def evidence_text(quotes: Iterable[Quote]) -> str:
    """Passages as one text, a line each: `origin: a tip from the public`."""
    return "\n".join(f"{field}: {words}".replace("\n", _FOLD) for field, words in quotes)


def evidence_quotes(text: str) -> Iterator[Quote]:
    """The passages that `evidence_text` wrote.

    Raises:
        ValueError: a line names no field; the argument is that line.
    """
    folded = _LINE_END.sub("\n", text).replace(_FOLD, "\0")
    for line in folded.split("\n"):
        if not line.strip():
            continue
        quote = _QUOTE.fullmatch(line)
        if quote is None:
            raise ValueError(line.replace("\0", " "))
        yield quote["field"], quote["words"].replace("\0", "\n")
