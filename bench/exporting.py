"""How long exports take when every release is decided, beside a plain cursor and csv.writer.

    python bench/exporting.py [--releases 20000]

The program also defuses what a spreadsheet would run, and writes a file that appears only whole.
"""

import argparse
import csv
import sqlite3
import time
from pathlib import Path

import studies
from figures import heading, table, times

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
_EXPORTS = {
    "codes": (["codes"], _CODES),
    "releases": (["releases"], _RELEASES.format(text="")),
    "releases --text": (["releases", "--text"], _RELEASES.format(text=", text")),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--releases", type=int, default=20_000)
    count = parser.parse_args().releases
    rows = []
    with studies.workspace() as folder:
        study = studies.make(folder, count)
        studies.code(study, folder)
        start = studies.run("export", "--help", home=folder).seconds
        for name, (arguments, query) in _EXPORTS.items():
            plain = min(_plain(study, query, folder / "plain.csv") for _ in range(3))
            command = ("export", study, *arguments, "-o", folder / "export.csv")
            ours = min(studies.run(*command, home=folder).seconds for _ in range(3)) - start
            rows.append([name, f"{plain:.2f}", f"{ours:.2f}", times(plain, ours)])
    heading(f"Exports of {count:,} releases as CSV, all decided; without the program's start")
    table(["", "plain s", "annotator s", "rate of plain"], rows)


def _plain(study: Path, query: str, path: Path) -> float:
    begun = time.perf_counter()
    connection = sqlite3.connect(study)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(connection.execute(query))
    connection.close()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
