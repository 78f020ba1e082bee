"""Places of the study's releases: found when they come in, kept with how sure that is."""

import sqlite3

from db.places.placing import place_of

Row = tuple[str, str, str, str] | tuple[None, None, None, None]
"""`place`, `place_state`, `placed_by` and `sureness`, as `releases` keeps them."""


def placed_row(title: str, text: str, office: str | None, state: str | None) -> Row:
    """Where a release is placed; nothing where neither text nor office tells."""
    placed = place_of(title, text, office, state)
    if placed is None:
        return None, None, None, None
    return placed.place.name, placed.place.state, placed.how, placed.sureness


def place_all(connection: sqlite3.Connection) -> None:
    """Place every release of a study anew, in an open transaction."""
    rows = connection.execute(
        "select id, title, text, office, state from releases join texts on release_id = id"
    )
    connection.executemany(
        "update releases set place = ?, place_state = ?, placed_by = ?, sureness = ?"
        " where id = ?5 and (place, place_state, placed_by, sureness) is not (?1, ?2, ?3, ?4)",
        [
            (*placed_row(title, text, office, state), id_)
            for id_, title, text, office, state in rows
        ],
    )
