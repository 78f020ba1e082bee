"""The fifth migration: where releases are placed, and what the report counted from since then.

Cases that are coded alike share a row of `kinds`; releases of one office whose cases lie in one
state share a row of `offices`; so that an index over the states holds all that a count asks for.
Triggers keep the two columns, not the code that decides: a state can be written in several places,
and none of them can forget. The next migration put other triggers in place of these; see
`db.schema_tallying` for what is in force. Where each release is placed is found when all migrations
are done (`db.migrating`), by the program of that day.
"""

_BESIDE = "memo evidence flagged skips exclusion lead relation apart place".split()
_COUNTED = "json_remove({}.snapshot" + "".join(f", '$.{name}'" for name in _BESIDE) + ")"
"""The part of a snapshot that counts of cases depend on. States are written in one canonical form,
so like codes are like text."""

_PUBLISHER = "coalesce(releases.office, ''), coalesce(releases.state, '')"
_LIES_IN = "coalesce({}.snapshot ->> '$.place[1]', releases.place_state, '')"
"""The state in which a case lies: the analyst's word, else where the release was placed."""


def _kind(row: str) -> str:
    return f"(select id from kinds where codes = {_COUNTED.format(row)})"


def _office(row: str) -> str:
    return (
        "(select offices.id from releases join offices"
        " on (offices.office, offices.state, lies_in)"
        f" = ({_PUBLISHER}, {_LIES_IN.format(row)}) where releases.id = {row}.release_id)"
    )


_THIS = "where reading_id = new.reading_id and release_id = new.release_id"
_KNOWN_KIND = (
    f"insert into kinds (codes) values ({_COUNTED.format('new')}) on conflict (codes) do nothing;"
)
_KNOWN_OFFICE = (
    f"insert into offices (office, state, lies_in) select {_PUBLISHER}, {_LIES_IN.format('new')}"
    " from releases where releases.id = new.release_id"
    " on conflict (office, state, lies_in) do nothing;"
)
_KNOWN_OFFICES = (
    f"insert into offices (office, state, lies_in) select {_PUBLISHER}, {_LIES_IN.format('states')}"
    " from states join releases on releases.id = release_id where {}"
    " on conflict (office, state, lies_in) do nothing"
)

M005 = (
    "alter table releases add column place text",
    "alter table releases add column place_state text",
    "alter table releases add column placed_by text",
    "alter table releases add column sureness text",
    *(
        f"drop trigger {name}"
        for name in ("states_entered", "states_recoded", "releases_entered", "releases_moved")
    ),
    "drop table offices",
    "create table offices (id integer primary key, office text not null, state text not null,"
    " lies_in text not null, unique (office, state, lies_in)) strict",
    "delete from kinds",
    "delete from offices",
    f"insert into kinds (codes) select distinct {_COUNTED.format('states')} from states",
    _KNOWN_OFFICES.format("true"),
    f"update states set kind_id = {_kind('states')}, office_id = {_office('states')}",
    f"create trigger states_entered after insert on states begin {_KNOWN_KIND} {_KNOWN_OFFICE}"
    f" update states set kind_id = {_kind('new')}, office_id = {_office('new')} {_THIS}; end",
    "create trigger states_recoded after update of snapshot on states"
    f" when new.snapshot <> old.snapshot begin {_KNOWN_KIND}"
    f" update states set kind_id = {_kind('new')} {_THIS}; end",
    "create trigger states_placed after update of snapshot on states"
    " when new.snapshot ->> '$.place' is not old.snapshot ->> '$.place'"
    f" begin {_KNOWN_OFFICE} update states set office_id = {_office('new')} {_THIS}; end",
    "create trigger releases_moved after update of office, state, place_state on releases"
    " when (new.office, new.state, new.place_state)"
    " is not (old.office, old.state, old.place_state)"
    f" begin {_KNOWN_OFFICES.format('release_id = new.id')};"
    f" update states set office_id = {_office('states')} where release_id = new.id; end",
)
"""The statements of the migration, in order. A trigger for new releases is not needed: their states
ask."""
