"""Releases as the reader sees them, and the way from one to the next."""

import sqlite3
from dataclasses import dataclass

from db.filters import Filter
from db.mentions import Mention
from db.places import How, Place, Placed, Sureness
from db.states import State, Status, from_json
from db.study import Study


@dataclass(frozen=True, slots=True)
class Page:
    """A release on show, with what a reading holds of it."""

    id: int
    uid: str
    title: str
    text: str
    digest: bytes
    """Of title and text: another one is another text."""
    published: str
    """ISO date."""
    quarter: str
    office: str | None
    state: str | None
    url: str | None
    mentions: tuple[Mention, ...]
    """Mentions that count, and furniture, in order: title first."""
    status: Status
    changed: bool
    """The text is another than when it was decided on."""
    coding: State
    placed: Placed | None = None
    """Where the case lies: the analyst's word, else where the release was placed."""

    @property
    def key(self) -> "Key":
        """Where it stands in the order of date."""
        return self.published, self.id


Key = tuple[str, int]
"""Date and id: what releases are in order of."""
ALL = Filter()


class Queue:
    """The releases of one reading, by date; every step is one look-up in an index."""

    def __init__(self, study: Study, reading_id: int, chosen: Filter = ALL) -> None:
        self.connection = study.connection
        self.reading_id = reading_id
        self.filter = chosen
        """Every way from one release to another stays within it; the empty one costs nothing."""
        self._passes, self._parameters = chosen.condition()

    def page(self, release_id: int) -> Page:
        """A release with its text, mentions and state.

        Raises:
            LookupError: it is not in this reading.
        """
        row = self.connection.execute(
            "select releases.id, uid, title, text, digest, releases.published, releases.quarter,"
            " office, releases.state, url, status, changed, snapshot,"
            " releases.place, place_state, placed_by, sureness"
            " from states join releases on releases.id = states.release_id"
            " join texts on texts.release_id = releases.id"
            " where reading_id = ? and states.release_id = ?",
            (self.reading_id, release_id),
        ).fetchone()
        if row is None:
            raise LookupError(f"release {release_id} is not in reading {self.reading_id}")
        coding = from_json(row["snapshot"])
        return Page(
            id=row["id"],
            uid=row["uid"],
            title=row["title"],
            text=row["text"],
            digest=row["digest"],
            published=row["published"],
            quarter=row["quarter"],
            office=row["office"],
            state=row["state"],
            url=row["url"],
            mentions=self._mentions(release_id),
            status=row["status"],
            changed=bool(row["changed"]),
            coding=coding,
            placed=_placed(coding, row),
        )

    def first(self) -> int | None:
        """The earliest release."""
        return self._id("", "order by published, release_id")

    def last(self) -> int | None:
        """The latest release."""
        return self._id("", "order by published desc, release_id desc")

    def step(self, release_id: int, by: int) -> int | None:
        """The neighbour by date: later for a positive `by`, earlier for a negative one."""
        sign, order = (">", "") if by > 0 else ("<", " desc")
        return self._id(
            f"and (published, release_id) {sign} (select published, release_id from states"
            " where reading_id = :reading and release_id = :release)",
            f"order by published{order}, release_id{order}",
            release=release_id,
        )

    def next_uncoded(self, release_id: int | None = None) -> int | None:
        """The next uncoded release after that one, skipped ones last, then from the beginning."""
        if release_id is not None:
            following = self._id(
                "and status = 'uncoded' and (skips, published, release_id) > "
                "(select skips, published, release_id from states"
                " where reading_id = :reading and release_id = :release)",
                "order by skips, published, release_id",
                release=release_id,
            )
            if following is not None:
                return following
        return self._id("and status = 'uncoded'", "order by skips, published, release_id")

    def size(self) -> int:
        """How many releases the reading has."""
        if self.filter.is_empty:
            return self._count(
                "select coalesce(sum(count), 0) from tallies"
                " where reading_id = :reading and name <> 'flagged'"
            )
        return self._count(f"select count(*) from states where reading_id = :reading{self._passes}")

    def ordinal(self, release_id: int) -> int:
        """The number of a release by date, from 1. Counts: use `distance` where one is known."""
        return self._count(
            "select count(*) from states where reading_id = :reading and (published, release_id) <="
            " (select published, release_id from states"
            f" where reading_id = :reading and release_id = :release){self._passes}",
            release=release_id,
        )

    def passes(self, release_id: int) -> bool:
        """Whether a release is one of them; with the empty filter every one is."""
        return self.filter.is_empty or bool(
            self._count(
                "select count(*) from states where reading_id = :reading"
                f" and release_id = :release{self._passes}",
                release=release_id,
            )
        )

    def distance(self, a: Key, b: Key) -> int:
        """How many places by date from one release to another; negative if `b` is earlier."""
        if a == b:
            return 0
        sign = 1 if a < b else -1
        (low, low_id), (high, high_id) = min(a, b), max(a, b)
        return sign * self._count(
            "select count(*) from states where reading_id = :reading"
            " and (published, release_id) > (:low, :low_id)"
            f" and (published, release_id) <= (:high, :high_id){self._passes}",
            low=low,
            low_id=low_id,
            high=high,
            high_id=high_id,
        )

    def _id(self, condition: str, order: str, **parameters: int) -> int | None:
        row: sqlite3.Row | None = self.connection.execute(
            f"select release_id from states where reading_id = :reading {condition}{self._passes}"
            f" {order} limit 1",
            {"reading": self.reading_id, **self._parameters, **parameters},
        ).fetchone()
        return row["release_id"] if row else None

    def _count(self, sql: str, **parameters: object) -> int:
        (count,) = self.connection.execute(
            sql, {"reading": self.reading_id, **self._parameters, **parameters}
        ).fetchone()
        return int(count)

    def _mentions(self, release_id: int) -> tuple[Mention, ...]:
        rows = self.connection.execute(
            "select part, start, end, platform, furniture from mentions where release_id = ?"
            " order by part desc, start",
            (release_id,),
        )
        return tuple(
            Mention(row["part"], row["start"], row["end"], row["platform"], bool(row["furniture"]))
            for row in rows
        )


def _placed(coding: State, row: sqlite3.Row) -> Placed | None:
    if coding.place:
        return Placed(coding.place, "analyst", "sure")
    how: How | None = row["placed_by"]
    sureness: Sureness | None = row["sureness"]
    if how is None or sureness is None:
        return None
    return Placed(Place(row["place"], row["place_state"]), how, sureness)
