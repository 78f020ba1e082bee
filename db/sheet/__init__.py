"""A table of codes on its way back in: rows of cells, and the faults found in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from db.errors import LoadFailed

SHOWN = 50
"""How many faults a refusal lists; of the others it says how many they are."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as it was read."""

    line: int
    """Line of the file on which it begins, from 1."""
    number: int
    """Row of the sheet with its heading: not the line where cells have several lines."""
    cells: Mapping[str, str]
    """Column → text, "" for an empty cell. A column that the row lacks is to be left as it is."""

    @property
    def place(self) -> str:
        """Where the row is, in words."""
        return f"line {self.line}" + (f" (row {self.number})" if self.number != self.line else "")

    def filled(self, *columns: str) -> bool:
        """Whether any of these cells says something."""
        cells = self.cells
        return any((cell := cells.get(column)) and cell.strip() for column in columns)


@dataclass(frozen=True, slots=True)
class Sheet:
    """An edited table of codes."""

    name: str
    """The file it was read from, for messages and the journal."""
    columns: tuple[str, ...]
    """Every column of the heading, or that any row has, in order."""
    rows: tuple[SheetRow, ...]


@dataclass(slots=True)
class SheetFaults:
    """What is wrong with a sheet, gathered to be said all at once."""

    name: str
    found: list[tuple[int, str]] = field(default_factory=list)
    """Line and sentence."""

    def add(self, row: SheetRow | None, sentence: str) -> None:
        """Note a fault of a row, or of the whole file (None)."""
        line, place = (row.line, row.place) if row else (0, self.name)
        self.found.append((line, f"{place}: {sentence}"))

    def refuse(self) -> None:
        """Raise LoadFailed, with every fault in the order of lines, if there is any."""
        if not self.found:
            return
        sentences = list(dict.fromkeys(sentence for _, sentence in sorted(self.found)))
        raise LoadFailed("\n".join(self._report(sentences)))

    def _report(self, sentences: list[str]) -> Iterator[str]:
        what = "a fault" if len(sentences) == 1 else f"{len(sentences)} faults"
        yield f"{self.name}: nothing was loaded, because of {what}:"
        yield from sentences[:SHOWN]
        if len(sentences) > SHOWN:
            yield f"and {len(sentences) - SHOWN} more"
