"""The fourth migration: what the report is counted from, two columns kept right by triggers.

The next one put other triggers in place of these; see `db.schema_tallying` for what is in force.
"""

_COUNTED = (
    "json_remove({}.snapshot, '$.memo', '$.evidence', '$.flagged', '$.skips', '$.exclusion',"
    " '$.lead', '$.relation')"
)
"""The part of a snapshot that counts depend on. States are written in one canonical form, so like
codes are like text."""

_KIND = f"(select id from kinds where codes = {_COUNTED.format('new')})"
_OFFICE = (
    "(select offices.id from releases join offices"
    " on offices.office = coalesce(releases.office, '')"
    " and offices.state = coalesce(releases.state, '') where releases.id = new.release_id)"
)
_THIS = "where reading_id = new.reading_id and release_id = new.release_id"
_KNOWN = (
    f"insert into kinds (codes) values ({_COUNTED.format('new')}) on conflict (codes) do nothing;"
)
_PUBLISHER = (
    "insert into offices (office, state) values (coalesce(new.office, ''), coalesce(new.state, ''))"
    " on conflict (office, state) do nothing;"
)

M004 = (
    "create table kinds (id integer primary key, codes text not null unique) strict",
    "create table offices (id integer primary key, office text not null, state text not null,"
    " unique (office, state)) strict",
    "alter table states add column kind_id integer",
    "alter table states add column office_id integer",
    f"insert into kinds (codes) select distinct {_COUNTED.format('states')} from states",
    "insert into offices (office, state)"
    " select distinct coalesce(office, ''), coalesce(state, '') from releases",
    f"update states set kind_id = (select id from kinds where codes = {_COUNTED.format('states')}),"
    f" office_id = {_OFFICE.replace('new.', 'states.')}",
    f"create trigger states_entered after insert on states begin {_KNOWN}"
    f" update states set kind_id = {_KIND}, office_id = {_OFFICE} {_THIS}; end",
    "create trigger states_recoded after update of snapshot on states"
    f" when new.snapshot <> old.snapshot begin {_KNOWN}"
    f" update states set kind_id = {_KIND} {_THIS}; end",
    f"create trigger releases_entered after insert on releases begin {_PUBLISHER} end",
    "create trigger releases_moved after update of office, state on releases"
    f" when (new.office, new.state) is not (old.office, old.state) begin {_PUBLISHER}"
    " update states set office_id = (select id from offices where office = coalesce(new.office, '')"
    " and state = coalesce(new.state, '')) where release_id = new.id; end",
    "create index states_by_quarter on states"
    " (reading_id, status, quarter, kind_id, office_id, published, release_id)"
    " where status = 'coded'",
    "create index states_by_office on states"
    " (reading_id, status, office_id, kind_id, published, quarter, release_id)"
    " where status = 'coded'",
    "create index states_standing on states (reading_id, status, exclusion, relation, flagged,"
    " office_id, published, release_id)",
    "create index releases_counted on releases"
    " (quarter, published, mentions, queued, state, office)",
    "create index mentions_by_platform on mentions (platform, release_id) where furniture = 0",
)
"""The statements of the migration, in order."""
