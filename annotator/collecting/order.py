"""Whether a source really sorts by the time of change, seen from what it sends."""

from collections.abc import Iterable
from typing import Protocol

ENOUGH_PAGES = 3
"""Pages in a row, sorted and all known, after which the rest need not be read."""
_ENOUGH_TIMES = 10
"""Different times of change in them at least; where all are one, any order looks sorted."""


class Dated(Protocol):
    """What is looked at of a release."""

    @property
    def changed(self) -> int:
        """Seconds since 1970."""

    @property
    def date(self) -> int:
        """Of publication."""

    @property
    def created(self) -> int:
        """0 where the source does not say."""


class Order:
    """Watches the releases of one walk, page by page.

    A source that ignores `sort` and sends the newest first looks sorted by change too, as long as
    no release on these pages was changed later than its neighbours. So it is believed only when
    the times of change fall all the way down while the dates do not, nor the times of creation.
    """

    def __init__(self, *, sorted_so_far: bool = True) -> None:
        """`sorted_so_far`: what an earlier call saw of this walk."""
        self.sorted = sorted_so_far
        """No release stood behind one that changed earlier."""
        self._last: Dated | None = None
        self._times: set[int] = set()
        self._against_date = self._against_creation = False
        self._calm = 0

    def watch(self, releases: Iterable[Dated], *, all_known: bool) -> None:
        """Look at the next page; `all_known`: nothing on it is new or has changed."""
        for release in releases:
            self._step(release)
        self._calm = self._calm + 1 if all_known else 0

    @property
    def rest_is_known(self) -> bool:
        """Whether nothing new or changed can stand behind the pages seen."""
        return (
            self.sorted
            and self._calm >= ENOUGH_PAGES
            and len(self._times) >= _ENOUGH_TIMES
            and self._against_date
            and self._against_creation
        )

    def _step(self, release: Dated) -> None:
        last, self._last = self._last, release
        if len(self._times) < _ENOUGH_TIMES:
            self._times.add(release.changed)
        if not release.changed:
            self.sorted = False
        if last is None:
            return
        self.sorted = self.sorted and release.changed <= last.changed
        self._against_date = self._against_date or release.date > last.date
        self._against_creation = (
            self._against_creation or not release.created or release.created > last.created
        )
