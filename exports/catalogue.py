"""Every table that can be exported, by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from db.readings import Reading
from db.report.filter import ReportFilter
from db.study import Study
from db.tables import Table
from db.tables.cases import case_table, example_table
from db.tables.codebook import codebook_table
from db.tables.codes import code_table
from db.tables.journals import journal_table
from db.tables.releases import release_table
from exports.report_tables import category_table, quarter_table

OF_READING: Mapping[str, Callable[[Study, Reading], Table]] = MappingProxyType(
    {
        "codes": code_table,
        "cases": case_table,
        "examples": example_table,
    }
)
"""Tables of what one coder decided in one pass."""

OF_REPORT: Mapping[str, Callable[[Study, Reading, ReportFilter], Table]] = MappingProxyType(
    {"quarters": quarter_table, "categories": category_table}
)
"""Tables of what the report counts, which can be narrowed as it can."""

OF_STUDY: Mapping[str, Callable[[Study], Table]] = MappingProxyType(
    {
        "releases": release_table,
        "journal": journal_table,
        "codebook": lambda study: codebook_table(study.codebook),
    }
)
"""Tables that are the same whoever coded."""

TABLES = (
    *("codes", "releases", "cases", "examples"),
    *("quarters", "categories", "journal", "codebook"),
)
"""The names, in the order of the manual."""
