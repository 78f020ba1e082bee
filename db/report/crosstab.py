"""Any field by any field, by quarter or by year: cases counted two ways at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from db.codebook import Codebook
from db.quarters import first_day, quarters_between
from db.readings import Reading
from db.report.cases import Cases
from db.report.cells import CaseCell
from db.report.filter import EVERYTHING, ReportFilter
from db.report.kinds import FOCUS, USED, Of
from db.report.scope import at_one_moment
from db.study import Study

YEAR = "year"
TIMES = ("quarter", YEAR)
"""What cases can be crossed with besides the fields."""

Shares = Literal["row", "column"]
"""What a share is of."""


@dataclass(frozen=True, slots=True)
class Crosstab:
    """Cases by two dimensions."""

    of: Of
    """What is counted: cases used as a means where a dimension is the leading field, else those
    in focus, as on the pages of these fields."""
    row: str
    """A field's name, or one of `TIMES`."""
    column: str
    rows: tuple[tuple[str, str], ...]
    """Name and label of each row."""
    columns: tuple[tuple[str, str], ...]
    counts: Counter[tuple[str, str]]
    """(row, column) → cases with an example that has both. A case with several examples may
    stand in several cells, so cells need not add up to the total."""
    row_totals: Counter[str]
    """Cases of each row that have any code of the columns' dimension."""
    column_totals: Counter[str]
    total: int

    def cell(self, row: str, column: str) -> CaseCell:
        """What opens the releases behind a count."""
        parts = ((self.row, row), (self.column, column))
        times = [value for dimension, value in parts if dimension in TIMES]
        codes = tuple(part for part in parts if part[0] not in TIMES)
        return CaseCell(self.of, quarter=max(times, key=len) if times else None, codes=codes)

    def share(self, row: str, column: str, of: Shares) -> float | None:
        """The share of a cell in its row or column, from 0 to 1; None where that is empty."""
        base = self.row_totals[row] if of == "row" else self.column_totals[column]
        return self.counts[row, column] / base if base else None


def dimensions(codebook: Codebook) -> list[str]:
    """What can be crossed, in the order in which it is offered."""
    return [*(field.name for field in codebook.fields), *TIMES]


def crosstab(
    study: Study,
    reading: Reading,
    crossing: tuple[str, str],
    chosen: ReportFilter = EVERYTHING,
) -> Crosstab:
    """Count the cases of every pair of values of two dimensions: (rows, columns)."""
    row, column = crossing
    codebook = study.codebook
    leading = codebook.leading.name if codebook.leading else ""
    fields = {row, column} - set(TIMES)
    of = USED if leading in fields or not codebook.focus else FOCUS
    counts, rows, columns = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    total = 0
    seen: set[str] = set()
    with at_one_moment(study):
        cases = Cases(study, reading, chosen)
        for quarter, kind, count in cases.by_quarter():
            times = {"quarter": quarter, "year": quarter[:4]}
            seen.add(quarter)
            pairs = {
                ({**values, **times}.get(row), {**values, **times}.get(column))
                for _, values in cases.judge.examples(cases.kind(kind), of)
            }
            kept = {(one, two) for one, two in pairs if one is not None and two is not None}
            counts.update(dict.fromkeys(kept, count))
            rows.update(dict.fromkeys({one for one, _ in kept}, count))
            columns.update(dict.fromkeys({two for _, two in kept}, count))
            total += count if kept else 0
    quarters = _quarters(seen, cases)
    return Crosstab(
        of=of,
        row=row,
        column=column,
        rows=_values(row, codebook, quarters, rows),
        columns=_values(column, codebook, quarters, columns),
        counts=counts,
        row_totals=rows,
        column_totals=columns,
        total=total,
    )


def _quarters(seen: set[str], cases: Cases) -> Sequence[str]:
    days = sorted(first_day(quarter) for quarter in seen)
    first = cases.scope.start or (days[0] if days else None)
    last = cases.scope.end or (days[-1] if days else None)
    return quarters_between(first, last) if first and last and first <= last else []


def _values(
    dimension: str, codebook: Codebook, quarters: Sequence[str], counts: Counter[str]
) -> tuple[tuple[str, str], ...]:
    """Every value of a dimension, codes that do not count or are retired only where they occur."""
    if dimension == "quarter":
        return tuple((one, one) for one in quarters)
    if dimension == "year":
        return tuple((one, one) for one in dict.fromkeys(one[:4] for one in quarters))
    field = codebook.field(dimension)
    return tuple(
        (code.name, code.label)
        for code in (field.codes if field else ())
        if counts[code.name] or (code.counts and not code.retired)
    )
