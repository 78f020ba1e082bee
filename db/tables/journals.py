"""The table of the journal: every decision ever taken, in words and as data."""

import json
from collections.abc import Mapping
from functools import lru_cache, partial

from db.codebook import Codebook
from db.journal import step_sizes
from db.releases import told
from db.states import from_json
from db.study import Study
from db.tables import Column, Row, Table, stream, words
from db.words import Named, journal_words

_COLUMNS = (
    Column("step", "number"),
    Column("at"),
    Column("coder", "word"),
    Column("pass", "number"),
    Column("release"),
    Column("kind", "word"),
    Column("words"),
    *words("field", "code"),
    Column("example", "number"),
    Column("undoes", "number"),
    Column("detail", "json"),
    Column("before", "json"),
    Column("after", "json"),
)


def journal_table(study: Study) -> Table:
    """One row for each release that a step touched, in the order of decision, of all readings.

    `field` and `code` say what was set: for an exclusion `exclusion` and its name, for a link
    `relation` and its kind. `before` and `after` are the whole state; the lead of a link, kept
    inside the study by a number, is named by its uid.
    """
    query = f"""
        select step, at, coder, pass, releases.uid, kind,
            (select undone.kind from journal as undone where undone.step = journal.undoes),
            case when detail ->> '$.exclusion' is not null then 'exclusion'
                when detail ->> '$.relation' is not null then 'relation'
                else detail ->> '$.field' end,
            coalesce(detail ->> '$.exclusion', detail ->> '$.relation', detail ->> '$.code'),
            detail ->> '$.example', undoes,
            {_with_uid("detail")}, {_with_uid("before")}, {_with_uid("after")},
            detail, before, after
        from journal
        join readings on readings.id = reading_id
        join releases on releases.id = release_id
        order by journal.id
    """
    named = lru_cache(10_000)(partial(told, study))
    sizes = step_sizes(study)
    rows = (_in_words(row, study.codebook, named, sizes) for row in stream(study, query))
    return Table("journal", _COLUMNS, rows)


def _in_words(row: Row, codebook: Codebook, named: Named, sizes: Mapping[object, int]) -> Row:
    """The row with words in place of the kind of the step that it took back, if any.

    Its last three are detail and states as the study keeps them, releases named by their ids.
    """
    *first, kind, undone = row[:7]
    detail, before, after = map(str, row[-3:])
    said = journal_words(
        str(kind),
        str(undone) if undone else None,
        json.loads(detail),
        from_json(before),
        from_json(after),
        codebook,
        named=named,
        releases=sizes.get(row[0], 1),
    )
    return (*first, kind, said, *row[7:-3])


def _with_uid(column: str) -> str:
    """SQL for a column of JSON whose lead, if it names one, is named by its uid."""
    return (
        f"case when {column} ->> '$.lead' is null then {column} else json_set({column}, '$.lead',"
        f" (select uid from releases as leads where leads.id = {column} ->> '$.lead')) end"
    )
