"""The display of a running collection: a line that is rewritten, or plain lines now and then."""

import time
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TextIO

from annotator.collecting.words import Progress

_LINE_SECONDS = 10.0
_LINE_PAGES = 100
_REDRAW_SECONDS = 0.2


class Display:
    """Says on `out` how far the collection has come.

    Args:
        out: the terminal or a log.
        terminal: whether lines can be rewritten.
        width: cells of a line.
        requests: how many requests were sent so far.
        clock: seconds that only go forward.
    """

    def __init__(
        self,
        out: TextIO,
        *,
        terminal: bool,
        width: int = 80,
        requests: Callable[[], int],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._out = out
        self._terminal = terminal
        self._width = width
        self._requests = requests
        self._clock = clock
        self._began = self._shown_at = clock()
        self._shown_pages = self._taken = 0
        self._open = False
        self._lock = Lock()

    def page(self, progress: Progress, counts: Mapping[str, int]) -> None:
        """Another page is stored."""
        self._taken += 1
        elapsed = self._clock() - self._shown_at
        if self._terminal:
            due = elapsed >= _REDRAW_SECONDS or progress.page == progress.pages
        else:
            due = elapsed >= _LINE_SECONDS or self._taken - self._shown_pages >= _LINE_PAGES
        if due or self._taken == 1:
            self._shown_at, self._shown_pages = self._clock(), self._taken
            self._say(self.sentence(progress, counts))

    def trouble(self, sentence: str) -> None:
        """Something failed and is tried again; called from any thread."""
        self._say(sentence)

    def end(self) -> None:
        """Leave the line, so that what follows stands on its own."""
        with self._lock:
            if self._open:
                self._out.write("\n")
                self._out.flush()
                self._open = False

    def sentence(self, progress: Progress, counts: Mapping[str, int]) -> str:
        """Pages, releases seen and kept, requests a second, time left at most."""
        elapsed = max(self._clock() - self._began, 1e-9)
        pages = f"page {progress.page:,}" + (f"/{progress.pages:,}" if progress.pages else "")
        parts = [
            pages,
            f"{progress.seen:,} seen",
            f"{counts.get('new', 0) + counts.get('changed', 0):,} kept",
            f"{self._requests() / elapsed:.1f}/s",
        ]
        if progress.pages > progress.page and self._taken:
            left = (progress.pages - progress.page) * elapsed / self._taken
            parts.append(f"≤ {duration(left)} left")
        return " · ".join(parts)

    def _say(self, sentence: str) -> None:
        with self._lock:
            if not self._terminal:
                self._out.write(f"{sentence}\n")
            else:
                shown = sentence[: self._width - 1]
                self._out.write(f"\r{shown.ljust(self._width - 1)}")
                self._open = True
            self._out.flush()


def duration(seconds: float) -> str:
    """A time as people say it: "40 s", "25 min", "3 h 10 min"."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"
