"""The tables of cases and of their examples: what the study counts, one row a unit."""

from db.codebook import Field
from db.readings import Reading
from db.report.scope import Span
from db.study import Study
from db.tables import Column, Table, stream, texts, words
from db.tables.codes import code_of

_CASE = (
    *texts("case", "url"),
    *words("published", "quarter", "office", "state"),
    Column("title"),
    Column("place_name"),
    *words("place_state", "placed_by", "place_sureness"),
)
_CASE_SQL = (
    "releases.uid, releases.url, states.published, states.quarter, releases.office,"
    " releases.state, releases.title,"
    " coalesce(snapshot ->> '$.place[0]', place), coalesce(snapshot ->> '$.place[1]', place_state),"
    " iif(snapshot ->> '$.place' is null, placed_by, 'analyst'),"
    " iif(snapshot ->> '$.place' is null, sureness, 'sure')"
)
_COUNTED = (  # as the report counts them
    "states.reading_id = :reading and status = 'coded'"
    " and states.published between :first and :last"
)
_COUNTS = (  # the underscore keeps them apart from the fields, whose names have none
    *(Column(f"n_{what}", "number") for what in ("examples", "suspects", "updates", "duplicates")),
    *words("first_published", "last_published"),
)


def case_table(study: Study, reading: Reading) -> Table:
    """One row per case that the report counts: a coded lead release within the span.

    A field per case has its code, a field per example the list of codes its examples have.
    """
    fields = study.codebook.fields
    query = f"""
        with families as materialized (
            select lead_id as id, count(*) filter (where relation = 'update') as updates,
                count(*) filter (where relation = 'duplicate') as duplicates,
                min(published) as first, max(published) as last
            from states where reading_id = :reading and lead_id is not null group by lead_id)
        select {_CASE_SQL}, {"".join(f"{_codes(field)}, " for field in fields)}
            {_of_examples("count(*)")}, {_of_examples("coalesce(sum(suspects), 0)")},
            coalesce(updates, 0), coalesce(duplicates, 0),
            min(states.published, coalesce(first, states.published)),
            max(states.published, coalesce(last, states.published))
        from states
        join releases on releases.id = states.release_id
        left join families on families.id = states.release_id
        where {_COUNTED}
        order by states.published, releases.uid
    """
    columns = (
        *_CASE,
        *(Column(field.name, "word" if field.per == "case" else "list") for field in fields),
        *_COUNTS,
    )
    return Table("cases", columns, stream(study, query, _parameters(study, reading)))


def example_table(study: Study, reading: Reading) -> Table:
    """One row per example of a case, with the codes of the case repeated on each."""
    fields = study.codebook.fields
    codes = "".join(f", {code_of(field, 'examples.number')}" for field in fields)
    query = f"""
        select {_CASE_SQL}, examples.number, suspects{codes}
        from states
        join releases on releases.id = states.release_id
        join examples on examples.reading_id = states.reading_id
            and examples.release_id = states.release_id
        where {_COUNTED}
        order by states.published, releases.uid, examples.number
    """
    columns = (
        *_CASE,
        Column("example", "number"),
        Column("suspects", "number"),
        *words(*(field.name for field in fields)),
    )
    return Table("examples", columns, stream(study, query, _parameters(study, reading)))


def _parameters(study: Study, reading: Reading) -> dict[str, object]:
    span = Span(study.connection, reading, study.codebook)
    return {"reading": reading.id, "first": span.first, "last": span.last}


def _codes(field: Field) -> str:
    if field.per == "case":
        return code_of(field, "0")
    return (
        "(select json_group_array(code) from (select code from codings"
        " where codings.reading_id = states.reading_id"
        f" and codings.release_id = states.release_id and +codings.field = '{field.name}'"
        " group by code order by min(example)))"  # the plus keeps it to the primary key
    )


def _of_examples(what: str) -> str:
    return (
        f"(select {what} from examples where examples.reading_id = states.reading_id"
        " and examples.release_id = states.release_id)"
    )
