"""Turns for requests, so far apart that the rate holds over all threads and over restarts."""

import time
from collections.abc import Callable
from threading import Event, Lock

from importers.doj.failures import Stopped

Clock = Callable[[], float]
"""Seconds that only ever go forward."""
Sleep = Callable[[float], None]

_MARGIN = 1.02
"""Turns lie this much further apart than the rate asks: the network bunches what we space."""


class Sleeper:
    """Sleeps that one call ends for all threads, so that nobody waits for a sleeper to wake."""

    def __init__(self) -> None:
        self._stopped = Event()

    def __call__(self, seconds: float) -> None:
        """Sleep that long; raises `Stopped` when the collection ends meanwhile."""
        if self._stopped.wait(seconds):
            raise Stopped

    def stop(self) -> None:
        """Wake every sleeper, now and from now on."""
        self._stopped.set()


class Limiter:
    """Gives one turn at a time; shared by every thread that sends requests.

    Args:
        rate: turns a second at most.
        delay: seconds until the first turn, for what an earlier call sent.
        clock: a clock that only goes forward, and
        sleep: how to wait; tests give their own.
    """

    def __init__(
        self,
        rate: float,
        *,
        delay: float = 0.0,
        clock: Clock = time.monotonic,
        sleep: Sleep = time.sleep,
    ) -> None:
        self.interval = _MARGIN / rate
        """Seconds between two turns at least."""
        self._clock = clock
        self._sleep = sleep
        self._lock = Lock()
        self._next = clock() + delay

    def turn(self) -> float:
        """Wait for a turn and take it; the time of the turn."""
        while True:
            with self._lock:
                now = self._clock()
                if now >= self._next:
                    self._next = now + self.interval
                    return now
                wait = self._next - now
            self._sleep(wait)

    def hold(self, seconds: float) -> None:
        """Give no turn to anybody for that long: the server asked for it."""
        with self._lock:
            self._next = max(self._next, self._clock() + seconds)

    def slow_down(self, interval: float) -> None:
        """Keep turns at least `interval` seconds apart from now on."""
        with self._lock:
            self.interval = max(self.interval, interval)


def delay_after(last: float | None, now: float, interval: float, *, orderly: bool) -> float:
    """Seconds to wait before the first request of this call, for the sake of an earlier one.

    Args:
        last: when the earlier call sent its last request, as far as is known, and
        now: the present; both in seconds since 1970.
        interval: seconds between two requests.
        orderly: whether the earlier call came to its end. One that was killed may have sent more
            than it noted down, but nothing after now: a full second keeps the two apart.
    """
    if last is None:
        return 0.0
    if not orderly:
        return max(1.0, interval)
    return min(max(0.0, last + interval - now), interval)  # the clock may have been set back
