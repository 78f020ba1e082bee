"""The rows that a table has for one release."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from db.sheet import SheetFaults, SheetRow
from db.sheet.cells import quoted
from db.sheet.releases import Found

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReleaseRows:
    """A release and its rows, one for each example."""

    found: Found
    faults: SheetFaults
    rows: list[SheetRow] = field(default_factory=list)

    def have(self, *columns: str) -> bool:
        """Whether the table says anything of one of these columns, be it a blank."""
        return any(column in row.cells for row in self.rows for column in columns)

    def filled(self, *columns: str) -> bool:
        """Whether one of these cells is not blank."""
        return any(row.filled(*columns) for row in self.rows)

    def read(self, column: str, parse: Callable[[str], T], otherwise: T) -> T:
        """What a cell means that is one for the whole release.

        Args:
            otherwise: what it is where the column is absent, or the cell wrong.
        """
        having = [row for row in self.rows if column in row.cells]
        if not having:
            return otherwise
        first = having[0]
        cell = first.cells[column]
        for row in having[1:]:
            if row.cells[column].strip() != cell.strip():
                self.fault(
                    f"{column} is {quoted(row.cells[column])}, but {quoted(cell)} on {first.place}."
                    " Rows of one release must agree in it.",
                    row,
                )
        return self.read_row(first, column, parse, otherwise)

    def read_row(self, row: SheetRow, column: str, parse: Callable[[str], T], otherwise: T) -> T:
        """What a cell means that each row has of its own."""
        if column not in row.cells:
            return otherwise
        try:
            return parse(row.cells[column])
        except (ValueError, LookupError) as error:
            self.fault(str(error), row)
            return otherwise

    def fault(self, sentence: str, row: SheetRow | None = None) -> None:
        """Note what is wrong with a row, or with the release: at its first row then."""
        self.faults.add(row or self.rows[0], sentence)
