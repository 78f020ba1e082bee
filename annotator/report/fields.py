"""A field of the report as lines: its codes and groups with counts, shares and bars."""

from collections.abc import Sequence

from rich.cells import cell_len

from annotator.report.pieces import GAP, Line, bar, interval, number, percent, table
from db.report.cells import CaseCell
from db.report.kinds import Measure, Of
from db.report.records import CodeCount, FieldCount

BAR = 24
"""The longest bar beside a table."""


def field_lines(field: FieldCount, where: str, width: int) -> list[Line]:
    """A field's codes, then its groups: counts, shares with their intervals, and bars."""
    unit = "examples" if field.per == "example" else "cases"
    of = unit[:-1] if field.total == 1 else unit
    heading = f" · shares of {number(field.total)} {of}{where}"
    lines: list[Line] = [[(f" {field.label}", "strong"), (heading, "dim")]]
    codes = [code for code in field.codes if code.cases or not code.retired]
    lines += _code_table("Code", codes, field, width)
    open_ = field.total - sum(_part(code, field) for code in field.codes if code.counts)
    if open_ > 0:
        lines.append([(f" {open_:,} {unit} have no code here.", "dim")])
    if field.groups:
        lines += [[], *_code_table("Group", field.groups, field, width)]
    return lines


def _code_table(
    heading: str, codes: Sequence[CodeCount], field: FieldCount, width: int
) -> list[Line]:
    per_example = field.per == "example"
    headings = [heading, "Cases", *(["Examples"] if per_example else []), "Share", "95 % interval"]
    most = max((_part(code, field) for code in codes if code.counts), default=0)
    used = max(cell_len(label) for label in (heading, *(code.label for code in codes)))
    room = min(BAR, width - used - sum(len(name) + GAP for name in headings[1:]) - GAP - 2)
    rows = []
    for code in codes:
        part = _part(code, field)
        shares = [percent(code.share), interval(code.interval) if part else ""]
        row = [code.label, number(code.cases), *([number(code.examples)] if per_example else [])]
        row += shares if code.counts else ["", "not counted"]
        rows.append([*row, bar(part, most, room) if code.counts else ""])
    styles = ["" if code.counts else "dim" for code in codes]
    last = len(headings)
    measure: Measure = "group" if heading == "Group" else "code"
    cells = [
        [(code.label, CaseCell(Of(measure, field.name, code.name)))] if code.cases else []
        for code in codes
    ]
    return table([*headings, ""], rows, width, left=(0, last), styles=styles, cells=cells)


def _part(code: CodeCount, field: FieldCount) -> int:
    return code.examples if field.per == "example" else code.cases
