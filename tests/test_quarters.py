"""Quarters of a year."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.quarters import first_day, quarter_of, quarters_between

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2018, 1, 1), "2018-Q1"),
        (date(2018, 3, 31), "2018-Q1"),
        (date(2018, 4, 1), "2018-Q2"),
        (date(2018, 6, 30), "2018-Q2"),
        (date(2018, 9, 30), "2018-Q3"),
        (date(2018, 10, 1), "2018-Q4"),
        (date(2018, 12, 31), "2018-Q4"),
        (date.min, "0001-Q1"),
        (date.max, "9999-Q4"),
    ],
)
def test_a_day_lies_in_its_quarter(day: date, quarter: str) -> None:
    assert quarter_of(day) == quarter


def test_the_span_of_the_published_study_has_28_quarters() -> None:
    quarters = quarters_between(date(2013, 1, 1), date(2019, 12, 31))
    assert (len(quarters), quarters[0], quarters[-1]) == (28, "2013-Q1", "2019-Q4")


def test_one_day_is_one_quarter_and_a_span_turned_round_is_none() -> None:
    assert quarters_between(date(2018, 5, 5), date(2018, 5, 5)) == ["2018-Q2"]
    assert quarters_between(date(2018, 7, 1), date(2018, 6, 30)) == []
    assert quarters_between(date(2018, 6, 30), date(2018, 7, 1)) == ["2018-Q2", "2018-Q3"]


@given(days, days)
def test_every_quarter_between_two_days_is_there_once_and_in_order(one: date, other: date) -> None:
    first, last = sorted((one, other))
    quarters = quarters_between(first, last)
    assert quarters[0] == quarter_of(first)
    assert quarters[-1] == quarter_of(last)
    assert quarters == sorted(set(quarters))
    for before, after in pairwise(quarters):
        assert quarter_of(first_day(after) - timedelta(days=1)) == before


@given(days)
def test_the_first_day_of_a_quarter_lies_in_it(day: date) -> None:
    assert quarter_of(first_day(quarter_of(day))) == quarter_of(day)
    assert first_day(quarter_of(day)) <= day


@pytest.mark.parametrize("text", ["", "2018", "2018-Q0", "2018-Q5", "18-Q1", "2018-Q12", "2018Q1"])
def test_other_texts_name_no_quarter(text: str) -> None:
    with pytest.raises(ValueError, match="not a quarter"):
        first_day(text)
