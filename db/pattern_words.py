"""What a regular expression cannot do without: words that every hit of it holds.

To look for such a word first costs a tenth of searching the pattern, which mostly hits nothing.
"""

import re
from collections.abc import Iterator

_PIECE = re.compile(
    r"\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[^}]*\}|.", re.DOTALL
)
"""A piece of a pattern: what a backslash begins, a set, a count of repeats, or one sign."""
_UNREADABLE = re.compile(r"\(\?(?:#|[a-z]*x)")
"""Before a comment, or a pattern in which blanks mean nothing."""
_SPECIAL = ".^$*+?()[]{}|"
_MAY_BE_MISSING = "*?{"
_IN_OTHER_SCRIPTS = {"İ": "i", "ı": "i", "ſ": "s", "\N{KELVIN SIGN}": "k"}
"""Signs that a pattern in any case takes for letters of ASCII."""


def words(pattern: str) -> Iterator[str]:
    """The words, in lower case, that every hit of a pattern holds: see `lowered`.

    Only what stands outside groups is looked at, so that there may be more of them.
    """
    pieces = _outermost(pattern)
    if "|" in pieces or _UNREADABLE.search(pattern):
        return
    word = ""
    for piece in (*pieces, "$"):
        if letter := _letter(piece):
            word += letter
            continue
        if piece[0] in _MAY_BE_MISSING:
            word = word[:-1]
        if word:
            yield word
        word = ""


def lowered(text: str) -> str:
    """A text in which the words of a pattern are found if the pattern hits, in any case."""
    if not text.isascii():
        for sign, letter in _IN_OTHER_SCRIPTS.items():
            text = text.replace(sign, letter)
    return text.lower()


def _outermost(pattern: str) -> list[str]:
    """The pieces of a pattern outside groups; of a group its brackets."""
    pieces, depth = [], 0
    for piece in _PIECE.findall(pattern):
        depth -= piece == ")"
        if depth == 0:
            pieces.append(piece)
        depth += piece == "("
    return pieces


def _letter(piece: str) -> str:
    """The sign of ASCII that a piece stands for, in lower case; "" where it stands for others."""
    if piece[0] == "\\":
        sign = piece[1:]
        plain = len(sign) == 1 and not sign.isalnum()
    else:
        sign, plain = piece, len(piece) == 1 and piece not in _SPECIAL
    return sign.lower() if plain and sign.isascii() else ""
