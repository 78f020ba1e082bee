"""What is known of one release beside what its page shows: source, readings, journal."""

import json
from dataclasses import dataclass
from functools import partial

from db.journal import step_sizes
from db.releases import told
from db.states import Status, from_json
from db.study import Study
from db.words import journal_words, local_minute


@dataclass(frozen=True, slots=True)
class Reader:
    """How one reading stands to a release."""

    coder: str
    number: int
    """Of the pass."""
    status: Status


@dataclass(frozen=True, slots=True)
class Details:
    """Of one release."""

    number: str | None
    """The office's release number."""
    topics: tuple[str, ...]
    components: tuple[str, ...]
    file: str
    line: int
    """0 where the file holds one release only."""
    came_in: str
    """When and by what: "2026-11-24, import"."""
    replaced: tuple[str, ...]
    """Days on which a newer text came in."""
    readings: tuple[Reader, ...]
    journal: tuple[str, ...]
    """Every decision on it in words, of all readings, the first first."""


def details(study: Study, release_id: int) -> Details:
    """All of it, in a few small queries."""
    connection = study.connection
    row = connection.execute(
        "select number, topics, components, file, line, kind, started_at from releases"
        " left join runs on runs.id = run_id where releases.id = ?",
        (release_id,),
    ).fetchone()
    replaced = connection.execute(
        "select substr(replaced_at, 1, 10) from earlier_texts where release_id = ? and shown"
        " order by id",
        (release_id,),
    ).fetchall()
    readers = connection.execute(
        "select coder, pass, status from states join readings on readings.id = reading_id"
        " where release_id = ? order by readings.id",
        (release_id,),
    ).fetchall()
    return Details(
        number=row["number"],
        topics=tuple(json.loads(row["topics"])),
        components=tuple(json.loads(row["components"])),
        file=row["file"],
        line=row["line"],
        came_in=f"{row['started_at'][:10]}, {row['kind']}" if row["kind"] else "",
        replaced=tuple(day for (day,) in replaced),
        readings=tuple(Reader(one["coder"], one["pass"], one["status"]) for one in readers),
        journal=tuple(_journal(study, release_id)),
    )


def _journal(study: Study, release_id: int) -> list[str]:
    rows = study.connection.execute(
        "select step, at, coder, pass, kind, detail, before, after,"
        " (select undone.kind from journal as undone where undone.step = journal.undoes) as undone"
        " from journal join readings on readings.id = reading_id"
        " where release_id = ? order by journal.id",
        (release_id,),
    )
    lines = []
    sizes = step_sizes(study, release_id)
    for row in rows:
        words = journal_words(
            row["kind"],
            row["undone"],
            json.loads(row["detail"]),
            from_json(row["before"]),
            from_json(row["after"]),
            study.codebook,
            named=partial(told, study),
            releases=sizes.get(row["step"], 1),
        )
        lines.append(f"{local_minute(row['at'])}  {row['coder']} {row['pass']}  {words}")
    return lines
