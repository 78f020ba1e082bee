"""The place a study lies in: room on the disk, the write-ahead log, and the kind of file system."""

import shutil
from pathlib import Path

from db.health import Check

LEAST_FREE = 50_000_000
"""Bytes below which the next decisions are in danger."""

LARGE_LOG = 64_000_000
"""Bytes of write-ahead log that point to a program that never lets go of the study."""

_REMOTE = ("nfs", "cifs", "smb", "fuse.sshfs", "9p", "afs", "ceph", "lustre", "gpfs", "beegfs")


def disk(study: Path) -> Check:
    """Whether there is room for what is to come, and for a backup."""
    free = shutil.disk_usage(study.resolve().parent).free
    size = study.stat().st_size
    room = f"{in_bytes(free)} free beside a study of {in_bytes(size)}"
    if free < LEAST_FREE:
        return Check("disk", "fault", f"only {room}. Make room before you go on")
    if free < size:
        return Check("disk", "note", f"{room}: too little for a backup here")
    return Check("disk", "ok", room)


def log(study: Path) -> Check:
    """The size of the write-ahead log, which is folded into the study when it is closed."""
    path = study.with_name(study.name + "-wal")
    size = path.stat().st_size if path.exists() else 0
    if size > LARGE_LOG:
        text = f"{in_bytes(size)} not yet folded in. Close every program that has the study open"
        return Check("log", "note", text)
    return Check("log", "ok", f"{in_bytes(size)} to be folded into the study")


def file_system(study: Path, mounts: Path = Path("/proc/self/mounts")) -> Check:
    """Whether the study lies on this machine's own disk, as SQLite's locks want it."""
    kind = _kind(study.resolve(), mounts)
    if kind is not None and kind.startswith(_REMOTE):
        text = (
            f"a network drive ({kind}): open the study from one machine at a time, and make backups"
        )
        return Check("file system", "note", text)
    return Check("file system", "ok", f"{kind or 'not known'}, not a network drive")


def _kind(path: Path, mounts: Path) -> str | None:
    """The type of the file system that holds a path; None where the system does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    found = [line.split(" ") for line in lines]
    holding = [
        (len(place), kind)
        for _, escaped, kind, *_ in found
        if path.is_relative_to(place := escaped.replace("\\040", " "))
    ]
    return max(holding, key=lambda one: one[0])[1] if holding else None


def in_bytes(count: int) -> str:
    """A number of bytes as a person says it: "736.7 MB"."""
    size = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:,.0f} {unit}" if unit == "bytes" else f"{size:,.1f} {unit}"
        size /= 1000
    return f"{size:,.1f} TB"
