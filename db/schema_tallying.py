"""The sixth migration: what the report adds up, states tallied by office, quarter and kind of case.

Releases of one office that name the same platforms, and whose cases lie in one state, share a row
of `offices`; cases that are coded alike one of `kinds`. How many states there are of each
combination stands in `report_tallies`, four times over: by office and quarter, by quarter
(office 0), by office (quarter ''), and in all; so that neither a whole report nor a filtered one
reads the states. Triggers keep all of it, not the code that decides: a state can be written in
several places, and none of them can forget.

The text is written out and shared with nothing: `db.tallying` says the same of today's schema, and
may change with the next migration; this may not.
"""

M006 = (
    "drop trigger states_entered",
    "drop trigger states_recoded",
    "drop trigger states_placed",
    "drop trigger releases_moved",
    "drop index states_by_office",
    "drop index states_standing",
    "drop index mentions_by_platform",
    "alter table releases add column platforms text not null default '[]'",
    "update releases set platforms = (select json_group_array(platform) from (select distinct"
    " platform from main.mentions where release_id = releases.id and furniture = 0 order by"
    " platform))",
    "drop table offices",
    "create table offices (id integer primary key, office text not null, state text not null,"
    " lies_in text not null, platforms text not null, unique (office, state, lies_in, platforms))"
    " strict",
    "create table report_tallies (reading_id integer not null, office_id integer not null,"
    " quarter text not null, status text not null, kind_id integer not null, exclusion text not"
    " null, relation text not null, flagged integer not null, count integer not null, primary key"
    " (reading_id, office_id, quarter, status, kind_id, exclusion, relation, flagged)) strict,"
    " without rowid",
    "delete from kinds",
    "delete from offices",
    "insert into kinds (codes) select distinct json_remove(states.snapshot, '$.memo',"
    " '$.evidence', '$.flagged', '$.skips', '$.exclusion', '$.lead', '$.relation', '$.apart',"
    " '$.place') from states",
    "insert into offices (office, state, lies_in, platforms) select coalesce(releases.office,"
    " ''), coalesce(releases.state, ''), coalesce(states.snapshot ->> '$.place[1]',"
    " releases.place_state, ''), releases.platforms from states join releases on releases.id ="
    " release_id where true on conflict (office, state, lies_in, platforms) do nothing",
    "update states set kind_id = (select id from kinds where codes = json_remove(states.snapshot,"
    " '$.memo', '$.evidence', '$.flagged', '$.skips', '$.exclusion', '$.lead', '$.relation',"
    " '$.apart', '$.place')), office_id = (select offices.id from releases join offices on"
    " (offices.office, offices.state, lies_in, offices.platforms) = (coalesce(releases.office,"
    " ''), coalesce(releases.state, ''), coalesce(states.snapshot ->> '$.place[1]',"
    " releases.place_state, ''), releases.platforms) where releases.id = states.release_id)",
    "delete from report_tallies",
    "insert into report_tallies select states.reading_id, states.office_id, states.quarter,"
    " states.status, states.kind_id, coalesce(states.exclusion, ''), coalesce(states.relation,"
    " ''), states.flagged, count(*) as count from states group by 1, 2, 3, 4, 5, 6, 7, 8",
    "insert into report_tallies select reading_id, 0, quarter, status, kind_id, exclusion,"
    " relation, flagged, sum(count) from report_tallies group by reading_id, quarter, status,"
    " kind_id, exclusion, relation, flagged",
    "insert into report_tallies select reading_id, office_id, '', status, kind_id, exclusion,"
    " relation, flagged, sum(count) from report_tallies group by reading_id, office_id, status,"
    " kind_id, exclusion, relation, flagged",
    "create trigger states_entered after insert on states begin insert into kinds (codes) values"
    " (json_remove(new.snapshot, '$.memo', '$.evidence', '$.flagged', '$.skips', '$.exclusion',"
    " '$.lead', '$.relation', '$.apart', '$.place')) on conflict (codes) do nothing; insert into"
    " offices (office, state, lies_in, platforms) select coalesce(releases.office, ''),"
    " coalesce(releases.state, ''), coalesce(new.snapshot ->> '$.place[1]', releases.place_state,"
    " ''), releases.platforms from releases where releases.id = new.release_id on conflict"
    " (office, state, lies_in, platforms) do nothing; update states set kind_id = (select id from"
    " kinds where codes = json_remove(new.snapshot, '$.memo', '$.evidence', '$.flagged',"
    " '$.skips', '$.exclusion', '$.lead', '$.relation', '$.apart', '$.place')), office_id ="
    " (select offices.id from releases join offices on (offices.office, offices.state, lies_in,"
    " offices.platforms) = (coalesce(releases.office, ''), coalesce(releases.state, ''),"
    " coalesce(new.snapshot ->> '$.place[1]', releases.place_state, ''), releases.platforms) where"
    " releases.id = new.release_id) where reading_id = new.reading_id and release_id ="
    " new.release_id; end",
    "create trigger states_recoded after update of snapshot on states when new.snapshot <>"
    " old.snapshot begin insert into kinds (codes) values (json_remove(new.snapshot, '$.memo',"
    " '$.evidence', '$.flagged', '$.skips', '$.exclusion', '$.lead', '$.relation', '$.apart',"
    " '$.place')) on conflict (codes) do nothing; update states set kind_id = (select id from"
    " kinds where codes = json_remove(new.snapshot, '$.memo', '$.evidence', '$.flagged',"
    " '$.skips', '$.exclusion', '$.lead', '$.relation', '$.apart', '$.place')) where reading_id ="
    " new.reading_id and release_id = new.release_id; end",
    "create trigger states_placed after update of snapshot on states when new.snapshot ->>"
    " '$.place' is not old.snapshot ->> '$.place' begin insert into offices (office, state,"
    " lies_in, platforms) select coalesce(releases.office, ''), coalesce(releases.state, ''),"
    " coalesce(new.snapshot ->> '$.place[1]', releases.place_state, ''), releases.platforms from"
    " releases where releases.id = new.release_id on conflict (office, state, lies_in, platforms)"
    " do nothing; update states set office_id = (select offices.id from releases join offices on"
    " (offices.office, offices.state, lies_in, offices.platforms) = (coalesce(releases.office,"
    " ''), coalesce(releases.state, ''), coalesce(new.snapshot ->> '$.place[1]',"
    " releases.place_state, ''), releases.platforms) where releases.id = new.release_id) where"
    " reading_id = new.reading_id and release_id = new.release_id; end",
    "create trigger releases_moved after update of office, state, place_state, platforms on"
    " releases when (new.office, new.state, new.place_state, new.platforms) is not (old.office,"
    " old.state, old.place_state, old.platforms) begin insert into offices (office, state,"
    " lies_in, platforms) select coalesce(releases.office, ''), coalesce(releases.state, ''),"
    " coalesce(states.snapshot ->> '$.place[1]', releases.place_state, ''), releases.platforms"
    " from states join releases on releases.id = release_id where release_id = new.id on conflict"
    " (office, state, lies_in, platforms) do nothing; update states set office_id = (select"
    " offices.id from releases join offices on (offices.office, offices.state, lies_in,"
    " offices.platforms) = (coalesce(releases.office, ''), coalesce(releases.state, ''),"
    " coalesce(states.snapshot ->> '$.place[1]', releases.place_state, ''), releases.platforms)"
    " where releases.id = states.release_id) where release_id = new.id; end",
    "create trigger states_counted_in after update of quarter, status, kind_id, office_id,"
    " exclusion, relation, flagged on states when (new.quarter, new.status, new.kind_id,"
    " new.office_id, new.exclusion, new.relation, new.flagged) is not (old.quarter, old.status,"
    " old.kind_id, old.office_id, old.exclusion, old.relation, old.flagged) and new.kind_id is not"
    " null and new.office_id is not null begin insert into report_tallies values (new.reading_id,"
    " new.office_id, new.quarter, new.status, new.kind_id, coalesce(new.exclusion, ''),"
    " coalesce(new.relation, ''), new.flagged, 1), (new.reading_id, new.office_id, '', new.status,"
    " new.kind_id, coalesce(new.exclusion, ''), coalesce(new.relation, ''), new.flagged, 1),"
    " (new.reading_id, 0, new.quarter, new.status, new.kind_id, coalesce(new.exclusion, ''),"
    " coalesce(new.relation, ''), new.flagged, 1), (new.reading_id, 0, '', new.status,"
    " new.kind_id, coalesce(new.exclusion, ''), coalesce(new.relation, ''), new.flagged, 1) on"
    " conflict do update set count = count + excluded.count; end",
    "create trigger states_counted_out after update of quarter, status, kind_id, office_id,"
    " exclusion, relation, flagged on states when (new.quarter, new.status, new.kind_id,"
    " new.office_id, new.exclusion, new.relation, new.flagged) is not (old.quarter, old.status,"
    " old.kind_id, old.office_id, old.exclusion, old.relation, old.flagged) and old.kind_id is not"
    " null and old.office_id is not null begin insert into report_tallies values (old.reading_id,"
    " old.office_id, old.quarter, old.status, old.kind_id, coalesce(old.exclusion, ''),"
    " coalesce(old.relation, ''), old.flagged, -1), (old.reading_id, old.office_id, '',"
    " old.status, old.kind_id, coalesce(old.exclusion, ''), coalesce(old.relation, ''),"
    " old.flagged, -1), (old.reading_id, 0, old.quarter, old.status, old.kind_id,"
    " coalesce(old.exclusion, ''), coalesce(old.relation, ''), old.flagged, -1), (old.reading_id,"
    " 0, '', old.status, old.kind_id, coalesce(old.exclusion, ''), coalesce(old.relation, ''),"
    " old.flagged, -1) on conflict do update set count = count + excluded.count; end",
    "create trigger states_left after delete on states when old.kind_id is not null and"
    " old.office_id is not null begin insert into report_tallies values (old.reading_id,"
    " old.office_id, old.quarter, old.status, old.kind_id, coalesce(old.exclusion, ''),"
    " coalesce(old.relation, ''), old.flagged, -1), (old.reading_id, old.office_id, '',"
    " old.status, old.kind_id, coalesce(old.exclusion, ''), coalesce(old.relation, ''),"
    " old.flagged, -1), (old.reading_id, 0, old.quarter, old.status, old.kind_id,"
    " coalesce(old.exclusion, ''), coalesce(old.relation, ''), old.flagged, -1), (old.reading_id,"
    " 0, '', old.status, old.kind_id, coalesce(old.exclusion, ''), coalesce(old.relation, ''),"
    " old.flagged, -1) on conflict do update set count = count + excluded.count; end",
    "create index releases_unnamed on releases (quarter, state, office) where mentions = 0 and"
    " not queued",
)
"""The statements of the migration, in order."""
