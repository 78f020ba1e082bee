"""Who is collecting into a study now, and when the last request went out: kept in its facts.

One collection at a time: two would send twice as many requests as a source is asked for.
"""

import json
import os
import socket
import time
from collections.abc import Callable

from db.errors import StudyError
from db.study import Study

_FACT = "collecting"
_STALE = 180.0
"""Seconds after which a holder on another machine that says nothing is taken for dead."""


class Holder:
    """This call's claim on collecting into a study."""

    def __init__(self, study: Study, *, clock: Callable[[], float] = time.time) -> None:
        """Claim; `clock` gives seconds since 1970.

        Raises:
            StudyError: somebody else is collecting into this study.
        """
        self._study = study
        self._clock = clock
        with study.transaction():
            earlier = _kept(study)
            if earlier.get("pid") and self._alive(earlier):
                raise StudyError(
                    f"{study.path}: is being collected into by process {earlier['pid']} on"
                    f" {earlier['host']}. Wait for it to end, or stop it."
                )
            self.last: float | None = _number(earlier.get("at"))
            """When the call before sent its last request, as far as it noted it down."""
            self.orderly = not earlier.get("pid")
            """Whether the call before came to its end."""
            self._write(os.getpid(), self.last)

    def note(self) -> None:
        """Say that this call is at work and sends requests; within the caller's transaction."""
        self._write(os.getpid(), self._clock())

    def release(self, *, sent: bool) -> None:
        """Give the claim up; `sent`: whether any request went out."""
        self._write(None, self._clock() if sent else self.last)

    def _write(self, pid: int | None, at: float | None) -> None:
        claim = {"pid": pid, "host": socket.gethostname(), "at": at, "said": self._clock()}
        self._study.set_fact(_FACT, json.dumps(claim))

    def _alive(self, claim: dict[str, object]) -> bool:
        silent = self._clock() - (_number(claim.get("said")) or 0.0)
        if claim.get("host") != socket.gethostname():
            return silent < _STALE
        pid = claim.get("pid")
        if not isinstance(pid, int) or pid == os.getpid() or silent > 20 * _STALE:
            return False
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True  # another user's
        return True


def _kept(study: Study) -> dict[str, object]:
    try:
        kept = json.loads(study.fact(_FACT) or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
