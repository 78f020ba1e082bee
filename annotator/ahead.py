"""Reading ahead: a process of its own reads files, finds mentions and places while this one stores.

Either is work for a whole processor, and Python runs one thread at a time; so a large import takes
two processes, and a small one is not worth starting a second for.
"""

import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from pathlib import Path
from queue import Empty

from db.codebook.file import parse
from db.errors import ImportFailed
from db.mentions import Finder
from db.records import Imported, Release
from db.searched import Searched
from importers import Options, read_all, total_bytes

WORTH_A_PROCESS = 20_000_000
"""Bytes from which on reading gets a process of its own."""
PACK = 250
"""Records handed over at a time."""
DEPTH = 20
"""Packs read ahead at most: memory stays bounded."""

Incoming = Imported | Searched
Consumed = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be read, and for which codebook."""

    paths: tuple[Path, ...]
    options: Options
    codebook: str
    """The codebook's TOML."""


def read_ahead(job: Job, consumed: Consumed) -> Iterator[Incoming]:
    """Every record of the job in order, releases with their mentions found.

    Those read in a process of their own may be placed too, see `_fill`.
    `consumed` is told of bytes read. What reading raises is raised here, after the records that
    came before it.
    """
    if total_bytes(job.paths) < WORTH_A_PROCESS:
        return _records(job, consumed)
    return _from_process(job, consumed)


def _records(job: Job, consumed: Consumed) -> Iterator[Incoming]:
    codebook = parse(job.codebook)
    finder = Finder(codebook)
    selective = bool(codebook.platforms) and not job.options.keep_all
    wanted = finder.may_name if selective else None
    for record in read_all(job.paths, options=job.options, wanted=wanted, progress=consumed):
        if isinstance(record, Release):
            yield Searched(record, finder.find(record.title, record.text))
        else:
            yield record


Pack = tuple[list[Incoming], int]
"""Records, and the bytes that were read for them."""


def _from_process(job: Job, consumed: Consumed) -> Iterator[Incoming]:
    context = get_context("spawn")
    packs: Queue[Pack | BaseException | None] = context.Queue(DEPTH)
    process = context.Process(target=_fill, args=(job, packs), daemon=True, name="reading")
    process.start()
    try:
        while (pack := _next(packs, process)) is not None:
            if isinstance(pack, BaseException):
                raise pack
            yield from pack[0]
            consumed(pack[1])
    finally:
        process.terminate()
        process.join()
        packs.close()


def _next(
    packs: "Queue[Pack | BaseException | None]", process: BaseProcess
) -> Pack | BaseException | None:
    """What the reading process hands over next; a sentence if it died."""
    while True:
        try:
            return packs.get(timeout=1)
        except Empty:
            if not process.is_alive() and packs.empty():
                return ImportFailed(
                    f"reading stopped (its process ended with {process.exitcode}). What was read"
                    " before is in the study; the same command goes on from there."
                )


def _fill(job: Job, packs: "Queue[Pack | BaseException | None]") -> None:
    """The reading process: it stops when it is told to, not at the terminal's Ctrl-C.

    While packs wait to be stored it places releases as well; else it hands them over at once, and
    they are placed where they are stored. So both processes have about the same to do.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    read_bytes = 0

    def count(more: int) -> None:
        nonlocal read_bytes
        read_bytes += more

    pack: list[Incoming] = []
    end: BaseException | None = None
    try:
        for record in _records(job, count):
            pack.append(record)
            if len(pack) == PACK:
                packs.put((pack if packs.empty() else _placed(pack, job), read_bytes))
                pack, read_bytes = [], 0
    except Exception as error:  # raised again in the process that asked
        end = error
    packs.put((pack, read_bytes))
    packs.put(end)


def _placed(pack: list[Incoming], job: Job) -> list[Incoming]:
    """The records, with the places of those that will be stored if they are new."""
    return [
        record.placed()
        if isinstance(record, Searched) and (job.options.keep_all or record.counting)
        else record
        for record in pack
    ]
