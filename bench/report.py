"""How long the report takes when every release is decided, beside one plain count in SQL.

python bench/report.py [--releases 100000]
"""

import argparse

import studies
from figures import heading, table, times, typical

_COUNT = """
    select states.quarter, codings.code, count(*) from codings
    cross join states using (reading_id, release_id)
    where reading_id = 1 and field = 'category' and status = 'coded' group by 1, 2
"""
"""Cases by quarter and category: one of the report's tables, as anyone would ask for it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--releases", type=int, default=20_000)
    count = parser.parse_args().releases
    from db import readings
    from db.report import make_report
    from db.study import Study

    with studies.workspace() as folder:
        study = studies.make(folder, count)
        loading = studies.code(study, folder)
        with Study.open(study) as opened:
            reading = readings.choose(opened)
            plain = typical(lambda: opened.connection.execute(_COUNT).fetchall())
            tallies = typical(lambda: readings.tallies(opened, reading.id))
            report = typical(lambda: make_report(opened, reading), rounds=3)
        command = studies.run("report", study, "--json", home=folder)
    heading(f"{count:,} releases, all decided")
    figures = [
        ("quarters by category in plain SQL", plain),
        ("tallies of the coding screen", tallies),
        ("the whole report", report),
        ("annotator report --json, from the shell", command.seconds),
        ("annotator load-codes, that decided them", loading.seconds),
    ]
    table(
        ["", "ms", "plain SQL"],
        [[name, f"{taken * 1e3:,.2f}", times(taken, plain)] for name, taken in figures],
    )


if __name__ == "__main__":
    main()
