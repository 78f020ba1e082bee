"""Two versions of a text as one, word by word: what went, what came, what stayed.

Differences are marked by signs as well as by style, `[-went-]` and `{+came+}`, so that they are
seen without colour. White space makes no difference: the later text is shown as it is laid out.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from annotator.wrapping import wrap

Style = Literal["same", "removed", "added", "skipped"]
Piece = tuple[str, Style]
Line = list[Piece]

_SIGNS: dict[str, tuple[str, str]] = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_TOKEN = re.compile(r"\s*\S+|\s+")
_MOST_WORDS = 6_000
"""Words of a changed stretch that are compared one by one; beyond it stands whole."""


def differences(before: str, after: str, width: int, *, context: int | None = 2) -> list[Line]:
    """The lines of `after` with what differs from `before` marked, no wider than `width` cells.

    Args:
        before: the earlier text.
        after: the later one.
        width: cells of a line.
        context: lines shown around a difference; the rest is told by its number of lines. None
            shows all.

    Returns:
        Lines of pieces of text with their style; nothing where the texts are the same.
    """
    if before == after:
        return []
    lines = _laid_out(list(_pieces(before, after)), width)
    return lines if context is None else _shortened(lines, context)


def _pieces(before: str, after: str) -> Iterator[Piece]:
    """What stayed, went and came, paragraph by paragraph and then word by word."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if tag == "equal":
            yield gone, "same"
        else:
            yield from _words(gone, come)


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) + len(new) > _MOST_WORDS:
        yield before, "removed"
        yield after, "added"
        return
    bare_old, bare_new = [word.strip() for word in old], [word.strip() for word in new]
    for tag, a, b, c, d in SequenceMatcher(None, bare_old, bare_new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "".join(new[c:d]), "same"
            continue
        if a < b:
            yield "".join(old[a:b]), "removed"
        if c < d:
            yield "".join(new[c:d]), "added"


def _laid_out(pieces: list[Piece], width: int) -> list[Line]:
    """The pieces, with their signs, in lines."""
    text, spans = "", []
    for piece, style in pieces:
        start = len(text)
        text += _signed(piece, style)
        spans.append((start, len(text), style))
    lines: list[Line] = []
    at = 0
    for start, end in wrap(text.rstrip("\n"), max(width, 8)):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        line: Line = []
        for first, last, style in spans[at:]:
            if first >= end:
                break
            if cut := text[max(first, start) : min(last, end)]:
                line.append((cut, style))
        lines.append(line)
    return lines


def _signed(piece: str, style: Style) -> str:
    """A piece between its signs, which stand at its words and not at the space around them."""
    words = piece.strip()
    if style not in _SIGNS or not piece:
        return piece
    opening, closing = _SIGNS[style]
    if not words:
        return piece if style == "added" else ""
    lead = piece[: len(piece) - len(piece.lstrip())]
    trail = piece[len(piece.rstrip()) :]
    return f"{lead}{opening}{words}{closing}{trail}"


def _shortened(lines: list[Line], context: int) -> list[Line]:
    differing = [n for n, line in enumerate(lines) if any(style != "same" for _, style in line)]
    shown = {
        near
        for n in differing
        for near in range(max(0, n - context), min(len(lines), n + context + 1))
    }
    short: list[Line] = []
    skipped: list[Line] = []
    for n, line in enumerate([*lines, None]):
        if line is not None and n not in shown:
            skipped.append(line)
            continue
        if len(skipped) == 1:
            short += skipped
        elif skipped:
            short.append([(f"… {len(skipped)} lines as before …", "skipped")])
        skipped = []
        if line is not None:
            short.append(line)
    return short
