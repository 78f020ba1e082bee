"""Releases coming into a study: stored once, with their mentions and index, each batch whole."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from db.batch import Batch
from db.errors import StudyError
from db.named import named
from db.records import Imported, Reject, Release
from db.runs import begin_run, log_run
from db.searched import Searched
from db.study import Study
from db.words import plain

_TITLE = 60
"""Characters of a title where a release is only named."""
BATCH = 5000
"""Records stored in one transaction at most: the text index is half as dear as with a thousand."""
BATCH_SIZE = 20_000_000
"""Characters of text in one transaction at most, so that huge releases do not fill memory."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the records of one run."""

    new: int = 0
    """Stored for the first time."""
    changed: int = 0
    """Known, but with another text or date, of which the earlier version is kept, or with another
    office, number, topics or components."""
    unchanged: int = 0
    """Known as they are."""
    left_out: int = 0
    """Sound, but naming no platform."""
    rejected: int = 0
    """Not readable as a release; kept as rejects."""
    outside_span: int = 0
    """Of the new ones: naming a platform, but dated outside the codebook's span; not queued.

    The report counts by the same rule (`progress.outside_span`)."""
    without_mention: int = 0
    """Of the new ones: naming no platform, stored because everything was to be kept."""

    @property
    def counts(self) -> dict[str, int]:
        """All of them by name, as the log keeps them."""
        return {name: getattr(self, name) for name in self.__slots__}

    @property
    def records(self) -> int:
        """All records that were read."""
        return self.new + self.changed + self.unchanged + self.left_out + self.rejected


def store(
    study: Study,
    records: Iterable[Imported | Searched],
    *,
    source: str,
    kind: str = "import",
    keep_all: bool = False,
    on_batch: Callable[[Outcome], None] = lambda outcome: None,
) -> Outcome:
    """Store what an importer yields, in batches of one transaction each.

    Memory does not grow with the number of records. A release known by its uid or address is
    not stored twice: another text or date replaces the one on show, and the earlier version is
    kept; office, number, topics and components are put right in place. The run is logged with
    its counts, batch by batch, so that a broken run says how far it came. What was read before
    reading failed is stored; then the failure goes on to the caller.

    Args:
        source: what was read, for the log: the paths or the address.
        keep_all: store releases that name no platform too (they are not queued).
        on_batch: called with the counts so far after each batch is on disk.

    Raises:
        StudyError: the study could not be written; batches stored before stay.
    """
    run_id = begin_run(study, kind, source)
    counts: Counter[str] = Counter()
    outcome = Outcome()
    with _room_for_much(study.connection):
        for batch in _batches(records):
            with study.transaction() as connection:
                Batch(study, connection, run_id, keep_all, counts).store(batch)
                outcome = Outcome(**counts)
                log_run(connection, run_id, outcome.counts, finished=False)
            on_batch(outcome)
    with study.transaction() as connection:
        log_run(connection, run_id, outcome.counts, finished=True)
    return outcome


def ids_by_uid(study: Study) -> dict[str, int]:
    """Every release's uid with the number it has in this study."""
    rows = study.connection.execute("select uid, id from releases")
    return {row["uid"]: row["id"] for row in rows}


def find(study: Study, name: str) -> tuple[int, str]:
    """Number and uid of the release of that uid, or else of that address.

    Raises:
        StudyError: the study has none, or several of that address.
    """
    try:
        return named(study.connection, name)
    except LookupError as error:
        raise StudyError(f"{study.path}: {error}") from None


def told(study: Study, release_id: int) -> str:
    """A release as a person knows it, on one line: "2018-10-04 Paducah Man Charged"."""
    row = study.connection.execute(
        "select published, title from releases where id = ?", (release_id,)
    ).fetchone()
    if row is None:
        return f"release {release_id}"
    title = plain(row["title"])
    return f"{row['published']} {title if len(title) <= _TITLE else title[: _TITLE - 1] + '…'}"


def rejects(study: Study) -> Iterator[Reject]:
    """Every record that could not be read, in the order it was met."""
    for row in study.connection.execute(
        "select file, line, reason, title from rejects order by id"
    ):
        yield Reject(row["file"], row["line"], row["reason"], row["title"])


@contextmanager
def _room_for_much(connection: sqlite3.Connection) -> Iterator[None]:
    """Room for a batch in memory and in the log: a sixth faster than with 2 MB and 4 MB."""
    connection.execute("pragma cache_size = -262144")
    connection.execute("pragma wal_autocheckpoint = 40000")
    try:
        yield
    finally:
        connection.execute("pragma cache_size = -2000")
        connection.execute("pragma wal_autocheckpoint = 1000")


def _batches(records: Iterable[Imported | Searched]) -> Iterator[list[Imported | Searched]]:
    """The records in batches; what came before an error is one too, and then the error goes on."""
    batch: list[Imported | Searched] = []
    size = 0
    try:
        for record in records:
            batch.append(record)
            release = record.release if isinstance(record, Searched) else record
            size += len(release.text) if isinstance(release, Release) else 0
            if len(batch) >= BATCH or size >= BATCH_SIZE:
                yield batch
                batch, size = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
