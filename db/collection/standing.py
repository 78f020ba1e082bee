"""What a call would find, and which releases a wider scope opens again."""

from dataclasses import dataclass
from datetime import date

from db.collection.place import Verdict
from db.collection.scope import Scope
from db.study import Study

REOPENED = "(verdict = :outside and day between :first and :last or verdict = :left_out and :terms)"
"""Which rows of `collected` a scope opens again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a collection stands, looked at without changing anything."""

    next_page: int
    whole: int
    known: int
    """Releases that the source has shown."""
    reopens: bool
    """Whether the scope that is asked for needs all pages again."""


def standing(study: Study, source: str, scope: Scope) -> Standing | None:
    """How the collection of a source stands; None where it has not begun."""
    row = study.connection.execute(
        "select * from collections where source = ?", (source,)
    ).fetchone()
    if row is None or not row["scope"]:
        return None
    counts = study.connection.execute(
        f"select count(*) as known, coalesce(sum({REOPENED}), 0) as reopened from collected"
        " where collection_id = :id",
        reopening(row["id"], scope, Scope.from_json(row["scope"])),
    ).fetchone()
    return Standing(row["next_page"], row["whole"], counts["known"], bool(counts["reopened"]))


def reopening(collection_id: int, scope: Scope, earlier: Scope) -> dict[str, int]:
    """The parameters of `REOPENED`, and `:open` and `:id`."""
    return {
        "id": collection_id,
        "open": Verdict.OPEN,
        "outside": Verdict.OUTSIDE,
        "first": scope.since.toordinal() if scope.since else 0,
        "last": scope.until.toordinal() if scope.until else date.max.toordinal(),
        "left_out": Verdict.LEFT_OUT,
        "terms": scope.terms_changed(earlier),
    }
