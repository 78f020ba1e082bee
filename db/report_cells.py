"""The releases behind a number of the report: every count can be traced to what was counted."""

from dataclasses import dataclass
from typing import Literal

from db.readings import Reading
from db.report_cases import Cases
from db.report_kinds import Of
from db.report_releases import OUTSIDE_SPAN, WITHOUT_MENTION
from db.report_scope import Span, at_one_moment
from db.study import Study

Standing = Literal[
    "collected",
    "uncoded",
    "excluded",
    "coded",
    "linked",
    "flagged",
    "exclusion",
    "link",
    "outside_span",
    "without_mention",
]

_IN_READING: dict[Standing, str] = {
    "collected": "true",
    "uncoded": "status = 'uncoded'",
    "excluded": "status = 'excluded'",
    "coded": "status = 'coded'",
    "linked": "status = 'linked'",
    "flagged": "flagged = 1",
    "exclusion": "status = 'excluded' and exclusion = :name",
    "link": "status = 'linked' and relation = :name",
}
_ASIDE: dict[Standing, str] = {
    "outside_span": OUTSIDE_SPAN,
    "without_mention": WITHOUT_MENTION,
}


@dataclass(frozen=True, slots=True)
class ReleaseCell:
    """A count of releases by where they stand."""

    standing: Standing
    name: str = ""
    """The reason, for `exclusion`; the relation, for `link`."""


@dataclass(frozen=True, slots=True)
class CaseCell:
    """A count of cases, or of their examples."""

    of: Of
    quarter: str | None = None
    """Only cases of that quarter."""
    state: str | None = None
    """Only cases of that state; "" for those whose release tells none."""


Cell = ReleaseCell | CaseCell
"""One count of a report."""


def releases_behind(study: Study, reading: Reading, cell: Cell) -> list[int]:
    """Ids of the releases that a number counts, by date; of each case its lead release."""
    with at_one_moment(study):
        if isinstance(cell, CaseCell):
            return Cases(study, reading).behind(cell.of, cell.quarter, cell.state)
        return _releases(study, reading, cell)


def _releases(study: Study, reading: Reading, cell: ReleaseCell) -> list[int]:
    span = Span(study.connection, reading, study.codebook)
    if cell.standing in _ASIDE:
        query = f"select id from releases where {_ASIDE[cell.standing]} order by published, id"
    else:
        query = (
            "select release_id from states where reading_id = :reading"
            f" and {_IN_READING[cell.standing]} and published between :first and :last"
            " order by published, release_id"
        )
    parameters = {
        "reading": reading.id,
        "name": cell.name,
        "first": span.first,
        "last": span.last,
    }
    return [row[0] for row in study.connection.execute(query, parameters)]
