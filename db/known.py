"""Which of the releases that come in a study knows already: by their uid, or by their address."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.records import Release
from db.versions import COLUMNS, Details


@dataclass(frozen=True, slots=True)
class Known:
    """A release that is in the study."""

    id: int
    uid: str
    digest: bytes
    """Of title and text."""
    published: str
    details: Details


class KnownReleases:
    """The releases that a batch may hold, and those that it has brought."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._by_uid: dict[str, Known] = {}
        self._by_address: dict[str, dict[int, Known]] = {}

    def look_up(self, releases: Iterable[Release]) -> None:
        """Take from the study what has the uids and addresses of these releases."""
        names = {name for release in releases for name in (release.uid, release.url) if name}
        wanted = f"select id, uid, url, digest, published, {COLUMNS}"
        rows = self._connection.execute(
            "with names (name) as materialized (select value from json_each(?))"
            f" {wanted} from names cross join releases on uid = name"
            f" union all {wanted} from names cross join releases on url = name",
            (json.dumps(sorted(names)),),
        )
        for id_, uid, url, digest, published, *details in rows:
            self.note(Known(id_, uid, digest, published, tuple(details)), url)

    def note(self, known: Known, url: str | None) -> None:
        """Know a release as it stands now."""
        self._by_uid[known.uid] = known
        if url:
            self._by_address.setdefault(url, {})[known.id] = known

    def rename(self, known: Known, uid: str, url: str | None) -> Known:
        """Know a release by another uid than before."""
        del self._by_uid[known.uid]
        renamed = replace(known, uid=uid)
        self.note(renamed, url)
        return renamed

    def find(self, release: Release, digest: bytes) -> Known | None:
        """The release that this one is another copy or version of.

        An address names a release where one of the two has no uid but its address (a saved page),
        or where both are alike word for word. Sources with uids of their own may give several
        releases one address; then it tells nothing, unless a page is what one of them once was.
        """
        if known := self._by_uid.get(release.uid):
            return known
        there = list(self._by_address.get(release.url or "", {}).values())
        if alike := next((one for one in there if one.digest == digest), None):
            return alike
        if len(there) == 1 and release.url in (release.uid, there[0].uid):
            return there[0]
        return self._once(there, digest) if release.url == release.uid else None

    def _once(self, there: list[Known], digest: bytes) -> Known | None:
        """The first of these that had such a title and text before."""
        row = self._connection.execute(
            "select min(release_id) from earlier_texts where digest = ?"
            " and release_id in (select value from json_each(?))",
            (digest, json.dumps([one.id for one in there])),
        ).fetchone()
        return next((one for one in there if one.id == row[0]), None)
