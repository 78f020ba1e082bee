"""Home towns of the people a release is about: "Roe, 34, of Paducah", "a man from Paducah, Ky."."""

import re

from db.places.regions import PATTERN, region

_WORD = r"[A-Z][a-z'’][A-Za-z'’\-]*"
_TOWN = rf"((?:St\. |Ft\. |Mt\. )?{_WORD}(?: {_WORD}){{0,2}})"
_HOME = re.compile(
    rf"(?:,|\b(?:both|each|all|formerly|residents?|natives?|man|men|woman|women|couple|teen))"
    rf" (?:of|from) {_TOWN}(?=[,.;])"
    rf"|\b(?:[oO]f|[fF]rom) {_TOWN}, (?:{PATTERN})"
)
"""After a comma or a word for people, or before a state: "work of Operation Fix," is neither."""
_NO_TOWN = re.compile(
    r"\b(?:Project|Operation|Program|Initiative|Task|Force|Safe|Childhood|Innocence|Bureau|Agency"
    r"|Department|Office|Division|Section|Unit|Service|Police|Court|District|County|University"
    r"|School|Standards|Investigations?|Inspector|Justice|Homeland|Facebook|Instagram|Twitter|Snapchat"
    r"|WhatsApp|YouTube|Google|Kik|Craigslist|Backpage|MySpace|Skype|Inc|Corp|Company|America)\b"
)
"""A word that makes it a programme, a platform or an institution."""


def homes(text: str) -> frozenset[str]:
    """The home towns named in a text; no states, programmes, platforms or offices."""
    found = {one or other for one, other in _HOME.findall(text)}
    return frozenset(town for town in found if not region(town) and not _NO_TOWN.search(town))
