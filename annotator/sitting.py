"""A sitting: how many releases were decided, at what pace, and what is said at its end."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from db.errors import StudyError
from db.readings import Reading
from db.runs import log_past
from db.study import Study

IDLE_SECONDS = 300.0
"""A longer gap between two decisions is a break, not reading."""

Clock = Callable[[], float]
"""Seconds from some moment on."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How the sitting goes."""

    decided: int
    """Releases brought to a decision in this sitting."""
    seconds: float | None
    """Mean time each took; None before the second."""


class Sitting:
    """From opening the screen to leaving it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began = clock()
        self._decided: list[float] = []

    def count(self) -> None:
        """One more release was brought to a decision."""
        self._decided.append(self._clock())

    def pace(self) -> Pace:
        """Releases decided so far, and the mean time between them; idle time left out."""
        gaps = self._gaps()
        return Pace(len(self._decided), sum(gaps) / len(gaps) if gaps else None)

    def end(self, study: Study, reading: Reading, left: int) -> str:
        """Log the sitting and say how it went ("" if nothing was decided).

        Args:
            left: releases still uncoded.
        """
        pace = self.pace()
        if not pace.decided:
            return ""
        seconds = sum(self._gaps())
        counts = {"decided": pace.decided, "seconds": round(seconds)}
        said = f"This sitting: {pace.decided} releases decided"
        if pace.seconds is not None:
            said += f" in {_duration(seconds)}, {pace.seconds:.0f} s each"
            if left:
                said += (
                    f". {left:,} uncoded are left, {_duration(left * pace.seconds)} at this pace"
                )
        try:
            log_past(study, "sitting", reading.coder, counts, seconds=self._clock() - self._began)
        except StudyError as error:
            return f"{said}. It is not in the log of runs: {error}"
        return said + "."

    def _gaps(self) -> list[float]:
        return [b - a for a, b in pairwise(self._decided) if b - a < IDLE_SECONDS]


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{max(1, minutes)} min"
