"""Pages of a collection into the study: releases, verdicts, place and log in one transaction."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from db.batch import Batch
from db.collection import Collection
from db.collection.place import Met, Verdict
from db.collection.scope import Scope
from db.mentions import Finder
from db.records import Imported, LeftOut, Reject, Release
from db.runs import begin_run, log_run
from db.study import Study


@dataclass(frozen=True, slots=True)
class Shown:
    """A release that the source showed, and what it was converted to."""

    key: str
    changed: int
    record: Imported | None = None
    """None where it is known and unchanged."""
    verdict: Verdict = Verdict.OPEN
    """What was decided before; OPEN for one that is new."""

    @property
    def revised(self) -> bool:
        """Kept before, and changed at the source since."""
        return self.record is not None and self.verdict is Verdict.KEPT


class Intake:
    """Takes pages in, and counts what became of their releases.

    `counts` has the names of `releases.Outcome` and `outside_range`, the releases dated outside
    what was asked for; callers add their own.
    """

    def __init__(self, study: Study, collection: Collection, scope: Scope, source: str) -> None:
        """Begin a run in the study's log."""
        self._study = study
        self._collection = collection
        self._scope = scope
        self._run = begin_run(study, "collect", source)
        self.counts: Counter[str] = Counter()

    def take(
        self,
        shown: Sequence[Shown],
        *,
        place: dict[str, int],
        also: Callable[[], None] = lambda: None,
    ) -> None:
        """Store a page; all of it is on disk when this returns, or none.

        Args:
            shown: the page's releases.
            place: what changes in the collection's place.
            also: more to write in the same transaction.

        Raises:
            StudyError: the study could not be written.
        """
        counts, before = Counter(self.counts), self._collection.place
        try:
            with self._study.transaction() as connection:
                self._collection.move(**place)
                records = [self._in_range(item, counts) for item in shown]
                batch = _Revision(self._study, connection, self._run, self._scope.keep_all, counts)
                batch.revised = {item.key for item in shown if item.revised}
                batch.store([record for record in records if record is not None])
                kept = self._kept(record for record in records if isinstance(record, Release))
                self._collection.note(
                    Met(item.key, item.changed, *_verdict(item, record, kept))
                    for item, record in zip(shown, records, strict=True)
                )
                also()
                log_run(connection, self._run, counts, finished=False)
        except BaseException:
            self._collection.reload(before)
            raise
        self.counts = counts

    def move(self, **place: int) -> None:
        """Change the collection's place; on disk when this returns."""
        before = self._collection.place
        try:
            with self._study.transaction():
                self._collection.move(**place)
        except BaseException:
            self._collection.reload(before)
            raise

    def close_round(self, *, surplus: int) -> int:
        """Note that the round has met everything; how many known releases it did not meet."""
        with self._study.transaction():
            self._collection.move(
                whole=self._collection.place.round, next_page=0, walks=0, surplus=surplus
            )
            return self._collection.drop_gone()

    def log(self, *, finished: bool) -> None:
        """Write the counts into the study's log; `finished`: the run came to its end."""
        with self._study.transaction() as connection:
            log_run(connection, self._run, self.counts, finished=finished)

    @property
    def wanted(self) -> Callable[[str], bool] | None:
        """Whether a text might name a platform; None where everything is kept."""
        return None if self._scope.keep_all else Finder(self._study.codebook).may_name

    def _in_range(self, item: Shown, counts: Counter[str]) -> Imported | None:
        record = item.record
        if isinstance(record, Release) and not self._scope.covers(record.published):
            counts["outside_range"] += 1
            return None
        return record

    def _kept(self, releases: Iterable[Release]) -> set[str]:
        """Which of these the study holds now, by uid and address."""
        names = {name for release in releases for name in (release.uid, release.url) if name}
        rows = self._study.connection.execute(
            "with names (name) as materialized (select value from json_each(?))"
            " select name from names where exists (select 1 from releases where uid = name)"
            " or exists (select 1 from releases where url = name)",
            (json.dumps(sorted(names)),),
        )
        return {row["name"] for row in rows}


class _Revision(Batch):
    """A batch in which the source's own word counts: what it says has changed, has."""

    revised: set[str]

    def _revises(self, release: Release) -> bool:
        return release.uid in self.revised


def _verdict(item: Shown, stored: Imported | None, kept: set[str]) -> tuple[Verdict, date | None]:
    if item.record is None:
        return item.verdict, None
    if isinstance(item.record, Reject):
        return Verdict.REJECTED, None
    if isinstance(item.record, LeftOut):
        return Verdict.LEFT_OUT, None
    day = item.record.published
    if stored is None:
        return Verdict.OUTSIDE, day
    names_one = item.record.uid in kept or (item.record.url or "") in kept
    return (Verdict.KEPT if names_one else Verdict.LEFT_OUT), day
