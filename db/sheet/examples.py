"""The examples of one release, as the rows of a table number them."""

from collections.abc import Sequence
from functools import partial

from db.codebook import Code, Codebook, Field
from db.sheet import SheetRow
from db.sheet.cells import chosen, whole
from db.sheet.rows import ReleaseRows
from db.states import Example

Numbered = Sequence[tuple[int, SheetRow]]
"""Each row of a release with the number of its example; 0 where it has none."""

_BLANK = Example()


def numbered(rows: ReleaseRows, codebook: Codebook) -> Numbered:
    """The rows with the numbers of their examples, from 1 and without a gap.

    A row without a number stands for the first example where it codes one.
    """
    columns = _columns(codebook)
    found: dict[int, SheetRow] = {}
    for row in rows.rows:
        number = rows.read_row(row, "example", _number, 0)
        number = number or int(row.filled(*columns) or "example" not in row.cells)
        if number in found:
            what = f"example {number} of this release" if number else "this release"
            rows.fault(f"{what} stands already on {found[number].place}.", row)
        found.setdefault(number, row)
    if len(found) > 1 and 0 in found:
        rows.fault("has no example number, while other rows of this release have.", found[0])
    elif sorted(found) != list(range(min(found), min(found) + len(found))) or min(found) > 1:
        numbers = ", ".join(map(str, sorted(found)))
        rows.fault(f"the examples of this release are numbered {numbers}. Number them 1, 2, 3 …")
    return sorted(found.items())


def examples_of(
    rows: ReleaseRows, numbers: Numbered, before: tuple[Example, ...], codebook: Codebook
) -> tuple[Example, ...]:
    """The examples that the rows ask for.

    With a column of numbers the rows are all the examples there are. Without one a row is of the
    first example, and the others stay.
    """
    columns = _columns(codebook)
    if not rows.have("example", *columns):
        return before
    if numbers[0][0] == 0:
        return () if rows.have(*columns) else before
    known = dict(enumerate(before, start=1))
    if not rows.have("example"):
        return (_example(rows, numbers[0][1], known.get(1, _BLANK), codebook), *before[1:])
    return tuple(
        _example(rows, row, known.get(number, _BLANK), codebook) for number, row in numbers
    )


def code_or_none(cell: str, field: Field) -> str | None:
    """The name of the code that a cell names; None for a blank. ValueError as of `chosen`."""
    codes: tuple[Code, ...] = field.codes
    return chosen(cell, codes, field.name) if cell.strip() else None


def set_code(values: dict[str, str], field: Field, code: str | None) -> None:
    """Put a code in, or take it out."""
    if code is None:
        values.pop(field.name, None)
    else:
        values[field.name] = code


def _example(rows: ReleaseRows, row: SheetRow, before: Example, codebook: Codebook) -> Example:
    values = dict(before.values)
    for field in codebook.per("example"):
        old = values.get(field.name)
        code = rows.read_row(row, field.name, partial(code_or_none, field=field), old)
        set_code(values, field, code)
    suspects = rows.read_row(row, "suspects", _suspects, before.suspects)
    return Example(values, suspects)


def _columns(codebook: Codebook) -> tuple[str, ...]:
    return (*(field.name for field in codebook.per("example")), "suspects")


def _number(cell: str) -> int:
    return whole(cell, "example") if cell.strip() else 0


def _suspects(cell: str) -> int:
    return whole(cell, "suspects") if cell.strip() else 1
