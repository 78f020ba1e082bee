"""The report of a study beside DuckDB on a copy of its states: opening, and a filter.

    python bench/report_duckdb.py STUDY.db

DuckDB's own SQLite reader has to be downloaded, so the columns that are counted are copied into
it first; the copying is not timed. Medians of seven, in milliseconds.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import duckdb

from db import readings
from db.report import make_report
from db.report.cases import Cases
from db.report.filter import ReportFilter, choices
from db.report.scope import at_one_moment
from db.study import Study

_QUERIES = (
    "select quarter, codes, count(*) from states where status = 'coded' and {0} group by all",
    "select state, codes, count(*) from states where status = 'coded' and {0} group by all",
    "select status, exclusion, relation, flagged, count(*) from states where {0} group by all",
)
_COPIED = """
    select quarter, status, exclusion, relation, flagged, published, offices.state, offices.office,
        codes from states join offices on offices.id = office_id join kinds on kinds.id = kind_id
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


def main(path: Path) -> None:
    """Print both, and the ratio."""
    with Study.open(path) as study:
        reading = readings.choose(study)
        copied = duckdb.connect()
        copied.execute(
            "create table states (quarter text, status text, exclusion text, relation text,"
            " flagged int, published text, state text, office text, codes text)"
        )
        draft = path.with_suffix(".csv.tmp")
        import csv

        with draft.open("w", newline="", encoding="utf-8") as file:
            rows = study.connection.execute(_COPIED, (reading.id,))
            csv.writer(file).writerows(tuple(row) for row in rows)
        copied.execute(f"copy states from '{draft}' (header false, nullstr '')")
        draft.unlink()
        state = choices(study).states[0]
        for name, chosen, condition in (
            ("opening", ReportFilter(), "true"),
            (f"only {state}", ReportFilter(state=state), f"state = '{state}'"),
        ):

            def ours(chosen: ReportFilter = chosen) -> None:
                make_report(study, reading, chosen)

            def counts(chosen: ReportFilter = chosen) -> None:
                with at_one_moment(study):
                    cases = Cases(study, reading, chosen)
                    list(cases.by_quarter())
                    list(cases.by_state())
                    cases.scope.rows(
                        "select status, exclusion, relation, flagged, count(*) from states"
                        f" indexed by states_standing where {cases.scope.condition}"
                        " group by 1, 2, 3, 4"
                    ).fetchall()

            def theirs(condition: str = condition) -> None:
                for query in _QUERIES:
                    copied.execute(query.format(condition)).fetchall()

            report, sql, duck = timed(ours), timed(counts), timed(theirs)
            print(
                f"{name:12} report {report:6.1f}  its counts {sql:6.1f}  DuckDB {duck:6.1f}"
                f"  ratio {sql / duck:.2f}"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
