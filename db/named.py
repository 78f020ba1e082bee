"""The release that a person names: by its uid, or by its address."""

import sqlite3

from db.records import canonical_url
from db.sheet.cells import quoted

_TOLD = 6
"""Of releases that have one address, so many are named."""


def named(connection: sqlite3.Connection, name: str) -> tuple[int, str]:
    """Number and uid of the release that has this uid, or else this address.

    Raises:
        LookupError: there is none, or several have the address; the sentence says which.
    """
    found = (
        _rows(connection, "uid = ?", name)
        or _rows(connection, "uid = ?", name.strip())
        or _rows(connection, "url in (?, ?)", name.strip(), canonical_url(name))
    )
    if not found:
        raise LookupError(f"the study has no release {quoted(name)}.")
    if len(found) > 1:
        uids = ", ".join(quoted(uid) for _, uid in found[:_TOLD])
        more = " and more" if len(found) > _TOLD else ""
        raise LookupError(
            f"several releases have the address {quoted(name)}: {uids}{more}. Write the uid."
        )
    return found[0]


def _rows(connection: sqlite3.Connection, condition: str, *names: str) -> list[tuple[int, str]]:
    query = f"select id, uid from releases where {condition} order by id limit {_TOLD + 1}"
    return [(row["id"], row["uid"]) for row in connection.execute(query, names)]
