"""One transaction's worth of records coming into a study."""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from db.known import Known, KnownReleases
from db.mentions import Finder, Mention
from db.placing import placed_row
from db.quarters import quarter_of
from db.readings import enter
from db.records import Imported, LeftOut, Reject, Release
from db.searched import Searched
from db.study import Study, now


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
        self.known = KnownReleases()
        self.new: list[tuple[int, Searched, bytes, bool]] = []
        (self.next_id,) = connection.execute(
            "select coalesce(max(id), 0) + 1 from releases"
        ).fetchone()

    def store(self, batch: Sequence[Imported | Searched]) -> None:
        """Store records in an open transaction; the index and the queue with them."""
        plain = [record.release if isinstance(record, Searched) else record for record in batch]
        self.known.look_up(self.connection, (one for one in plain if isinstance(one, Release)))
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
        if known and self._stays(known, release, digest):
            self.counts["unchanged"] += 1
            return
        if searched is None:
            searched = Searched(release, self.finder.find(release.title, release.text))
        named = bool(searched.counting) or not self.codebook.platforms
        if known:
            self._replace(known.id, searched, digest, named)
            self._remember(release, known.id, known.uid, digest)
            self.counts["changed"] += 1
            return
        if not named and not self.keep_all:
            self.counts["left_out"] += 1
            return
        covered = self.codebook.covers(release.published)
        self.counts["new"] += 1
        self.counts["without_mention"] += not named
        self.counts["outside_span"] += named and not covered
        self.new.append((self.next_id, searched, digest, named and covered))
        self._remember(release, self.next_id, release.uid, digest)
        self.next_id += 1

    def _remember(self, release: Release, id_: int, uid: str, digest: bytes) -> None:
        self.known.note(Known(id_, uid, digest, release.published.isoformat()), release.url)

    def _stays(self, known: Known, release: Release, digest: bytes) -> bool:
        """Whether the version on show stays there, whatever comes in."""
        if known.same(release, digest):
            return True
        if known.id >= self.next_id - len(self.new):  # twice in this batch
            self._write_new()
        return self._was_known(known.id, release, digest)

    def _was_known(self, release_id: int, release: Release, digest: bytes) -> bool:
        """Whether this version was there before, or is only a cut of the one on show.

        A cut is kept beside the earlier versions, as one that never was on show.
        """
        published = release.published.isoformat()
        earlier = self.connection.execute(
            "select 1 from earlier_texts where release_id = ? and digest = ?"
            " and coalesce(published, ?3) = ?3",
            (release_id, digest, published),
        ).fetchone()
        if earlier:
            return True
        row = self.connection.execute(
            "select title, text from searchable where id = ?", (release_id,)
        ).fetchone()
        title, text = row
        if title != release.title or text == release.text or release.text not in text:
            return False
        self.connection.execute(
            "insert into earlier_texts (release_id, replaced_at, title, text, digest, published,"
            " shown) values (?, ?, ?, ?, ?, ?, 0)",
            (release_id, now(), title, release.text, digest, published),
        )
        return True

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
            release.office,
            release.state,
            release.number,
            json.dumps(release.topics, ensure_ascii=False) if release.topics else "[]",
            json.dumps(release.components, ensure_ascii=False) if release.components else "[]",
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

    def _replace(self, release_id: int, searched: Searched, digest: bytes, named: bool) -> None:
        """Put a newer version on show; keep the earlier one, and put decided releases up again."""
        connection, release = self.connection, searched.release
        connection.execute(
            "insert into search (search, rowid, title, text)"
            " select 'delete', id, title, text from searchable where id = ?",
            (release_id,),
        )
        connection.execute(
            "insert into earlier_texts (release_id, replaced_at, title, text, digest, published)"
            " select searchable.id, ?, searchable.title, searchable.text, digest, published"
            " from searchable join releases using (id) where id = ?",
            (now(), release_id),
        )
        published, quarter = release.published.isoformat(), quarter_of(release.published)
        publisher = connection.execute(
            "select office, state from releases where id = ?", (release_id,)
        ).fetchone()
        connection.execute(
            "update releases set title = ?, digest = ?, mentions = ?, published = ?, quarter = ?,"
            " queued = queued or ?, place = ?, place_state = ?, placed_by = ?, sureness = ?,"
            " platforms = ? where id = ?",
            (
                release.title,
                digest,
                searched.counting,
                published,
                quarter,
                named and self.codebook.covers(release.published),
                *placed_row(release.title, release.text, *publisher),
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
