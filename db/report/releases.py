"""Counts of releases: where they stand, why they were excluded, how they were linked."""

from collections import Counter

from db.report.records import ExclusionCount, Progress
from db.report.scope import Scope, days
from db.states import RELATIONS

OUTSIDE_SPAN = "not (published between :first and :last) and (mentions > 0 or queued)"
WITHOUT_MENTION = "mentions = 0 and not queued"
"""Conditions on `releases` for those that are stored but not to be read."""


class Standing:
    """Where the releases of a reading stand; one pass through one index, grouped in its order."""

    def __init__(self, scope: Scope) -> None:
        self._codebook = scope.codebook
        self._statuses: Counter[str] = Counter()
        self._reasons: Counter[str | None] = Counter()
        self._relations: Counter[str | None] = Counter()
        self._flagged = 0
        for status, reason, relation, flagged, count in scope.rows(
            "select status, exclusion, relation, flagged, count(*)"
            f" from states indexed by states_standing where {scope.condition}"
            " group by status, exclusion, relation, flagged"
        ):
            self._statuses[status] += count
            self._flagged += count if flagged else 0
            self._reasons[reason if status == "excluded" else None] += count
            self._relations[relation] += count
        span = days(self._codebook.start, self._codebook.end)
        self._outside = self._without = 0
        self.stored: dict[str, int] = {}
        """All stored releases by quarter, also those that name no platform."""
        state, office = scope.chosen.state, scope.chosen.office
        for quarter, stored, outside, without in scope.rows(
            f"select quarter, count(*), count(*) filter (where {OUTSIDE_SPAN}),"
            f" count(*) filter (where {WITHOUT_MENTION})"
            " from releases indexed by releases_counted"
            " where (:state is null or state = :state) and (:office is null or office = :office)"
            " group by quarter",
            **span,
            state=state,
            office=office,
        ):
            self.stored[quarter] = stored
            self._outside += outside
            self._without += without

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
