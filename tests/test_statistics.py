"""Our statistics against scipy, which is independent of them, and a published method's example."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from db.statistics import binomial_test, clopper_pearson, poisson_rate_ratio, wilson

COUNTS = st.integers(0, 30) | st.integers(0, 3000)
TIMES = st.integers(1, 200)


def test_the_design_s_own_example() -> None:
    compared = poisson_rate_ratio(11, 21, 22, 7)
    assert compared.ratio == pytest.approx(6.0)
    assert compared.lower == pytest.approx(2.8, abs=0.05)
    assert compared.upper == pytest.approx(13.7, abs=0.05)
    assert compared.p == pytest.approx(5.5e-7, rel=0.01)


@settings(max_examples=300, deadline=None)
@given(COUNTS, TIMES, COUNTS, TIMES)
def test_a_ratio_of_rates_is_scipy_s(one: int, time_1: int, two: int, time_2: int) -> None:
    if one + two == 0:
        two = 1
    ours = poisson_rate_ratio(one, time_1, two, time_2)
    theirs = binomtest(two, one + two, time_2 / (time_1 + time_2))
    # below 1e-100 both lose digits to the logarithms of huge factorials
    assert ours.p == pytest.approx(theirs.pvalue, rel=1e-6 if theirs.pvalue > 1e-100 else 1e-3)
    interval = theirs.proportion_ci(0.95, "exact")
    odds = time_1 / time_2
    assert ours.lower == pytest.approx(interval.low / (1 - interval.low) * odds, rel=1e-8)
    if one == 0:
        assert ours.ratio is None and ours.upper is None
    else:
        assert ours.ratio == pytest.approx(two / time_2 / (one / time_1))
        assert ours.upper == pytest.approx(interval.high / (1 - interval.high) * odds, rel=1e-8)


@pytest.mark.parametrize(
    ("one", "time_1", "two", "time_2"),
    [
        (0, 1, 1, 1),
        (1, 1, 0, 1),
        (5, 21, 0, 7),
        (0, 21, 9, 7),
        (100_000, 50, 101_000, 50),
        (9, 1, 3, 1e4),
    ],
)
def test_zeros_and_large_counts_too(one: int, time_1: float, two: int, time_2: float) -> None:
    ours = poisson_rate_ratio(one, time_1, two, time_2)
    theirs = binomtest(two, one + two, time_2 / (time_1 + time_2))
    assert ours.p == pytest.approx(theirs.pvalue, rel=1e-7)
    interval = theirs.proportion_ci(0.95, "exact")
    assert clopper_pearson(two, one + two) == pytest.approx((interval.low, interval.high), rel=1e-9)


def test_nothing_counted_says_nothing() -> None:
    compared = poisson_rate_ratio(0, 21, 0, 7)
    assert (compared.ratio, compared.lower, compared.upper, compared.p) == (None, 0, None, 1)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_of_a_share_is_scipy_s(count: int, total: int) -> None:
    count = min(count, total)
    theirs = binomtest(count, total).proportion_ci(0.95, "wilson")
    assert wilson(count, total) == pytest.approx((theirs.low, theirs.high), rel=1e-9, abs=1e-12)


def test_a_share_of_nothing_has_no_interval() -> None:
    assert wilson(0, 0) is None


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 400), st.integers(1, 400), st.floats(0.001, 0.999))
def test_a_p_value_is_the_sum_of_the_chances_as_unlikely(k: int, n: int, share: float) -> None:
    k = min(k, n)
    chances = [math.comb(n, i) * share**i * (1 - share) ** (n - i) for i in range(n + 1)]
    plain = math.fsum(chance for chance in chances if chance <= chances[k] * (1 + 1e-7))
    assert binomial_test(k, n, share) == pytest.approx(min(1.0, plain), rel=1e-6, abs=1e-12)
