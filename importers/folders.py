"""Which files a list of named paths comes to, and how much there is to read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_COMPANIONS = ("-wal", "-shm", "-journal")
_ABOUT = {"readme", "license", "licence", "copying", "notice", "changelog", "changes"}
"""Names, with no ending or a text's, of what people write about a folder and not into it."""
_TEXT = ("", ".txt", ".rst")


def paths(named: Iterable[Path]) -> Iterator[Path]:
    """The files behind `named`, in order: a file as it is, a folder as all files below it.

    Folders are walked in the order of names; hidden files and folders are passed over, and so are
    the working files that SQLite keeps beside a database and what is written about a folder
    (`README`, `LICENSE`, any `.md`). Such a file is read where it is named itself. A path that does
    not exist is given back as it came: saying so is `read`'s business.
    """
    for path in named:
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def total_bytes(named: Iterable[Path]) -> int:
    """Bytes that `read` will report as progress over all of `named`; files out of reach count 0."""
    return sum(_size(path) for path in paths(named))


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        present = set(names)
        for name in sorted(names):
            passed = name.startswith(".") or _is_companion(name, present) or _is_about(name)
            if not passed:
                yield Path(here, name)


def _is_companion(name: str, present: set[str]) -> bool:
    return any(name.endswith(end) and name.removesuffix(end) in present for end in _COMPANIONS)


def _is_about(name: str) -> bool:
    stem, ending = os.path.splitext(name.lower())
    return ending == ".md" or (stem in _ABOUT and ending in _TEXT)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
