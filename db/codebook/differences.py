"""The differences between two codebooks, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from db.codebook import Code, Codebook, Event, Exclusion, Field, Highlight, Platform

_Named = TypeVar("_Named", Code, Event, Exclusion, Field, Highlight, Platform)

_SAID_APART = {"name", "codes"}
"""Attributes of records that are not compared as values."""

_TOO_LONG = {"definition", "furniture"}
"""Attributes of which it is only said that they changed."""

_SWITCHES = {
    ("required", True): "is now required",
    ("required", False): "is no longer required",
    ("counts", True): "now counts as use of the platform",
    ("counts", False): "no longer counts as use of the platform",
    ("retired", True): "is retired: no longer offered, its codings stay",
    ("retired", False): "is offered again",
}

_WORDS = {
    "start": "first day",
    "end": "last day",
    "per": "unit",
    "when": "condition",
    "track": "tracked measure",
}
"""What attributes are called, where their own name is no word of the manual."""

_NONE = "none"


def differences(old: Codebook, new: Codebook) -> Iterator[str]:
    """What the new codebook says otherwise, a clause each; nothing where only remarks differ."""
    for name in ("title", "start", "end", "focus", "track"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{_WORDS.get(name, name)}: {_value(before)} → {_value(after)}"
    yield from _listed("platform", old.platforms, new.platforms)
    yield from _listed("highlight", old.highlights, new.highlights)
    yield from _listed("exclusion", old.exclusions, new.exclusions)
    yield from _listed("field", old.fields, new.fields)
    for field in new.fields:
        before = old.field(field.name)
        if before:
            yield from _listed("code", before.codes, field.codes, of=f"{field.name}.")
    yield from _listed("event", old.events, new.events)


def _listed(
    kind: str, old: Sequence[_Named], new: Sequence[_Named], *, of: str = ""
) -> Iterator[str]:
    """What was added, taken out, changed and put in another order in a list of named records."""
    before = {one.name: one for one in old}
    after = {one.name: one for one in new}
    for name in before:
        if name not in after:
            yield f"{kind} {of}{name} is taken out"
    for name in after:
        if name in before:
            yield from _altered(f"{kind} {of}{name}", before[name], after[name])
        else:
            yield f"new {kind} {of}{name}"
    kept = [name for name in after if name in before]
    if kept != [name for name in before if name in after]:
        owner = f" of {of.rstrip('.')}" if of else ""
        yield f"another order of the {kind}s{owner}"


def _altered(what: str, old: _Named, new: _Named) -> Iterator[str]:
    for attribute in fields(new):
        name = attribute.name
        before, after = getattr(old, name), getattr(new, name)
        if before == after or name in _SAID_APART:
            continue
        if isinstance(after, bool):
            yield f"{what} {_SWITCHES[name, after]}"
        elif name in _TOO_LONG:
            yield f"{name} of {what} changed"
        else:
            yield f"{_WORDS.get(name, name)} of {what}: {_value(before)} → {_value(after)}"


def _value(value: Any) -> str:
    """A value as a person writes it; "none" for nothing."""
    if isinstance(value, Mapping):
        return (
            " and ".join(f"{name} {' or '.join(codes)}" for name, codes in value.items()) or _NONE
        )
    if isinstance(value, tuple):
        return ", ".join(value) or _NONE
    return value.isoformat() if isinstance(value, date) else str(value or _NONE)
