"""Tells the share buttons and "follow us on" lines of a page from what a release says.

A pattern wide enough to swallow a sentence would lose cases without a word. So patterns see only
the sentence around a mention, within a short reach, and a hit must hold the whole name.
"""

import re
from collections.abc import Sequence

REACH = 80
"""How many characters before and after a name the patterns can see."""

_SENTENCE_END = re.compile(r"""[.!?…](?<!\b\w\.)["'”’)\]]*(?=\s|[A-Z]|$)""")
"""A full stop after one letter ("U.S. Attorney") ends none; one whose space was lost does."""

_UNEVEN = re.compile(r"\s\s+|[^\S \n]")
"""White space other than one blank or one line break."""


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as it is used: in any case, `^` and `$` at lines and at the sentence's ends."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def furnishes(patterns: Sequence[re.Pattern[str]], text: str, start: int, end: int) -> bool:
    """Whether the name at `text[start:end]` lies in a hit of one of the patterns."""
    if not patterns:
        return False
    before, after = _surroundings(text, start, end)
    name = _even(text[start:end])
    around, first, last = before + name + after, len(before), len(before) + len(name)
    return any(_holds(pattern, around, first, last) for pattern in patterns)


def _surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after in the same sentence, within reach, its white space even."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    begin = max((stop.end() for stop in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after)
    return _even(before[begin:]).lstrip(), _even(after[: stop.end()] if stop else after).rstrip()


def _even(text: str) -> str:
    """The text with each run of white space made one blank, or one line break if it has one."""
    return _UNEVEN.sub(lambda run: "\n" if "\n" in run[0] else " ", text)


def _holds(pattern: re.Pattern[str], around: str, first: int, last: int) -> bool:
    """Whether some hit of the pattern reaches from before `first` to after `last`."""
    hit = pattern.search(around)
    while hit and hit.start() <= first:
        if hit.end() >= last:
            return True
        hit = pattern.search(around, hit.start() + 1)
    return False
