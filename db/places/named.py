"""Places that a release names: which of them a case lies in, as far as its words tell."""

import re
from collections import Counter
from functools import lru_cache

from db.places import Place
from db.places.gazetteer import Known, gazetteer
from db.places.regions import PATTERN, region

_READ = 1500
"""So many characters are looked at: where a case lies is told at the beginning."""
_CAPITAL = r"[A-ZÁÉÍÑÓÚÅ][\w.’'-]*"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:of|the|de|del|la) )?{_CAPITAL}){{0,3}}$")
_NAME_ROOM = 60
_STATE = re.compile(rf",\s({PATTERN})")
_TELLING = re.compile(
    r" (?:(?P<person>[Mm](?:an|en|other)|[Ww]om[ae]n|[Rr]esidents?|[Cc]ouple|[Tt]e(?:en|acher)"
    r"|[Nn]ative|[Bb]usiness(?:man|woman)|[Ff](?:ather|elon)|[Dd](?:octor|uo))\b"
    r"|(?P<county>County|Parish|Borough)\b"
    r"(?! (?:Sheriff|Police|Jail|Attorney|Prosecutor|District))"
    r"|in (?=[A-Z])|near (?=[A-Z])|from (?=[A-Z]))"
)
_PLAIN = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}}")
_DISTRICT = re.compile(r"District of ((?:[A-Z][a-z]+ ?){1,3})")
_AREA = (" area", " Area")
_AGED = re.compile(r"\d\d, (?:formerly )?(?:both |all )?of $")
_AGENCY = re.compile(
    r"[\s,.]*(?:Division|Field|Office|Police|Sheriff|University|College|Resident Agenc|Department"
    r"|Bureau|Strike|District)"
)
_OF_PERSON, _IN_PASSING = 3, 1
"""What a place weighs that is said of a person, and any other; twice that in the title."""


def most_named(title: str, text: str, state: str | None) -> tuple[Place, bool] | None:
    """The place that title and beginning speak of most, and whether it is likely the case's.

    What is said of a person (a "Paducah man", "34, of Murray, Kentucky") weighs most, and the
    title twice; a name without a state is one of the office's state or needs none. What is part
    of an agency's name is left out. Where no place is named, a judicial district tells the state.

    Args:
        state: postal abbreviation of the office's state; None: only names with a state count.
    """
    weights: Counter[Place] = Counter()
    beginning = text[:_READ]
    for part, factor in ((title, 2), (beginning, 1)):
        _weigh_with_state(part, factor, state, weights)
        _weigh_alone(part, factor, state, weights)
    if weights:
        place, weight = max(weights.items(), key=lambda item: item[1])  # the first of several
        return place, weight >= _OF_PERSON and (state is None or place.state == state)
    if state is None:
        for match in _DISTRICT.finditer(text):
            if lies_in := region(match[1]):
                return Place("", lies_in), False
    return None


def _weigh_with_state(part: str, factor: int, state: str | None, weights: Counter[Place]) -> None:
    """Weigh "34, of Murray, Kentucky", "Murray, Ky."."""
    for match in _STATE.finditer(part):
        lies_in, name = region(match[1]), _name_before(part, match.start())
        if lies_in is None or name is None or _AGENCY.match(part, match.end()):
            continue
        known = place_at_end(name[0], lies_in)
        if known is None or (known.name == "Washington" and lies_in == "DC" != state):
            continue
        weight = _OF_PERSON if _AGED.search(part, 0, name.start()) else _IN_PASSING
        weights[known.place] += factor * weight + (lies_in == state)


def _weigh_alone(part: str, factor: int, state: str | None, weights: Counter[Place]) -> None:
    """Weigh "Paducah man", "Calloway County", "in Paducah"."""
    for match in _TELLING.finditer(part):
        if match["person"] or match["county"]:
            start = match.start()
            name = _name_before(part, start - 5 if part.endswith(_AREA, 0, start) else start)
        else:
            name = _PLAIN.match(part, match.end())
        if name is None or _AGENCY.match(part, max(name.end(), match.end())):
            continue
        words = f"{name[0]} {match['county']}" if match["county"] else name[0]
        if known := place_at_end(words, state):
            weights[known.place] += factor * (_OF_PERSON if match["person"] else _IN_PASSING)


def _name_before(part: str, end: int) -> re.Match[str] | None:
    """The words with capitals that end there."""
    return _NAME.search(part, max(0, end - _NAME_ROOM), end)


@lru_cache(maxsize=8192)
def place_at_end(name: str, state: str | None) -> Known | None:
    """The place at the end of some words with capitals: "Former Paducah" is Paducah."""
    words = name.split(" ")
    for start in range(len(words)):
        rest = " ".join(words[start:])
        known = gazetteer().find(rest, state) if state else gazetteer().dominant(rest)
        if known:
            return known
    return None
