"""A few jobs under way at once, their results in order: the line stays busy, memory stays flat."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

J = TypeVar("J")
R = TypeVar("R")

WIDTH = 8
"""Requests under way: at four a second an answer may take two seconds."""
_PATIENCE = 0.5
"""Seconds that the end waits for threads; one that hangs on a dead line is left to itself."""


class Window(Generic[J, R]):
    """Threads that work off jobs. They are daemons: a dead line never keeps the program alive.

    `concurrent.futures` would wait for its threads at the program's end, up to a time-out.
    """

    def __init__(self, work: Callable[[J], R], *, width: int = WIDTH) -> None:
        self.width = width
        self._work = work
        self._jobs: SimpleQueue[tuple[J, Future[R]] | None] = SimpleQueue()
        self._threads = [
            Thread(target=self._run, daemon=True, name=f"fetch-{n}") for n in range(width)
        ]
        for thread in self._threads:
            thread.start()

    def results(self, jobs: Iterable[J]) -> Iterator[R]:
        """The result of each job, in the order of the jobs; raises what a job raised.

        A job is taken from `jobs` only when there is room for it, so that `jobs` may depend on
        results seen before.
        """
        under_way: deque[Future[R]] = deque()
        coming = iter(jobs)
        try:
            while True:
                while len(under_way) < self.width:
                    try:
                        job = next(coming)
                    except StopIteration:
                        break
                    under_way.append(self._start(job))
                if not under_way:
                    return
                yield under_way.popleft().result()
        finally:
            for future in under_way:
                future.cancel()

    def close(self) -> None:
        """End the threads; what is under way is given up."""
        for _ in self._threads:
            self._jobs.put(None)
        end = time.monotonic() + _PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))

    def _start(self, job: J) -> "Future[R]":
        future: Future[R] = Future()
        self._jobs.put((job, future))
        return future

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            job, future = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._work(job))
            except BaseException as error:  # raised in the thread that asks for the result
                future.set_exception(error)
