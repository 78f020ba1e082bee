"""Events: the tracked measure in the quarters before and after a day."""

from collections.abc import Sequence

from db.codebook import Codebook, Event
from db.quarters import first_day
from db.report_records import EventCount, Period, QuarterCount
from db.statistics import poisson_rate_ratio


def compare(event: Event, quarters: Sequence[QuarterCount], codebook: Codebook) -> EventCount:
    """Compare the quarters that begin after the event's day with those before.

    The quarter in which it happened counts as before. Where one side has no quarter, or neither
    has a case, there is nothing to compare and the figures are None.
    """
    counts = [
        (first_day(one.quarter) > event.date, one.focus if one.track is None else one.track)
        for one in quarters
    ]
    before = [count for is_after, count in counts if not is_after]
    after = [count for is_after, count in counts if is_after]
    compared = None
    if before and after and sum(before) + sum(after):
        compared = poisson_rate_ratio(sum(before), len(before), sum(after), len(after))
    return EventCount(
        name=event.name,
        date=event.date,
        measure="track" if codebook.track else "focus",
        before=Period(len(before), sum(before)),
        after=Period(len(after), sum(after)),
        rate_ratio=compared.ratio if compared else None,
        interval=(compared.lower, compared.upper) if compared else None,
        p=compared.p if compared else None,
    )
