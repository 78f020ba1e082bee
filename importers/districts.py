"""Which office a release comes from, and in which state that is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from importers.courts import DISTRICTS, District

__all__ = ["DISTRICTS", "PUBLIC_AFFAIRS", "District", "Publisher", "named", "postal", "publisher"]

PUBLIC_AFFAIRS = "Office of Public Affairs"
"""The Justice Department's own press office; it belongs to no state."""

_BY_SLUG = {district.slug: district for district in DISTRICTS}
_OFFICE_IN_URL = re.compile(r"/(?:usao-([a-z]+)|(opa))(?:/|$)", re.IGNORECASE)
_OTHER_NAMES = {
    "gu": ("Guam", "USAO - Guam and the Northern Mariana Islands", "Districts of Guam and NMI"),
    "dc": ("D.D.C.", "USAO - DC", "USAO - Columbia", "D. District of Columbia"),
}
_OTHER_STATES = {
    "DC": ("District of Columbia", "Washington, D.C."),
    "VI": ("U.S. Virgin Islands",),
    "MP": ("Commonwealth of the Northern Mariana Islands",),
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """The office behind a release, as far as its source tells."""

    office: str | None = None
    """"W.D. Kentucky", "Office of Public Affairs", or another source's own name for it."""
    state: str | None = None
    """Postal abbreviation."""


def publisher(
    url: str | None, components: Iterable[str], *, office: str = "", state: str = ""
) -> Publisher:
    """The office and state behind a release.

    The address decides where it names a district or the Office of Public Affairs; then the first
    component that does; then the source's own `office` and `state`, the office as it stands there
    when it is no district. An address whose district does not exist (`/usao-DOJ/`) says nothing.
    """
    if url and (found := _OFFICE_IN_URL.search(url)):
        if found[2]:
            return Publisher(PUBLIC_AFFAIRS)
        if district := _BY_SLUG.get(found[1].lower()):
            return Publisher(district.name, district.state)
    for name in components:
        if district := named(name):
            return Publisher(district.name, district.state)
        if name.casefold() == PUBLIC_AFFAIRS.casefold():
            return Publisher(PUBLIC_AFFAIRS)
    if district := named(office):
        return Publisher(district.name, district.state)
    return Publisher(office or None, postal(state))


def named(name: str) -> District | None:
    """The district of that name: a component, a slug, "Western District of Kentucky" or ours."""
    return _by_name().get(_key(name)) if name else None


def postal(state: str) -> str | None:
    """The postal abbreviation of a state or territory given by name or abbreviation."""
    return _by_state().get(_key(state)) if state else None


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """A name without case, punctuation and small words."""
    words = re.sub(r"[^a-z]+", " ", name.lower().replace("u.s.", "us")).split()
    return "".join(word for word in words if word not in ("the", "of", "for", "s", "and"))


@lru_cache(maxsize=1)
def _by_name() -> dict[str, District]:
    names: dict[str, District] = {}
    for district in DISTRICTS:
        where = f"{district.part} District of {district.place}"
        for spelling in (
            district.slug,
            f"usao-{district.slug}",
            district.name,
            district.component,
            where,
            f"U.S. Attorney's Office, {where}",
            f"United States Attorney's Office, {where}",
            f"USAO {where}",
            *_OTHER_NAMES.get(district.slug, ()),
        ):
            names[_key(spelling)] = district
    return names


@lru_cache(maxsize=1)
def _by_state() -> dict[str, str]:
    names = {_key(district.place): district.state for district in DISTRICTS}
    for district in DISTRICTS:
        for spelling in (district.state, *_OTHER_STATES.get(district.state, ())):
            names[_key(spelling)] = district.state
    return names
