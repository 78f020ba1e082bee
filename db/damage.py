"""A study file that SQLite finds damaged, told from failures of other kinds."""

import sqlite3
from collections.abc import Set
from pathlib import Path

from db.errors import StudyError

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite finds the file damaged, as it would not if only a statement were wrong."""
    return has_code(error, _DAMAGED)


def damaged(path: Path, error: sqlite3.Error) -> StudyError:
    """What to say of a damaged study, and what to do."""
    return StudyError(
        f"{path}: the file is damaged ({error}). Go back to a backup, or save what can be read"
        f" with: sqlite3 {path} .recover\nHow far the damage goes says: annotator doctor {path}"
    )


def has_code(error: sqlite3.Error, codes: Set[int]) -> bool:
    """Whether this is a failure of one of these kinds, by SQLite's primary codes."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in codes  # Python's own have no code
