"""The schema of a study file, as numbered migrations.

Imported only when a study is made or migrated: sqlite-utils takes a tenth of a second to load,
which an analyst would pay at each start. Add a migration, never change one: `db.version` names
them. They share no text with what the program does today, else a change of that would change them.
"""

from sqlite_utils import Database, Migrations

from db.schema_counting import M004
from db.schema_placing import M005
from db.schema_tallying import M006
from db.version import MIGRATION_SET

migrations = Migrations(MIGRATION_SET)

_M001 = """
create table codebooks (
    hash text primary key,
    toml text not null,
    added_at text not null
) strict;

create table facts (
    name text primary key,
    value text not null
) strict;

create table runs (
    id integer primary key,
    kind text not null,
    source text not null,
    started_at text not null,
    finished_at text,
    counts text
) strict;

create table releases (
    id integer primary key,
    uid text not null unique,
    url text,
    published text not null,
    quarter text not null,
    office text,
    state text,
    number text,
    topics text not null default '[]',
    components text not null default '[]',
    file text not null,
    line integer not null,
    run_id integer references runs (id),
    title text not null,
    digest blob not null,
    mentions integer not null,
    queued integer not null
) strict;
create index releases_by_url on releases (url) where url is not null;
create index releases_by_date on releases (published, id);

create table texts (
    release_id integer primary key references releases (id),
    text text not null
) strict;

create table originals (
    release_id integer primary key references releases (id),
    body text not null,
    fetched_at text
) strict;

create table earlier_texts (
    id integer primary key,
    release_id integer not null references releases (id),
    replaced_at text not null,
    title text not null,
    text text not null,
    digest blob not null
) strict;
create index earlier_by_release on earlier_texts (release_id);

create table mentions (
    release_id integer not null references releases (id),
    part text not null check (part in ('title', 'text')),
    start integer not null,
    end integer not null,
    platform text not null,
    furniture integer not null,
    primary key (release_id, part, start)
) strict, without rowid;

create table rejects (
    id integer primary key,
    run_id integer references runs (id),
    file text not null,
    line integer not null,
    reason text not null,
    title text not null,
    unique (file, line, reason)
) strict;

create view searchable as
    select releases.id as id, releases.title as title, texts.text as text
    from releases join texts on texts.release_id = releases.id;
create virtual table search using fts5 (
    title, text, content = 'searchable', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
insert into search (search, rank) values ('hashsize', 67108864);
insert into search (search, rank) values ('automerge', 16);

create table readings (
    id integer primary key,
    coder text not null,
    pass integer not null,
    started_at text not null,
    undo_position integer not null default 0,
    place integer references releases (id),
    unique (coder, pass)
) strict;

create table states (
    reading_id integer not null references readings (id),
    release_id integer not null references releases (id),
    published text not null,
    quarter text not null,
    status text not null check (status in ('uncoded', 'excluded', 'coded', 'linked')),
    exclusion text,
    lead_id integer references releases (id),
    relation text check (relation in ('update', 'duplicate')),
    flagged integer not null default 0,
    changed integer not null default 0,
    skips integer not null default 0,
    decided_at text,
    snapshot text not null default '{}',
    primary key (reading_id, release_id)
) strict, without rowid;
create index states_in_order on states (reading_id, published, release_id);
create index states_uncoded on states (reading_id, skips, published, release_id)
    where status = 'uncoded';
create index states_coded on states (reading_id, quarter, release_id) where status = 'coded';
create index states_excluded on states (reading_id, exclusion) where status = 'excluded';
create index states_by_lead on states (reading_id, lead_id, relation) where lead_id is not null;
create index states_flagged on states (reading_id, published, release_id) where flagged = 1;

create table examples (
    reading_id integer not null,
    release_id integer not null,
    number integer not null,
    suspects integer not null default 1 check (suspects > 0),
    primary key (reading_id, release_id, number),
    foreign key (reading_id, release_id) references states (reading_id, release_id)
) strict, without rowid;

create table codings (
    reading_id integer not null,
    release_id integer not null,
    example integer not null,
    field text not null,
    code text not null,
    primary key (reading_id, release_id, example, field),
    foreign key (reading_id, release_id) references states (reading_id, release_id)
) strict, without rowid;
create index codings_by_code on codings (reading_id, field, code, release_id, example);

create table tallies (
    reading_id integer not null references readings (id),
    name text not null,
    count integer not null,
    primary key (reading_id, name)
) strict, without rowid;

create table journal (
    id integer primary key,
    step integer not null,
    at text not null,
    reading_id integer not null references readings (id),
    release_id integer not null references releases (id),
    kind text not null,
    detail text not null default '{}',
    before text not null,
    after text not null,
    undoes integer
) strict;
create index journal_by_step on journal (step);
create index journal_by_release on journal (release_id, reading_id, id);

create table undo_line (
    reading_id integer not null references readings (id),
    position integer not null,
    step integer not null,
    primary key (reading_id, position)
) strict, without rowid;
"""


@migrations()
def m001_study(db: Database) -> None:
    """Everything of the first version."""
    for statement in _M001.split(";\n"):
        if statement.strip():
            db.execute(statement)


_M002 = """
create table collections (
    id integer primary key,
    source text not null unique,
    scope text not null,
    round integer not null default 0,
    whole integer not null default 0,
    next_page integer not null default 0,
    page_size integer not null default 0,
    count integer not null default 0,
    walks integer not null default 0,
    fresh integer not null default 0,
    ordered integer not null default 1,
    surplus integer not null default 0
) strict;

create table collected (
    collection_id integer not null references collections (id),
    key blob not null,
    changed integer not null,
    day integer,
    verdict integer not null,
    round integer not null,
    primary key (collection_id, key)
) strict, without rowid;
"""


@migrations()
def m002_collecting(db: Database) -> None:
    """How far each collection from the web has come, and which releases it has met."""
    for statement in _M002.split(";\n"):
        if statement.strip():
            db.execute(statement)


_M003 = """
create table relative_features (
    release_id integer primary key references releases (id),
    digest blob not null,
    version integer not null,
    hash integer not null,
    runs blob not null,
    rest text not null
) strict;
create index relative_features_by_hash on relative_features (hash);

create table relative_keys (
    key integer not null,
    release_id integer not null,
    primary key (key, release_id)
) strict, without rowid;

create table relatives (
    release_id integer not null references releases (id),
    other_id integer not null references releases (id),
    relation text not null check (relation in ('update', 'duplicate')),
    score real not null,
    reasons text not null,
    primary key (release_id, other_id)
) strict, without rowid;
create index relatives_of_other on relatives (other_id);
"""


@migrations()
def m003_relatives(db: Database) -> None:
    """What is compared of each release, and the candidates that the comparison found."""
    for statement in _M003.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m004_counting(db: Database) -> None:
    """What the report is counted from."""
    for statement in M004:
        db.execute(statement)


@migrations()
def m005_placing(db: Database) -> None:
    """Where each release is placed; cases are counted by the state in which they lie."""
    for statement in M005:
        db.execute(statement)


@migrations()
def m006_tallying(db: Database) -> None:
    """What the report counts, kept added up."""
    for statement in M006:
        db.execute(statement)


@migrations()
def m007_versions(db: Database) -> None:
    """Earlier versions have their date; some came in, but never were on show."""
    db.execute("alter table earlier_texts add column published text")
    db.execute("alter table earlier_texts add column shown integer not null default 1")
