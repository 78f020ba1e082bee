"""Denominators: a number for each quarter, which turns its cases into a rate."""

import csv
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from db.errors import StudyError

_WANTED = "name a CSV with a quarter and a number a line: 2018-Q2,1500"
_QUARTER = re.compile(r"(\d{4})[ -]?Q([1-4])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denominator:
    """What counts are divided by."""

    name: str
    """What the numbers count: the heading of their column."""
    numbers: Mapping[str, float]
    """Quarter → number, above zero."""
    unit: float = 1000.0
    """A rate is of so many of them."""

    def rate(self, quarter: str, count: int) -> float | None:
        """The count for each `unit` of the quarter's number; None where it has none."""
        number = self.numbers.get(quarter)
        return count / number * self.unit if number else None

    @property
    def words(self) -> str:
        """What a rate is of: "per 1,000 users"."""
        return f"per {self.unit:,.10g} {self.name}"


def all_releases(stored: Mapping[str, int], unit: float = 1000.0) -> Denominator:
    """The releases that a study holds, for one that was collected with --all."""
    return Denominator("releases collected", {q: n for q, n in stored.items() if n}, unit)


def read_denominator(path: Path, unit: float = 1000.0) -> Denominator:
    """Read a CSV of two columns: quarter ("2018-Q2") and number; a heading names the number.

    Raises:
        StudyError: the file cannot be read, or a line is not understood, with its number.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [(reader.line_num, row) for reader in [csv.reader(file)] for row in reader]
    except OSError as error:
        why = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise StudyError(f"{path}: {why or error}; {_WANTED}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise StudyError(f"{path}: is no CSV in UTF-8 ({error}); {_WANTED}.") from error
    name, numbers = "", dict[str, float]()
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        quarter = _QUARTER.fullmatch(row[0].strip())
        if quarter is None and not numbers and not name:
            name = row[1].strip() if len(row) > 1 else ""
            continue
        if quarter is None or len(row) < 2:
            raise StudyError(
                f"{path}, line {line}: expected a quarter such as 2018-Q2 and a number."
            )
        key = f"{quarter[1]}-Q{quarter[2]}"
        if key in numbers:
            raise StudyError(f"{path}, line {line}: {key} is there twice.")
        numbers[key] = _number(row[1], path, line)
    if not numbers:
        raise StudyError(f"{path}: holds no quarter. Write a line for each: 2018-Q2,1500")
    return Denominator(name or "of the denominator", numbers, unit)


def _number(text: str, path: Path, line: int) -> float:
    try:
        value = float(text.strip().replace(",", "").replace("_", ""))
    except ValueError:
        value = math.nan
    if not (0 < value < math.inf):
        raise StudyError(f"{path}, line {line}: “{text}” is no number above zero.")
    return value
