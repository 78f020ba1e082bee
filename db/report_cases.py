"""The coded cases of a reading, counted by quarter, state and kind."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence

from db.readings import Reading
from db.report_kinds import Judge, Of
from db.report_scope import Span
from db.states import from_json
from db.study import Study

_KIND = "json_remove(snapshot, '$.memo', '$.evidence', '$.flagged', '$.skips')"
"""The codes of a case as text: states are written in one canonical form, so like codes are like
text, and what no count depends on is left out."""
_WITH_RELEASES = (
    "(select reading_id, release_id, states.published, states.quarter, status, snapshot, state"
    " from states cross join releases on releases.id = release_id) as states"
)


class Cases:
    """The coded cases of a reading that lie within the span."""

    def __init__(self, study: Study, reading: Reading) -> None:
        self.connection = study.connection
        self.judge = Judge(study.codebook)
        span = Span(self.connection, reading, study.codebook)
        self._where = f"reading_id = ? and +status = 'coded'{span.condition}"
        self._parameters = (reading.id, *span.parameters)
        self._known: dict[str, Mapping[Of, int]] = {}

    def tally(self) -> Counter[tuple[str, str | None, str]]:
        """How many cases there are of each quarter, state of the office, and kind.

        Counted as they come: SQLite's own grouping sorts, which takes twice as long.
        """
        return Counter(
            self._rows("quarter, state, " + _KIND, f"{_WITH_RELEASES} where {self._where}")
        )

    def behind(self, of: Of, quarter: str | None, state: str | None) -> list[int]:
        """Ids of the lead releases of the cases that a number counts, by date.

        Args:
            quarter: only those of that quarter.
            state: only those of that state; "" for those that tell none.
        """
        source, parameters = "states", []
        condition = ""
        if quarter is not None:
            condition += " and quarter = ?"
            parameters.append(quarter)
        if state is not None:
            source = _WITH_RELEASES
            condition += " and coalesce(state, '') = ?"
            parameters.append(state)
        rows = self._rows(
            f"states.published, release_id, {_KIND}",
            f"{source} where {self._where}{condition}",
            parameters,
        )
        found = sorted((day, id_) for day, id_, kind in rows if of in self.numbers(kind))
        return [id_ for _, id_ in found]

    def numbers(self, kind: str) -> Mapping[Of, int]:
        """The numbers that count a case of that kind (see `Judge.numbers`)."""
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = self.judge.numbers(from_json(kind))
        return known

    def _rows(self, columns: str, source: str, parameters: Sequence[str] = ()) -> sqlite3.Cursor:
        cursor = self.connection.cursor()
        cursor.row_factory = None  # plain tuples are equal where their values are
        return cursor.execute(f"select {columns} from {source}", (*self._parameters, *parameters))
