"""What the terminal at the other end of a slow line has already drawn.

A terminal answers the question for its cursor's position when everything written before it is on
screen, and what is typed afterwards arrives after the answer. So a key that comes in before the
answer was typed by somebody who had not seen the screen yet, however slow the line is.
"""

import time
from collections import deque
from collections.abc import Callable

QUESTION = "\x1b[1;{}H\x1b[6n"
"""Go to a column of the first row, and say where you are: the cursor is hidden, so nobody sees."""
COLUMNS = 8
"""So many questions are told apart by the column that the answer names."""
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
        self._waiting: deque[tuple[int, Seen]] = deque()
        """The columns asked at, oldest first, and who waits."""
        self._column = 0
        self._asked_at = 0.0

    def tell_when_seen(self, seen: Seen) -> None:
        """Call back when what was written so far is on the terminal's screen."""
        if self._write is None:
            seen(time.monotonic())
            return
        self._column = self._column % COLUMNS + 1
        self._waiting.append((self._column, seen))
        self._asked_at = time.monotonic()
        self._write(QUESTION.format(self._column))

    def answered(self, at: float, column: int) -> None:
        """The terminal answered, being at that column, from 1.

        An answer that comes when it is waited for no more answers nobody else's question; those
        before the one that it answers are lost.
        """
        self._answers = True
        if column in (asked for asked, _ in self._waiting):
            asked, seen = self._waiting.popleft()
            while asked != column:
                asked, seen = self._waiting.popleft()
            seen(at)

    def give_up_if_mute(self) -> None:
        """To be called `PATIENCE` after the first question: stop asking who never answers."""
        if not self._answers:
            self._write = None
            while self._waiting:
                self._waiting.popleft()[1](time.monotonic())

    @property
    def is_late(self) -> bool:
        """Whether an answer is overdue: it may be lost, as when another terminal took over."""
        return bool(self._waiting) and time.monotonic() - self._asked_at > PATIENCE

    @property
    def is_quiet(self) -> bool:
        """Whether no answer is under way that would land in the shell after the program's end."""
        return not self._waiting

    def forget(self) -> None:
        """Wait for no answer that was asked for so far; one that comes yet means nothing."""
        self._waiting.clear()
