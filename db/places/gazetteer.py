"""Places of the United States and its territories, with where they are and how many live there.

The data is made by `tools/make_gazetteer.py` from GeoNames (CC BY 4.0); see `docs/places.md`.
It is read when something is placed for the first time, which takes less than a tenth of a second.
"""

import lzma
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from db.places import Place

DATA = "gazetteer.txt.xz"


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the gazetteer."""

    name: str
    state: str
    people: int
    """To two figures; 0: not told."""
    coordinates: tuple[float, float] | None
    """Latitude and longitude in degrees; None: not told, as of counties."""

    @property
    def place(self) -> Place:
        """The place alone."""
        return Place(self.name, self.state)


class Gazetteer:
    """All places, by name and state; a state is read when it is first asked for."""

    def __init__(self, text: str) -> None:
        """Take the lines that `tools/make_gazetteer.py` wrote.

        Before the first state, `=` is a name that needs no state, with its state. `@` begins a
        state: its abbreviation and its middle. In it, `!` is an office and its seat; any other
        line is a place: name, people, latitude, longitude, other names; the largest ones first.
        """
        head, *states = text.split("\n@")
        self._plain = dict(line[1:].split("\t") for line in head.splitlines() if line[0] == "=")
        self._texts = {state.partition("\t")[0]: state for state in states}
        self._lines: dict[str, dict[str, str]] = {}
        """State → key of a name → line."""

    def find(self, name: str, state: str) -> Known | None:
        """The place of that name in a state."""
        line = self._of(state).get(name_key(name))
        if line is None:
            return None
        written, people, latitude, longitude, *_ = line.split("\t")
        where = (float(latitude), float(longitude)) if latitude else None
        return Known(written, state, int(people or 0), where)

    def dominant(self, name: str) -> Known | None:
        """The place that is meant where a name stands alone: by far the largest one so called."""
        state = self._plain.get(name_key(name))
        return self.find(name, state) if state else None

    def seat(self, office: str, state: str) -> Known | None:
        """The place where an office of that state has its seat."""
        seat = self._of(state).get(f"!{office}")
        return self.find(seat, state) if seat else None

    def coordinates(self, place: Place) -> tuple[float, float]:
        """Latitude and longitude in degrees; of the state's middle where no more is known."""
        known = self.find(place.name, place.state) if place.name else None
        if known and known.coordinates:
            return known.coordinates
        _, latitude, longitude = self._texts[place.state].partition("\n")[0].split("\t")
        return float(latitude), float(longitude)

    def _of(self, state: str) -> dict[str, str]:
        found = self._lines.get(state)
        if found is None:
            found = self._lines[state] = {}
            for line in self._texts.get(state, "").splitlines()[1:]:
                parts = line.split("\t")
                if line[0] == "!":
                    found[parts[0]] = parts[1]
                    continue
                for name in (parts[0], *parts[4:]):
                    found.setdefault(name_key(name), line)
        return found


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one that ships."""
    packed = files(__package__).joinpath(DATA).read_bytes()
    return Gazetteer(lzma.decompress(packed).decode())


_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}
_BESIDE = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name without case, accents, punctuation and ways of shortening: "Ft. Knox" is "ftknox"."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    words = _BESIDE.split(name.lower().replace("'", "").replace("’", ""))
    return "".join(_SHORT.get(word, word) for word in words)
