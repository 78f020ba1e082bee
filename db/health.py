"""A study examined from end to end: the file, what was derived, and what the journal adds up to."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from db.errors import AnnotatorError
from db.journal import BROKEN, faults
from db.mention_search import MentionSearch, Progress, silent
from db.study import Study

_SHOWN = 5
"""Details listed of one check; of the rest only the number is said."""


@dataclass(frozen=True, slots=True)
class Check:
    """What one check found."""

    name: str
    status: Literal["ok", "note", "fault"]
    """`note`: nothing is wrong, but it is worth knowing."""
    text: str
    """What was found, and where something is wrong what to do."""
    details: tuple[str, ...] = ()
    """The first findings one by one."""


def examine(study: Study, progress: Progress = silent) -> Iterator[Check]:
    """Check a study; each check is made when it is asked for, the quick ones first.

    Nothing is changed. The check of the text index holds the write lock (a second for ten
    thousand releases); all others only read. `progress` is called with counts of releases searched.
    """
    checks: tuple[tuple[str, Callable[[Study], Check]], ...] = (
        ("file", _file),
        ("references", _references),
        ("codebook", _codebook),
        ("rejects", _rejects),
        ("runs", _runs),
        ("queue", _queue),
        ("journal", _journal),
        ("cases", _cases),
        ("text index", _text_index),
        ("mentions", lambda study: _mentions(study, progress)),
    )
    for name, check in checks:
        try:
            yield check(study)
        except sqlite3.DatabaseError as error:
            yield Check(name, "fault", f"cannot be checked: {error}. {_RESTORE}")
        except AnnotatorError as error:
            yield Check(name, "fault", f"cannot be checked: {error}")


_RESTORE = "Go back to a backup, or save what can be read with: sqlite3 STUDY .recover"
_REPAIR = "Make it anew with: annotator doctor STUDY --repair --backup FILE"


def _file(study: Study) -> Check:
    found = [row[0] for row in study.connection.execute("pragma integrity_check(20)")]
    if found == ["ok"]:
        return Check("file", "ok", "SQLite finds it whole")
    details = tuple(line for message in found for line in str(message).splitlines())
    if all("index" in line for line in details):
        return _fault("file", f"indexes do not fit their tables. {_REPAIR}", details)
    return _fault("file", f"SQLite finds it damaged. {_RESTORE}", details)


def _references(study: Study) -> Check:
    rows = study.connection.execute("pragma foreign_key_check")
    found = [f"{table}, row {row}: no such row in {parent}" for table, row, parent, _ in rows]
    if not found:
        return Check("references", "ok", "every row finds the rows that it names")
    return _fault("references", f"rows name others that are not there. {_RESTORE}", found)


def _codebook(study: Study) -> Check:
    rows = study.connection.execute("select hash, toml from codebooks order by added_at")
    versions = [(row["hash"], row["toml"]) for row in rows]
    altered = [hash_ for hash_, toml in versions if _sha256(toml) != hash_]
    if altered:
        return _fault("codebook", f"the text is not what its hash says. {_RESTORE}", altered)
    title = study.codebook.title
    of = f", the last of {len(versions)} versions" if len(versions) > 1 else ""
    return Check("codebook", "ok", f"sound: “{title}”{of}")


def _rejects(study: Study) -> Check:
    count = _count(study, "select count(*) from rejects")
    if not count:
        return Check("rejects", "ok", "none")
    text = (
        f"{count:,} kept of records that were no releases. List: annotator import STUDY --rejects"
    )
    return Check("rejects", "note", text)


def _runs(study: Study) -> Check:
    rows = study.connection.execute(
        "select kind, source, started_at from runs where finished_at is null order by id"
    )
    broken = [f"{row['kind']} of {row['source']}, begun {row['started_at']}" for row in rows]
    if not broken:
        return Check("runs", "ok", "none broke off")
    text = "broke off, or still at work; what was stored is kept. Run it again"
    return Check("runs", "note", f"{len(broken):,} {text}", _listed(broken))


def _queue(study: Study) -> Check:
    absent = _count(
        study,
        "select count(*) from readings join releases on queued = 1 where pass = 1 and not exists"
        " (select 1 from states where reading_id = readings.id and release_id = releases.id)",
    )
    stray = _count(
        study,
        "select count(*) from states join releases on releases.id = release_id where queued = 0",
    )
    misplaced = _count(
        study,
        "select count(*) from states join releases on releases.id = release_id"
        " where (states.published, states.quarter) <> (releases.published, releases.quarter)",
    )
    findings = (
        (absent, "missing though they are queued"),
        (stray, "there though they are not queued"),
        (misplaced, "under another day than that of the release"),
    )
    if details := [f"{count:,} {what}" for count, what in findings if count]:
        return _fault("queue", f"a reading does not hold what is queued. {_REPAIR}", details)
    queued = _count(study, "select count(*) from releases where queued = 1")
    return Check("queue", "ok", f"{queued:,} releases, the same in every first pass")


def _journal(study: Study) -> Check:
    found = list(islice(faults(study), 1000))
    if not found:
        decisions = _count(study, "select count(distinct step) from journal")
        return Check("journal", "ok", f"{decisions:,} decisions, which add up to the state")
    if any(BROKEN in fault for fault in found):
        return _fault("journal", f"decisions are missing or were altered. {_RESTORE}", found)
    return _fault("journal", f"the state is not what the decisions add up to. {_REPAIR}", found)


def _cases(study: Study) -> Check:
    rows = study.connection.execute(
        "select coder, pass, releases.uid, coalesce(leads.status, 'not in the reading') as stands"
        " from states join readings on readings.id = states.reading_id"
        " join releases on releases.id = states.lead_id"
        " left join states as leads on leads.reading_id = states.reading_id"
        "  and leads.release_id = states.lead_id"
        " where states.lead_id is not null"
        " and (leads.status is null or leads.status in ('excluded', 'linked'))"
        " group by states.reading_id, states.lead_id order by states.reading_id, states.lead_id"
    )
    found = [
        f"reading of {row['coder']}, pass {row['pass']}: {row['uid']} is {row['stands']}"
        for row in rows
    ]
    if not found:
        linked = _count(study, "select count(*) from states where lead_id is not null")
        return Check("cases", "ok", f"{linked:,} linked releases, each to a release that leads")
    text = "releases are linked to one that leads no case. Take them out of it: = and then x"
    return _fault("cases", text, found)


def _text_index(study: Study) -> Check:
    try:
        with study.transaction() as connection:
            connection.execute("insert into search (search, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return Check("text index", "fault", f"does not fit the texts. {_REPAIR}")
    return Check("text index", "ok", "fits the titles and texts")


def _mentions(study: Study, progress: Progress) -> Check:
    search = MentionSearch(study, study.codebook)
    search.catch_up(progress)
    if differing := search.differing():
        text = f"not what the codebook finds (releases: {differing:,}). {_REPAIR}"
        return Check("mentions", "fault", text)
    count = _count(study, "select count(*) from mentions")
    return Check("mentions", "ok", f"{count:,}, all as the codebook finds them")


def _fault(name: str, text: str, details: Sequence[str]) -> Check:
    return Check(name, "fault", text, _listed(details))


def _listed(details: Sequence[str]) -> tuple[str, ...]:
    shown = tuple(details[:_SHOWN])
    rest = len(details) - len(shown)
    return (*shown, f"and {rest:,} more") if rest else shown


def _count(study: Study, query: str) -> int:
    (count,) = study.connection.execute(query).fetchone()
    return int(count)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
