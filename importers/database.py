"""Records out of the table of an SQLite file that holds releases."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from db.errors import ImportFailed
from db.foreign import rows, tables
from importers.columns import fault, plan
from importers.options import Options
from importers.sources import Progress

_STEP = 1 << 18


def records(path: Path, options: Options, progress: Progress) -> Iterator[tuple[int, object]]:
    """The number of each row from 1 and the row, of the table that `options` name or that fits.

    Raises `ImportFailed` where the table is not there, or none or several look like releases.
    """
    table = _chosen(tables(path), options)
    size, told, seen = path.stat().st_size, 0, 0
    for number, row in enumerate(rows(path, table), 1):
        yield number, row
        seen += sum(len(value) for value in row.values() if isinstance(value, str))
        if told + _STEP <= seen <= size:
            progress(seen - told)
            told = seen
    progress(size - told)


def _chosen(present: Mapping[str, tuple[str, ...]], options: Options) -> str:
    """The table to read: the one named, else the only one with title, text and date, else text."""
    there_are = f"Its tables are: {', '.join(present) or 'none'}."
    if options.table is not None:
        if options.table not in present:
            raise ImportFailed(f"there is no table {options.table!r}. {there_are}")
        if reason := fault(present[options.table], options.mapping):
            raise ImportFailed(f"table {options.table}: {reason}")
        return options.table
    fitting = [name for name, columns in present.items() if not fault(columns, options.mapping)]
    whole = [name for name in fitting if len(plan(present[name], options.mapping).found) == 3]
    if len(whole or fitting) == 1:
        return (whole or fitting)[0]
    if fitting:
        several = ", ".join(whole or fitting)
        raise ImportFailed(f"several tables look like releases: {several}. Choose one by --table")
    if len(present) == 1:
        ((name, columns),) = present.items()
        raise ImportFailed(f"table {name}: {fault(columns, options.mapping)}")
    raise ImportFailed(
        f"no table looks like releases. {there_are} Choose one by --table, and say which columns "
        "are which by --map title=COLUMN --map text=COLUMN --map date=COLUMN"
    )
