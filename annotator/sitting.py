"""A sitting: how many releases were decided, at what pace, and what is said at its end."""

from collections.abc import Callable
from dataclasses import dataclass

from db.errors import StudyError
from db.readings import Reading
from db.runs import log_past
from db.study import Study

IDLE_SECONDS = 300.0
"""A longer time before a decision is a break, not reading."""

Clock = Callable[[], float]
"""Seconds from some moment on."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How the sitting goes."""

    decided: int
    """Releases brought to a decision in this sitting, those undone again left out."""
    seconds: float | None
    """Mean time each took; None while all of them came after a break."""


class Sitting:
    """From opening the screen to leaving it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began = self._last = clock()
        self._took: dict[int, float] = {}
        """Seconds that each release took, by its id."""

    def decided(self, release_id: int) -> None:
        """A release was brought to a decision."""
        now = self._clock()
        self._took[release_id] = now - self._last
        self._last = now

    def undecided(self, release_id: int) -> None:
        """A release is uncoded again: it counts no more, its time goes to the next decision."""
        took = self._took.pop(release_id, 0.0)
        if took < IDLE_SECONDS:
            self._last -= took

    def pace(self) -> Pace:
        """Releases decided so far, and the mean time each took; breaks left out."""
        times = [took for took in self._took.values() if took < IDLE_SECONDS]
        return Pace(len(self._took), sum(times) / len(times) if times else None)

    def end(self, study: Study, reading: Reading, left: int) -> str:
        """Log the sitting and say how it went ("" if nothing was decided).

        Args:
            left: releases still uncoded.
        """
        pace = self.pace()
        if not pace.decided:
            return ""
        seconds = pace.decided * (pace.seconds or 0.0)  # one after a break took as long as others
        counts = {"decided": pace.decided, "seconds": round(seconds)}
        said = f"This sitting: {_releases(pace.decided)} decided"
        if pace.seconds is not None:
            said += f" in {_duration(seconds)}"
            said += f", {_duration(pace.seconds)} each" if pace.decided > 1 else ""
            if left:
                said += f". {left:,} uncoded {'is' if left == 1 else 'are'} left"
                said += f", {_duration(left * pace.seconds)} at this pace"
        try:
            log_past(study, "sitting", reading.coder, counts, seconds=self._clock() - self._began)
        except StudyError as error:
            return f"{said}. It is not in the log of runs: {error}"
        return said + "."


def _releases(count: int) -> str:
    return "1 release" if count == 1 else f"{count:,} releases"


def _duration(seconds: float) -> str:
    """Seconds below two minutes, so that a short sitting agrees with its pace."""
    if seconds < 120:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"
