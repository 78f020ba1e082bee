"""The table of the codebook: every exclusion and code with its definition."""

from collections.abc import Iterator

from db.codebook import Codebook
from db.tables import Column, Row, Table, texts

_COLUMNS = (
    *texts("kind", "field", "per"),
    Column("required", "flag"),
    *texts("key", "name", "label", "group"),
    Column("counts", "flag"),
    Column("retired", "flag"),
    Column("definition"),
)


def codebook_table(codebook: Codebook) -> Table:
    """One row per exclusion (kind `exclusion`) and per code of a field (kind `code`)."""
    return Table("codebook", _COLUMNS, _rows(codebook))


def _rows(codebook: Codebook) -> Iterator[Row]:
    for reason in codebook.exclusions:
        yield (
            *("exclusion", None, None, None, reason.key, reason.name, reason.label, None, None),
            *(int(reason.retired), reason.definition),
        )
    for field in codebook.fields:
        for code in field.codes:
            yield (
                *("code", field.name, field.per, int(field.required)),
                *(code.key, code.name, code.label, code.group),
                *(int(code.counts), int(code.retired), code.definition),
            )
