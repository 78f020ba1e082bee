"""The tables of the report: what it counts, as `export` and the report screen write them."""

from dataclasses import replace

from db.readings import Reading
from db.report import Report, make_report
from db.report.crosstab import Crosstab, Shares
from db.report.filter import EVERYTHING, ReportFilter
from db.report.records import FieldCount
from db.study import Study
from db.tables import Column, Row, Table, words

_QUARTER = (
    Column("quarter", "word"),
    *(Column(name, "number") for name in ("cases", "used", "focus", "examples", "track")),
)
_CATEGORY = (
    *words("name", "label", "group"),
    *(Column(name, "number") for name in ("cases", "examples", "share", "ci_low", "ci_high")),
    Column("counts", "flag"),
    Column("retired", "flag"),
)


def quarter_table(study: Study, reading: Reading, chosen: ReportFilter = EVERYTHING) -> Table:
    """The table of quarters of a reading; see `quarters_of`."""
    return quarters_of(make_report(study, reading, chosen))


def category_table(study: Study, reading: Reading, chosen: ReportFilter = EVERYTHING) -> Table:
    """The table of the leading field's codes; see `categories_of`."""
    return categories_of(make_report(study, reading, chosen))


def quarters_of(report: Report) -> Table:
    """One row per quarter of the span, those without a case too.

    After the counts of the report stands a column of cases for each code of the leading field
    (`category.fraud`) and for each group of a field (`origin.cyber tip`), and the rate where a
    denominator was given.
    """
    leading, rates = report.categories, report.denominator
    codes = [code.name for code in leading.codes] if leading else []
    counted = [*([leading] if leading else []), *report.fields]
    groups = [(field.name, group.name) for field in counted for group in field.groups]
    columns = (
        *_QUARTER,
        *(Column(f"{leading.name}.{code}", "number") for code in codes if leading),
        *(Column(f"{field}.{group}", "number") for field, group in groups),
        *((Column("rate", "number"),) if rates else ()),
    )
    rows = (
        (
            *(one.quarter, one.cases, one.used, one.focus, one.examples, one.track),
            *(one.categories.get(code, 0) for code in codes),
            *(one.groups.get(field, {}).get(group, 0) for field, group in groups),
            *((rates.rate(one.quarter, one.focus),) if rates else ()),
        )
        for one in report.quarters
    )
    return _named(Table("quarters", columns, rows), report)


def categories_of(report: Report) -> Table:
    """One row per code of the leading field: cases, examples and their share with its interval."""
    rows = _codes(report.categories) if report.categories else ()
    return _named(Table("categories", _CATEGORY, rows), report)


def fields_of(report: Report) -> Table:
    """One row per code of every other field, with the name of the field before it."""
    rows: list[Row] = [(field.name, *row) for field in report.fields for row in _codes(field)]
    return _named(Table("fields", (*words("field"), *_CATEGORY), rows), report)


def funnel_of(report: Report) -> Table:
    """One row per stage from the releases to the cases in focus."""
    columns = (*words("stage", "unit"), Column("count", "number"), Column("examples", "number"))
    rows = ((stage.name, stage.unit, stage.count, stage.examples) for stage in report.funnel)
    return _named(Table("funnel", columns, rows), report)


def events_of(report: Report) -> Table:
    """One row per event: quarters, cases and mean on both sides, ratio, its interval, p."""
    numbers = (
        *("quarters_before", "cases_before", "mean_before"),
        *("quarters_after", "cases_after", "mean_after"),
        *("rate_ratio", "ci_low", "ci_high", "p"),
    )
    rows = (
        (
            *(event.name, event.date.isoformat(), event.measure),
            *(event.before.quarters, event.before.cases, event.before.mean),
            *(event.after.quarters, event.after.cases, event.after.mean),
            *(event.rate_ratio, *(event.interval or (None, None)), event.p),
        )
        for event in report.events
    )
    columns = (*words("event", "date", "measure"), *(Column(name, "number") for name in numbers))
    return _named(Table("events", columns, rows), report)


def places_of(report: Report) -> Table:
    """One row per state in which cases lie."""
    columns = (*words("state"), Column("focus", "number"), Column("cases", "number"))
    rows = ((place.state, place.focus, place.cases) for place in report.places)
    return _named(Table("places", columns, rows), report)


def crosstab_of(crossed: Crosstab, report: Report, shares: Shares | None = None) -> Table:
    """The cases of two dimensions: a row for each value of one, a column for each of the other.

    With `shares` the cells are those, from 0 to 1, and the names of table and columns say so;
    the column `all` has the row's cases still.
    """
    ending = f".share-of-{shares}" if shares else ""
    columns = (
        Column(crossed.row, "word"),
        *(Column(f"{crossed.column}.{name}{ending}", "number") for name, _ in crossed.columns),
        Column("all", "number"),
    )
    rows: list[Row] = [
        (
            name,
            *(_cell(crossed, name, column, shares) for column, _ in crossed.columns),
            crossed.row_totals[name],
        )
        for name, _ in crossed.rows
    ]
    return _named(Table(f"table-{shares}-shares" if shares else "table", columns, rows), report)


def _cell(crossed: Crosstab, row: str, column: str, shares: Shares | None) -> float | None:
    count = crossed.counts[row, column]
    return crossed.share(row, column, shares) if shares else count


def _codes(field: FieldCount) -> list[Row]:
    return [
        (
            *(code.name, code.label, code.group, code.cases, code.examples, code.share),
            *(code.interval or (None, None)),
            *(int(code.counts), int(code.retired)),
        )
        for code in field.codes
    ]


def _named(table: Table, report: Report) -> Table:
    """With the filter on every row, where one was set: a number never leaves without it."""
    words_ = report.heading.filtered
    if not words_:
        return table
    rows = ((*row, words_) for row in table.rows)
    return replace(table, columns=(*table.columns, Column("filter")), rows=rows)
