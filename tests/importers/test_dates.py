"""Dates: the calendar date in US Eastern time, and never a guess."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.chrome import dateline
from importers.dates import EASTERN, calendar_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1368676800", date(2013, 5, 16)),  # midnight in Washington, as the API writes it
        (1368676800, date(2013, 5, 16)),
        (1368676800000, date(2013, 5, 16)),
        ("1368676800.0", date(2013, 5, 16)),
        ("1738777030", date(2025, 2, 5)),
        ("2018-03-12T00:00:00-04:00", date(2018, 3, 12)),
        ("2015-09-16T01:40:38.000Z", date(2015, 9, 15)),  # the evening before in Washington
        ("2018-01-01T04:59:59Z", date(2017, 12, 31)),
        ("2018-01-01T05:00:00Z", date(2018, 1, 1)),
        ("2018-04-01T00:00:00Z", date(2018, 4, 1)),  # a day that a program wrote
        ("2018-04-01T00:00:00.000+00:00", date(2018, 4, 1)),
        ("2018-04-01T00:00:00+02:00", date(2018, 4, 1)),
        (1522540800000, date(2018, 4, 1)),  # the same, as pandas writes it
        ("2018-04-01", date(2018, 4, 1)),
        ("2018-04-01 23:59:59", date(2018, 4, 1)),
        ("2018-04-01 01:00:00 UTC", date(2018, 3, 31)),
        ("20180401", date(2018, 4, 1)),
        (20180401, date(2018, 4, 1)),
        ('<time datetime="2025-02-05T12:37:10-05:00">1738777030</time>\n', date(2025, 2, 5)),
        ("<time>1738777030</time>", date(2025, 2, 5)),
        ('<time datetime="">Wednesday, February 5, 2025</time>', date(2025, 2, 5)),
        ("Tuesday, September 15, 2015", date(2015, 9, 15)),
        ("Sept. 15, 2015", date(2015, 9, 15)),
        ("15 September 2015", date(2015, 9, 15)),
        ("September 15, 2015 at 10:30 p.m. EDT", date(2015, 9, 15)),
        ("09/15/2015", date(2015, 9, 15)),
        ("9/5/15", date(2015, 9, 5)),
        ("03/04/2015 11:00 PM", date(2015, 3, 4)),
        ("Thu, 12 Apr 2018 02:00:00 GMT", date(2018, 4, 11)),
        ("Thu, 12 Apr 2018 14:00:00 +0000", date(2018, 4, 12)),
        (datetime(2018, 4, 12, 2, tzinfo=UTC), date(2018, 4, 11)),
        (date(2018, 4, 12), date(2018, 4, 12)),
    ],
)
def test_a_date_is_the_eastern_day(value: object, day: date) -> None:
    assert calendar_date(value) == day


@pytest.mark.parametrize(
    "value",
    [
        *("", "yesterday", "May 2015", "September 15", "2015", "10:30", "Monday", "15/09/2015"),
        *("13/45/2015", "2018-13-01", "2018-02-30", "September 31, 2015"),
        *("0001-01-01", "1899-12-31", "2101-01-01"),
        *("20250202031525", "42262", 42262, 0, 7, -5, 10**400, 1e300, float("nan"), float("inf")),
        *("9" * 400, "a long sentence about 2015 and what may have happened in that May of old"),
        *([], {}, True, None, "<time></time>", "<time datetime='<time>'>"),
    ],
)
def test_what_is_no_full_date_is_none(value: object) -> None:
    assert calendar_date(value) is None


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_reads_back_from_every_spelling(day: date) -> None:
    midnight = datetime(day.year, day.month, day.day, tzinfo=EASTERN)
    spellings = [day.isoformat(), midnight.isoformat(), f"{day:%m/%d/%Y}", f"{day:%A, %B %d, %Y}"]
    if day.year > 1974:
        spellings += [str(int(midnight.timestamp())), f"{day}T00:00:00Z"]
    assert {calendar_date(spelling) for spelling in spellings} == {day}


@settings(deadline=None)
@given(
    st.text() | st.floats() | st.integers() | st.binary() | st.datetimes(timezones=st.timezones())
)
def test_no_value_raises(value: object) -> None:
    calendar_date(value)


def test_the_date_before_the_share_buttons_is_found() -> None:
    head = "Justice.gov Press Releases An Invented Title "
    assert dateline(f"{head}Monday, June 3, 2013 Share Facebook X Email Text") == "June 3, 2013"
    assert dateline(f"{head}Monday, June 3, 2013 Share\nright caret Facebook") == "June 3, 2013"


def test_a_date_elsewhere_is_not_taken_for_it() -> None:
    assert dateline("On Monday, June 3, 2013 he would share Facebook posts") is None
    assert dateline("Monday, June 3, 2013. Share Facebook X LinkedIn") is None
    assert dateline("Share Facebook X LinkedIn Email Monday, June 3, 2013") is None
    assert dateline("x" * 5000 + "Monday, June 3, 2013 Share Facebook") is None
