"""An older study is brought up to date when it is opened."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from db.damage import damaged, has_code, is_damage
from db.errors import StudyError
from db.tallying import REFILL
from db.version import APPLICATION_ID, MIGRATION_SET, MIGRATIONS


def bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse what is no study, and bring the schema of an older one up to date.

    Raises:
        StudyError: it is no study, a newer program made it, it is damaged, or it is held.
    """
    try:
        (application,) = connection.execute("pragma application_id").fetchone()
        applied = _applied(connection) if application == APPLICATION_ID else set()
    except sqlite3.DatabaseError as error:
        if has_code(error, {sqlite3.SQLITE_NOTADB}):
            raise StudyError(f"{path}: is no study of this program ({error}).") from error
        raise _failure(path, error, "cannot be opened") from error
    if not applied:
        raise StudyError(f"{path}: is no study of this program. Make one with: annotator new FILE")
    if applied - set(MIGRATIONS):
        raise StudyError(
            f"{path}: was made by a newer version of this program. Update it with:"
            " pip install --upgrade release-annotator"
        )
    if applied != set(MIGRATIONS):
        try:
            migrate(connection)
        except sqlite3.Error as error:
            raise _failure(path, error, "cannot be brought up to date") from error


def _failure(path: Path, error: sqlite3.Error, what: str) -> StudyError:
    if is_damage(error):
        return damaged(path, error)
    if has_code(error, {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}):
        return StudyError(f"{path}: {what}: another program holds the study ({error}).")
    return StudyError(f"{path}: {what}: {error}.")


def _applied(connection: sqlite3.Connection) -> set[str]:
    """Names of the migrations that the file has been through."""
    rows = connection.execute(
        "select name from _sqlite_migrations where migration_set = ?", (MIGRATION_SET,)
    )
    return {row["name"] for row in rows}


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date, or leave all as it was.

    The write lock is held from before it is looked what there is to do: another program that opens
    the study at the same moment waits, and then finds it done.
    """
    from sqlite_utils import Database

    from db.schema import migrations

    factory, connection.row_factory = connection.row_factory, None
    try:
        connection.execute("begin immediate")
        try:
            placed = _has_places(connection)
            migrations.apply(Database(connection))
            if not placed:
                _place(connection)
            connection.execute("commit")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("rollback")
            raise
    finally:
        connection.row_factory = factory


def _has_places(connection: sqlite3.Connection) -> bool:
    """Whether a study is of a program that kept where each release is placed."""
    row = connection.execute("select 1 from pragma_table_info('releases') where name = 'place'")
    return row.fetchone() is not None


def _place(connection: sqlite3.Connection) -> None:
    """Find where the releases of a study are placed that an older program kept without places.

    The trigger that follows a release to another state is set aside meanwhile: it reads all states
    for each release, where one reading does for all of them.
    """
    from db.placing import place_all

    (trigger,) = connection.execute(
        "select sql from sqlite_master where name = 'releases_moved'"
    ).fetchone()
    connection.execute("drop trigger releases_moved")
    place_all(connection)
    for statement in REFILL:
        connection.execute(statement)
    connection.execute(trigger)
