"""How fast releases come in: through `annotator import`, and with SQLite alone.

    python bench/importing.py [--releases 20000]

The program finds mentions, sees repeats and keeps a text index, all while it reads; SQLite alone
only stores. Memory must not grow with the number of releases.
"""

import argparse
import json
import sqlite3
import time
from pathlib import Path

import studies
from figures import heading, table, times

_SCHEMA = """
create table releases (
    id integer primary key, url text unique, title text, published text, body text);
create virtual table search using fts5 (
    title, body, content = 'releases', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--releases", type=int, default=20_000)
    count = parser.parse_args().releases
    source, tenth = studies.records(count), studies.records(count // 10)
    with studies.workspace() as folder:
        small = _imported(folder, tenth, "small.db")
        whole = _imported(folder, source, "whole.db")
        again = studies.run("import", folder / "whole.db", source, home=folder)
        stored, indexed = _plain(folder / "plain.db", source)
    heading(f"{count:,} releases of JSON lines")
    rows = [
        ("json, executemany", stored, ""),
        ("and the text index built after", indexed, ""),
        ("annotator import", whole.seconds, f"{whole.peak_mb:.0f}"),
        ("the same file again", again.seconds, f"{again.peak_mb:.0f}"),
    ]
    table(
        ["", "s", "releases/s", "rate of executemany", "of index after", "peak MB"],
        [
            [
                *(name, f"{seconds:.2f}", f"{count / seconds:,.0f}"),
                *(times(stored, seconds), times(indexed, seconds), peak),
            ]
            for name, seconds, peak in rows
        ],
    )
    print(f"  processor: {whole.cpu:.2f} s, {whole.cpu / whole.seconds:.2f} cores at work")
    print(
        f"  peak memory of a tenth of the releases: {small.peak_mb:.0f} MB;"
        f" of all: {times(whole.peak_mb, small.peak_mb)}"
    )


def _imported(folder: Path, source: Path, name: str) -> studies.Cost:
    studies.run("new", folder / name, home=folder)
    return studies.run("import", folder / name, source, home=folder)


def _plain(path: Path, source: Path) -> tuple[float, float]:
    """Seconds to read and store, and to build the text index as well."""
    connection = sqlite3.connect(path)
    connection.execute("pragma journal_mode = wal")
    connection.executescript(_SCHEMA)
    begun = time.perf_counter()
    with source.open(encoding="utf-8") as lines, connection:
        connection.executemany(
            "insert into releases (url, title, published, body)"
            " values (:url, :title, :date, :body)",
            map(json.loads, lines),
        )
    stored = time.perf_counter() - begun
    with connection:
        connection.execute("insert into search (search) values ('rebuild')")
    indexed = time.perf_counter() - begun
    connection.close()
    return stored, indexed


if __name__ == "__main__":
    main()
