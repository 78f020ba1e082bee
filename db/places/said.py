"""Places as an analyst types them."""

from db.errors import CodingError
from db.places import Place
from db.places.gazetteer import gazetteer
from db.places.regions import REGIONS, region


def is_known(place: Place) -> bool:
    """Whether the gazetteer has it, or it is a whole state: else it may be mistyped."""
    return not place.name or gazetteer().find(place.name, place.state) is not None


def typed(text: str) -> Place:
    """The place in what was typed: "Paducah, KY", "paducah, kentucky", "Ky."; or "Chicago".

    A place that the gazetteer does not know is taken as it was typed, if it has a state.

    Raises:
        CodingError: no state is told, and the name alone does not say which one is meant.
    """
    said = " ".join(text.split())
    name, comma, rest = said.rpartition(",")
    state = region(rest)
    if not comma:
        if state:
            return Place("", state)
        if known := gazetteer().dominant(said):
            return known.place
        raise CodingError(f"Write Paducah, KY: “{said}” alone may be in several states.")
    if state is None:
        raise CodingError(f"Write Paducah, KY: “{rest.strip()}” is no state or territory.")
    name = name.strip()
    if known := gazetteer().find(name, state):  # first, for New York, NY is the city
        return known.place
    return Place("" if name in ("", state, REGIONS[state]) else name, state)
