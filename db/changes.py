"""Earlier versions of releases whose text changed at the source."""

from dataclasses import dataclass

from db.study import Study


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A release as it stood before a newer text replaced it."""

    replaced_at: str
    """When the newer text came in (ISO 8601, UTC)."""
    title: str
    text: str


def earlier(study: Study, release_id: int) -> list[EarlierText]:
    """The earlier versions of a release, the latest first; empty where it never changed."""
    rows = study.connection.execute(
        "select replaced_at, title, text from earlier_texts where release_id = ? order by id desc",
        (release_id,),
    ).fetchall()
    return [EarlierText(row["replaced_at"], row["title"], row["text"]) for row in rows]


def seen_when_decided(study: Study, release_id: int, decided_at: str) -> EarlierText | None:
    """The version that was on show at a moment, None where it is the one on show now.

    Between two sittings a release may change twice: what matters to a coding is the text that was
    read for it.
    """
    row = study.connection.execute(
        "select replaced_at, title, text from earlier_texts"
        " where release_id = ? and replaced_at > ? order by id limit 1",
        (release_id, decided_at),
    ).fetchone()
    return EarlierText(row["replaced_at"], row["title"], row["text"]) if row else None
