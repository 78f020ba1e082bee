"""Reads a file or a folder of any format that we know into releases."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TextIO

from db.errors import ImportFailed
from db.records import Imported, Reject
from importers import database, delimited, json_lines, json_stream
from importers.broken import Broken
from importers.columns import check_mapping, fault
from importers.folders import paths
from importers.formats import HEAD, Format, foreign, recognise
from importers.options import Options
from importers.record import Converter, Wanted
from importers.sources import Progress, decode, open_text

_LOOKED_AT = 20
"""Records of a JSON source whose names together are taken for its columns."""

Records = Iterator[tuple[int, object]]
"""Line or record number, and the record or `Broken`."""


def read(
    path: Path,
    *,
    options: Options | None = None,
    wanted: Wanted | None = None,
    progress: Progress | None = None,
) -> Iterator[Imported]:
    """Every record of a file, or of all files of a folder, as release, reject or left out.

    The format is recognised by content. `wanted` says whether a text might name a platform, see
    `record.Converter`. `progress` is told of bytes as they are consumed; over a whole run they add
    up to `total_bytes`. Memory follows the longest record, not the file.

    Raises `ImportFailed` (on the first step, this being a generator) when a file named directly
    cannot be read at all, holds nothing that is recognised, or contradicts `options`. A file of a
    folder is then a `Reject`, and the rest is read.
    """
    options = options or Options()
    check_mapping(options.mapping)
    if not path.is_dir():
        try:
            yield from _File(path, options, wanted, progress).read()
        except (ImportFailed, OSError) as error:
            raise ImportFailed(f"{path}: {_in_words(error)}") from error
        return
    for file in paths([path]):
        try:
            yield from _File(file, options, wanted, progress).read()
        except (ImportFailed, OSError) as error:
            yield Reject(file.as_posix(), 0, _in_words(error))


def read_all(
    named: Sequence[Path],
    *,
    options: Options | None = None,
    wanted: Wanted | None = None,
    progress: Progress | None = None,
) -> Iterator[Imported]:
    """As `read`, of several files and folders: one that cannot be read keeps none from being read.

    It is then a `Reject`, as a file of a folder is. The only one that is named raises
    `ImportFailed`; so does a mapping of fields that there are not, before anything is read.
    """
    check_mapping((options or Options()).mapping)
    for path in named:
        try:
            yield from read(path, options=options, wanted=wanted, progress=progress)
        except ImportFailed as error:
            if len(named) == 1:
                raise
            yield Reject(path.as_posix(), 0, str(error).removeprefix(f"{path}: "))


class _File:
    """One file on its way in."""

    def __init__(
        self, path: Path, options: Options, wanted: Wanted | None, progress: Progress | None
    ) -> None:
        self._path = path
        self._name = path.as_posix()
        self._options = options
        self._progress = progress or (lambda _count: None)
        self._wanted = wanted
        self._convert = Converter(self._name, options, wanted)

    def read(self) -> Iterator[Imported]:
        """All that is in the file."""
        head = self._head()
        kind = recognise(head)
        if kind is Format.PAGE:
            yield self._page()
        elif kind is Format.SQLITE:
            yield from self._records(database.records(self._path, self._options, self._progress))
        elif kind in (Format.EMPTY, Format.FOREIGN):
            self._progress(self._path.stat().st_size)
            yield Reject(self._name, 0, foreign(head) or "empty file")
        else:
            newline = "" if kind is Format.DELIMITED else "\n"
            with open_text(self._path, self._progress, newline=newline) as source:
                yield from self._records(self._parsed(source, kind))

    def _head(self) -> bytes:
        if not self._path.is_file():
            raise ImportFailed("no such file" if not self._path.exists() else "not a file")
        with self._path.open("rb") as file:
            return file.read(HEAD)

    def _parsed(self, source: TextIO, kind: Format) -> Records:
        mapping = self._options.mapping
        if kind is Format.DELIMITED:
            return delimited.records(source, mapping)
        parse = json_lines.records if kind is Format.JSON_LINES else json_stream.records
        return _recognised(parse(source), mapping)

    def _records(self, records: Records) -> Iterator[Imported]:
        line = 0
        try:
            for line, record in records:
                if isinstance(record, Broken):
                    yield Reject(self._name, line, record.reason)
                else:
                    yield self._convert(record, line)
        except (ImportFailed, OSError) as error:
            if not line:
                raise
            yield Reject(self._name, line + 1, f"reading stopped here: {_in_words(error)}")

    def _page(self) -> Imported:
        from importers.page import record_of

        content = self._path.read_bytes()
        self._progress(len(content))
        record = record_of(decode(content))
        if isinstance(record, str):
            return Reject(self._name, 0, record)
        own_names = replace(self._options, mapping={})
        return Converter(self._name, own_names, self._wanted)(record, 0)


def _in_words(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _recognised(records: Records, mapping: Mapping[str, str]) -> Records:
    """`records`, once the names in the first of them are seen to be those of releases."""
    looked_at: list[tuple[int, object]] = []
    names: dict[str, None] = {}
    reason = None
    for line, record in islice(records, _LOOKED_AT):
        looked_at.append((line, record))
        if isinstance(record, dict):
            names |= dict.fromkeys(record)
            reason = fault(names, mapping)
            if reason is None:
                break
    if reason:
        raise ImportFailed(reason)
    yield from looked_at
    yield from records
