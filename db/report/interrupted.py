"""Interrupted time series: change of level and slope at an event. Needs the extra `stats`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from math import exp

from db.quarters import first_day

LAGS = 2
"""Quarters over which errors may hang together."""
LEAST = 4
"""Quarters on each side that a slope needs."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A ratio of rates with its robust 95 % interval and two-sided p-value."""

    ratio: float
    lower: float
    upper: float
    p: float


@dataclass(frozen=True, slots=True)
class Interrupted:
    """What the model says of one event."""

    level: Effect
    """The rate in the first quarter after, divided by what the earlier trend leads to expect."""
    slope: Effect
    """By how much the growth of a quarter is another than before: ratio of the growths."""


def is_available() -> bool:
    """Whether statsmodels is installed."""
    return find_spec("statsmodels") is not None


def interrupted(series: Sequence[tuple[str, int]], day: date) -> Interrupted | None:
    """Fit log rate = trend + change of level + change of trend, quarters after `day` being after.

    Poisson regression with errors robust to overdispersion and to autocorrelation (Newey & West,
    Econometrica 55, 1987, 703-708); the model is that of Bernal, Cummins & Gasparrini,
    International Journal of Epidemiology 46, 2017, 348-355.

    Args:
        series: (quarter, cases), without gaps.

    Returns:
        None where a side has fewer than `LEAST` quarters or no case.
    """
    split = sum(first_day(quarter) <= day for quarter, _ in series)
    counts = [count for _, count in series]
    before, after = counts[:split], counts[split:]
    if min(len(before), len(after)) < LEAST or not sum(before) or not sum(after):
        return None
    rows = [
        (1.0, float(t - split), float(t >= split), float(max(0, t - split)))
        for t in range(len(counts))
    ]
    api = import_module("statsmodels.api")
    model = api.GLM(counts, rows, family=api.families.Poisson())
    fitted = model.fit(cov_type="HAC", cov_kwds={"maxlags": LAGS})

    def effect(place: int) -> Effect:
        low, high = fitted.conf_int()[place]
        return Effect(exp(fitted.params[place]), exp(low), exp(high), float(fitted.pvalues[place]))

    return Interrupted(effect(2), effect(3))
