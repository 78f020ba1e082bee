"""The interrupted time series, on series whose answer is known."""

import math
from datetime import date

import pytest

from db.quarters import quarters_between
from db.report.interrupted import interrupted, is_available

pytest.importorskip("statsmodels")
QUARTERS = quarters_between(date(2013, 1, 1), date(2019, 12, 31))
DAY = date(2016, 9, 30)


def test_a_step_and_another_growth_are_found_as_they_were_made() -> None:
    made = [
        round(400 * math.exp(0.02 * (t - 15) + (t >= 15) * (math.log(2) + 0.03 * (t - 15))))
        for t in range(len(QUARTERS))
    ]
    found = interrupted(list(zip(QUARTERS, made, strict=True)), DAY)
    assert is_available() and found
    assert found.level.ratio == pytest.approx(2, rel=0.01)
    assert found.slope.ratio == pytest.approx(math.exp(0.03), rel=0.002)
    assert found.level.lower < found.level.ratio < found.level.upper
    assert found.level.p < 0.001


def test_where_nothing_changes_the_ratios_are_one() -> None:
    found = interrupted([(quarter, 5 + n % 2) for n, quarter in enumerate(QUARTERS)], DAY)
    assert found and found.level.lower < 1 < found.level.upper


@pytest.mark.parametrize("day", [date(2013, 5, 1), date(2019, 9, 1), date(2030, 1, 1)])
def test_too_few_quarters_say_nothing(day: date) -> None:
    assert interrupted([(quarter, 5) for quarter in QUARTERS], day) is None


def test_no_case_on_a_side_says_nothing() -> None:
    counts = [0] * 15 + [3] * 13
    assert interrupted(list(zip(QUARTERS, counts, strict=True)), DAY) is None
