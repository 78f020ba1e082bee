"""A copy of a study: whole though somebody is coding, proved by opening it, never over another."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from db.errors import StudyError
from db.naming import give_name
from db.study import Study


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made and opened."""

    path: Path
    size: int
    """Bytes."""
    releases: int
    decisions: int


def backup(study: Study, target: Path) -> Backup:
    """Copy the study as it is at this moment to a new file; all of it or nothing.

    Raises:
        StudyError: something is there already, the disk refused, or the copy is not whole.
    """
    if target.exists() or target.is_symlink():
        raise StudyError(f"{target}: exists already; a backup never replaces a file.")
    if not target.parent.is_dir():
        raise StudyError(f"{target}: the folder {target.parent} does not exist; make it first.")
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        before = _held(study)
        _copy(study, draft)
        with Study.open(draft) as copy:
            releases, decisions = _proved(copy, before, study, target)
        _sync(draft)
        give_name(draft, target)
        _sync(target.parent)
    except (sqlite3.Error, OSError) as error:
        raise StudyError(f"{target}: the backup cannot be made: {error}.") from error
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            draft.with_name(draft.name + ending).unlink(missing_ok=True)
    return Backup(target, target.stat().st_size, releases, decisions)


def _copy(study: Study, draft: Path) -> None:
    """All pages in one step, so that no other sitting makes it begin again."""
    connection = sqlite3.connect(draft)
    try:
        study.connection.backup(connection)
    finally:
        connection.close()


def _proved(copy: Study, before: tuple[int, int], study: Study, target: Path) -> tuple[int, int]:
    """The releases and decisions of a copy that is sound and holds what the study held."""
    held, after = _held(copy), _held(study)
    (sound,) = copy.connection.execute("pragma quick_check(1)").fetchone()
    if sound != "ok":
        raise StudyError(
            f"{target}: the copy is damaged ({sound}), as the study must be; none was kept."
        )
    if not all(
        least <= here <= most for least, here, most in zip(before, held, after, strict=True)
    ):
        raise StudyError(f"{target}: the copy does not hold what the study holds; none was kept.")
    return held


def _held(study: Study) -> tuple[int, int]:
    releases, decisions = study.connection.execute(
        "select (select count(*) from releases), (select count(distinct step) from journal)"
    ).fetchone()
    return releases, decisions


def _sync(path: Path) -> None:
    """Have the disk write what it holds back."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
