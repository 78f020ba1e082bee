"""Where a release is placed: by dateline, else by places it names, else by its office's seat."""

import re
from collections.abc import Iterator
from dataclasses import replace

from db.places import Place, Placed, Sureness
from db.places.gazetteer import Known, gazetteer
from db.places.named import most_named, place_at_end
from db.places.regions import PATTERN, region

_HEAD = 1200
"""A dateline is looked for in so many characters; headings may stand before it."""
_ROOM = 90
"""So many characters it has at most."""
_DASH = re.compile(r"[–—:-](?:(?<=[–—])|(?<=-)(?:-{0,2}(?=\s)|(?<=\.-)(?=[A-Z]))|(?<=:)(?=\s))")
_DAY = r"(?:\s*\([^()]{4,30}\)|,?\s+[A-Z][a-z]+\.? \d{1,2}, \d{4})?"
_CAPITALS = r"[A-ZÁÉÍÑÓÚÅ][A-ZÁÉÍÑÓÚÅ.'’]+(?:[ -][A-ZÁÉÍÑÓÚÅ.'’]+){0,3}"
_WORDS = r"[A-ZÁÉÍÑÓÚÅ][\w.'’]+(?:[ -][A-ZÁÉÍÑÓÚÅ][\w.'’]+){0,3}"
_SECOND = r"(?:\s?/\s?[A-Z][A-Za-z.' ]+)?"
_ANYWHERE, _AT_START = r"(?:^|[\n\s|])", r"(?:^|\n)[ \t]*"
_DATELINES = tuple(
    re.compile(rf"{begins}({name}){state}{_DAY}\s*$")
    for begins, name, state in (
        (_ANYWHERE, _CAPITALS, rf" ?, ({PATTERN}),?{_SECOND}"),  # PADUCAH, Ky. –
        (_AT_START, _WORDS, rf", ({PATTERN}),?{_SECOND}"),  # Boise, Idaho –
        (_ANYWHERE, _CAPITALS, "()"),  # CHICAGO –
        (_AT_START, _WORDS, "()"),  # Seattle –
    )
)
"""What stands before the dash, the more telling first."""
_DASH_LOST = re.compile(rf"({_CAPITALS})(?:, ({PATTERN}))? ?(?=[A-Z](?:[a-z]| [a-z]))")
"""A dateline whose dash was lost on the way: "HOUSTON The Department", "HOUSTONThe Department"."""
_SHORTEST = 4
"""So many letters it has at least; shorter ones are agencies ("ICE Agents")."""


def place_of(title: str, text: str, office: str | None, state: str | None) -> Placed | None:
    """Where a release is placed.

    A dateline is *sure*, but *likely* where it is the city in which the office sits, which may
    write it whatever the case, and where the gazetteer does not know the place. What the text
    names is *likely* or a *guess*, the seat of the office always a *guess*.

    Args:
        office: the publisher, as `Release.office` has it.
        state: postal abbreviation of the office's state.

    Returns:
        None where neither text nor office tells.
    """
    places = gazetteer()
    seat = places.seat(office, state) if office and state else None
    for match in _datelines(text):
        if placed := _by_dateline(match, state, seat):
            return placed
    if placed := _without_dash(text, state, seat):
        return placed
    if named := most_named(title, text, state):
        place, likely = named
        return Placed(place, "named", "likely" if likely else "guess")
    if seat:
        return Placed(seat.place, "seat", "guess")
    return Placed(Place("", state), "seat", "guess") if state else None


def _datelines(text: str) -> Iterator[re.Match[str]]:
    """What may be a dateline: with a state before those without, earlier ones first."""
    dashes = [match.start() for match in _DASH.finditer(text, 0, _HEAD)]
    for pattern in _DATELINES if dashes else ():
        for dash in dashes:
            if match := pattern.search(text, max(0, dash - _ROOM), dash):
                yield match


def _without_dash(text: str, state: str | None, seat: Known | None) -> Placed | None:
    """By capitals at the very start that are a place's name; likely at best."""
    match = _DASH_LOST.match(text)
    if match is None or len(match[1]) < _SHORTEST:
        return None
    placed = _by_dateline(match, state, seat)
    return replace(placed, sureness="likely") if placed else None


def _by_dateline(match: re.Match[str], state: str | None, seat: Known | None) -> Placed | None:
    name, told = match[1].strip(), match[2]
    places = gazetteer()
    if told:
        lies_in = region(told)
        if lies_in is None or _is_department(name, lies_in, state):
            return None
        known = place_at_end(name, lies_in)
        if known is None:
            return Placed(Place(_titled(name), lies_in), "dateline", "likely")
        return Placed(known.place, "dateline", _sureness(known, seat))
    if _is_department(name, "DC", state):
        return None
    if state and (known := places.find(name, state)):
        return Placed(known.place, "dateline", _sureness(known, seat))
    if known := places.dominant(name):
        return Placed(known.place, "dateline", "likely")
    return None


def _sureness(known: Known, seat: Known | None) -> Sureness:
    return "likely" if seat and known.place == seat.place else "sure"


def _is_department(name: str, lies_in: str, state: str | None) -> bool:
    """Whether a dateline only says where the Department sits, and the office is elsewhere."""
    return lies_in == "DC" and state != "DC" and name.upper().startswith("WASHINGTON")


def _titled(name: str) -> str:
    """A name in capitals as it is written elsewhere."""
    return name.title().replace("’S", "’s").replace("'S", "'s") if name.isupper() else name
