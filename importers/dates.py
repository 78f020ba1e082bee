"""Calendar dates in US Eastern time, from whatever a source calls a date."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")
"""The time zone of the Justice Department and of every `Release.published`."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST = 500
"""Characters looked at."""
_FIRST_EPOCH = 100_000_000
"""Seconds up to March 1973: smaller numbers are counters, years, spreadsheet days."""

_NUMBER = re.compile(r"-?\d{5,}(?:\.\d*)?")
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_US_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?:[ ,T].*)?")
_TIME_TAG = re.compile(r"<time\b([^>]*)>([^<]*)", re.IGNORECASE)
_DATETIME = re.compile(r"""datetime\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_FREE_FORM = re.compile(r"(?=.*[A-Za-z]{3})(?=.*(?<!\d)\d{4}(?!\d)).{8,60}", re.DOTALL)
_US_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}


def calendar_date(value: object) -> date | None:
    """The Eastern calendar date that `value` means, or None where that would be a guess.

    Understood are seconds, milliseconds and microseconds since 1970 (number or string), ISO 8601,
    `<time datetime="…">` fragments, US forms ("Tuesday, September 15, 2015", "09/15/2015") and
    RFC 2822. A moment with an offset is turned into Eastern time. What has no offset stands as it
    is, and so does an exact midnight, in UTC or in its own offset: "2018-04-01T00:00:00Z" is a
    calendar day that a program wrote down, not a moment on the evening before. Year, month and day
    must all be there. Dates before 1900 or after 2100 are none.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        return _from_string(value.strip()[:_LONGEST])
    try:
        return _within(_from_object(value))
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def _from_string(text: str) -> date | None:
    try:
        return _within(_parsed(text))
    except (ValueError, OverflowError):
        return None


def _from_object(value: object) -> date | None:
    if isinstance(value, int | float):
        return _from_number(float(value))
    if isinstance(value, datetime):
        return _eastern(value)
    return value if isinstance(value, date) else None


def _parsed(text: str) -> date | None:
    if tag := _TIME_TAG.search(text):
        moment = _DATETIME.search(tag[1])
        return (moment and _from_string(moment[1].strip())) or _from_string(tag[2].strip())
    if _COMPACT.fullmatch(text):
        return datetime.strptime(text, "%Y%m%d").date()
    if _NUMBER.fullmatch(text):
        return _from_number(float(text))
    if slashes := _US_SLASHES.fullmatch(text):
        form = "%m/%d/%Y" if len(slashes[3]) == 4 else "%m/%d/%y"
        return datetime.strptime("/".join(slashes.groups()), form).date()
    if text[:4].isdigit() and text[4:5] == "-":
        return _eastern(datetime.fromisoformat(_iso(text)))
    return _from_free_form(text) if _FREE_FORM.fullmatch(text) else None


def _iso(text: str) -> str:
    """The ISO date as `fromisoformat` reads it; SQL dumps write "2018-04-01 12:00:00 UTC"."""
    return re.sub(r"\s*(?:UTC|GMT|Z)$", "+00:00", text)


def _from_number(number: float) -> date | None:
    if _COMPACT.fullmatch(f"{number:.0f}"):
        return datetime.strptime(f"{number:.0f}", "%Y%m%d").date()
    for _ in range(2):
        if abs(number) >= 1e11:
            number /= 1000
    if not _FIRST_EPOCH <= number < 1e11:  # also false for NaN
        return None
    return _eastern(datetime.fromtimestamp(number, UTC))


def _from_free_form(text: str) -> date | None:
    """What dateutil reads, where it need not fill in a year, month or day from its default."""
    from dateutil import parser, tz

    zones = {name: tz.tzoffset(name, hours * 3600) for name, hours in _US_ZONES.items()}
    readings = set()
    for default in (datetime(2001, 1, 1), datetime(2004, 6, 27)):
        moment = parser.parse(text, default=default, tzinfos=zones)
        readings.add(_eastern(moment))
    return readings.pop() if len(readings) == 1 else None


def _eastern(moment: datetime) -> date:
    if moment.tzinfo is None:
        return moment.date()
    for zone in (moment.tzinfo, UTC):
        local = moment.astimezone(zone)
        if (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0):
            return local.date()
    return moment.astimezone(EASTERN).date()


def _within(day: date | None) -> date | None:
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None
