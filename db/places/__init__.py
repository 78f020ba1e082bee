"""stub, replaced by the gazetteer branch"""

from dataclasses import dataclass
from typing import Literal

from db.errors import CodingError

How = Literal["analyst", "dateline", "named", "seat"]
Sureness = Literal["sure", "likely", "guess"]


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    state: str

    @property
    def words(self) -> str:
        return f"{self.name}, {self.state}" if self.name else self.state


@dataclass(frozen=True, slots=True)
class Placed:
    place: Place
    how: How
    sureness: Sureness


def place_of(title: str, text: str, office: str | None, state: str | None) -> Placed | None:
    if text.startswith("PADUCAH, Ky."):
        return Placed(Place("Paducah", "KY"), "dateline", "sure")
    return Placed(Place("", state), "seat", "guess") if state else None


def typed(text: str) -> Place:
    name, _, state = text.rpartition(",")
    if len(state.strip()) != 2:
        raise CodingError(f"“{text}” names no state: write Paducah, KY.")
    return Place(name.strip(), state.strip().upper())
