"""Opens a file as text in whatever encoding it has, and says how far it has been read."""

import codecs
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Progress = Callable[[int], None]
"""Told how many more bytes have been consumed."""

_BLOCK = 1 << 18
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FALLBACK = "importers.cp1252"


def encoding_of(head: bytes) -> str:
    """The encoding that the file's first bytes announce; without a mark UTF-8."""
    return next((name for mark, name in _BOMS if head.startswith(mark)), "utf-8")


def decode(content: bytes) -> str:
    """`content` as text; bytes that are not UTF-8 are taken as CP1252."""
    return content.decode(encoding_of(content), _FALLBACK)


def open_text(path: Path, progress: Progress | None = None, *, newline: str = "\n") -> TextIO:
    """`path` opened as text, line ends as they are; decoding never fails.

    `newline` is what ends a line, "" for any of LF, CR and both.
    """
    with path.open("rb") as opened:
        encoding = encoding_of(opened.read(4))
    counted = io.BufferedReader(_Counted(path, progress), _BLOCK)
    return io.TextIOWrapper(counted, encoding, _FALLBACK, newline=newline)


class _Counted(io.FileIO):
    """A file that reports each block as it is read."""

    def __init__(self, path: Path, progress: Progress | None) -> None:
        super().__init__(path)
        self._progress = progress

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        count = super().readinto(buffer)
        if self._progress and count:
            self._progress(count)
        return count


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    if not error.encoding.startswith("utf-8"):  # half a UTF-16 pair is no CP1252
        return "\ufffd", error.end
    return broken.decode("cp1252", "ignore"), error.end


codecs.register_error(_FALLBACK, _as_cp1252)
