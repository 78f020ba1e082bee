"""Headings as offices print them, and the end of an address made from one."""

import re
import unicodedata
from collections.abc import Mapping

_SMALL = frozenset("a an and as at by for from in into of on or the through to with".split())
_BREAK = re.compile(r"[^a-z0-9]+")
_NAMES = "town other_town seat state other_state county Name Name2 usa_name new_name month".split()
_ALWAYS = frozenset(
    "Facebook Twitter Marketplace Canada Germany Justice Department Project Safe Childhood"
    " Americans Disabilities Act Attorney Attorney’s Office Rotary Spanish"
    " January February March April June July August September October November December".split()
)
_DROPPED = frozenset("a an and at by for in of on the to with".split())


def titled(phrase: str) -> str:
    """A phrase in Title Case."""
    words = phrase.split()
    return " ".join(
        word if place and word in _SMALL else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )


def in_style(heading: str, style: str, names: frozenset[str]) -> str:
    """A heading in Title Case as that office prints it; proper names keep their capitals."""
    if style == "capitals":
        return heading.upper()
    if style == "sentence":
        words = heading.split()
        return " ".join(
            word
            if (not place and not word[0].isdigit())
            or _keeps(word, names)
            or words[place - 1][-1] in ":."
            else word.lower()
            for place, word in enumerate(words)
        )
    return heading


def _keeps(word: str, names: frozenset[str]) -> bool:
    bare = word.strip(",.:;’s")
    return bare in names or word.strip(",.:") in names or bare.isupper() or "." in word[:-1]


def slug(heading: str) -> str:
    """The last part of an address, as the site makes it."""
    ascii_only = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    words = [word for word in _BREAK.split(ascii_only) if word and word not in _DROPPED]
    made = ""
    for word in words:
        if len(made) + len(word) >= 80:
            break
        made = f"{made}-{word}" if made else word
    return made


def proper_names(facts: Mapping[str, str]) -> frozenset[str]:
    """The words of a release's people and places."""
    return (
        frozenset(
            word for name in _NAMES if name in facts for word in re.split(r"[ ,.]+", facts[name])
        )
        | _ALWAYS
    )
