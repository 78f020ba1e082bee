"""How far a collection from the web has come: kept in the study, so that it can go on any time."""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, replace
from uuid import UUID

from db.collection.place import Met, Place, Seen, Verdict
from db.collection.scope import Scope
from db.collection.standing import REOPENED, reopening
from db.study import Study


class Collection:
    """One source's state in a study; the writes are for the transaction of the releases."""

    def __init__(self, study: Study, source: str) -> None:
        self._study = study
        self._connection = study.connection
        with study.transaction() as connection:
            connection.execute(
                "insert into collections (source, scope) values (?, '') on conflict do nothing",
                (source,),
            )
        row = self._row(source)
        self.id = int(row["id"])
        self.place = Place(**{name: row[name] for name in Place.__slots__})

    def set_scope(self, scope: Scope) -> int:
        """Put a scope in force; how many releases it opens again.

        What was passed over under the earlier scope and is wanted under this one is open again,
        and a whole round is needed to come by it.
        """
        with self._study.transaction() as connection:
            kept = self._row_by_id()["scope"]
            opened = self._open_again(scope, Scope.from_json(kept)) if kept else 0
            connection.execute(
                "update collections set scope = ? where id = ?", (scope.to_json(), self.id)
            )
            if opened:
                self._start_over()
        return opened

    def forget(self) -> None:
        """Have every release read again, whether or not the source says that it changed."""
        with self._study.transaction() as connection:
            connection.execute(
                "update collected set verdict = ? where collection_id = ?", (Verdict.OPEN, self.id)
            )
            self._start_over()

    def seen(self, keys: Iterable[str]) -> dict[str, Seen]:
        """What is known of those releases."""
        by_blob = {_blob(key): key for key in keys}
        rows = self._connection.execute(
            "select key, changed, verdict, round from collected where collection_id = ?"
            f" and key in ({','.join('?' * len(by_blob))})",
            (self.id, *by_blob),
        )
        return {
            by_blob[row["key"]]: Seen(row["changed"], Verdict(row["verdict"]), row["round"])
            for row in rows
        }

    def note(self, releases: Iterable[Met]) -> None:
        """Keep what was met, as of the present round."""
        self._connection.executemany(
            "insert into collected values (?, ?, ?, ?, ?, ?) on conflict do update set"
            " changed = max(changed, excluded.changed), day = coalesce(excluded.day, day),"
            " verdict = excluded.verdict, round = excluded.round",
            [
                (
                    self.id,
                    _blob(met.key),
                    met.changed,
                    met.day.toordinal() if met.day else None,
                    met.verdict,
                    self.place.round,
                )
                for met in releases
            ],
        )

    def move(self, **changes: int) -> None:
        """Change the place, in memory and in the open transaction."""
        self.place = replace(self.place, **changes)
        self._write_place()

    def reload(self, place: Place) -> None:
        """Take back a place whose transaction failed."""
        self.place = place

    def met(self, since_round: int) -> int:
        """Releases that the source showed in that round or a later one."""
        (count,) = self._connection.execute(
            "select count(*) from collected where collection_id = ? and round >= ?",
            (self.id, since_round),
        ).fetchone()
        return int(count)

    def drop_gone(self) -> int:
        """Forget those that the round now whole did not show: the source has withdrawn them.

        Their releases in the study stay.
        """
        return self._connection.execute(
            "delete from collected where collection_id = ? and round < ?",
            (self.id, self.place.round),
        ).rowcount

    def _open_again(self, scope: Scope, earlier: Scope) -> int:
        return self._connection.execute(
            f"update collected set verdict = :open where collection_id = :id and {REOPENED}",
            reopening(self.id, scope, earlier),
        ).rowcount

    def _start_over(self) -> None:
        """Begin a round anew at the next call, without stopping early."""
        self.move(whole=0, next_page=0, walks=0)

    def _write_place(self) -> None:
        names = ", ".join(f"{name} = :{name}" for name in Place.__slots__)
        self._connection.execute(
            f"update collections set {names} where id = :id", asdict(self.place) | {"id": self.id}
        )

    def _row(self, source: str) -> sqlite3.Row:
        row: sqlite3.Row = self._connection.execute(
            "select * from collections where source = ?", (source,)
        ).fetchone()
        return row

    def _row_by_id(self) -> sqlite3.Row:
        row: sqlite3.Row = self._connection.execute(
            "select * from collections where id = ?", (self.id,)
        ).fetchone()
        return row


def _blob(key: str) -> bytes:
    """A key in sixteen bytes."""
    try:
        return UUID(key).bytes
    except ValueError:
        return hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=16).digest()
