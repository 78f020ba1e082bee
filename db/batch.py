"""One transaction's worth of records coming into a study."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.known import Known, KnownReleases
from db.mentions import Finder, Mention
from db.quarters import quarter_of
from db.readings import enter
from db.records import Imported, LeftOut, Reject, Release
from db.searched import Searched
from db.study import Study
from db.versions import (
    correct,
    corrected,
    details_of,
    keep_cut,
    keep_shown,
    text_on_show,
    was_there,
)


class Batch:
    """One transaction's worth of records."""

    def __init__(
        self,
        study: Study,
        connection: sqlite3.Connection,
        run_id: int,
        keep_all: bool,
        counts: Counter[str],
    ) -> None:
        self.codebook = study.codebook
        self.finder = Finder(study.codebook)
        self.connection = connection
        self.run_id = run_id
        self.keep_all = keep_all
        self.counts = counts
        self.known = KnownReleases(connection)
        self.last: dict[str, Release] = {}
        self.new: list[tuple[int, Searched, bytes, bool]] = []
        (self.next_id,) = connection.execute(
            "select coalesce(max(id), 0) + 1 from releases"
        ).fetchone()

    def store(self, batch: Sequence[Imported | Searched]) -> None:
        """Store records in an open transaction; the index and the queue with them."""
        plain = [record.release if isinstance(record, Searched) else record for record in batch]
        releases = [one for one in plain if isinstance(one, Release)]
        self.known.look_up(releases)
        self.last = {release.uid: release for release in releases}
        for record in batch:
            if isinstance(record, Searched):
                self._release(record.release, record)
            elif isinstance(record, Release):
                self._release(record)
            elif isinstance(record, Reject):
                self._reject(record)
            elif isinstance(record, LeftOut):
                self.counts["left_out"] += 1
        self._write_new()

    def _release(self, release: Release, searched: Searched | None = None) -> None:
        digest = _digest(release)
        known = self.known.find(release, digest)
        if known:
            self.counts[
                "changed" if self._again(known, release, digest, searched) else "unchanged"
            ] += 1
            return
        if searched is None:
            searched = self._search(release)
        named = self._is_named(searched)
        if not named and not self.keep_all:
            self.counts["left_out"] += 1
            return
        covered = self.codebook.covers(release.published)
        self.counts["new"] += 1
        self.counts["without_mention"] += not named
        self.counts["outside_span"] += named and not covered
        self.new.append((self.next_id, searched, digest, named and covered))
        published, details = release.published.isoformat(), details_of(release)
        self.known.note(Known(self.next_id, release.uid, digest, published, details), release.url)
        self.next_id += 1

    def _search(self, release: Release) -> Searched:
        return Searched(release, self.finder.find(release.title, release.text))

    def _is_named(self, searched: Searched) -> bool:
        return bool(searched.counting) or not self.codebook.platforms

    def _again(
        self, known: Known, release: Release, digest: bytes, searched: Searched | None
    ) -> bool:
        """Take a release that the study knows as it comes in now; whether anything changed.

        Details, and a date that was there before, must come under the release's own uid, and only
        the last copy of a batch counts: else two copies that differ would change places at each
        import.
        """
        if known.uid == release.url != release.uid:
            known = self._take_uid(known, release.uid)
        own = self.last.get(known.uid) is release
        published = release.published.isoformat()
        alike = known.digest == digest and known.published == published
        details = corrected(known.details, details_of(release)) if own else known.details
        if alike and details == known.details:
            return False
        self._write_if_new(known)
        if alike:
            correct(self.connection, known.id, details)
        else:
            version = self._version(known, release, digest, own=own)
            if version is None:
                return False
            digest = _digest(version)
            if searched is None or version is not release:
                searched = self._search(version)
            self._replace(known.id, searched, digest)
            correct(self.connection, known.id, details)
        self.known.note(Known(known.id, known.uid, digest, published, details), release.url)
        return True

    def _take_uid(self, known: Known, uid: str) -> Known:
        """Give a release that came as a saved page the uid of its source; the address stays.

        So a second release of that address, with a uid of its own, is not taken for this one.
        """
        self._write_if_new(known)
        self.connection.execute("update releases set uid = ? where id = ?", (uid, known.id))
        return self.known.rename(known, uid, known.uid)

    def _write_if_new(self, known: Known) -> None:
        if known.id >= self.next_id - len(self.new):  # twice in this batch
            self._write_new()

    def _version(
        self, known: Known, release: Release, digest: bytes, *, own: bool
    ) -> Release | None:
        """What is to be on show now; None where that stays as it is.

        A text that was there before does not come back, a date of the text on show does. Of a cut
        the date alone counts.
        """
        if self._revises(release) or (known.digest == digest and own):
            return release
        if was_there(self.connection, known.id, digest, release.published):
            return None
        title, text = text_on_show(self.connection, known.id)
        if title != release.title or text == release.text or release.text not in text:
            return release
        keep_cut(self.connection, known.id, release, digest)
        if not own or known.published == release.published.isoformat():
            return None
        return replace(release, text=text, original=None)

    def _revises(self, release: Release) -> bool:
        """Whether the source itself says that this release has changed."""
        return False

    def _reject(self, reject: Reject) -> None:
        self.connection.execute(
            "insert into rejects (run_id, file, line, reason, title) values (?, ?, ?, ?, ?)"
            " on conflict do nothing",
            (self.run_id, reject.file, reject.line, reject.reason, reject.title),
        )
        self.counts["rejected"] += 1

    def _write_new(self) -> None:
        """Insert what has gathered; indexed in bulk, three times as fast as by triggers."""
        if not self.new:
            return
        new, self.new = self.new, []
        connection, first = self.connection, new[0][0]
        connection.executemany(
            f"insert into releases values ({', '.join('?' * 22)})",
            [
                self._row(id_, searched, digest, queued=queued)
                for id_, searched, digest, queued in new
            ],
        )
        connection.executemany(
            "insert into texts values (?, ?)",
            [(id_, searched.release.text) for id_, searched, *_ in new],
        )
        connection.executemany(
            "insert into originals values (?, ?, ?)",
            [
                (id_, searched.release.original, searched.release.fetched_at)
                for id_, searched, *_ in new
                if searched.release.original is not None
            ],
        )
        self._write_mentions((id_, searched.mentions) for id_, searched, *_ in new)
        connection.execute(
            "insert into search (rowid, title, text)"
            " select id, title, text from searchable where id >= ?",
            (first,),
        )
        self._enter("select id from releases where queued = 1 and id >= ?", first)

    def _row(
        self, id_: int, searched: Searched, digest: bytes, *, queued: bool
    ) -> tuple[object, ...]:
        release = searched.release
        return (
            id_,
            release.uid,
            release.url,
            release.published.isoformat(),
            quarter_of(release.published),
            *details_of(release),
            release.file,
            release.line,
            self.run_id,
            release.title,
            digest,
            searched.counting,
            queued,
            *searched.row,
            searched.platforms,
        )

    def _write_mentions(self, found: Iterable[tuple[int, Iterable[Mention]]]) -> None:
        self.connection.executemany(
            "insert into mentions values (?, ?, ?, ?, ?, ?)",
            [(release_id, *mention) for release_id, mentions in found for mention in mentions],
        )

    def _replace(self, release_id: int, searched: Searched, digest: bytes) -> None:
        """Put a newer version on show; keep the earlier one, and put decided releases up again."""
        connection, release = self.connection, searched.release
        connection.execute(
            "insert into search (search, rowid, title, text)"
            " select 'delete', id, title, text from searchable where id = ?",
            (release_id,),
        )
        keep_shown(connection, release_id)
        published, quarter = release.published.isoformat(), quarter_of(release.published)
        connection.execute(
            "update releases set title = ?, digest = ?, mentions = ?, published = ?, quarter = ?,"
            " queued = queued or ?, platforms = ? where id = ?",
            (
                release.title,
                digest,
                searched.counting,
                published,
                quarter,
                self._is_named(searched) and self.codebook.covers(release.published),
                searched.platforms,
                release_id,
            ),
        )
        connection.execute(
            "update texts set text = ? where release_id = ?", (release.text, release_id)
        )
        if release.original is not None:
            connection.execute(
                "insert or replace into originals values (?, ?, ?)",
                (release_id, release.original, release.fetched_at),
            )
        connection.execute("delete from mentions where release_id = ?", (release_id,))
        self._write_mentions([(release_id, searched.mentions)])
        connection.execute(
            "insert into search (rowid, title, text) values (?, ?, ?)",
            (release_id, release.title, release.text),
        )
        connection.execute(
            "update states set published = ?, quarter = ?, changed = (snapshot <> '{}')"
            " where release_id = ?",
            (published, quarter, release_id),
        )
        self._enter("select id from releases where queued = 1 and id = ?", release_id)

    def _enter(self, ids: str, parameter: int) -> None:
        for row in self.connection.execute("select id from readings where pass = 1").fetchall():
            enter(self.connection, ids, (parameter,), reading_id=row["id"])


def _digest(release: Release) -> bytes:
    return hashlib.blake2b(f"{release.title}\0{release.text}".encode(), digest_size=16).digest()
