"""Where a collection stands, and what it knows of a release: plain records."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Verdict(IntEnum):
    """What was decided about a release that the source showed."""

    OPEN = 0
    """Nothing yet, or the scope has become wider since: to be read again."""
    KEPT = 1
    LEFT_OUT = 2
    """It names no platform."""
    OUTSIDE = 3
    """Dated outside since…until."""
    REJECTED = 4
    """Not readable as a release."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a collection stands. A *round* reads every page, in one *walk* or in several."""

    round: int = 0
    """Number of the round under way or done last; 0 before the first."""
    whole: int = 0
    """The last round that met everything; 0 where there is none, or the scope is wider since."""
    next_page: int = 0
    """First page of this walk that was not taken; 0 also when no walk is under way."""
    page_size: int = 0
    count: int = 0
    """Releases that the source counted last."""
    walks: int = 0
    """Walks of this round that came to their end."""
    fresh: int = 0
    """Releases that this walk met for the first time in its round."""
    ordered: int = 1
    """1 as long as this walk found the pages sorted by change, the latest first."""
    surplus: int = 0
    """How many more releases the source counted than it showed, when a round was whole."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a release that the source showed before."""

    changed: int
    """The source's own time of change then."""
    verdict: Verdict
    round: int
    """In which it was met last."""


@dataclass(frozen=True, slots=True)
class Met:
    """A release that the source showed now, and what became of it."""

    key: str
    changed: int
    verdict: Verdict
    day: date | None = None
