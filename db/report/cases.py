"""The coded cases of a reading, counted by kind and quarter or state, from their tallies."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from db.readings import Reading
from db.report.filter import EVERYTHING, ReportFilter
from db.report.kinds import Judge, Of
from db.report.scope import Scope
from db.states import State, from_json
from db.study import Study

_CODED = "status = 'coded'"
_OF_KINDS = "+kind_id in (select value from json_each(:kinds))"


class Cases:
    """The coded cases of a reading that lie within span and filter."""

    def __init__(self, study: Study, reading: Reading, chosen: ReportFilter = EVERYTHING) -> None:
        self.scope = Scope(study, reading, chosen)
        self.judge = Judge(study.codebook)
        leading = study.codebook.leading
        self._wanted = (
            Of("code", leading.name, chosen.category) if leading and chosen.category else None
        )
        self._states: dict[int | None, str | None] = {
            id_: state or None for id_, state in self.scope.rows("select id, lies_in from offices")
        }
        self._known: dict[int, tuple[State, Mapping[Of, int]]] = {}

    def by_quarter(self) -> Iterator[tuple[str, int, int]]:
        """How many cases there are of each quarter and kind; several times a quarter and kind."""
        found = self.scope.tallied("quarter, kind_id", _CODED)
        return (row for row in found if self._is_wanted(row[1]))

    def by_state(self) -> Iterator[tuple[str | None, int, int]]:
        """How many cases of each kind lie in each state; several times a state."""
        for office, kind, count in self.scope.tallied("office_id, kind_id", _CODED):
            if self._is_wanted(kind):
                yield self._states.get(office), kind, count

    def behind(
        self,
        of: Of,
        quarter: str | None = None,
        state: str | None = None,
        codes: Mapping[str, str] | None = None,
    ) -> list[int]:
        """Ids of the lead releases of the cases that a number counts, by date.

        Args:
            quarter: only those of that quarter, or of that year ("2018").
            state: only those of that state; "" for those that tell none.
            codes: only those that have all these codes in one example of the measure.
        """
        conditions = [self.scope.condition, _CODED, _OF_KINDS]
        if quarter is not None:
            conditions.append("quarter between :quarter and :quarter || '.'")
        if state is not None:
            conditions.append("office_id in (select id from offices where lies_in = :lies_in)")
        found = self.scope.rows(
            "select release_id from states indexed by states_by_quarter"
            f" where {' and '.join(conditions)} order by published, release_id",
            quarter=quarter,
            lies_in=state,
            kinds=json.dumps(self._kinds(of, codes)),
        )
        return [release for (release,) in found]

    def places(self, of: Of) -> Counter[tuple[Any, ...]]:
        """How many of the cases that a number counts are placed alike.

        Returns:
            What the analyst said, as JSON, and place, state, `placed_by` and `sureness` of the
            lead release → cases.
        """
        return Counter(
            self.scope.rows(
                "select said, place, place_state, placed_by, sureness from"
                " (select release_id, iif(instr(snapshot, '\"place\"'),"  # most say nothing of it
                " snapshot ->> '$.place', null) as said from states"
                f" where {self.scope.condition} and {_CODED} and {_OF_KINDS})"
                " join releases on releases.id = release_id",
                kinds=json.dumps(self._kinds(of)),
            )
        )

    def numbers(self, kind: int) -> Mapping[Of, int]:
        """The numbers that count a case of that kind (see `Judge.numbers`)."""
        return self._look_up(kind)[1]

    def kind(self, kind: int) -> State:
        """What a case of that kind is coded as."""
        return self._look_up(kind)[0]

    def _kinds(self, of: Of, codes: Mapping[str, str] | None = None) -> list[int]:
        """The kinds of the cases that a number counts."""
        there = {kind for kind, _ in self.scope.tallied("kind_id", _CODED)}
        return [
            kind
            for kind in there
            if self._is_wanted(kind)
            and of in self.numbers(kind)
            and (not codes or self.judge.suspects(self.kind(kind), of, codes))
        ]

    def _is_wanted(self, kind: int) -> bool:
        return self._wanted is None or self._wanted in self.numbers(kind)

    def _look_up(self, kind: int) -> tuple[State, Mapping[Of, int]]:
        found = self._known.get(kind)
        if found is None:
            ((codes,),) = self.scope.rows("select codes from kinds where id = :kind", kind=kind)
            state = from_json(codes)
            found = self._known[kind] = (state, self.judge.numbers(state))
        return found
