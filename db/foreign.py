"""Rows of somebody else's SQLite file, read without leaving a trace in it or beside it."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from db.errors import ImportFailed

_WAIT = 3.0
"""Seconds to wait for another program's lock before the file is copied."""
_WRITE_VERSION = 18
"""Where in a database's first page it says whether it keeps a log."""
_WAL = 2
_ROWS_AT_ONCE = 200


def tables(path: Path) -> dict[str, tuple[str, ...]]:
    """The file's tables and views with their columns, tables first.

    Left out are virtual tables (indexes for search) and what SQLite keeps for itself. Raises
    `ImportFailed` where the file is damaged, being written to or no database.
    """
    with _opened(path) as connection:
        listed = connection.execute(
            "select name from pragma_table_list "
            "where schema = 'main' and type in ('table', 'view') "
            "and name not like 'sqlite\\_%' escape '\\' order by type = 'view', name"
        ).fetchall()
        return {str(name): _columns(connection, str(name)) for (name,) in listed}


def rows(path: Path, table: str) -> Iterator[Mapping[str, object]]:
    """Every row of a table or view, by column, in the file's own order.

    Text that is not UTF-8 is taken as CP1252. Raises `ImportFailed` like `tables`.
    """
    with _opened(path) as connection:
        cursor = connection.execute(f"select * from {_quoted(table)}")
        columns = [str(description[0]) for description in cursor.description]
        while batch := cursor.fetchmany(_ROWS_AT_ONCE):
            for row in batch:
                yield dict(zip(columns, row, strict=True))


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    try:
        described = connection.execute("select name from pragma_table_xinfo(?)", [table]).fetchall()
    except sqlite3.OperationalError:  # a view on a table that is gone, an unknown virtual table
        return ()
    return tuple(str(name) for (name,) in described)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with ExitStack() as stack:
            connection = _in_place(path)
            if connection is None:
                folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="annotator-"))
                connection = _connected(_copy(path, Path(folder)), "mode=rw")
            stack.enter_context(closing(connection))
            connection.execute("pragma query_only = on")
            yield connection
    except (sqlite3.Error, OSError) as error:
        raise ImportFailed(f"the database cannot be read: {error}") from error


def _in_place(path: Path) -> sqlite3.Connection | None:
    """The file opened so that neither it nor its folder changes; None where that cannot be.

    A database whose log is empty is complete in itself: `immutable` keeps SQLite from making the
    log anew. A log that another program is using is shared with it. It cannot be when a crash left
    a log that nobody holds or a journal to be rolled back, or another program locks the file.
    """
    parameters = "mode=ro"
    if _keeps_log(path):
        if not _size(Path(f"{path}-wal")):
            parameters += "&immutable=1"
        elif not Path(f"{path}-shm").exists():
            return None
    connection = _connected(path, parameters)
    try:
        connection.execute("select count(*) from sqlite_schema")
    except sqlite3.OperationalError:
        connection.close()
        return None
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _copy(path: Path, folder: Path) -> Path:
    """A copy of the file with its log and journal, which SQLite can put in order."""
    copy = folder / "copy.db"
    companions = {end: Path(f"{path}{end}") for end in ("", "-wal", "-journal")}
    before = [_state(companion) for companion in companions.values()]
    for end, companion in companions.items():
        if companion.exists() or not end:
            shutil.copyfile(companion, f"{copy}{end}")
    if before != [_state(companion) for companion in companions.values()]:
        raise OSError("another program is writing to it; try again when it is done")
    return copy


def _connected(path: Path, parameters: str) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?{parameters}"
    connection = sqlite3.connect(address, uri=True, timeout=_WAIT)
    connection.text_factory = _text
    return connection


def _keeps_log(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(_WRITE_VERSION + 1)
    return header[_WRITE_VERSION:] == bytes([_WAL])


def _size(path: Path) -> int:
    return _state(path)[0]


def _state(path: Path) -> tuple[int, int]:
    """Size and time of the last change; zeros where there is no such file."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
