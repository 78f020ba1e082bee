"""Reading what is compared of releases: in worker processes where many wait.

Each release is read by itself, so that it makes no difference which process does it.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process

from db.relatives.features import features_of, to_row

MOST_WORKERS = 4
"""More would wait for the one process that writes."""
_AHEAD = 2
"""Portions handed to each worker, so that none waits and memory stays small."""

Text = tuple[int, bytes, str, str]
"""Id, digest, title and text of a release."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a release, as the study keeps it."""

    id: int
    digest: bytes
    row: tuple[int, bytes, str]
    """See `to_row`."""
    keys: list[int]
    """See `Features.lookups`."""


def read(texts: list[Text]) -> list[Read]:
    """Read a portion of releases here and now."""
    found = []
    for id_, digest, title, text in texts:
        features = features_of(title, text)
        found.append(Read(id_, digest, to_row(features), features.lookups()))
    return found


def workers() -> int:
    """How many processes are worth starting here; with one processor none."""
    if not hasattr(os, "sched_getaffinity"):
        count = os.cpu_count() or 1
    else:
        count = len(os.sched_getaffinity(0))
    return min(count, MOST_WORKERS) if count > 1 else 0


def read_all(portions: Iterator[list[Text]], processes: int) -> Generator[Read, None, None]:
    """What is compared of all releases, in their order.

    Close the generator to end the processes early. Where they cannot be started, or one dies,
    the rest is read here: slower, with the same result.

    Args:
        portions: some hundred releases each; asked for one by one, here, as they are needed.
        processes: how many to start; 0 reads everything here.
    """
    waiting: deque[tuple[list[Text], Future[list[Read]]]] = deque()
    if processes:
        pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)
        try:
            with suppress(BrokenProcessPool, OSError):
                for portion in portions:
                    # Held until it is read: where submit fails, it is not lost.
                    waiting.append((portion, Future()))
                    waiting[-1] = portion, pool.submit(read, portion)
                    if len(waiting) > _AHEAD * processes:
                        found = waiting[0][1].result()
                        waiting.popleft()
                        yield from found
                while waiting:
                    found = waiting[0][1].result()
                    waiting.popleft()
                    yield from found
        finally:
            pool.shutdown(cancel_futures=True)
    for portion, _ in waiting:
        yield from read(portion)
    for portion in portions:
        yield from read(portion)


def _begin() -> None:
    """Leave Ctrl-C to the process that writes, and end when it ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
