"""Recognises what kind of file this is from its first bytes, never from its name."""

import codecs
import json
import re
from enum import Enum

from importers.sources import decode

HEAD = 1 << 18
"""Bytes that `recognise` wants to see."""


class Format(Enum):
    """What a file holds."""

    EMPTY = "an empty file"
    SQLITE = "an SQLite file"
    JSON = "JSON"
    JSON_LINES = "JSON lines"
    PAGE = "an HTML page"
    DELIMITED = "a table of delimited columns"
    FOREIGN = "something that holds no releases"


_FOREIGN = (
    (b"PK\x03\x04", "a zip archive or an Excel workbook: unpack it, or save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file: save it as CSV"),
    (b"\x1f\x8b", "gzip-compressed: unpack it first"),
    (b"BZh", "bzip2-compressed: unpack it first"),
    (b"\xfd7zXZ\x00", "xz-compressed: unpack it first"),
    (b"(\xb5/\xfd", "zstd-compressed: unpack it first"),
    (b"%PDF", "a PDF: releases are read as HTML, JSON, CSV or SQLite"),
    (b"PAR1", "a Parquet file: save it as JSON lines or CSV"),
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|script|article|main|div|h1|p)\b", re.I
)
_LINES_TRIED = 5


def foreign(head: bytes) -> str | None:
    """What a file is that cannot hold releases, in words, or None."""
    for magic, words in _FOREIGN:
        if head.startswith(magic):
            return words
    if b"\x00" in head[:8192] and not head.startswith(_WIDE):
        return "a binary file"
    start = _start(head)
    if start.startswith("<") and not _MARKUP.search(start[:20_000]):
        return "XML: releases are read as HTML, JSON, CSV or SQLite"
    return None


def _start(head: bytes) -> str:
    return decode(head).lstrip("\ufeff \t\r\n\x00")


def recognise(head: bytes) -> Format:
    """The format of a file that begins with `head` (its first `HEAD` bytes, or all of it)."""
    if head.startswith(b"SQLite format 3\x00"):
        return Format.SQLITE
    if foreign(head):
        return Format.FOREIGN
    text = _start(head)
    if not text:
        return Format.EMPTY
    if text.startswith("<"):
        return Format.PAGE
    if _holds_json_lines(text):
        return Format.JSON_LINES
    return Format.JSON if text[0] in "[{" else Format.DELIMITED


def _holds_json_lines(text: str) -> bool:
    """Whether one of the first lines is a whole object and there is more than that line."""
    lines = text.split("\n", _LINES_TRIED + 1)
    whole = [line for line in lines[:-1] if line.strip()][:_LINES_TRIED]
    if not any(_is_object(line) for line in whole):
        return False
    return len(whole) > 1 or bool(lines[-1].strip())


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
