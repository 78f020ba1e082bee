"""The report of a study beside DuckDB on a copy of its states: opening, and its filters.

    python bench/report_duckdb.py STUDY.db

DuckDB's own SQLite reader has to be downloaded, so the columns that are counted are copied into
it first; the copying is not timed. Medians of seven, in milliseconds.
"""

import csv
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

import duckdb

from db import readings
from db.readings import Reading
from db.report import make_report
from db.report.cases import Cases
from db.report.filter import ReportFilter, choices
from db.report.releases import Standing
from db.report.scope import at_one_moment
from db.study import Study

_QUERIES = (
    "select quarter, codes, count(*) from states where status = 'coded' and {0} group by all",
    "select state, codes, count(*) from states where status = 'coded' and {0} group by all",
    "select status, exclusion, relation, flagged, count(*) from states where {0} group by all",
)
_COPIED = """
    select quarter, status, exclusion, relation, flagged, published, offices.state, offices.office,
        offices.platforms, codes
    from states join offices on offices.id = office_id join kinds on kinds.id = kind_id
    where reading_id = ?
"""


def timed(work: Callable[[], object]) -> float:
    """The median of seven, in milliseconds."""
    took = []
    for _ in range(7):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    return median(took)


def copy(study: Study, reading: Reading, draft: Path) -> duckdb.DuckDBPyConnection:
    """The columns that are counted, in DuckDB."""
    copied = duckdb.connect()
    copied.execute(
        "create table states (quarter text, status text, exclusion text, relation text,"
        " flagged int, published text, state text, office text, platforms text, codes text)"
    )
    with draft.open("w", newline="", encoding="utf-8") as file:
        rows = study.connection.execute(_COPIED, (reading.id,))
        csv.writer(file).writerows(tuple(row) for row in rows)
    copied.execute(f"copy states from '{draft}' (header false, nullstr '')")
    draft.unlink()
    return copied


def filters(study: Study) -> dict[str, tuple[ReportFilter, str]]:
    """Each with the condition that says the same to DuckDB."""
    known = choices(study)
    state, platform = known.states[0], known.platforms[-1]
    category = known.categories[0] if known.categories else None
    named = f"platforms like '%\"{platform}\"%'"
    year = ReportFilter(start=date(2015, 1, 1), end=date(2015, 12, 31))
    return {
        "opening": (ReportFilter(), "true"),
        f"only {state}": (ReportFilter(state=state), f"state = '{state}'"),
        f"only {platform}": (ReportFilter(platform=platform), named),
        f"only {category}": (ReportFilter(category=category), f"codes like '%{category}%'"),
        "a year": (year, "published between '2015-01-01' and '2015-12-31'"),
        "from a day on": (ReportFilter(start=date(2014, 2, 14)), "published >= '2014-02-14'"),
        "all of these": (
            replace(year, state=state, platform=platform, category=category),
            f"published between '2015-01-01' and '2015-12-31' and state = '{state}' and {named}",
        ),
    }


def main(path: Path) -> None:
    """Print both, and the ratio."""
    with Study.open(path) as study:
        reading = readings.choose(study)
        copied = copy(study, reading, path.with_suffix(".csv.tmp"))
        for name, (chosen, condition) in filters(study).items():

            def ours(chosen: ReportFilter = chosen) -> None:
                make_report(study, reading, chosen)

            def counts(chosen: ReportFilter = chosen) -> None:
                with at_one_moment(study):
                    cases = Cases(study, reading, chosen)
                    list(cases.by_quarter())
                    list(cases.by_state())
                    Standing(cases.scope)

            def theirs(condition: str = condition) -> None:
                for query in _QUERIES:
                    copied.execute(query.format(condition)).fetchall()

            report, sql, duck = timed(ours), timed(counts), timed(theirs)
            print(
                f"{name:22} report {report:6.1f}  its counts {sql:6.1f}  DuckDB {duck:6.1f}"
                f"  ratio {sql / duck:.2f}"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
