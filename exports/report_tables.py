"""The tables of quarters and categories, as the report counts them."""

from db.readings import Reading
from db.report import make_report
from db.study import Study
from db.tables import Column, Table, words

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


def quarter_table(study: Study, reading: Reading) -> Table:
    """One row per quarter of the span, those without a case too.

    After the counts of the report stands a column of cases for each code of the leading field
    (`category.fraud`) and for each group of a field (`origin.cyber tip`).
    """
    report = make_report(study, reading)
    leading = report.categories
    codes = [code.name for code in leading.codes] if leading else []
    counted = [*([leading] if leading else []), *report.fields]
    groups = [(field.name, group.name) for field in counted for group in field.groups]
    columns = (
        *_QUARTER,
        *(Column(f"{leading.name}.{code}", "number") for code in codes if leading),
        *(Column(f"{field}.{group}", "number") for field, group in groups),
    )
    rows = (
        (
            *(one.quarter, one.cases, one.used, one.focus, one.examples, one.track),
            *(one.categories.get(code, 0) for code in codes),
            *(one.groups.get(field, {}).get(group, 0) for field, group in groups),
        )
        for one in report.quarters
    )
    return Table("quarters", columns, rows)


def category_table(study: Study, reading: Reading) -> Table:
    """One row per code of the leading field: cases, examples and their share with its interval."""
    leading = make_report(study, reading).categories
    rows = (
        (
            *(code.name, code.label, code.group, code.cases, code.examples, code.share),
            *(code.interval or (None, None)),
            *(int(code.counts), int(code.retired)),
        )
        for code in (leading.codes if leading else ())
    )
    return Table("categories", _CATEGORY, rows)
