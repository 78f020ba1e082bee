"""What a collection reads from, how far it is, and how it ended: plain records."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from importers.doj.api import ApiPage


class Source(Protocol):
    """Where pages come from; see `importers.doj.source.ApiSource`."""

    @property
    def ahead(self) -> int:
        """Pages that may be under way at once."""

    def page(self, number: int) -> ApiPage:
        """One page."""

    def pages(self, numbers: Iterator[int]) -> Iterator[ApiPage]:
        """Pages in order."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the walk has come; for the display."""

    page: int
    """Pages of this walk that are done."""
    pages: int
    seen: int
    """Releases looked at in this call."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a call ended."""

    count: int
    """Releases the source says it has."""
    complete: bool
    """Every release that the source shows was met."""
    missing: int
    """Releases that it counts, but did not show."""
    gone: int = 0
    """Known releases that it has withdrawn; they stay in the study."""
    early: bool = False
    """The rest was known to be unchanged, and was not read."""
