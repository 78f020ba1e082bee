"""Places that a release names: which of them a case lies in, as far as its words tell."""

import re
from collections import Counter
from functools import lru_cache

from db.places import Place
from db.places.gazetteer import Known, gazetteer
from db.places.regions import PATTERN, REGIONS, region

_READ = 1500
"""So many characters are looked at: where a case lies is told at the beginning."""
_CAPITAL = r"[A-ZÁÉÍÑÓÚÅ][\w.’'-]*"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:of|the|de|del|la) )?{_CAPITAL}){{0,3}}$")
_NAME_ROOM = 60
_STATE = re.compile(rf",\s({PATTERN})")
_PERSON = (
    r"(?:[Mm](?:an|en|other)|[Ww]om[ae]n|[Rr]esidents?|[Cc]ouple|[Tt]e(?:en|acher)"
    r"|[Nn]ative|[Bb]usiness(?:man|woman)|[Ff](?:ather|elon)|[Dd](?:octor|uo))\b"
)
_FIRST, _SECOND = "BCDFMNPRTWbcdfimnrtw", "aeounr"
"""Letters with which all that is telling begins: a quick look rules out most words."""
_TELLING = re.compile(
    rf" (?=[{_FIRST}][{_SECOND}])(?:(?P<person>{_PERSON})"
    r"|(?P<county>County|Parish|Borough)\b"
    r"(?! (?:Sheriff|Police|Jail|Attorney|Prosecutor|District))"
    r"|in (?=[A-Z])|near (?=[A-Z])|from (?=[A-Z]))"
)
_OF_STATED_AGE = re.compile(
    r", (?:(?<=\d\d, )(?:(?:formerly|both|all|currently) )*of |(?<=\(\d\d, ))(?=[A-Z])"
)
"""Before the home of somebody: "34, of Murray", "(34, Murray)"; the comma, as that is rare."""
_THEN_PERSON = re.compile(rf",? {_PERSON}")
"""After the state, in "a Murray, Ky., man"."""
_PLAIN = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}}")
_TITLE = re.compile(
    r"(?:(?:Former|Ex|Two|Three|Four|Five|Six|Seven|Prominent|Local|The|An?)[ -])*"
    rf"({_PLAIN.pattern})"
)
"""What a title begins with, after words that say how many or of what kind."""
_NAMES = "|".join(sorted(REGIONS.values(), key=len, reverse=True))
_STATE_NAME = re.compile(rf"\b(?:{_NAMES})\b")
_DISTRICT = re.compile(rf"District of (?:the )?({_NAMES})\b")
_STATE_ROOM = 300
"""In so many characters of the text a state's name may tell where the case lies."""
_SEAT_OF_ALL = ("Washington", "District of Columbia")
"""Where the Department sits and sues; "in the District of Columbia" is said of cases there."""
_AREA = (" area", " Area")
_AREA_AFTER = re.compile(r"-(?:[Aa]rea|[Bb]ased)$")
_AGED = re.compile(r"\d\d, (?:formerly )?(?:both |all )?of $")
_WHERE = re.compile(r"\b(?:of|in|near|from|[Aa]n?) $")
"""Before a name that is certainly a place's when a state follows, known or not."""
_ARTICLE = re.compile(r"^An? ")
_AGENCY = re.compile(
    r"[\s,.]*(?:Division|Field|Office|Police|Sheriff|University|College|Resident Agenc|Department"
    r"|Bureau|Strike|District)"
)
_OF_PERSON, _IN_PASSING = 3, 1
"""What a place weighs that is said of a person, and any other; twice that in the title."""
_REGIONS = frozenset(name.lower() for name in REGIONS.values()) - {"guam"}
_ALSO_A_WORD = frozenset(
    "Advance Agency Airport Alliance Bank Banks Branch Business Center Central Century College"
    " Commerce Continental Council Deal Defiance Eagle Early Economy Energy Enterprise Equality"
    " Federal Foster Freedom Friend Gas Globe Golden Grant Grants Green Home Homeland Hope"
    " Independence Industry Justice Landmark Lead Liberty Magazine Man Many Marine Media Mills"
    " Minor Mission Mobile Opportunity Orange Page Post Price Progress Purchase Reading Reform"
    " Section Security Spring Star Start Story Strong Summit Superior Trial Union University"
    " Victory War West White Winner Worth Young".split()
)
"""Towns that headings do not mean when they begin with the word."""


def most_named(title: str, text: str, state: str | None) -> tuple[Place, bool] | None:
    """The place that title and beginning speak of most, and whether it is likely the case's.

    What is said of a person (a "Paducah man", "34, of Murray, Kentucky") weighs most, and the
    title twice; a name without a state is one of the office's state or needs none. What is part
    of an agency's name is left out. Places of the office's state, or of the judicial
    district that is named where the office has none, go before others; where no place
    is named and the office has no state, a district or a state's name tells the state.

    Args:
        state: postal abbreviation of the office's state; None: only names with a state count, and
            those that need none.
    """
    weights: Counter[Place] = Counter()
    beginning = text[:_READ]
    _weigh_start(title, state, weights)
    for part, factor in ((title, 2), (beginning, 1)):
        _weigh_with_state(part, factor, state, weights)
        _weigh_alone(part, factor, state, weights)
        _weigh_homes(part, factor, state, weights)
    court = state or _court_named(text)
    near = {place: weight for place, weight in weights.items() if place.state == court}
    if near or (weights and (state or not court)):
        place, weight = max((near or weights).items(), key=lambda item: item[1])  # the first one
        return place, weight >= _OF_PERSON and (bool(near) or not state)
    lies_in = None if state else court or _state_named(title, text)
    return (Place("", lies_in), False) if lies_in else None


def _court_named(text: str) -> str | None:
    """The state of the first judicial district that is named; the Department's own is none."""
    match = _DISTRICT.search(text)
    return region(match[1]) if match else None


def _state_named(title: str, text: str) -> str | None:
    """The first state whose name is there."""
    for part in (title, text[:_STATE_ROOM]):
        for match in _STATE_NAME.finditer(part):
            if match[0] not in _SEAT_OF_ALL or part.endswith("in the ", 0, match.start()):
                return region(match[0])
    return None


def _weigh_start(title: str, state: str | None, weights: Counter[Place]) -> None:
    """Weigh what a title begins with: "Former Paducah Bank Manager Charged"."""
    match = _TITLE.match(title)
    if match is None:
        return
    words = match[1].split(" ")
    for count in range(len(words), 0, -1):
        name = _AREA_AFTER.sub("", " ".join(words[:count]))
        if name.lower() in _REGIONS:
            return
        end = match.start(1) + len(name)
        if name in _ALSO_A_WORD or _AGENCY.match(title, end):
            continue
        if known := _known(name, state):
            weights[known.place] += 2 * _IN_PASSING
            return


def _weigh_with_state(part: str, factor: int, state: str | None, weights: Counter[Place]) -> None:
    """Weigh "34, of Murray, Kentucky", "Murray, Ky."."""
    for match in _STATE.finditer(part):
        lies_in, name = region(match[1]), _name_before(part, match.start())
        if lies_in is None or name is None or _AGENCY.match(part, match.end()):
            continue
        place = _in_state(part, name, lies_in)
        if place is None or (place.name == "Washington" and lies_in == "DC" != state):
            continue
        of_person = _AGED.search(part, 0, name.start()) or _THEN_PERSON.match(part, match.end())
        weight = _OF_PERSON if of_person else _IN_PASSING
        weights[place] += factor * weight + (lies_in == state)


def _in_state(part: str, name: re.Match[str], lies_in: str) -> Place | None:
    """The place of that name; as it is written where only its words before tell that it is one."""
    words = name[0]
    if words.lower() in _REGIONS and words.lower() != REGIONS[lies_in].lower():
        return None  # a list of states: "Ohio, Kentucky and Indiana"
    if known := place_at_end(words, lies_in):
        return known.place
    plain = _ARTICLE.sub("", words)
    told = plain != words or _WHERE.search(part, 0, name.start())
    short = plain.count(" ") < 2 and plain.lower() not in _REGIONS
    return Place(plain, lies_in) if told and short else None


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
        if known := _known_at_end(words, state):
            weights[known.place] += factor * (_OF_PERSON if match["person"] else _IN_PASSING)


def _weigh_homes(part: str, factor: int, state: str | None, weights: Counter[Place]) -> None:
    """Weigh "34, of Murray, was", "(34, Murray)"; where a state follows it has been weighed."""
    for match in _OF_STATED_AGE.finditer(part):
        name = _PLAIN.match(part, match.end())
        if name is None or _STATE.match(part, name.end()):
            continue
        known = _known(name[0], state) or (state and _known(f"{name[0]} County", state))
        if known:
            weights[known.place] += factor * _OF_PERSON


def _name_before(part: str, end: int) -> re.Match[str] | None:
    """The words with capitals that end there."""
    return _NAME.search(part, max(0, end - _NAME_ROOM), end)


def _known(name: str, state: str | None) -> Known | None:
    """A place of the office's state or that needs no state; no state's own name."""
    if name.lower() in _REGIONS:
        return None
    return gazetteer().find(name, state) if state else gazetteer().dominant(name)


def _known_at_end(name: str, state: str | None) -> Known | None:
    """As `place_at_end`, but "North Carolina" is no town of Carolina."""
    lower = name.lower()
    if any(lower.endswith(ending) for ending in _REGIONS):
        return None
    return place_at_end(name, state)


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
