"""What the report adds up: states tallied by office, quarter, status and kind of case.

Releases of one office that name the same platforms, and whose cases lie in one state, share a row
of `offices`; cases that are coded alike one of `kinds` (see `db.schema_placing`). How many states
there are of each combination stands in `report_tallies`, four times over: by office and quarter,
by quarter (office 0), by office (quarter ''), and in all; so that neither a whole report nor a
filtered one reads the states. Triggers keep all of it, not the code that decides: a state can be
written in several places, and none of them can forget.
"""

from db.schema_placing import COUNTED, LIES_IN

NAMED = (
    "(select json_group_array(platform) from (select distinct platform from main.mentions"
    " where release_id = releases.id and furniture = 0 order by platform))"
)
"""The platforms that a release names outside its furniture, as `releases.platforms` keeps them."""

_PUBLISHER = "coalesce(releases.office, ''), coalesce(releases.state, '')"
_OFFICE = f"{_PUBLISHER}, {LIES_IN}, releases.platforms"
_OFFICE_COLUMNS = "office, state, lies_in, platforms"


def _kind(row: str) -> str:
    return f"(select id from kinds where codes = {COUNTED.format(row)})"


def _office(row: str) -> str:
    return (
        "(select offices.id from releases join offices"
        " on (offices.office, offices.state, lies_in, offices.platforms)"
        f" = ({_OFFICE.format(row)}) where releases.id = {row}.release_id)"
    )


_THIS = "where reading_id = new.reading_id and release_id = new.release_id"
_KNOWN_KIND = (
    f"insert into kinds (codes) values ({COUNTED.format('new')}) on conflict (codes) do nothing;"
)
_KNOWN_OFFICE = (
    f"insert into offices ({_OFFICE_COLUMNS}) select {_OFFICE.format('new')}"
    " from releases where releases.id = new.release_id"
    f" on conflict ({_OFFICE_COLUMNS}) do nothing;"
)
_KNOWN_OFFICES = (
    f"insert into offices ({_OFFICE_COLUMNS}) select {_OFFICE.format('states')}"
    " from states join releases on releases.id = release_id where {}"
    f" on conflict ({_OFFICE_COLUMNS}) do nothing"
)

_SORT = (
    "{0}.status, {0}.kind_id, coalesce({0}.exclusion, ''), coalesce({0}.relation, ''), {0}.flagged"
)


def _tally(row: str, by: int) -> str:
    """Count a state in, or out, wherever it is counted."""
    places = [
        (office, quarter)
        for office in (f"{row}.office_id", "0")
        for quarter in (f"{row}.quarter", "''")
    ]
    values = ", ".join(
        f"({row}.reading_id, {office}, {quarter}, {_SORT.format(row)}, {by})"
        for office, quarter in places
    )
    return (
        f"insert into report_tallies values {values}"
        " on conflict do update set count = count + excluded.count;"
    )


_TALLIED = "quarter status kind_id office_id exclusion relation flagged".split()
_MOVED = "({}) is not ({})".format(
    ", ".join(f"new.{name}" for name in _TALLIED), ", ".join(f"old.{name}" for name in _TALLIED)
)
_COUNTABLE = "{0}.kind_id is not null and {0}.office_id is not null"

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
    f"insert into kinds (codes) select distinct {COUNTED.format('states')} from states",
    _KNOWN_OFFICES.format("true"),
    f"update states set kind_id = {_kind('states')}, office_id = {_office('states')}",
    *_RETALLY,
)
"""Statements that make anew all that is derived from states and releases."""

M006 = (
    *(
        f"drop trigger {name}"
        for name in ("states_entered", "states_recoded", "states_placed", "releases_moved")
    ),
    *(
        f"drop index {name}"
        for name in ("states_by_office", "states_standing", "mentions_by_platform")
    ),
    "alter table releases add column platforms text not null default '[]'",
    f"update releases set platforms = {NAMED}",
    "drop table offices",
    "create table offices (id integer primary key, office text not null, state text not null,"
    " lies_in text not null, platforms text not null, unique (office, state, lies_in, platforms))"
    " strict",
    "create table report_tallies (reading_id integer not null, office_id integer not null,"
    " quarter text not null, status text not null, kind_id integer not null,"
    " exclusion text not null, relation text not null, flagged integer not null,"
    " count integer not null, primary key"
    " (reading_id, office_id, quarter, status, kind_id, exclusion, relation, flagged))"
    " strict, without rowid",
    *REFILL,
    f"create trigger states_entered after insert on states begin {_KNOWN_KIND} {_KNOWN_OFFICE}"
    f" update states set kind_id = {_kind('new')}, office_id = {_office('new')} {_THIS}; end",
    "create trigger states_recoded after update of snapshot on states"
    f" when new.snapshot <> old.snapshot begin {_KNOWN_KIND}"
    f" update states set kind_id = {_kind('new')} {_THIS}; end",
    "create trigger states_placed after update of snapshot on states"
    " when new.snapshot ->> '$.place' is not old.snapshot ->> '$.place'"
    f" begin {_KNOWN_OFFICE} update states set office_id = {_office('new')} {_THIS}; end",
    "create trigger releases_moved after update of office, state, place_state, platforms"
    " on releases when (new.office, new.state, new.place_state, new.platforms)"
    " is not (old.office, old.state, old.place_state, old.platforms)"
    f" begin {_KNOWN_OFFICES.format('release_id = new.id')};"
    f" update states set office_id = {_office('states')} where release_id = new.id; end",
    f"create trigger states_counted_in after update of {', '.join(_TALLIED)} on states"
    f" when {_MOVED} and {_COUNTABLE.format('new')} begin {_tally('new', 1)} end",
    f"create trigger states_counted_out after update of {', '.join(_TALLIED)} on states"
    f" when {_MOVED} and {_COUNTABLE.format('old')} begin {_tally('old', -1)} end",
    "create trigger states_left after delete on states"
    f" when {_COUNTABLE.format('old')} begin {_tally('old', -1)} end",
    "create index releases_unnamed on releases (quarter, state, office)"
    " where mentions = 0 and not queued",
)
"""The statements of the migration, in order."""

FAULTY = f"""
    select states.release_id from states
    left join kinds on kinds.id = kind_id left join offices on offices.id = office_id
    join releases on releases.id = states.release_id
    where reading_id = ? and (codes is not {COUNTED.format("states")}
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
