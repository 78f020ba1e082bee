"""The stored releases searched again: what a codebook finds in them, beside what is stored."""

import sqlite3
from collections.abc import Callable

from db.codebook import Codebook
from db.mentions import Finder
from db.study import Study
from db.tallying import NAMED

BATCH = 1000
"""Releases searched between two words of progress; their texts are held in memory meanwhile."""

Progress = Callable[[int], None]
"""Called with counts of releases, as they are done."""


def silent(count: int) -> None:
    """The progress of which nobody wants to hear."""


def release_count(study: Study) -> int:
    """How many releases there are to be searched."""
    (count,) = study.connection.execute("select count(*) from releases").fetchone()
    return int(count)


_TABLES = """
    drop table if exists temp.searched;
    drop table if exists temp.found;
    create temp table searched (
        release_id integer primary key, digest blob not null, mentions integer not null
    );
    create temp table found (
        release_id integer, part text, start integer, end integer, platform text,
        furniture integer, primary key (release_id, part, start)
    ) without rowid
"""

_UNSEARCHED = """
    select id, title, text, digest from main.releases join main.texts on texts.release_id = id
    where id > ? and not exists (
        select 1 from temp.searched
        where searched.release_id = id and searched.digest = releases.digest
    )
    order by id limit ?
"""

_DIFFERING = """
    select release_id from (select * from temp.found except select * from main.mentions)
    union select release_id from (select * from main.mentions except select * from temp.found)
    union select id from main.releases join temp.searched on searched.release_id = id
        where searched.mentions <> releases.mentions
"""


class MentionSearch:
    """What a codebook finds in all stored releases, gathered in temporary tables.

    Searching takes its time, so it is done without the write lock; `catch_up` again under the
    lock searches only what came or changed since. Memory does not grow with the study.
    """

    def __init__(self, study: Study, codebook: Codebook) -> None:
        """Begin with nothing searched."""
        self._connection = study.connection
        self._finder = Finder(codebook)
        for statement in _TABLES.split(";"):
            self._connection.execute(statement)

    def catch_up(self, progress: Progress = silent) -> None:
        """Search every release whose text, as it is now, was not yet searched."""
        last = 0
        while rows := self._connection.execute(_UNSEARCHED, (last, BATCH)).fetchall():
            last = rows[-1]["id"]
            self._search(rows)
            progress(len(rows))

    def differing(self) -> int:
        """How many releases have stored mentions other than what was found."""
        (count,) = self._connection.execute(f"select count(*) from ({_DIFFERING})").fetchone()
        return int(count)

    def write(self) -> None:
        """Store what was found in place of what differs from it, in an open transaction."""
        connection = self._connection
        connection.execute(f"create temp table differing as {_DIFFERING}")
        connection.execute(
            "delete from main.mentions where release_id in (select release_id from temp.differing)"
        )
        connection.execute(
            "insert into main.mentions select * from temp.found"
            " where release_id in (select release_id from temp.differing)"
        )
        connection.execute(
            "update main.releases set mentions = searched.mentions from temp.searched"
            " where searched.release_id = id and searched.mentions <> releases.mentions"
        )
        connection.execute(
            f"update main.releases set platforms = {NAMED}"
            " where id in (select release_id from temp.differing)"
        )
        connection.execute("drop table temp.differing")

    def _search(self, rows: list[sqlite3.Row]) -> None:
        self._connection.executemany(
            "delete from temp.found where release_id = ?", [(row["id"],) for row in rows]
        )
        for row in rows:
            mentions = self._finder.find(row["title"], row["text"])
            self._connection.executemany(
                "insert into temp.found values (?, ?, ?, ?, ?, ?)",
                [(row["id"], m.part, m.start, m.end, m.platform, m.furniture) for m in mentions],
            )
            counting = sum(not mention.furniture for mention in mentions)
            self._connection.execute(
                "insert or replace into temp.searched values (?, ?, ?)",
                (row["id"], row["digest"], counting),
            )
