"""From a page of the report to a file."""

from pathlib import Path

from annotator.report.pages import CATEGORIES, EVENTS, ORIGINS, OVERVIEW, PLACES, QUARTERS
from db.errors import AnnotatorError
from db.report.crosstab import Crosstab, Shares
from db.report.records import Report
from db.tables import Table
from exports import report_tables
from exports.csv_file import write_csv
from exports.target import replacing

_TABLES = {
    OVERVIEW: report_tables.funnel_of,
    CATEGORIES: report_tables.categories_of,
    ORIGINS: report_tables.fields_of,
    QUARTERS: report_tables.quarters_of,
    EVENTS: report_tables.events_of,
    PLACES: report_tables.places_of,
}


def page_table(
    report: Report, number: int, crossed: Crosstab | None, shares: Shares | None = None
) -> Table:
    """The numbers of a page as a table; of the crossed ones the shares, where those are shown."""
    make = _TABLES.get(number)
    if make is None and crossed is not None:
        return report_tables.crosstab_of(crossed, report, shares)
    return (make or report_tables.categories_of)(report)


def written(table: Table, name: str) -> str:
    """Write a table as CSV where nothing is yet, and say so; what is there already stays."""
    try:
        path = Path(name).expanduser()
        if path.exists():
            return f"there already, choose another name: {path}"
        with replacing(path) as out:
            write_csv(table, out)
    except AnnotatorError as error:
        return str(error)
    except (OSError, RuntimeError, ValueError) as error:  # no such home, a name too long
        return f"{name}: cannot be written: {error}."
    return f"written: {path}"
