"""Where a case lies: places, and how a release is placed.

`placing` reads a place out of a release, `said` out of what an analyst types, `gazetteer` knows
the places of the United States. Only the plain words for it are here, so that they cost nothing.
"""

from dataclasses import dataclass
from typing import Literal

How = Literal["analyst", "dateline", "named", "seat"]
"""What placed a release: the analyst, its dateline, a place that it names, its office's seat."""
Sureness = Literal["sure", "likely", "guess"]


@dataclass(frozen=True, slots=True)
class Place:
    """A town, a county, or a whole state."""

    name: str
    """"Paducah", "Calloway County"; "" where only the state is known."""
    state: str
    """Postal abbreviation of the state or territory."""

    @property
    def words(self) -> str:
        """As it is shown and typed: "Paducah, KY", "KY"."""
        return f"{self.name}, {self.state}" if self.name else self.state


@dataclass(frozen=True, slots=True)
class Placed:
    """Where something was placed, by what, and how sure that is."""

    place: Place
    how: How
    sureness: Sureness
