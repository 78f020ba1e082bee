"""The file an export goes to: replaced when complete, otherwise as it was."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from db.errors import AnnotatorError


class ExportFailed(AnnotatorError):
    """A table cannot be written where it was to go."""


@contextmanager
def replacing(path: Path, *, keep: Path | None = None) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` once all is written to it.

    It is written beside its place and renamed when it is on disk. When writing breaks off, it is
    removed, and what was there stays. A link is followed; a pipe or device is written to directly.

    Args:
        keep: a file that must never be replaced: the study itself.

    Raises:
        ExportFailed: the folder or file cannot be written, or it is the file to keep.
    """
    place = Path(os.path.realpath(path))
    if keep and place.exists() and keep.exists() and place.samefile(keep):
        raise ExportFailed(f"{path}: is the study itself; choose another file for the table.")
    if place.is_dir():
        raise ExportFailed(f"{path}: is a folder; name a file in it.")
    direct = place.exists() and not place.is_file()
    draft = place if direct else place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with draft.open("wb" if direct else "xb") as out:
            yield out
            if not direct:
                out.flush()
                os.fsync(out.fileno())
        if not direct:
            if place.exists():
                draft.chmod(place.stat().st_mode & 0o7777)
            draft.replace(place)
    except BrokenPipeError:  # the reader of a pipe has had enough
        raise
    except OSError as error:
        raise ExportFailed(f"{path}: cannot be written: {error.strerror or error}.") from error
    finally:
        if not direct:
            draft.unlink(missing_ok=True)
