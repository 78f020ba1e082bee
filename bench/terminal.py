"""A program in a terminal of our own: presses its keys, and sees when the answer is on the screen.

What the program writes is stamped as it arrives, and only replayed (through pyte, which is slow)
when the program has gone quiet, so that nothing here competes with it between key and paint.
"""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pyte

QUIET = 0.05
"""Seconds without a byte after which a program has said what it had to say."""
PATIENCE = 10.0
"""Seconds in which an expectation must be met."""
SILENCE = 0.3
"""Seconds after which a key of which nothing is expected has done nothing."""

Shows = Callable[[str], object]
"""Says of the text on the screen whether it is what was waited for."""

_QUESTION = re.compile(
    rb"\x1b\[((?:1;\d+H\x1b\[)?6n|>?0?c|\?(\d+)\$p|>0?q)|\x1b\](1[01]);\?(\x07|\x1b\\)"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P\]][^\x07\x1b]*\x1b?)?\Z")
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[\?[0-9;]*(?:\$p|u)|\x1bP[^\x1b]*\x1b\\")


@dataclass(frozen=True, slots=True)
class Press:
    """What one key (or the start of the program) brought about."""

    paint: float
    """Milliseconds until what was expected, or the last of the answer, was on the screen."""
    settle: float
    """Milliseconds until the last byte."""
    size: int
    """Bytes written."""
    deflated: int
    """The same in one running deflate stream, as `ssh -C` carries it."""
    cpu: float
    """Milliseconds of processor time."""
    met: bool
    """Whether the expectation came true."""


class Terminal:
    """Runs a program in a pseudo-terminal of a fixed size."""

    def __init__(
        self, command: Sequence[str], columns: int, rows: int, environment: Mapping[str, str]
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._deflate = zlib.compressobj()
        self._unread = self._unfinished = b""
        self._begun = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], list(command), {**environment, "LC_ALL": "C.UTF-8"})

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def text(self) -> str:
        """What is on the screen, row by row."""
        return "\n".join(self._screen.display)

    def ready(self, shows: Shows) -> Press:
        """Wait until the program is up, from its start."""
        return self._answer(self._begun, 0.0, shows, patience=2 * 60)

    def press(self, key: str, shows: Shows | None = None) -> Press:
        """Press a key and wait for the answer."""
        cpu, begun = self._cpu(), time.perf_counter()
        os.write(self._terminal, key.encode())
        return self._answer(begun, cpu, shows, PATIENCE if shows else SILENCE)

    def hold(self, key: str, count: int = 45, hertz: float = 30.0) -> tuple[float, int]:
        """Hold a key down: how many milliseconds behind its end the screen is, and bytes a key."""
        chunks: list[tuple[float, bytes]] = []
        begun = time.perf_counter()
        for number in range(count):
            os.write(self._terminal, key.encode())
            sent = time.perf_counter()
            self._gather(chunks, until=begun + (number + 1) / hertz)
        self._gather(chunks, quiet=0.3)
        for _, data in chunks:
            self._show(data)
        last = chunks[-1][0] if chunks else sent
        return max(0.0, last - sent) * 1e3, sum(len(data) for _, data in chunks) // count

    def idle(self, seconds: float) -> float:
        """Bytes a second that the program writes while nobody does anything."""
        chunks: list[tuple[float, bytes]] = []
        self._gather(chunks, until=time.perf_counter() + seconds)
        for _, data in chunks:
            self._show(data)
        return sum(len(data) for _, data in chunks) / seconds

    def memory(self) -> float:
        """Megabytes the program holds; 0 where /proc does not tell."""
        with suppress(OSError):
            status = Path(f"/proc/{self._pid}/status").read_text()
            if resident := re.search(r"VmRSS:\s+(\d+)", status):
                return int(resident[1]) / 1024
        return 0.0

    def close(self) -> None:
        """End the program, reading what it still has to say: a full pipe would hold it up."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.kill(self._pid, sign)
            for _ in range(50):
                self._gather([], until=time.perf_counter() + 0.02)
                if os.waitpid(self._pid, os.WNOHANG)[0]:
                    os.close(self._terminal)
                    return

    def _answer(self, begun: float, cpu: float, shows: Shows | None, patience: float) -> Press:
        chunks: list[tuple[float, bytes]] = []
        shown, painted = 0, None
        while True:
            self._gather(chunks, until=begun + patience, quiet=QUIET)
            used = self._cpu() - cpu
            for at, data in chunks[shown:]:
                held = self._show(data)
                if painted is None and shows and not held and shows(self.text):
                    painted = at
            shown = len(chunks)
            if painted or not shows or time.perf_counter() >= begun + patience:
                break
        settled = chunks[-1][0] if chunks else begun
        met = shows is None or painted is not None
        return Press(
            paint=((painted or settled) - begun) * 1e3,
            settle=(settled - begun) * 1e3,
            size=sum(len(data) for _, data in chunks),
            deflated=self._deflated(chunks),
            cpu=used * 1e3,
            met=met,
        )

    def _gather(
        self,
        chunks: list[tuple[float, bytes]],
        until: float | None = None,
        quiet: float | None = None,
    ) -> None:
        """Read until a moment, or until nothing came for a while after the first byte."""
        fresh = False
        while True:
            waits = [] if until is None else [until - time.perf_counter()]
            if quiet is not None and (fresh or until is None):
                waits.append(quiet)
            ready, _, _ = select.select([self._terminal], [], [], max(0.0, min(waits)))
            if not ready:
                return
            try:
                data = os.read(self._terminal, 65536)
            except OSError:  # the program has ended
                time.sleep(0.01)
                return
            chunks.append((time.perf_counter(), data))
            fresh = True
            self._reply(data)

    def _reply(self, data: bytes) -> None:
        """Answer at once what the program asks its terminal, as a quick line would."""
        asked, end = self._unread + data, 0
        for question in _QUESTION.finditer(asked):
            os.write(self._terminal, _reply_to(question))
            end = question.end()
        self._unread = asked[end:][-16:]

    def _show(self, data: bytes) -> bool:
        """Replay on the screen; whether the program still holds the update back (mode 2026)."""
        data = self._unfinished + data
        rest = _UNFINISHED.search(data)
        self._unfinished = rest[0] if rest else b""
        whole = data[: len(data) - len(self._unfinished)]
        self._stream.feed(self._decode(_NOT_FOR_PYTE.sub(b"", whole)))
        return whole.rfind(b"\x1b[?2026h") > whole.rfind(b"\x1b[?2026l") or bool(rest)

    def _deflated(self, chunks: list[tuple[float, bytes]]) -> int:
        size = sum(len(self._deflate.compress(data)) for _, data in chunks)
        return size + len(self._deflate.flush(zlib.Z_SYNC_FLUSH)) if chunks else 0

    def _cpu(self) -> float:
        """Seconds of processor time so far; 0 where /proc does not tell."""
        nanoseconds = 0
        with suppress(OSError):
            for task in Path(f"/proc/{self._pid}/task").iterdir():
                nanoseconds += int((task / "schedstat").read_text().split()[0])
        return nanoseconds / 1e9


def _reply_to(question: re.Match[bytes]) -> bytes:
    if colour := question[3]:
        return b"\x1b]%s;rgb:1212/1212/1212%s" % (colour, question[4])
    if mode := question[2]:
        return b"\x1b[?%s;%d$y" % (mode, 2 if mode == b"2026" else 0)
    kind = question[1]
    if kind.endswith(b"6n"):  # ours first goes where it asks; nobody else's wants to know exactly
        return b"\x1b[1;%sR" % (kind[2 : kind.index(b"H")] if b"H" in kind else b"1")
    if kind.endswith(b"q"):
        return b"\x1bP>|bench\x1b\\"
    return b"\x1b[>41;390;0c" if kind.startswith(b">") else b"\x1b[?62;22c"
