"""What of a codebook the decisions of a study use: now, or ever, so that undo can bring it back."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.study import Study

_CODES_NOW = """
    select field, code, count(distinct release_id) as releases from codings group by field, code
"""

_EXCLUSIONS_NOW = """
    select exclusion, count(distinct release_id) as releases from states
    where status = 'excluded' group by exclusion
"""

_CODES_EVER = """
    select codes.key as field, codes.value as code
    from journal, json_each(after, '$.values') as codes
    union
    select codes.key, codes.value
    from journal, json_each(after, '$.examples') as example,
        json_each(example.value, '$.values') as codes
"""

_EXCLUSIONS_EVER = """
    select distinct after ->> '$.exclusion' as exclusion from journal
    where after ->> '$.exclusion' is not null
"""

_EVIDENCE_EVER = """
    select distinct evidence.value ->> 0 as field
    from journal, json_each(after, '$.evidence') as evidence
"""


@dataclass(frozen=True, slots=True)
class Use:
    """The names that decisions of any reading hold, with the releases that hold them now.

    A count of 0 means that only the journal does: the decision was undone or changed later.
    """

    codes: Mapping[tuple[str, str], int]
    """Field and code → number of releases."""
    exclusions: Mapping[str, int]
    """Exclusion → number of releases."""
    fields: frozenset[str]
    """Fields that have a code or evidence somewhere."""


def in_use(study: Study) -> Use:
    """What the study's decisions use, in all its readings and in their journal."""
    connection = study.connection
    codes = {(row["field"], row["code"]): 0 for row in connection.execute(_CODES_EVER)}
    for row in connection.execute(_CODES_NOW):
        codes[row["field"], row["code"]] = row["releases"]
    exclusions = {row["exclusion"]: 0 for row in connection.execute(_EXCLUSIONS_EVER)}
    for row in connection.execute(_EXCLUSIONS_NOW):
        exclusions[row["exclusion"]] = row["releases"]
    marked = (row["field"] for row in connection.execute(_EVIDENCE_EVER))
    return Use(codes, exclusions, frozenset(marked) | {field for field, _ in codes})
