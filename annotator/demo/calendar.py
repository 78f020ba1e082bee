"""Days on which offices publish, and how they write a date."""

from datetime import date, timedelta
from functools import cache

_FULL = (
    "January February March April May June July August September October November December"
).split()
_SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
_SPANISH = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CLOSED = {(1, 1), (7, 4), (11, 11), (12, 24), (12, 25)}


def is_workday(day: date) -> bool:
    """No weekend, no public holiday, not Thanksgiving nor the day after."""
    thanksgiving = day.month == 11 and (
        (day.weekday() == 3 and 22 <= day.day <= 28) or (day.weekday() == 4 and 23 <= day.day <= 29)
    )
    return day.weekday() < 5 and (day.month, day.day) not in _CLOSED and not thanksgiving


@cache
def workdays(first: date, last: date) -> tuple[date, ...]:
    """All working days of a span."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(day for day in days if is_workday(day))


def next_workday(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def written(day: date, *, short: bool = False) -> str:
    """March 3, 2017; as newspapers have it where short: Aug. 3, 2017."""
    month = (_SHORT if short else _FULL)[day.month - 1]
    return f"{month} {day.day}, {day.year}"


def in_spanish(day: date) -> str:
    """3 de marzo de 2017."""
    return f"{day.day} de {_SPANISH[day.month - 1]} de {day.year}"


def month_and_year(day: date) -> str:
    """March 2017."""
    return f"{_FULL[day.month - 1]} {day.year}"


def month(day: date) -> str:
    """March."""
    return _FULL[day.month - 1]


def weekday(day: date) -> str:
    """Monday."""
    return _WEEKDAYS[day.weekday()]
