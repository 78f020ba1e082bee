"""Releases of the API as records of ours, and what tells one from another and old from new."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from db.records import Imported, Reject, Release
from importers.cleaning import one_line
from importers.doj.api import ApiPage
from importers.options import Options
from importers.record import Converter
from importers.values import text_of

_TIME = re.compile(r"<time\b[^>]*>\s*(-?\d+)")
_NUMBER = re.compile(r"\s*(-?\d{1,15})(?:\.\d*)?\s*")


@dataclass(frozen=True, slots=True)
class Listed:
    """A release as it stands on a page, not yet converted."""

    key: str
    """What it is known by for good: its uuid, else its address, else a hash of all of it."""
    changed: int
    """When the source changed it last, in seconds since 1970; 0 where it does not say."""
    date: int
    created: int
    record: object
    number: int
    """Place on the page, from 1."""


def listed(page: ApiPage) -> tuple[Listed, ...]:
    """The releases of a page."""
    return tuple(_listed(record, number) for number, record in enumerate(page.records, 1))


def conversion(page: ApiPage, wanted: Callable[[str], bool] | None) -> Callable[[Listed], Imported]:
    """What turns the releases of a page into ours.

    Each becomes a release, a reject that names its uuid, or `LeftOut` where it names no platform.

    Args:
        page: whose address and time become those of its releases.
        wanted: whether a text might name a platform; without it everything is converted.
    """
    converter = Converter(page.address, Options(), wanted)

    def convert(release: Listed) -> Imported:
        record = release.record
        if isinstance(record, Mapping):
            record = {**record, "fetched_at": page.fetched_at}
        made = converter(record, release.number)
        if isinstance(made, Reject):
            return replace(made, reason=f"{made.reason} ({release.key})")
        if isinstance(made, Release) and isinstance(record, dict):
            return replace(made, original=text_of(record.get("body")))
        return made

    return convert


def seconds(value: object) -> int:
    """The seconds since 1970 in a number, a string of one, or a `<time>` fragment; else 0."""
    text = str(value) if isinstance(value, str | int | float) else ""
    found = _TIME.search(text) or _NUMBER.fullmatch(text)
    return int(found[1]) if found and len(found[1]) < 16 else 0


def _listed(record: object, number: int) -> Listed:
    if not isinstance(record, Mapping):
        return Listed(_hash(record), 0, 0, 0, record, number)
    key = one_line(text_of(record.get("uuid"))).strip() or text_of(record.get("url")).strip()
    return Listed(
        key=key or _hash(record),
        changed=seconds(record.get("changed")),
        date=seconds(record.get("date")),
        created=seconds(record.get("created")),
        record=record,
        number=number,
    )


def _hash(record: object) -> str:
    content = json.dumps(record, sort_keys=True, default=str).encode()
    return f"sha256:{hashlib.sha256(content).hexdigest()[:32]}"
