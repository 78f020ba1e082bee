"""The text of a release as comparison sees it: words in lower case, and what they hash to."""

import hashlib
import re
from functools import lru_cache
from zlib import crc32

_WORD = re.compile(r"[a-z0-9]+")
_ADDED = re.compile(
    r"follow us on|^\W*share\b|powered and protected by|^\W*(?:print|email|updated)\b.{0,40}$"
    r"|^\W*(?:component\(s\)|topic\(s\)|press release number)"
    r"|^\W*(?:for immediate release|contact:|media contact|###|www\.|https?://)"
)
"""Lines (in lower case) that a page adds to a release and that differ from copy to copy."""
_HINTS = ("follow us", "share", "powered and", "print", "email", "updated", "component(s)",
          "topic(s)", "release number", "immediate", "contact", "###", "www.", "http")  # fmt: skip

SHINGLE = 5
"""Words in a shingle."""
SAMPLED = 4
"""One long word in so many begins a shingle that is kept."""
SHORTEST = 4
"""Letters of the shortest word that may begin one."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without what is not ASCII; added lines left out.

    Characters outside ASCII are dropped, not replaced: archives have lost them, with nothing in
    their place ("the Departments Tax Division"), and copies must still look alike.
    """
    plain = text.encode("ascii", "ignore").decode().lower().replace("'", "")
    if any(hint in plain for hint in _HINTS):
        plain = "\n".join(line for line in plain.split("\n") if not _is_added(line))
    return _WORD.findall(plain)


def _is_added(line: str) -> bool:
    return len(line) < 200 and _ADDED.search(line) is not None


def text_hash(words: list[str]) -> bytes:
    """The same for two texts that differ only in case, white space, signs and added lines."""
    return hashlib.blake2b("".join(words).encode(), digest_size=8).digest()


def key_of(kind: str, value: str) -> int:
    """A name, docket or shingle as one number (52 bits), by which releases are looked up."""
    high, text = crc32(kind.encode()), value.encode()
    return (crc32(text, high) << 20) | (crc32(text, 0x5EED) & 0xFFFFF)


def shingles(words: list[str]) -> frozenset[int]:
    """Hashes (32 bits) of a sample of the text's runs of `SHINGLE` words.

    Two texts sample the same runs, because which word begins one depends on the word alone
    (anchors: Manber, "Finding similar files in a large file system", 1994); the share of common
    hashes then estimates the resemblance of Broder, "On the resemblance and containment of
    documents", 1997.
    """
    begins = _begins
    return frozenset(
        crc32(" ".join(words[at : at + SHINGLE]).encode())
        for at, word in enumerate(words)
        if begins(word)
    )


@lru_cache(maxsize=200_000)
def _begins(word: str) -> bool:
    return len(word) >= SHORTEST and crc32(word.encode()) % SAMPLED == 0
