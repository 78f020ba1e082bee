"""What the report adds up, made anew and examined: states tallied by office, quarter and kind.

Triggers keep it; `db.schema_tallying` tells what is kept and why, and made the ones in force. This
module says of the schema of today what they should come to, and shares no text with a migration: it
follows the schema, and a migration stays as it was.
"""

_BESIDE = "memo evidence flagged skips exclusion lead relation apart place".split()
_COUNTED = "json_remove({}.snapshot" + "".join(f", '$.{name}'" for name in _BESIDE) + ")"
"""The part of a snapshot that counts of cases depend on. States are written in one canonical form,
so like codes are like text."""
_LIES_IN = "coalesce({}.snapshot ->> '$.place[1]', releases.place_state, '')"
"""The state in which a case lies: the analyst's word, else where the release was placed."""

NAMED = (
    "(select json_group_array(platform) from (select distinct platform from main.mentions"
    " where release_id = releases.id and furniture = 0 order by platform))"
)
"""The platforms that a release names outside its furniture, as `releases.platforms` keeps them."""

_PUBLISHER = "coalesce(releases.office, ''), coalesce(releases.state, '')"
_OFFICE = f"{_PUBLISHER}, {_LIES_IN}, releases.platforms"
_OFFICE_COLUMNS = "office, state, lies_in, platforms"


def _kind(row: str) -> str:
    return f"(select id from kinds where codes = {_COUNTED.format(row)})"


def _office(row: str) -> str:
    return (
        "(select offices.id from releases join offices"
        " on (offices.office, offices.state, lies_in, offices.platforms)"
        f" = ({_OFFICE.format(row)}) where releases.id = {row}.release_id)"
    )


_KNOWN_OFFICES = (
    f"insert into offices ({_OFFICE_COLUMNS}) select {_OFFICE.format('states')}"
    " from states join releases on releases.id = release_id where {}"
    f" on conflict ({_OFFICE_COLUMNS}) do nothing"
)

_SORT = (
    "{0}.status, {0}.kind_id, coalesce({0}.exclusion, ''), coalesce({0}.relation, ''), {0}.flagged"
)
_BY_OFFICE_AND_QUARTER = (
    f"select states.reading_id, states.office_id, states.quarter, {_SORT.format('states')},"
    " count(*) as count from states group by 1, 2, 3, 4, 5, 6, 7, 8"
)
_REST = "status, kind_id, exclusion, relation, flagged"
_RETALLY = (
    "delete from report_tallies",
    f"insert into report_tallies {_BY_OFFICE_AND_QUARTER}",
    f"insert into report_tallies select reading_id, 0, quarter, {_REST}, sum(count)"
    f" from report_tallies group by reading_id, quarter, {_REST}",
    f"insert into report_tallies select reading_id, office_id, '', {_REST}, sum(count)"
    f" from report_tallies group by reading_id, office_id, {_REST}",
)

REFILL = (
    "delete from kinds",
    "delete from offices",
    f"insert into kinds (codes) select distinct {_COUNTED.format('states')} from states",
    _KNOWN_OFFICES.format("true"),
    f"update states set kind_id = {_kind('states')}, office_id = {_office('states')}",
    *_RETALLY,
)
"""Statements that make anew all that is derived from states and releases."""

FAULTY = f"""
    select states.release_id from states
    left join kinds on kinds.id = kind_id left join offices on offices.id = office_id
    join releases on releases.id = states.release_id
    where reading_id = ? and (codes is not {_COUNTED.format("states")}
        or (offices.office, offices.state, lies_in, offices.platforms)
            is not ({_OFFICE.format("states")})
        or releases.platforms is not {NAMED})
"""
"""Releases of a reading whose derived columns are not what they should be."""

_EXPECTED = f"""
    with counted (reading_id, office_id, quarter, {_REST}, count) as ({_BY_OFFICE_AND_QUARTER}),
    placed as (select * from counted
        union all select reading_id, 0, quarter, {_REST}, count from counted
        union all select reading_id, office_id, '', {_REST}, count from counted
        union all select reading_id, 0, '', {_REST}, count from counted)
    select reading_id, office_id, quarter, {_REST}, sum(count) from placed
    group by reading_id, office_id, quarter, {_REST}
"""
_KEPT = "select * from report_tallies where count <> 0"
MISCOUNTED = f"""
    select exists (select * from ({_EXPECTED}) except {_KEPT})
        or exists ({_KEPT} except select * from ({_EXPECTED}))
"""
"""Whether the tallies of the report are other than the states add up to."""
