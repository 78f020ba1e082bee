"""The table of codes: what a reading holds of each release, in the form that can be read back."""

from db.codebook import Codebook, Field
from db.readings import Reading
from db.study import Study
from db.tables import Column, Table, stream, texts, words

DESCRIPTIVE = ("url", "published", "quarter", "office", "state", "title", "status", "coded_at")
"""Columns that say what a row is about; read back, they set nothing."""

_FIRST = (
    *texts("release", "url"),
    *words("published", "quarter", "office", "state"),
    *texts("title"),
    *words("status", "exclusion"),
    Column("case"),
    Column("relation", "word"),
    Column("example", "number"),
)
_LAST = (
    Column("suspects", "number"),
    Column("flagged", "flag"),
    Column("memo"),
    Column("evidence", "evidence"),
    Column("coder", "word"),
    Column("pass", "number"),
    Column("coded_at"),
    Column("placed_in", "word"),
)

_LEADS = (
    "(status = 'coded' or exists (select 1 from states as linked"
    " where linked.reading_id = states.reading_id and linked.lead_id = states.release_id))"
)
EVIDENCE = (
    "case when snapshot -> '$.evidence' is not null then (select"
    " json_group_array(json_object('field', value ->> 0, 'quote', value ->> 3))"
    " from json_each(snapshot, '$.evidence')) end"
)
"""SQL for a state's evidence, as a column of that kind."""

_PLACED_IN = (
    "case when snapshot -> '$.place' is not null then iif(snapshot ->> '$.place[0]' = '', '',"
    " snapshot ->> '$.place[0]' || ', ') || (snapshot ->> '$.place[1]') end"
)
"""SQL for the place that the analyst said, in its `words`."""


def code_columns(codebook: Codebook) -> tuple[Column, ...]:
    """The columns of the table, with one for each field in the order of the codebook."""
    return (*_FIRST, *words(*(field.name for field in codebook.fields)), *_LAST)


def code_table(study: Study, reading: Reading) -> Table:
    """One row per example, one for a release without; by date, uid and example."""
    fields = study.codebook.fields
    query = f"""
        select releases.uid, releases.url, states.published, states.quarter, releases.office,
            releases.state, releases.title, status, exclusion,
            case when lead_id is not null then leads.uid when {_LEADS} then releases.uid end,
            case when lead_id is not null then relation when {_LEADS} then 'lead' end,
            examples.number, {"".join(f"{code_of(field, 'examples.number')}, " for field in fields)}
            suspects, flagged, snapshot ->> '$.memo', {EVIDENCE}, :coder, :pass,
            case when status <> 'uncoded' then decided_at end, {_PLACED_IN}
        from states
        join releases on releases.id = states.release_id
        left join releases as leads on leads.id = lead_id
        left join examples on examples.reading_id = states.reading_id
            and examples.release_id = states.release_id
        where states.reading_id = :reading
        order by states.published, releases.uid, examples.number
    """
    parameters = {"reading": reading.id, "coder": reading.coder, "pass": reading.number}
    return Table("codes", code_columns(study.codebook), stream(study, query, parameters))


def code_of(field: Field, number: str) -> str:
    """SQL for the code of a field, of the case or of the example whose number that column has.

    A codebook refuses names of fields that are not plain words, so they can stand in a query.
    """
    example = "0" if field.per == "case" else number
    return (
        "(select code from codings where codings.reading_id = states.reading_id"
        f" and codings.release_id = states.release_id and codings.example = {example}"
        f" and codings.field = '{field.name}')"
    )
