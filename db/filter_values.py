"""What a person typed as a filter, held against the study: which values name something there."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from db.filters import Filter, typed
from db.listing import Listing
from db.places.regions import REGIONS, region
from db.study import Study

_QUARTER = re.compile(r"\d{4}(?:-?q[1-4])?", re.IGNORECASE)
_FEW = 8
"""Names told where there may be many."""


class UnknownValue(ValueError):
    """A value that names nothing in the study; the text says what may be typed."""


def checked(study: Study, reading_id: int, line: str) -> tuple[Filter, list[str]]:
    """A filter from a typed line, each value as the study names it, and what is wrong with it.

    Codes and exclusions may be typed by their labels, states by their names. A value that names
    nothing is told with what may be typed, and is left out of the filter.
    """
    chosen, faults = typed(line)
    named: dict[str, Any] = {}
    for name, known in _KNOWN.items():
        values = []
        for value in chosen.values(name):
            try:
                values.append(known(study, reading_id, value))
            except UnknownValue as error:
                faults.append(f"{name}:{value} {error}")
        several = isinstance(getattr(chosen, name), tuple)
        named[name] = tuple(values) if several else values[0] if values else None
    return replace(chosen, **named), faults


def _code(study: Study, _: int, value: str) -> str:
    codes = [code for field in study.codebook.fields for code in field.codes]
    by_words = {code.name: code.name for code in codes} | {code.label: code.name for code in codes}
    return _of(value, by_words, [code.name for code in codes if not code.retired])


def _exclusion(study: Study, _: int, value: str) -> str:
    reasons = study.codebook.exclusions
    by_words = {one.name: one.name for one in reasons} | {one.label: one.name for one in reasons}
    return _of(value, by_words, [one.name for one in reasons if not one.retired])


def _quarter(study: Study, reading_id: int, value: str) -> str:
    if not _QUARTER.fullmatch(value):
        raise UnknownValue("is not known; take a year (2018) or a quarter of it (2018-Q2)")
    quarter = re.sub(r"^(\d{4})Q", r"\1-Q", value.upper())
    if not _holds(study, reading_id, Filter(quarter=quarter)):
        first, last = study.connection.execute(
            "select min(quarter), max(quarter) from states where reading_id = ?", (reading_id,)
        ).fetchone()
        span = f"they go from {first} to {last}" if first else "there are none yet"
        raise UnknownValue(f"is of no release; {span}")
    return quarter


def _office(study: Study, _: int, value: str) -> str:
    offices = [
        office
        for (office,) in study.connection.execute(
            "select distinct office from offices where office <> '' order by office"
        )
    ]
    if not any(value.lower() in office.lower() for office in offices):
        raise UnknownValue(f"is no part of an office's name; {_told(value, offices)}")
    return value


def _state(study: Study, _: int, value: str) -> str:
    postal = region(value)
    if postal:
        return postal
    known = [
        state
        for (state,) in study.connection.execute(
            "select distinct state from offices where state <> '' order by state"
        )
    ]
    if value.upper() in (state.upper() for state in known):
        return value
    names = [name for name in REGIONS.values() if name.lower().startswith(value.lower())]
    near = names or get_close_matches(value.title(), REGIONS.values(), 3)
    meant = f"did you mean {_either(_quoted(near))}? Take" if near else "take"
    raise UnknownValue(f"is not known; {meant} two letters (KY) or the name (Kentucky)")


def _place(study: Study, reading_id: int, value: str) -> str:
    for named in (value, region(value)):
        if named and _holds(study, reading_id, Filter(place=(named,))):
            return named
    raise UnknownValue("is where no case lies; take part of a town's name (paducah), or a state")


def _coder(study: Study, _: int, value: str) -> str:
    rows = study.connection.execute("select distinct coder from readings order by coder")
    coders = {coder: coder for (coder,) in rows}
    return _of(value, coders, list(coders))


_KNOWN: dict[str, Callable[[Study, int, str], str]] = {
    "code": _code,
    "exclusion": _exclusion,
    "office": _office,
    "state": _state,
    "place": _place,
    "quarter": _quarter,
    "coder": _coder,
}


def _of(value: str, by_words: dict[str, str], offered: list[str]) -> str:
    """The name behind a name or label, in any case."""
    if value in by_words:
        return by_words[value]
    folded = {words.casefold(): name for words, name in by_words.items()}
    if value.casefold() in folded:
        return folded[value.casefold()]
    raise UnknownValue(f"is not known; {_told(value, offered, most=len(offered))}")


def _told(value: str, names: list[str], *, most: int = _FEW) -> str:
    """What may be typed instead, the nearest first."""
    near = get_close_matches(value.casefold(), names, 2)
    meant = f"did you mean {_either(_quoted(near))}? " if near else ""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    unique = list(dict.fromkeys(names))
    listed = f"{'There' if meant else 'there'} are {', '.join(unique[:most])}{more}"
    return meant + (listed if names else "there are none")


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' if " " in name else name for name in names]


def _either(names: list[str]) -> str:
    return " or ".join(names)


def _holds(study: Study, reading_id: int, chosen: Filter) -> bool:
    """Whether any release passes."""
    return bool(Listing(study, reading_id, chosen).entries(0, 1))
