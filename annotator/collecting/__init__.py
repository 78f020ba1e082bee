"""Collects from the API: walks its pages, stores each, goes on where it stopped, and reconciles."""

import math
from collections.abc import Callable, Iterator
from itertools import chain

from annotator.collecting.order import Order
from annotator.collecting.words import Progress, Result, Source
from db.collection import Collection
from db.collection.intake import Intake, Shown
from db.collection.place import Seen, Verdict
from db.records import Imported
from importers.doj.api import ApiPage
from importers.doj.records import Listed, conversion, listed

MOST_WALKS = 3
"""Walks through all pages in one call, while the source counts more than it shows."""
_MOST_RETURNS = 40
"""Times in one walk that we go back because pages moved, some sixteen requests each."""

_CAREFUL_PAGES = 10
"""Pages of an update that are asked for one by one: most updates need no more."""


class ApiCollecting:
    """One call's work on one source."""

    def __init__(
        self,
        collection: Collection,
        intake: Intake,
        source: Source,
        *,
        wanted: Callable[[str], bool] | None,
        on_page: Callable[[Progress], None] = lambda progress: None,
        with_page: Callable[[], None] = lambda: None,
    ) -> None:
        """Prepare.

        Args:
            collection: what is known of the source, and where the last call stopped.
            intake: stores.
            source: the pages.
            wanted: whether a text might name a platform; None keeps everything.
            on_page: told after each page.
            with_page: more to write in each page's transaction.
        """
        self._collection = collection
        self._intake = intake
        self._source = source
        self._wanted = wanted
        self._on_page = on_page
        self._with_page = with_page
        self._pages = self._start = 0
        self._doubles: dict[str, int] = {}
        self._order = Order()
        self._returns = 0
        self._back = 1

    def run(self) -> Result:
        """Read what is needed until nothing is missing, or the source shows no more."""
        self._enter_round()
        for _ in range(MOST_WALKS):
            if self._collection.place.next_page and self._collection.place.whole:
                self._read_first_again()  # an update that was broken off: what came since
            early = self._walk()
            if not early:
                self._read_first_again()
                self._read_last_again()
            if result := self._settled(early):
                return result
        place = self._collection.place
        return Result(place.count, False, place.count - self._collection.met(place.round))

    def _enter_round(self) -> None:
        place = self._collection.place
        if not place.next_page and not place.walks:
            self._move(round=place.round + 1, fresh=0, ordered=1, count=0)

    def _walk(self) -> bool:
        """Through the pages to the last; True where the rest was known before it was reached."""
        place = self._collection.place
        self._order = Order(sorted_so_far=bool(place.ordered))
        self._returns, self._back = 0, 1
        start: int | None = max(0, place.next_page - 1)
        while start is not None:
            start = self._walk_from(start)
        return self._rest_is_known()

    def _walk_from(self, start: int) -> int | None:
        """Walk on from a page; the page to go back to, or None at the end."""
        first = self._source.page(start)
        if (back := self._too_far(first)) is not None:
            return back
        self._pages, self._start = first.pages, start
        for page in chain([first], self._following(start + 1)):
            if (back := self._moved(page)) is not None:
                return back
            shown = listed(page)
            calm = self._take(page, shown, next_page=page.number + 1, ordered=self._order.sorted)
            self._order.watch(shown, all_known=calm)
            if self._rest_is_known():
                break
        return None

    def _following(self, start: int) -> Iterator[ApiPage]:
        """The pages from `start`; one by one as long as the walk may soon be over."""
        number = start
        while (
            number < min(self._pages, start + _CAREFUL_PAGES)
            and self._collection.place.whole
            and self._order.sorted
        ):
            yield self._source.page(number)
            number += 1
        yield from self._source.pages(self._numbers(number))

    def _numbers(self, start: int) -> Iterator[int]:
        number = start
        while number < self._pages:
            yield number
            number += 1

    def _too_far(self, page: ApiPage) -> int | None:
        """Where to begin instead when pages have moved since the call before.

        What was met then must be on the page, or releases between may have slipped past us.
        """
        place = self._collection.place
        if not page.number:
            return None
        if page.size != place.page_size:
            return 0
        known = self._collection.seen(item.key for item in listed(page))
        if any(seen.round == place.round for seen in known.values()):
            return None
        self._back *= 2
        return max(0, page.number - self._back)

    def _moved(self, page: ApiPage) -> int | None:
        """Where to go back to when the count has changed: releases have moved between pages.

        A withdrawal pulls what follows up, past the pages read; and of pages that were under way
        together the later one may have been served before the earlier.
        """
        place = self._collection.place
        change = page.count - place.count
        first = not page.number or page.number == self._start
        if not change or self._returns >= _MOST_RETURNS or (first and change > 0):
            return None
        self._returns += 1
        back = page.number - self._source.ahead - math.ceil(max(0, -change) / page.size)
        self._move(next_page=max(0, back), count=page.count)
        return max(0, back)

    def _read_first_again(self) -> None:
        """Read the first pages until all on one was met before: there new releases arrive."""
        number = 0
        while number < max(self._pages, 1):
            page = self._source.page(number)
            fresh = self._collection.place.fresh
            calm = self._take(page, listed(page))
            if calm and self._collection.place.fresh == fresh:
                break
            number += 1

    def _read_last_again(self) -> None:
        """Read the last page again: there they arrive where the source does not sort."""
        if self._pages > 1:
            page = self._source.page(self._pages - 1)
            self._take(page, listed(page))

    def _settled(self, early: bool) -> Result | None:
        """Compare what was met with what is counted; None where another walk is needed."""
        collection, place = self._collection, self._collection.place
        if early:
            surplus = place.count - collection.met(place.whole)
            self._move(next_page=0, walks=0, surplus=surplus)
            return Result(place.count, True, 0, early=True)
        met = collection.met(place.round)
        missing = max(0, place.count - met - sum(self._doubles.values()))
        if missing and (place.fresh or not place.walks):
            self._move(walks=place.walks + 1, next_page=0, fresh=0, ordered=1)
            return None
        gone = self._intake.close_round(surplus=place.count - met)
        return Result(place.count, True, missing, gone)

    def _rest_is_known(self) -> bool:
        place = self._collection.place
        return (
            place.whole > 0
            and self._order.rest_is_known
            and self._collection.met(place.whole) + place.surplus >= place.count
        )

    def _take(self, page: ApiPage, items: tuple[Listed, ...], **place: int) -> bool:
        """Store a page; whether all on it was known and unchanged."""
        known = self._collection.seen(item.key for item in items)
        latest: dict[str, Listed] = {}
        for item in items:
            if item.key not in latest or item.changed > latest[item.key].changed:
                latest[item.key] = item
        if len(latest) < len(items):
            copies = [item.key for item in items]
            self._doubles |= {key: copies.count(key) - 1 for key in latest}
        current = self._collection.place.round
        met = {key for key, seen in known.items() if seen.round == current}
        fresh = len(latest.keys() - met)
        convert = conversion(page, self._wanted)
        shown = [_shown(item, known.get(item.key), convert) for item in latest.values()]
        self._intake.counts["seen"] += fresh
        self._intake.counts["unchanged"] += sum(
            item.record is None and item.key not in met for item in shown
        )
        self._intake.counts["pages"] += 1
        self._intake.take(
            shown,
            place={
                **place,
                "count": page.count,
                "page_size": page.size,
                "fresh": self._collection.place.fresh + fresh,
            },
            also=self._with_page,
        )
        self._pages = page.pages
        self._on_page(Progress(page.number + 1, page.pages, self._intake.counts["seen"]))
        return all(item.record is None for item in shown)

    def _move(self, **place: int) -> None:
        self._intake.move(**place)


def _shown(item: Listed, seen: Seen | None, convert: Callable[[Listed], Imported]) -> Shown:
    """A release for the intake; what is known and has not changed since is not converted."""
    before = seen.verdict if seen else Verdict.OPEN
    if seen and before is not Verdict.OPEN and 0 < item.changed <= seen.changed:
        return Shown(item.key, item.changed, None, before)
    return Shown(item.key, item.changed, convert(item), before)
