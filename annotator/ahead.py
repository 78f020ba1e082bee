"""Reading ahead: one thread reads files while the other writes the study.

SQLite lets go of Python's lock while it stores and indexes, which is most of its time; so the next
records are parsed meanwhile, on the second core.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import Empty, Queue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")
PACK = 250
"""Records handed over at a time."""
DEPTH = 20
"""Packs read ahead at most: memory stays bounded."""


def read_ahead(records: Iterable[T]) -> Iterator[T]:
    """The same records in the same order, made in a thread of their own.

    What the thread raises is raised here, after the records made before it.
    """
    packs: Queue[list[T] | BaseException | None] = Queue(DEPTH)
    stopped = Event()

    def work() -> None:
        end: BaseException | None = None
        pack: list[T] = []
        try:
            for record in records:
                pack.append(record)
                if len(pack) == PACK:
                    packs.put(pack)
                    pack = []
                    if stopped.is_set():
                        return
        except BaseException as error:  # raised again below, in the thread that asked
            end = error
        packs.put(pack)
        packs.put(end)

    thread = Thread(target=work, daemon=True, name="read-ahead")
    thread.start()
    try:
        while isinstance(pack := packs.get(), list):
            yield from pack
        if pack is not None:
            raise pack
    finally:
        stopped.set()
        while thread.is_alive():  # it may be waiting for room
            with suppress(Empty):
                packs.get(timeout=0.01)
