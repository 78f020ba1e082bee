"""Candidates kept in the study: found in bulk for all releases that are new, both ways."""

import json
import sqlite3
from array import array
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import groupby, islice
from operator import itemgetter

from db.relatives.features import VERSION, from_row
from db.relatives.reading import Read, Text, read_all, workers
from db.relatives.scoring import Finding, Rarity, Release, compare
from db.study import Study

COMMONEST = 30
"""A key that more releases share than this is no clue: boilerplate, or an official."""
KEPT = 12
"""Candidates kept of one release when it is compared."""
SAMPLE = 20_000
"""Releases at least by which boilerplate is told; all of a smaller study."""
HELD = 120_000
"""Releases held in memory while comparing, some 7 KB each; more are read again and again."""
_BATCH = 2000
"""Releases whose features are written in one transaction: other sittings wait no longer."""

_PORTION = 400
"""Releases read in one go, about a quarter of a second: as long as Ctrl-C waits."""
MANY = 5000
"""Of more releases than this the texts are read in several processes."""

_MISSING = """
    select id from releases left join relative_features on release_id = id
    where relative_features.digest is not releases.digest or version is not ?
"""
_UNREAD = """
    select id from releases left join relative_features on release_id = id
    where relative_features.digest is not releases.digest or version not in (?1, -?1)
"""
"""A release that is read, but not compared yet, has its version negative: reading may be stopped,
or the comparison, and the next one goes on from there."""


def missing(study: Study) -> int:
    """How many releases have not been compared as they are now."""
    (count,) = study.connection.execute(f"select count(*) from ({_MISSING})", (VERSION,)).fetchone()
    return int(count)


def bring_up_to_date(study: Study, on_progress: Callable[[int], None] = lambda count: None) -> int:
    """Compare every release that is new or has another text with all others.

    When a study has doubled since it was compared as a whole, all of it is compared anew: what
    is rare among few may be common among many.

    Args:
        on_progress: called with the number of releases read since the last call.

    Returns:
        How many releases were compared.

    Raises:
        StudyError: the study could not be written; what was found before stays.
    """
    if not missing(study):
        return 0
    unread = [row[0] for row in study.connection.execute(_UNREAD, (VERSION,))]
    processes = workers() if len(unread) > MANY else 0
    with closing(read_all(_portions(study, unread), processes)) as reads:
        while batch := list(islice(reads, _BATCH)):
            _keep(study, batch)
            on_progress(len(batch))
    compared = len(_waiting(study))
    _begin_whole(study)
    _Comparison(study, _waiting(study)).write()
    return compared


def _waiting(study: Study) -> list[int]:
    """Ids of the releases that are read, but not compared yet."""
    rows = study.connection.execute(
        "select release_id from relative_features where version = ?", (-VERSION,)
    )
    return [row[0] for row in rows]


def _begin_whole(study: Study) -> None:
    """Let every release be compared once more, where the study has doubled since that was done."""
    with study.transaction() as connection:
        (count,) = connection.execute("select count(*) from relative_features").fetchone()
        if count >= 2 * int(study.fact("relatives_whole") or 0):
            connection.execute("update relative_features set version = ?", (-VERSION,))
            study.set_fact("relatives_whole", str(count))


def _portions(study: Study, ids: list[int]) -> Iterator[list[Text]]:
    """The texts to read, as they are when they are asked for."""
    for start in range(0, len(ids), _PORTION):
        rows = study.connection.execute(
            "select releases.id, digest, title, text from json_each(?) as chosen"
            " join releases on releases.id = chosen.value"
            " join texts on texts.release_id = releases.id",
            (json.dumps(ids[start : start + _PORTION]),),
        )
        yield [(row["id"], row["digest"], row["title"], row["text"]) for row in rows]


def _keep(study: Study, reads: list[Read]) -> None:
    """Write what was read of releases; a text changed meanwhile has another digest, and waits."""
    with study.transaction() as connection:
        for one in reads:
            _forget(connection, one.id)
        connection.executemany(
            "insert into relative_features values (?, ?, ?, ?, ?, ?)",
            [(one.id, one.digest, -VERSION, *one.row) for one in reads],
        )
        connection.executemany(
            "insert or ignore into relative_keys values (?, ?)",
            sorted((key, one.id) for one in reads for key in one.keys),
        )


def _forget(connection: sqlite3.Connection, release_id: int) -> None:
    """Take out what was found of an earlier text or by older rules."""
    row = connection.execute(
        "select hash, runs, rest from relative_features where release_id = ?", (release_id,)
    ).fetchone()
    if row is None:
        return
    connection.executemany(
        "delete from relative_keys where key = ? and release_id = ?",
        [(key, release_id) for key in from_row(*row).lookups()],
    )
    connection.execute("delete from relative_features where release_id = ?", (release_id,))
    connection.execute(
        "delete from relatives where release_id = ?1 or other_id = ?1", (release_id,)
    )


class _Comparison:
    """New releases against all that share a key with them.

    The study is only read while they are compared, and held but to write what a portion of them
    gave; a text that was replaced meanwhile is left for the next comparison.
    """

    def __init__(self, study: Study, new: list[int]) -> None:
        self.study = study
        self.connection = connection = study.connection
        self.new = set(new)
        self._digests: dict[int, bytes] = {}
        """Of the texts that were compared."""
        self._releases: OrderedDict[int, Release] = OrderedDict()
        (self._count,) = connection.execute("select count(*) from relative_features").fetchone()
        self._names: dict[int, int] = {}
        runs, offices = self._common_runs(), self._offices()
        self._rarity = Rarity(int(self._count), self._names, runs, offices)

    def write(self) -> None:
        """Keep the candidates found, each seen from both releases."""
        meetings = self._meetings()
        portions = iter(sorted(self.new))
        while portion := list(islice(portions, _BATCH)):
            self._write_portion(
                {id_: self._relatives(id_, sorted(meetings.pop(id_, ()))) for id_ in portion}
            )

    def _relatives(self, release_id: int, others: list[int]) -> list[tuple[Finding, int]]:
        """The best of those that a release meets."""
        at_hand = self._release(release_id)
        found = [
            (finding, other_id)
            for other_id in others
            if (finding := compare(at_hand, self._release(other_id), self._rarity))
        ]
        found.sort(key=lambda pair: -pair[0].score)
        return found[:KEPT]

    def _write_portion(self, portion: dict[int, list[tuple[Finding, int]]]) -> None:
        """Write what was found of some releases, in one transaction."""
        with self.study.transaction() as connection:
            others = {id_ for found in portion.values() for _, id_ in found}
            stale = self._stale({*portion, *others})
            ids = [(id_,) for id_ in portion if id_ not in stale]
            connection.executemany("delete from relatives where release_id = ?", ids)
            connection.executemany(
                "insert or ignore into relatives values (?, ?, ?, ?, ?)",
                [
                    row
                    for (release_id,) in ids
                    for row in _rows(
                        release_id,
                        [pair for pair in portion[release_id] if pair[1] not in stale],
                        self.new,
                    )
                ],
            )
            connection.executemany(
                f"update relative_features set version = {VERSION} where release_id = ?", ids
            )

    def _stale(self, ids: set[int]) -> set[int]:
        """Those of which another text was read since they were compared."""
        rows = self.connection.execute(
            "select release_id, digest from relative_features"
            " where release_id in (select value from json_each(?))",
            (json.dumps(sorted(ids)),),
        )
        return ids - {row[0] for row in rows if row[1] == self._digests[row[0]]}

    def _meetings(self) -> dict[int, set[int]]:
        """New release → the others with which it shares a key that is not too common."""
        meetings: defaultdict[int, set[int]] = defaultdict(set)
        for key, rows in groupby(self._keys(), key=itemgetter(0)):
            sharing = [row[1] for row in rows]
            if len(sharing) < 2:
                continue
            self._names[key] = len(sharing)
            if len(sharing) <= COMMONEST:
                for release_id in sharing:
                    if release_id in self.new:
                        meetings[release_id].update(sharing)
        for release_id, others in meetings.items():
            others.discard(release_id)
        return meetings

    def _keys(self) -> sqlite3.Cursor:
        """Who holds which key, in order of keys: all, or those of the new releases."""
        cursor = self.connection.cursor()
        cursor.row_factory = None
        if 20 * len(self.new) > self._count:
            return cursor.execute("select key, release_id from relative_keys order by key")
        keys = {key for id_ in self.new for key in self._release(id_).features.lookups()}
        return cursor.execute(
            "select key, release_id from relative_keys"
            " where key in (select value from json_each(?)) order by key",
            (json.dumps(sorted(keys)),),
        )

    def _common_runs(self) -> dict[int, int]:
        """Boilerplate: how many releases hold a run of words, estimated from a sample of them."""
        every = max(1, self._count // SAMPLE)
        counts: Counter[int] = Counter()
        rows = self.connection.execute(
            "select runs from relative_features where release_id % ? = 0", (every,)
        )
        for (runs,) in rows:
            held = array("I")
            held.frombytes(runs)
            counts.update(held)
        return {run: count * every for run, count in counts.items() if count > 2}

    def _offices(self) -> dict[str | None, int]:
        rows = self.connection.execute("select office, count(*) from releases group by office")
        return {office: count for office, count in rows}

    def _release(self, release_id: int) -> Release:
        """One side of a comparison; those compared last are held."""
        release = self._releases.get(release_id)
        if release is not None:
            return release
        row = self.connection.execute(
            "select published, office, relative_features.digest, hash, runs, rest"
            " from relative_features"
            " join releases on releases.id = release_id where release_id = ?",
            (release_id,),
        ).fetchone()
        features = from_row(row["hash"], row["runs"], row["rest"])
        weight = self._rarity.of_all(features.shingles)
        release = Release(date.fromisoformat(row["published"]), row["office"], features, weight)
        self._releases[release_id] = release
        self._digests.setdefault(release_id, row["digest"])
        if len(self._releases) > HELD:
            self._releases.popitem(last=False)
        return release


def _rows(
    release_id: int, found: list[tuple[Finding, int]], new: set[int]
) -> Iterator[tuple[int, int, str, float, str]]:
    for finding, other_id in found:
        facts = finding.facts
        words = json.dumps(facts.words(), ensure_ascii=False)
        yield release_id, other_id, finding.relation, finding.score, words
        if other_id not in new:  # the others are compared themselves
            words = json.dumps(facts.seen_from_the_other().words(), ensure_ascii=False)
            yield other_id, release_id, finding.relation, finding.score, words
