"""What the terminal at the other end of a slow line has already drawn.

A terminal answers the question for its cursor's position when everything written before it is on
screen, and what is typed afterwards arrives after the answer. So a key that comes in before the
answer was typed by somebody who had not seen the screen yet, however slow the line is.
"""

import time
from collections import deque
from collections.abc import Callable

QUESTION = "\x1b[6n"
PATIENCE = 1.0
"""Seconds in which a terminal that answers at all gives its first answer, or is not asked again."""

Seen = Callable[[float], None]
"""Called with the moment (monotonic seconds) from which on keys were typed with sight."""


class Terminal:
    """Asks the terminal, and keeps who waits for which answer."""

    def __init__(self, write: Callable[[str], object] | None) -> None:
        """Without `write` nothing is asked: a screen counts as seen when it was written."""
        self._write = write
        self._answers = False
        self._waiting: deque[Seen] = deque()
        self._asked_at = 0.0

    def tell_when_seen(self, seen: Seen) -> None:
        """Call back when what was written so far is on the terminal's screen."""
        if self._write is None:
            seen(time.monotonic())
            return
        self._waiting.append(seen)
        self._asked_at = time.monotonic()
        self._write(QUESTION)

    def answered(self, at: float) -> None:
        """The terminal answered."""
        self._answers = True
        if self._waiting:
            self._waiting.popleft()(at)

    def give_up_if_mute(self) -> None:
        """To be called `PATIENCE` after the first question: stop asking who never answers."""
        if not self._answers:
            self._write = None
            while self._waiting:
                self._waiting.popleft()(time.monotonic())

    @property
    def is_late(self) -> bool:
        """Whether an answer is overdue: it may be lost, as when another terminal took over."""
        return bool(self._waiting) and time.monotonic() - self._asked_at > PATIENCE

    @property
    def is_quiet(self) -> bool:
        """Whether no answer is under way that would land in the shell after the program's end."""
        return not self._waiting

    def forget(self) -> None:
        """Wait for no answer that was asked for so far."""
        self._waiting.clear()
