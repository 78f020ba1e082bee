"""The table of releases: everything stored, read or not."""

from db.study import Study
from db.tables import Column, Table, stream, texts, words

_COLUMNS = (
    *texts("release", "url"),
    *words("published", "quarter", "office", "state"),
    *texts("number", "title"),
    Column("topics", "list"),
    Column("components", "list"),
    Column("mentions", "number"),
    Column("platforms", "list"),
    Column("queued", "flag"),
    Column("place_name"),
    *words("place_state", "placed_by", "place_sureness"),
    Column("file", "word"),
    Column("line", "number"),
)


def release_table(study: Study, *, text: bool = False) -> Table:
    """One row per release, also of those that are not queued; with its text if wanted.

    `mentions` and `platforms` are of mentions that count; furniture is left out.
    """
    query = f"""
        select uid, url, published, quarter, office, state, number, title, topics, components,
            mentions,
            (select json_group_array(platform) from (
                select distinct platform from mentions
                where mentions.release_id = releases.id and furniture = 0 order by platform)),
            queued, place, place_state, placed_by, sureness, file, line{", text" if text else ""}
        from releases {"join texts on texts.release_id = releases.id" if text else ""}
        order by published, uid
    """
    columns = (*_COLUMNS, *(texts("text") if text else ()))
    return Table("releases", columns, stream(study, query))
