"""A codebook written back as TOML, so that tests can change it as records."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from db.codebook import Code, Codebook, Exclusion, Field
from db.codebook.file import parse


def reparsed(codebook: Codebook) -> Codebook:
    """The codebook as it is when written to a file and read again; CodebookError where faulty."""
    return parse("\n".join(_lines(codebook)))


def with_field(codebook: Codebook, name: str, **changes: Any) -> Codebook:
    """With one field changed."""
    fields = tuple(replace(f, **changes) if f.name == name else f for f in codebook.fields)
    return replace(codebook, fields=fields)


def without_code(codebook: Codebook, field: str, name: str) -> Codebook:
    """Without one code; a focus, measure or condition that names it goes as well."""
    found = codebook.field(field)
    assert found is not None
    kept = tuple(code for code in found.codes if code.name != name)
    fewer = with_field(codebook, field, codes=kept)
    for other in fewer.fields:
        if name in other.when.get(field, ()):
            fewer = with_field(fewer, other.name, when={})
    return replace(fewer, focus={}, track={})


def with_code(codebook: Codebook, field: str, name: str, **changes: Any) -> Codebook:
    """With one code changed, or added where there is none of that name."""
    found = codebook.field(field)
    assert found is not None
    old = found.code(name)
    if old is None:
        codes = (*found.codes, Code(name=name, **{"key": "", "label": name, **changes}))
    else:
        codes = tuple(replace(c, **changes) if c.name == name else c for c in found.codes)
    return with_field(codebook, field, codes=codes)


def _lines(codebook: Codebook) -> Iterator[str]:
    yield "[study]"
    yield from _keys({"title": codebook.title, "from": codebook.start, "to": codebook.end})
    for platform in codebook.platforms:
        yield "[[platform]]"
        yield from _keys(
            {"name": platform.name, "terms": platform.terms, "furniture": platform.furniture}
        )
    for reason in codebook.exclusions:
        yield "[[exclusion]]"
        yield from _keys(_choice(reason))
    for field in codebook.fields:
        yield from _field(field)
    yield "[report]"
    yield from _keys({"focus": codebook.focus, "track": codebook.track})
    for event in codebook.events:
        yield "[[report.event]]"
        yield from _keys({"name": event.name, "date": event.date})


def _field(field: Field) -> Iterator[str]:
    yield "[[field]]"
    yield from _keys(
        {
            "name": field.name,
            "label": field.label,
            "per": field.per,
            "required": field.required,
            "when": field.when,
            "definition": field.definition,
        }
    )
    for code in field.codes:
        yield "[[field.code]]"
        yield from _keys(_choice(code) | {"group": code.group, "counts": code.counts})


def _choice(one: Code | Exclusion) -> dict[str, Any]:
    names = ("key", "name", "label", "definition", "retired")
    return {name: getattr(one, name) for name in names}


def _keys(values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        if value not in (None, "", (), {}):
            yield f"{name} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {_value(codes)}" for name, codes in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
