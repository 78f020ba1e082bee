"""Quarters of a year, written "2018-Q2"."""

from datetime import date


def quarter_of(day: date) -> str:
    """The quarter in which that day lies."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def first_day(quarter: str) -> date:
    """The day on which a quarter begins; ValueError where the text names no quarter."""
    year, separator, number = quarter.partition("-Q")
    if not separator or len(year) != 4 or number not in ("1", "2", "3", "4"):
        raise ValueError(f'not a quarter like "2018-Q2": {quarter!r}')
    return date(int(year), 3 * int(number) - 2, 1)


def quarters_between(first: date, last: date) -> list[str]:
    """Every quarter from that of the first day to that of the last; none when last is earlier."""
    months = range(first.year * 4 + (first.month - 1) // 3, last.year * 4 + (last.month + 2) // 3)
    return [f"{count // 4:04d}-Q{count % 4 + 1}" for count in months]
