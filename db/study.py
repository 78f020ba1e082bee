"""A study file: opened, made, migrated, refused."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from db.codebook import Codebook
from db.codebook.file import parse
from db.damage import damaged, has_code, is_damage
from db.errors import StudyError
from db.migrating import bring_up_to_date, migrate
from db.naming import give_name
from db.version import APPLICATION_ID

BUSY_SECONDS = 10.0
"""How long a write waits for another program's."""

_OUTSIDE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
"""Failures of disk or neighbour, not of our statements."""


class Study:
    """An open study: its connection, its codebook, and transactions.

    A connection belongs to the thread that opened it; another thread opens its own.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._codebook: Codebook | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an existing study, bringing an older schema up to date.

        Raises:
            StudyError: there is no such file, it is no study, or a newer program made it.
        """
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "does not exist"
            raise StudyError(f"{path}: the study {what}. Make one with: annotator new {path}")
        connection = _connect(path)
        try:
            bring_up_to_date(path, connection)
            _settle(connection)
            return cls(path, connection)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def create(cls, path: Path, codebook: Codebook, *, coder: str) -> Self:
        """Make an empty study with that codebook and a coder's first reading; all or no file.

        Raises:
            StudyError: something is there already, or the folder cannot be written.
        """
        if path.exists():
            raise StudyError(f"{path}: exists already; choose another name, or open it as it is.")
        if not path.parent.is_dir():
            raise StudyError(f"{path}: the folder {path.parent} does not exist; make it first.")
        from db.readings import reading  # which needs a study

        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            connection = _connect(draft)
            try:
                connection.execute("pragma journal_mode = wal")
                _settle(connection)
                migrate(connection)
                connection.execute(f"pragma application_id = {APPLICATION_ID}")
                study = cls(draft, connection)
                with study.transaction():
                    study.set_codebook(codebook)
                    reading(study, coder)
            finally:
                connection.close()
            give_name(draft, path)
        except FileExistsError as error:
            raise StudyError(f"{path}: exists already; choose another name.") from error
        except (sqlite3.Error, OSError) as error:
            raise StudyError(f"{path}: cannot be made: {error}.") from error
        finally:
            for ending in ("", "-wal", "-shm"):
                draft.with_name(draft.name + ending).unlink(missing_ok=True)
        return cls.open(path)

    def close(self) -> None:
        """Close the file; decisions are on disk already. The last one out leaves no log behind."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Close the study; a damaged file, wherever it was met, becomes a sentence.

        Raises:
            StudyError: what ended the block was SQLite finding the file damaged.
        """
        self.close()
        if isinstance(error, sqlite3.DatabaseError) and is_damage(error):
            raise damaged(self.path, error) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction with the write lock from its start; nested uses join the outer one.

        Under the lock `codebook` is the one in force, though another program changed it meanwhile.

        Raises:
            StudyError: the lock was not to be had, the disk refused, or the file is damaged;
                nothing was changed.
        """
        if self.connection.in_transaction:
            yield self.connection
            return
        try:
            self.connection.execute("begin immediate")
            held = self._codebook
            try:
                if held and held.hash != self.fact("codebook"):
                    self._codebook = None
                yield self.connection
                self.connection.execute("commit")
            except BaseException:
                with suppress(sqlite3.Error):
                    self.connection.execute("rollback")
                self._codebook = held
                raise
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                raise damaged(self.path, error) from error
            if not has_code(error, _OUTSIDE):
                raise
            raise StudyError(f"{self.path}: not saved: {error}. Nothing was changed.") from error

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        if self._codebook is None:
            row = self.connection.execute(
                "select toml from codebooks where hash = (select value from facts"
                " where name = 'codebook')"
            ).fetchone()
            if row is None:
                raise StudyError(f"{self.path}: the study has lost its codebook.")
            self._codebook = parse(row["toml"], name=f"codebook of {self.path}")
        return self._codebook

    def follow_codebook(self) -> Codebook:
        """The codebook in force now, though another program may have changed it meanwhile."""
        if self._codebook and self._codebook.hash != self.fact("codebook"):
            self._codebook = None
        return self.codebook

    def set_codebook(self, codebook: Codebook) -> None:
        """Put a codebook in force; earlier ones stay in the file under their hashes."""
        with self.transaction() as connection:
            connection.execute(
                "insert into codebooks values (?, ?, ?) on conflict do nothing",
                (codebook.hash, codebook.toml, now()),
            )
            self.set_fact("codebook", codebook.hash)
        self._codebook = codebook

    def fact(self, name: str) -> str | None:
        """A single value kept with the study."""
        row = self.connection.execute("select value from facts where name = ?", (name,)).fetchone()
        return row["value"] if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Keep a single value with the study."""
        with self.transaction() as connection:
            connection.execute("insert or replace into facts values (?, ?)", (name, value))


def now() -> str:
    """The moment, as the study writes it: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _settle(connection: sqlite3.Connection) -> None:
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = full")  # what is said to be saved survives a power cut
