"""Which two dimensions the table of the report crosses."""

from dataclasses import dataclass, replace
from typing import Self

from db.codebook import Codebook
from db.report.crosstab import YEAR, dimensions


@dataclass(frozen=True, slots=True)
class Crossing:
    """Rows and columns of the table; never the same dimension."""

    row: str
    column: str
    offered: tuple[str, ...]
    """All dimensions; fields before times."""

    @classmethod
    def of(cls, codebook: Codebook) -> Self:
        """The one shown first: the first field by years."""
        offered = dimensions(codebook)
        return cls(offered[0], YEAR, tuple(offered))

    def with_next_row(self) -> Self:
        """The rows another dimension."""
        return replace(self, row=self._next(self.row, besides=self.column))

    def with_next_column(self) -> Self:
        """The columns another dimension."""
        return replace(self, column=self._next(self.column, besides=self.row))

    def turned(self) -> Self:
        """Rows and columns exchanged."""
        return replace(self, row=self.column, column=self.row)

    def _next(self, dimension: str, *, besides: str) -> str:
        offered = [name for name in self.offered if name != besides]
        return offered[(offered.index(dimension) + 1) % len(offered)]
