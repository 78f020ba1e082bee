"""Counts of releases: where they stand, why they were excluded, how they were linked."""

from collections import Counter

from db.report.days import Days
from db.report.records import ExclusionCount, Progress
from db.report.scope import Scope
from db.states import RELATIONS

OUTSIDE_SPAN = "not (published between :first and :last) and (mentions > 0 or queued)"
WITHOUT_MENTION = "mentions = 0 and not queued"
"""Conditions on `releases` for those that are stored but not to be read."""
_OF_OFFICE = "(:state is null or state = :state) and (:office is null or office = :office)"


class Standing:
    """Where the releases of a reading stand, and how many the study holds besides."""

    def __init__(self, scope: Scope) -> None:
        self._codebook = scope.codebook
        self._statuses: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._relations: Counter[str] = Counter()
        self._flagged = 0
        for status, reason, relation, flagged, count in scope.tallied(
            "status, exclusion, relation, flagged"
        ):
            self._statuses[status] += count
            self._flagged += count if flagged else 0
            self._reasons[reason if status == "excluded" else ""] += count
            self._relations[relation] += count
        self._outside = _outside_span(scope)
        self._without = sum(_by_quarter(scope, "releases_unnamed", WITHOUT_MENTION).values())
        self.stored = _by_quarter(scope, "releases_counted", "true") if self._without else {}
        """All stored releases by quarter; empty where each of them names a platform."""

    def progress(self) -> Progress:
        """Where the releases stand."""
        return Progress(
            uncoded=self._statuses["uncoded"],
            excluded=self._statuses["excluded"],
            linked=self._statuses["linked"],
            coded=self._statuses["coded"],
            flagged=self._flagged,
            outside_span=self._outside,
            without_mention=self._without,
        )

    def exclusions(self) -> tuple[ExclusionCount, ...]:
        """Excluded releases by reason, every reason of the codebook in its order."""
        return tuple(
            ExclusionCount(reason.name, reason.label, self._reasons[reason.name])
            for reason in self._codebook.exclusions
        )

    def links(self) -> dict[str, int]:
        """Linked releases by relation."""
        return {relation: self._relations[relation] for relation in RELATIONS}


def _outside_span(scope: Scope) -> int:
    """Releases on either side of the codebook's span, each read from its end of the index."""
    found = 0
    for side in (
        "published < :first and quarter < :first_whole",
        "published > :last and quarter > :last_whole",
    ):
        ((count,),) = scope.rows(
            f"select count(*) from releases indexed by releases_counted where {side}"
            f" and {OUTSIDE_SPAN} and {_OF_OFFICE}",
            **_aside(scope),
        )
        found += count
    return found


def _by_quarter(scope: Scope, index: str, condition: str) -> dict[str, int]:
    """Releases by quarter, from an index that has them in this order."""
    return dict(
        scope.rows(
            f"select quarter, count(*) from releases indexed by {index}"
            f" where {condition} and {_OF_OFFICE} group by quarter",
            **_aside(scope),
        )
    )


def _aside(scope: Scope) -> dict[str, str | None]:
    """Parameters for releases that no reading holds."""
    span = Days(scope.codebook.start, scope.codebook.end)
    chosen = scope.chosen
    return {**span.parameters, "state": chosen.state, "office": chosen.office}
