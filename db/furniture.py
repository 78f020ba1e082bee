"""Tells the share buttons and "follow us on" lines of a page from what a release says.

A pattern wide enough to swallow a sentence would lose cases without a word. So patterns see only
the sentence around a mention, within a short reach, and a hit must hold the whole name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.pattern_words import lowered, words

REACH = 80
"""How many characters before and after a name the patterns can see."""

_SENTENCE_END = re.compile(r"""[.!?…](?<!\b\w\.)["'”’)\]]*(?=\s|[A-Z]|$)""")
"""A full stop after one letter ("U.S. Attorney") ends none; one whose space was lost does."""

_UNEVEN = re.compile(r"\s\s+|[^\S \n]")
"""White space other than one blank or one line break."""


@dataclass(frozen=True, slots=True)
class Furnishing:
    """A pattern of the codebook as it is used."""

    expression: re.Pattern[str]
    word: str
    """What every hit holds, beside the name: see `pattern_words`. "" where that is not known."""


def compiled(pattern: str, terms: Iterable[str] = ()) -> Furnishing:
    """The pattern as it is used: in any case, `^` and `$` at lines and at the sentence's ends.

    Args:
        terms: those of the platform, one of which is there wherever the pattern is used.
    """
    names = [term.lower() for term in terms]
    telling = [w for w in words(pattern) if not any(w.strip() in name for name in names)]
    expression = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    return Furnishing(expression, max(telling, key=len, default=""))


def furnishes(patterns: Sequence[Furnishing], text: str, start: int, end: int) -> bool:
    """Whether the name at `text[start:end]` lies in a hit of one of the patterns."""
    if not patterns:
        return False
    before, after = _surroundings(text, start, end)
    name = _even(text[start:end])
    around, first, last = before + name + after, len(before), len(before) + len(name)
    low = lowered(around)
    return any(
        pattern.word in low and _holds(pattern.expression, around, first, last)
        for pattern in patterns
    )


def _surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after in the same sentence, within reach, its white space even."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    begin = max((stop.end() for stop in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after)
    return _even(before[begin:]).lstrip(), _even(after[: stop.end()] if stop else after).rstrip()


def _even(text: str) -> str:
    """The text with each run of white space made one blank, or one line break if it has one."""
    if text.isprintable() and "  " not in text:
        return text
    return _UNEVEN.sub(lambda run: "\n" if "\n" in run[0] else " ", text)


def _holds(pattern: re.Pattern[str], around: str, first: int, last: int) -> bool:
    """Whether some hit of the pattern reaches from before `first` to after `last`."""
    hit = pattern.search(around)
    while hit and hit.start() <= first:
        if hit.end() >= last:
            return True
        hit = pattern.search(around, hit.start() + 1)
    return False
