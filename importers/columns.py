"""Which of a source's columns is our title, text, date and the rest."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.errors import ImportFailed

_USUAL: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "heading", "subject", "posttitle", "pagetitle", "name"),
    "text": (
        "contents", "body", "text", "content", "fulltext", "bodytext", "bodyhtml", "articletext",
        "articlebody", "maintext", "releasetext", "pressrelease", "description", "article",
    ),
    "date": (
        "date", "publishedat", "published", "publisheddate", "datepublished", "publishdate",
        "pubdate", "releasedate", "datereleased", "publicationdate", "pressreleasedate",
        "postdate", "posted", "datetime", "issued",
    ),
    "url": ("url", "link", "href", "permalink", "uri", "address", "sourceurl", "pageurl"),
    "uuid": ("uuid",),
    "number": ("number", "releasenumber", "pressreleasenumber", "releaseno", "id"),
    "office": ("office", "agency", "district", "usao", "bureau", "publisher"),
    "state": ("state", "stateabbr", "stateabbreviation"),
    "components": ("components", "component", "nodecomponent"),
    "topics": ("topics", "topic", "tags", "topiccategory"),
    "subtitle": ("subtitle", "subheading", "subhead", "subheadline"),
    "fetched": (
        "fetchedat", "fetched", "scrapedat", "scraped", "crawledat", "retrievedat", "accessedat",
        "waybacktimestamp",
    ),
}  # fmt: skip

FIELDS: tuple[str, ...] = tuple(_USUAL)
"""What `--map` can name on its left side."""

_NEEDED = ("title", "text", "date")
_MOST_NAMES, _LONGEST_NAME = 40, 60


def key(column: str) -> str:
    """A column's name without what people vary: case, spaces, underscores, other signs."""
    return re.sub(r"[\W_]+", "", str(column).lower())


@dataclass(frozen=True, slots=True)
class Plan:
    """For each of our fields, the source's columns that may hold it, best first."""

    sources: Mapping[str, tuple[str, ...]]

    def value(self, record: Mapping[str, object], field: str) -> object:
        """The first value for `field` that is not empty, or None."""
        for column in self.sources.get(field, ()):
            if (value := record.get(column)) is not None and value != "" and value != []:
                return value
        return None

    @property
    def found(self) -> frozenset[str]:
        """The needed ones among title, text and date that the source has."""
        return frozenset(field for field in _NEEDED if self.sources.get(field))


def plan(columns: Iterable[str], mapping: Mapping[str, str]) -> Plan:
    """How to read records with these columns; what `mapping` says goes before the usual names."""
    present = {column: key(column) for column in columns}
    sources = {field: _matching(present, names) for field, names in _USUAL.items()}
    for field, column in mapping.items():
        sources[field] = (column,) if column in present else _matching(present, (key(column),))
    return Plan(sources)


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Refuses a `--map` whose left side is no field of ours."""
    for field in mapping:
        if field not in FIELDS:
            raise ImportFailed(
                f"--map {field}=…: there is no field {field!r}. "
                f"The fields are: {', '.join(FIELDS)}."
            )


def fault(columns: Iterable[str], mapping: Mapping[str, str]) -> str | None:
    """Why a source with these columns cannot be read, with the cure; None where it can.

    It can when the mapped columns are there and the text and one of title and date are recognised.
    """
    names = list(dict.fromkeys(columns))
    chosen = plan(names, mapping)
    for field, column in mapping.items():
        if not chosen.sources[field]:
            return f"there is no column {column!r} for {field}. {_there_are(names)}"
    if "text" in chosen.found and len(chosen.found) > 1:
        return None
    missing = [field for field in _NEEDED if field not in chosen.found]
    cure = " ".join(f"--map {field}=COLUMN" for field in missing)
    return (
        f"no column is recognised as {' or '.join(missing)}. {_there_are(names)} "
        f"Say which is which: {cure}"
    )


def _matching(present: Mapping[str, str], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(column for name in names for column, its in present.items() if its == name)


def _there_are(names: list[str]) -> str:
    shown = ", ".join(name[:_LONGEST_NAME] for name in names[:_MOST_NAMES])
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f"Its columns are: {shown or 'none'}{more}."
