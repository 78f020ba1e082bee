"""A field of the report as lines: its codes and groups with counts, shares and bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from annotator.report.pieces import GAP, Line, bar, interval, number, percent, table
from annotator.wrapping import fit
from db.report.cells import CaseCell
from db.report.kinds import Measure, Of
from db.report.records import CodeCount, FieldCount

BAR = 24
"""The longest bar beside a table."""
_LEAST_BAR = 9
"""Labels give way to a bar down to this: the least that its scale finds room in."""
_LEAST_LABEL = 20


@dataclass(frozen=True, slots=True)
class Frame:
    """What the tables of one page share, so that their bars can be compared."""

    label: int
    """Cells of the first column."""
    bar: int
    """Cells of a bar of 100 %."""


def frame(fields: Sequence[FieldCount], width: int) -> Frame:
    """The columns in which the tables of all these fields find room."""
    if not fields:
        return Frame(1, 0)
    labels = [code.label for field in fields for code in (*_codes(field), *field.groups)]
    label = max(cell_len(text) for text in ("Group", *labels))
    numbers = max(sum(cell_len(name) + GAP for name in _headings(field)) for field in fields)
    room = width - numbers - GAP - 1
    label = max(1, min(label, max(_LEAST_LABEL, room - _LEAST_BAR), room))
    return Frame(label, max(0, min(BAR, room - label)))


def field_lines(field: FieldCount, where: str, width: int, shared: Frame) -> list[Line]:
    """A field's codes, then its groups: counts, shares with their intervals, and bars.

    Args:
        where: what the cases or examples are narrowed to, for the heading.
        shared: what this table has in common with the others of its page.
    """
    unit = "examples" if field.per == "example" else "cases"
    of = unit[:-1] if field.total == 1 else unit
    heading = f" · shares of {field.total:,} {of}{where}"
    if field.stated is not None:
        heading += f", and of {field.stated:,} stated"
    lines: list[Line] = [[(f" {field.label}", "strong"), (heading, "dim")]]
    lines += _code_table("Code", _codes(field), field, width, shared)
    open_ = field.total - sum(field.part(code) for code in field.codes if code.counts)
    if open_ > 0:
        lines.append([(f" {open_:,} {unit} have no code here.", "dim")])
    if field.groups:
        lines += [[], *_code_table("Group", field.groups, field, width, shared)]
    return lines


def _codes(field: FieldCount) -> list[CodeCount]:
    return [code for code in field.codes if code.cases or not code.retired]


def _headings(field: FieldCount) -> list[str]:
    """Headings of the numbers."""
    examples = ["Examples"] if field.per == "example" else []
    stated = ["Of stated"] if field.stated is not None else []
    return ["Cases", *examples, "Share".rjust(len("100.0 %")), "95 % interval", *stated]


def _code_table(
    heading: str, codes: Sequence[CodeCount], field: FieldCount, width: int, shared: Frame
) -> list[Line]:
    headings = [heading.ljust(shared.label), *_headings(field)]
    rows = []
    for code in codes:
        row = [fit(code.label, shared.label), number(code.cases)]
        row += [number(code.examples)] if field.per == "example" else []
        part = field.part(code)
        if code.counts:
            row += [percent(code.share), interval(code.interval) if part else ""]
        else:
            row += ["", "not counted"]
        row += [percent(field.share_of_stated(code))] if field.stated is not None else []
        rows.append([*row, bar(part, field.total, shared.bar) if code.counts else ""])
    styles = ["" if code.counts else "dim" for code in codes]
    measure: Measure = "group" if heading == "Group" else "code"
    cells = [
        [(code.label, CaseCell(Of(measure, field.name, code.name)))] if code.cases else []
        for code in codes
    ]
    scale = _scale(shared.bar)
    left = (0, len(headings))
    return table([*headings, scale], rows, width, left=left, styles=styles, cells=cells)


def _scale(room: int) -> str:
    """The ends of the bars' scale, over them."""
    return "0" + "100 %".rjust(room - 1) if room >= _LEAST_BAR else ""
