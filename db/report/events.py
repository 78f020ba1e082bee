"""Events: the tracked measure in the quarters before and after a day."""

from collections.abc import Sequence

from db.codebook import Codebook, Event
from db.quarters import first_day
from db.report.records import EventCount, MovedEvent, Period, QuarterCount
from db.statistics import RateRatio, poisson_rate_ratio

MOVES = (-2, -1, 1, 2)
"""Quarters by which an event is moved to see how much hangs on its date."""


def compare(event: Event, quarters: Sequence[QuarterCount], codebook: Codebook) -> EventCount:
    """Compare the quarters that begin after the event's day with those before.

    The quarter in which it happened counts as before. Where one side has no quarter, or neither
    has a case, there is nothing to compare and the figures are None.
    """
    counts = [one.focus if one.track is None else one.track for one in quarters]
    split = sum(first_day(one.quarter) <= event.date for one in quarters)
    compared = _compared(counts, split)
    return EventCount(
        name=event.name,
        date=event.date,
        measure="track" if codebook.track else "focus",
        before=Period(split, sum(counts[:split])),
        after=Period(len(counts) - split, sum(counts[split:])),
        rate_ratio=compared.ratio if compared else None,
        interval=(compared.lower, compared.upper) if compared else None,
        p=compared.p if compared else None,
        moved=tuple(_moved(counts, split, by) for by in MOVES) if compared else (),
    )


def _moved(counts: Sequence[int], split: int, by: int) -> MovedEvent:
    compared = _compared(counts, split + by)
    return MovedEvent(by, compared.ratio if compared else None, compared.p if compared else None)


def _compared(counts: Sequence[int], split: int) -> RateRatio | None:
    """The quarters from number `split` on, compared with those before it."""
    if not 0 < split < len(counts) or not sum(counts):
        return None
    before, after = counts[:split], counts[split:]
    return poisson_rate_ratio(sum(before), len(before), sum(after), len(after))
