"""How many cases of which kind each quarter holds: the shape of the published study."""

from dataclasses import dataclass
from datetime import date

# cases, cases that used the platform, focus cases, their examples, cyber tips among them
_TABLE = """
2013: 20 14  8  9 0 | 22 17 10 10 0 | 23 17  9  9 1 | 24 18 10 11 0
2014: 26 20 11 11 0 | 24 17  9 10 1 | 28 21 12 12 0 | 25 19 10 10 1
2015: 29 22 13 14 0 | 27 20 11 11 1 | 31 24 14 15 1 | 28 21 12 12 0
2016: 29 22 12 12 1 | 34 26 15 16 0 | 27 20 11 11 1 | 32 24 14 15 0
2017: 31 23 13 13 1 | 28 21 11 12 0 | 33 25 14 14 1 | 29 22 12 13 1
2018: 26 20 12 13 1 | 31 23 13 13 2 | 34 26 15 16 3 | 36 28 17 18 3
2019: 35 28 16 17 2 | 42 33 21 22 4 | 39 31 18 19 3 | 48 36 23 27 5
"""
_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))


@dataclass(frozen=True, slots=True)
class Quarter:
    """What is to be published within three months."""

    first: date
    last: date
    cases: int
    used: int
    focus: int
    examples: int
    """Of the focus cases."""
    tips: int
    """Focus cases that began with a cyber tip."""


def quarters() -> list[Quarter]:
    """All 28, in order."""
    found = []
    for line in _TABLE.strip().splitlines():
        year, cells = line.split(": ")
        for number, cell in enumerate(cells.split(" | ")):
            found.append(
                Quarter(
                    date(int(year), 3 * number + 1, 1),
                    date(int(year), *_ENDS[number]),
                    *map(int, cell.split()),
                )
            )
    return found
