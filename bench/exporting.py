"""How long exports take when every release is decided, beside a plain cursor and csv.writer.

    python bench/exporting.py [--releases 20000]

Once beside a query made for the purpose, which has the columns that need no looking up, and once
beside `csv.writer` over the very rows of the program. The program also defuses what a spreadsheet
would run, and writes a file that appears only whole.
"""

import argparse
import csv
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import studies
from figures import heading, table, times

from db.readings import main_reading
from db.study import Study
from db.tables import Table
from db.tables.codes import code_table
from db.tables.releases import release_table

_RELEASES = """
    select uid, url, releases.published, releases.quarter, office, state, number, topics,
    components, file, line, mentions, title{text} from releases join texts on texts.release_id = id
    order by releases.published, id
"""
_CODES = """
    select uid, url, releases.published, releases.quarter, office, releases.state, title, status,
    exclusion, relation, flagged, decided_at, category.code, mode.code, origin.code
    from states join releases on id = states.release_id
    left join codings as category on category.reading_id = states.reading_id
        and category.release_id = id and category.example = 1 and category.field = 'category'
    left join codings as mode on mode.reading_id = states.reading_id
        and mode.release_id = id and mode.example = 1 and mode.field = 'mode'
    left join codings as origin on origin.reading_id = states.reading_id
        and origin.release_id = id and origin.example = 1 and origin.field = 'origin'
    order by releases.published, id
"""
_EXPORTS: dict[str, tuple[list[str], str, Callable[[Study], Table]]] = {
    "codes": (["codes"], _CODES, lambda study: code_table(study, main_reading(study))),
    "releases": (["releases"], _RELEASES.format(text=""), release_table),
    "releases --text": (
        ["releases", "--text"],
        _RELEASES.format(text=", text"),
        lambda study: release_table(study, text=True),
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--releases", type=int, default=20_000)
    count = parser.parse_args().releases
    rows = []
    with studies.workspace() as folder:
        study = studies.make(folder, count)
        studies.code(study, folder)
        start = _best(partial(_ours, ("export", "--help"), folder))
        for name, (arguments, query, made) in _EXPORTS.items():
            command = ("export", study, *arguments, "-o", folder / "export.csv")
            file = folder / "plain.csv"
            seconds = (
                _best(partial(_plain, study, query, file)),
                _best(partial(_same, study, made, file)),
                _best(partial(_ours, command, folder)) - start,
            )
            rates = (times(seconds[0], seconds[2]), times(seconds[1], seconds[2]))
            rows.append([name, *(f"{each:.2f}" for each in seconds), *rates])
    heading(f"Exports of {count:,} releases as CSV, all decided; without the program's start")
    head = ("plain s", "same rows s", "annotator s", "rate of plain", "of same rows")
    table(["", *head], rows)


def _best(measure: Callable[[], float]) -> float:
    return min(measure() for _ in range(5))


def _plain(study: Path, query: str, file: Path) -> float:
    """Seconds for a query written by `csv.writer`."""
    begun = time.perf_counter()
    connection = sqlite3.connect(study)
    _write(connection.execute(query), file)
    connection.close()
    return time.perf_counter() - begun


def _same(study: Path, made: Callable[[Study], Table], file: Path) -> float:
    """Seconds for a table of the program written by `csv.writer`, as it comes from the study."""
    begun = time.perf_counter()
    with Study.open(study) as opened:
        _write(made(opened).rows, file)
    return time.perf_counter() - begun


def _ours(command: Sequence[str | Path], folder: Path) -> float:
    return studies.run(*command, home=folder).seconds


def _write(rows: Iterable[Iterable[object]], path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


if __name__ == "__main__":
    main()
