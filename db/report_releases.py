"""Counts of releases: where they stand, why they were excluded, how they were linked."""

import sqlite3

from db.codebook import Codebook
from db.readings import Reading, tallies
from db.report_records import ExclusionCount, Progress
from db.report_scope import Span
from db.states import RELATIONS
from db.study import Study

OUTSIDE_SPAN = "not (published between :first and :last) and (mentions > 0 or queued)"
WITHOUT_MENTION = "mentions = 0 and not queued"
"""Conditions on `releases` for those that are stored but not to be read."""


def progress(study: Study, reading: Reading, span: Span) -> Progress:
    """Where the releases stand: the running tallies without what lies outside the span."""
    counts = tallies(study, reading.id)
    if span.condition:
        for row in study.connection.execute(
            "select status, count(*) as count, sum(flagged) as flagged from states"
            " where reading_id = ? and not (published between ? and ?) group by status",
            (reading.id, *span.parameters),
        ):
            counts[row["status"]] -= row["count"]
            counts["flagged"] -= row["flagged"]
    aside = study.connection.execute(
        f"select total({OUTSIDE_SPAN}) as outside, total({WITHOUT_MENTION}) as without"
        " from releases where mentions = 0 or not (published between :first and :last)",
        {"first": span.first, "last": span.last},
    ).fetchone()
    return Progress(
        uncoded=counts["uncoded"],
        excluded=counts["excluded"],
        linked=counts["linked"],
        coded=counts["coded"],
        flagged=counts["flagged"],
        outside_span=int(aside["outside"]),
        without_mention=int(aside["without"]),
    )


def exclusions(
    connection: sqlite3.Connection, reading: Reading, codebook: Codebook, span: Span
) -> tuple[ExclusionCount, ...]:
    """Excluded releases by reason, every reason of the codebook in its order."""
    counts = _counts(connection, "exclusion", "status = 'excluded'", reading, span)
    return tuple(
        ExclusionCount(reason.name, reason.label, counts.get(reason.name, 0))
        for reason in codebook.exclusions
    )


def links(connection: sqlite3.Connection, reading: Reading, span: Span) -> dict[str, int]:
    """Linked releases by relation."""
    counts = _counts(connection, "relation", "lead_id is not null", reading, span)
    return {relation: counts.get(relation, 0) for relation in RELATIONS}


def _counts(
    connection: sqlite3.Connection, column: str, condition: str, reading: Reading, span: Span
) -> dict[str, int]:
    rows = connection.execute(
        f"select {column} as name, count(*) as count from states"
        f" where reading_id = ? and {condition}{span.condition} group by {column}",
        (reading.id, *span.parameters),
    )
    return {row["name"]: row["count"] for row in rows}
