"""How long to wait after a failure that may pass."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

TRIES = 9
"""Tries of one request: about two minutes of an outage are sat out, ten at most."""
FIRST_TRIES = 3
"""Tries of the very first request, so that a wrong address is reported soon."""
LONGEST_BACKOFF = 60.0
LONGEST_RETRY_AFTER = 120.0
"""Seconds that a server's Retry-After is obeyed at most."""


def backoff(attempt: int, *, chance: Callable[[], float] = random.random) -> float:
    """Seconds before the next try after `attempt` failures (from 1): exponential, full jitter."""
    return chance() * min(LONGEST_BACKOFF, 2.0 ** min(attempt, 10))


def retry_after(header: str | None, now: datetime | None = None) -> float:
    """What a Retry-After header asks for, in seconds: a number or a date; 0 where it says nothing.

    Never more than `LONGEST_RETRY_AFTER`.
    """
    text = (header or "").strip()
    if not text:
        return 0.0
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    return min(max(0.0, seconds), LONGEST_RETRY_AFTER)
