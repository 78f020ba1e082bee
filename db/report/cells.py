"""The releases behind a number of the report: every count can be traced to what was counted."""

from dataclasses import dataclass, replace
from typing import Literal

from db.readings import Reading
from db.report.cases import Cases
from db.report.days import Days
from db.report.filter import EVERYTHING, ReportFilter
from db.report.kinds import Of
from db.report.releases import OUTSIDE_SPAN, WITHOUT_MENTION
from db.report.scope import Scope, at_one_moment
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
ASIDE: dict[Standing, str] = {
    "outside_span": OUTSIDE_SPAN,
    "without_mention": WITHOUT_MENTION,
}
"""Releases that are stored and not read; no reading holds them."""


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
    """Only cases of that quarter ("2018-Q2") or year ("2018")."""
    state: str | None = None
    """Only cases of that state; "" for those whose release tells none."""
    codes: tuple[tuple[str, str], ...] = ()
    """Only cases with all these codes (field, code) in one example of the measure."""
    among: tuple[str, ...] | None = None
    """Only cases of these quarters, in their order."""
    without: Of | None = None
    """Not the cases that this measure counts."""
    left_out: bool = False
    """Instead of the cases that the filter's category keeps, those that it leaves out."""


Cell = ReleaseCell | CaseCell
"""One count of a report."""


def releases_behind(
    study: Study, reading: Reading, cell: Cell, chosen: ReportFilter = EVERYTHING
) -> list[int]:
    """Ids of the releases that a number counts, by date; of each case its lead release."""
    with at_one_moment(study):
        if isinstance(cell, CaseCell):
            return _cases(study, reading, cell, chosen)
        return _releases(Scope(study, reading, chosen), cell)


def _cases(study: Study, reading: Reading, cell: CaseCell, chosen: ReportFilter) -> list[int]:
    """Ids of the lead releases of the cases that a number counts, by date."""
    cases = Cases(study, reading, replace(chosen, category=None) if cell.left_out else chosen)
    quarters = (cell.quarter,) if cell.among is None else cell.among
    found = [
        id_
        for quarter in quarters
        for id_ in cases.behind(cell.of, quarter, cell.state, dict(cell.codes))
    ]
    if cell.left_out:
        kept = set(Cases(study, reading, chosen).behind(cell.of))
        found = [id_ for id_ in found if id_ not in kept]
    if cell.without:
        others = set(cases.behind(cell.without))
        found = [id_ for id_ in found if id_ not in others]
    return found


def _releases(scope: Scope, cell: ReleaseCell) -> list[int]:
    if cell.standing in ASIDE:
        query = (
            f"select id from releases where {ASIDE[cell.standing]}"
            " and (:state is null or state = :state) and (:office is null or office = :office)"
            " order by published, id"
        )
    else:
        query = (
            f"select release_id from states where {scope.condition}"
            f" and {_IN_READING[cell.standing]} order by published, release_id"
        )
    book = scope.codebook
    parameters = {"name": cell.name, "state": scope.chosen.state, "office": scope.chosen.office}
    aside = Days(book.start, book.end).parameters if cell.standing in ASIDE else {}
    return [row[0] for row in scope.rows(query, **parameters, **aside)]
