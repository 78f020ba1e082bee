"""Finds where a release names a platform: once, when it is stored."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from db.codebook import Codebook
from db.furniture import compiled, furnishes

Part = Literal["title", "text"]

_KELVIN = "\N{KELVIN SIGN}"
"""The one sign outside ASCII whose lower case, "k", is inside."""


class Mention(NamedTuple):
    """A place where a release names a platform; `text[start:end]` is the name as it stands."""

    part: Part
    start: int
    """First code point, from 0, in the title or the text as stored."""
    end: int
    """Code point after the last."""
    platform: str
    furniture: bool
    """Part of a share button or a "follow us on" line: shown, but not counted."""


class Finder:
    """Finds the mentions of all platforms of a codebook; made once, used for every release."""

    def __init__(self, codebook: Codebook) -> None:
        terms = [
            (fold(term).split(), platform.name)
            for platform in codebook.platforms
            for term in platform.terms
            if term.strip()
        ]
        self._words = [(words[0], name) for words, name in terms if len(words) == 1]
        self._phrases = [
            (max(words, key=len), re.compile(r"\s+".join(map(re.escape, words))), name)
            for words, name in terms
            if len(words) > 1
        ]
        self._gates = tuple(dict.fromkeys(max(words, key=len) for words, _ in terms))
        self._usual = tuple(
            spelled for gate in self._gates for spelled in (gate, gate.capitalize())
        )
        """Terms as they are mostly written, for which a text need not be folded."""
        plain = all(word.isascii() for words, _ in terms for word in words)
        self._fold = fold_plain if plain else fold
        self._furniture = {
            platform.name: tuple(compiled(p, platform.terms) for p in platform.furniture)
            for platform in codebook.platforms
        }

    def may_name(self, text: str) -> bool:
        """Whether a term might occur: True for every text that names a platform, and some others.

        Of a term of several words the longest decides, so markup between them does no harm.
        """
        if any(map(text.__contains__, self._usual)):
            return True
        folded = self._fold(text)
        return any(gate in folded for gate in self._gates)

    def find(self, title: str, text: str) -> tuple[Mention, ...]:
        """The mentions of title and text, in the order of reading; none overlaps another.

        Of terms that overlap the one that begins first is taken, and of those the longest.
        """
        return (*self._find("title", title), *self._find("text", text))

    def _find(self, part: Part, text: str) -> Iterator[Mention]:
        after = 0
        for start, end, platform in sorted(self._hits(self._fold(text)), key=_first_and_longest):
            if start >= after:
                furniture = furnishes(self._furniture[platform], text, start, end)
                yield Mention(part, start, end, platform, furniture)
                after = end

    def _hits(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Every place of every term, overlapping ones too.

        One `find` for each term is faster than one pattern for all, at one term and at 64.
        """
        for word, platform in self._words:
            at = folded.find(word)
            while at >= 0:
                yield at, at + len(word), platform
                at = folded.find(word, at + 1)
        for longest, pattern, platform in self._phrases:
            hit = pattern.search(folded) if longest in folded else None
            while hit:
                yield hit.start(), hit.end(), platform
                hit = pattern.search(folded, hit.start() + 1)


def _first_and_longest(hit: tuple[int, int, str]) -> tuple[int, int]:
    start, end, _ = hit
    return start, -end


def fold(text: str) -> str:
    """The text in lower case, with every code point where it was.

    `lower()` makes one sign longer, "İ", and writes "Σ" differently at the end of a word.
    """
    return "İ".join(part.lower() for part in text.split("İ")).replace("ς", "σ")


def fold_plain(text: str) -> str:
    """As `fold`, but lowers only what becomes ASCII: half the time, where terms are ASCII."""
    if text.isascii():
        return text.lower()
    octets = text.replace(_KELVIN, "k").encode("utf-8", "surrogatepass")
    return octets.lower().decode("utf-8", "surrogatepass")
