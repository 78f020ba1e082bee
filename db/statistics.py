"""Exact statistics of counts, in plain Python.

A scientific library would give the same numbers (the tests hold them against scipy) at two hundred
megabytes and a second of start-up.
"""

import math
from dataclasses import dataclass

LEVEL = 0.95
"""Confidence level of every interval."""
_Z = 1.959963984540054  # the normal quantile of (1 + LEVEL) / 2
_SAME = 1e-7  # relative difference up to which two probabilities count as equal, as in scipy and R
_NEAR = 1e-10  # relative step after which another would change nothing: its error is the square


@dataclass(frozen=True, slots=True)
class RateRatio:
    """How often something happens in one time, compared with another."""

    ratio: float | None
    """Second rate divided by the first; None where the first is zero."""
    lower: float
    """Lower end of the exact 95 % interval."""
    upper: float | None
    """Upper end; None: infinite."""
    p: float
    """Two-sided p-value of equal rates."""


def poisson_rate_ratio(count_1: int, time_1: float, count_2: int, time_2: float) -> RateRatio:
    """Compare two Poisson rates by the exact conditional test.

    Given the total, the second count is binomial with the share that its time has in the whole
    time, if the rates are equal (Przyborowski & Wilenski, Biometrika 31, 1940, 313-323). The
    interval is that of Clopper & Pearson (Biometrika 26, 1934, 404-413) for this share, turned
    into a ratio of rates. The p-value adds up every split at most as likely as the one observed.

    Args:
        count_1: events in the first time.
        time_1: its length, in any unit (quarters), above zero.
        count_2: events in the second time.
        time_2: its length in the same unit.
    """
    total = count_1 + count_2
    low, high = clopper_pearson(count_2, total)
    return RateRatio(
        ratio=(count_2 / time_2) / (count_1 / time_1) if count_1 else None,
        lower=low / (1 - low) * time_1 / time_2,
        upper=high / (1 - high) * time_1 / time_2 if high < 1 else None,
        p=binomial_test(count_2, total, time_2 / (time_1 + time_2)),
    )


def wilson(count: int, total: int) -> tuple[float, float] | None:
    """The 95 % interval of a share by the score method; None where there is nothing to share.

    Source: E. B. Wilson, Journal of the American Statistical Association 22, 1927, 209-212.
    """
    if not total:
        return None
    share, z2 = count / total, _Z * _Z
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    spread = math.sqrt(share * (1 - share) / total + z2 / (4 * total * total))
    half = _Z * spread / (1 + z2 / total)
    low = middle - half if count else 0.0
    high = middle + half if count < total else 1.0
    return low, high


def clopper_pearson(count: int, total: int) -> tuple[float, float]:
    """The exact 95 % interval of a binomial share; (0, 1) where nothing was drawn."""
    return _lowest_share(count, total), 1 - _lowest_share(total - count, total)


def _lowest_share(count: int, total: int) -> float:
    """The share at which `count` or more of `total` come with the chance of one tail.

    Newton's method: the derivative of the chance is a beta density. It starts at Wilson's bound,
    which is near, and a step that would leave the bracket halves it instead.
    """
    if not count:
        return 0.0
    tail = (1 - LEVEL) / 2
    low, high = 0.0, 1.0
    about = wilson(count, total)
    share = about[0] if about else 0.5
    while low < share < high:
        over = at_least(count, total, share) - tail
        low, high = (share, high) if over < 0 else (low, share)
        density = math.exp(_log_chance(count, total, share)) * count / share
        step = over / density if density else math.inf
        if abs(step) <= _NEAR * share:
            return share - step
        share = share - step if low < share - step < high else (low + high) / 2
    return share


def binomial_test(count: int, total: int, share: float) -> float:
    """Two-sided p-value of `count` of `total` where each has the chance `share` (0 < share < 1).

    Adds up the chances of every count that is at most as likely as the one observed.
    """
    expected = total * share
    if count == expected:
        return 1.0
    limit = _log_chance(count, total, share) + math.log1p(_SAME)
    if count < expected:
        low, high = math.ceil(expected), total + 1
        while low < high:  # the first count above the expected one that is as unlikely
            middle = (low + high) // 2
            if middle > total or _log_chance(middle, total, share) <= limit:
                high = middle
            else:
                low = middle + 1
        return min(1.0, at_most(count, total, share) + at_least(low, total, share))
    low, high = -1, math.floor(expected)
    while low < high:  # the last count below it
        middle = (low + high + 1) // 2
        if _log_chance(middle, total, share) <= limit:
            low = middle
        else:
            high = middle - 1
    return min(1.0, at_least(count, total, share) + at_most(low, total, share))


def at_most(count: int, total: int, share: float) -> float:
    """The chance of at most `count` of `total`."""
    if count < 0:
        return 0.0
    return _incomplete_beta(1 - share, total - count, count + 1) if count < total else 1.0


def at_least(count: int, total: int, share: float) -> float:
    """The chance of at least `count` of `total`."""
    if count > total:
        return 0.0
    return _incomplete_beta(share, count, total - count + 1) if count > 0 else 1.0


def _log_chance(count: int, total: int, share: float) -> float:
    return (
        math.lgamma(total + 1)
        - math.lgamma(count + 1)
        - math.lgamma(total - count + 1)
        + count * math.log(share)
        + (total - count) * math.log1p(-share)
    )


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (Lentz's method).

    Source: Didonato & Morris, ACM Transactions on Mathematical Software 18, 1992, 360-373.
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # where the fraction converges slowly, the other tail is quick
        return 1 - _incomplete_beta(1 - x, b, a)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, 100_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            fraction *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front * fraction / a


def _not_zero(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300
