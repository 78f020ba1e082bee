"""What a codebook must keep to beyond its form: names, terms, fields and what is counted."""

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.codebook import Codebook, Field, Platform
from db.codebook.conditions import check_conditions
from db.codebook.keys import check_keys
from db.codebook.source import Faults, Path, printable, unknown
from db.furniture import compiled, furnishes

CODES_COLUMNS = (
    *("release", "url", "published", "quarter", "office", "state", "title"),
    *("status", "exclusion", "case", "relation", "example", "suspects"),
    *("flagged", "memo", "evidence", "coder", "pass", "coded_at", "placed_in"),
)
"""Columns of the codes table beside the fields, which no field may be named like."""

_NAME = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")


def check(codebook: Codebook, faults: Faults) -> None:
    """Note whatever would make this codebook unusable or ambiguous.

    Parts that could not be read are stand-ins ("" for a text) and are passed over here.
    """
    if codebook.start and codebook.end and codebook.start > codebook.end:
        faults.add(("study", "from"), "comes after to. Exchange the two days.")
    _check_platforms(codebook.platforms, faults)
    _check_highlights(codebook, faults)
    _check_names(codebook, faults)
    check_keys(codebook, faults)
    _check_fields(codebook.fields, faults)
    check_conditions(codebook.fields, faults)
    for key, chosen in (("focus", codebook.focus), ("track", codebook.track)):
        _check_chosen(codebook, key, chosen, faults)
    events = [event.name for event in codebook.events]
    _check_repeats(events, ("report", "event"), "event", faults)


def expand(codebook: Codebook) -> Codebook:
    """The codebook with the groups that focus and track name replaced by their codes."""
    return replace(
        codebook,
        focus=_expanded(codebook, codebook.focus),
        track=_expanded(codebook, codebook.track),
    )


def _expanded(
    codebook: Codebook, chosen: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for field_name, wanted in chosen.items():
        field = codebook.field(field_name)
        assert field is not None, "checked before"
        names[field_name] = tuple(
            code.name for code in field.codes if code.name in wanted or code.group in wanted
        )
    return names


# Platforms


def _check_platforms(platforms: Sequence[Platform], faults: Faults) -> None:
    if not platforms and not faults.under("platform"):
        faults.add(
            (),
            "no [[platform]]: nothing would be searched for in the releases. "
            'Add one with name = "…" and terms = ["…"].',
        )
    _check_repeats([platform.name for platform in platforms], ("platform",), "platform", faults)
    seen: dict[str, str] = {}
    for number, platform in enumerate(platforms):
        for place, term in enumerate(platform.terms):
            path: Path = ("platform", number, "terms", place)
            _check_term(term, path, faults)
            key = " ".join(term.casefold().split())
            if key and key in seen:
                faults.add(
                    path, f'"{printable(term)}" stands already under {seen[key]}. Take one out.'
                )
            seen.setdefault(key, platform.name or f"platform {number + 1}")
        for place, pattern in enumerate(platform.furniture):
            if fault := pattern and _pattern_fault(pattern, platform.terms):
                faults.add(("platform", number, "furniture", place), fault)


def _check_highlights(codebook: Codebook, faults: Faults) -> None:
    names = [highlight.name for highlight in codebook.highlights]
    _check_repeats(names, ("highlight",), "highlight", faults)
    for number, highlight in enumerate(codebook.highlights):
        for place, term in enumerate(highlight.terms):
            _check_term(term, ("highlight", number, "terms", place), faults)


def _check_term(term: str, path: Path, faults: Faults) -> None:
    if not term.strip():
        return
    if term != term.strip():
        faults.add(path, f'"{printable(term)}" begins or ends with a blank. Take the blank out.')
    elif len(term) == 1:
        faults.add(
            path,
            f'"{printable(term)}" would be found inside almost every word. '
            "Write what it looks like in a release, at least two characters.",
        )


def _pattern_fault(pattern: str, terms: Sequence[str]) -> str:
    """What is wrong with a furniture pattern; "" where it is sound."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            expression = compiled(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        return (
            f'"{printable(pattern)}" is not a regular expression: {error}. Put a backslash before '
            f"a character that is meant as it stands: {printable(re.escape(pattern))}"
        )
    for term in filter(None, terms):
        before = "he wrote to her on "
        text = f"{before}{term} and she wrote back"
        if furnishes([expression], text, len(before), len(before) + len(term)):
            return (
                f'"{printable(pattern)}" hits any "{printable(term)}", so that none would count. '
                "Add the words that make it furniture."
            )
    return ""


# Names


def _check_names(codebook: Codebook, faults: Faults) -> None:
    exclusions = [exclusion.name for exclusion in codebook.exclusions]
    fields = [field.name for field in codebook.fields]
    _check_words(exclusions, ("exclusion",), "exclusion", faults)
    _check_words(fields, ("field",), "field", faults)
    for number, name in enumerate(fields):
        if name in CODES_COLUMNS:
            faults.add(
                ("field", number, "name"),
                f'"{name}" is a column of the codes table already. Take another name.',
            )
    for number, field in enumerate(codebook.fields):
        path: Path = ("field", number, "code")
        _check_words([code.name for code in field.codes], path, "code", faults)
        for place, code in enumerate(field.codes):
            if code.group and code.group != code.name and field.code(code.group):
                faults.add(
                    (*path, place, "group"),
                    f'"{printable(code.group)}" is also the name of a code, so that "focus" and '
                    '"track" could mean either. Give the group another name.',
                )


def _check_words(names: Sequence[str], path: Path, kind: str, faults: Faults) -> None:
    """Names that scripts and spreadsheets use: fit for it, and each there once."""
    for number, name in enumerate(names):
        if name and not _NAME.fullmatch(name):
            better = "-".join(re.findall(r"[a-z0-9]+", name.lower()))
            cure = f'Write "{better}".' if better else ""
            faults.add(
                (*path, number, "name"),
                f'"{printable(name)}" is a word of scripts and a column of spreadsheets, so it has '
                f"only small letters a-z, digits and hyphens between them. {cure}".rstrip(),
            )
    _check_repeats(names, path, kind, faults)


def _check_repeats(names: Sequence[str], path: Path, kind: str, faults: Faults) -> None:
    first: dict[str, int] = {}
    for number, name in enumerate(names):
        if not name:
            continue
        if name in first:
            faults.add(
                (*path, number, "name"),
                f'"{printable(name)}" is already the name of {kind} {first[name] + 1}. '
                "Give one of them another name.",
            )
        first.setdefault(name, number)


# Fields


def _check_fields(fields: Sequence[Field], faults: Faults) -> None:
    if not fields and not faults.under("field"):
        faults.add((), "no [[field]]: nothing would be coded. Add one with its [[field.code]]s.")
    for number, field in enumerate(fields):
        if not field.codes:
            faults.add(("field", number), "has no codes. Add a [[field.code]] for each answer.")
        elif field.required and all(code.retired for code in field.codes):
            faults.add(
                ("field", number, "required"),
                "cannot be met, as all codes are retired. Set required = false, or add a code.",
            )


# What the report looks into


def _check_chosen(
    codebook: Codebook, key: str, chosen: Mapping[str, Sequence[str]], faults: Faults
) -> None:
    if len(chosen) > 1:
        faults.add(("report", key), "names several fields. Name one; it may have several codes.")
    for field_name, wanted in chosen.items():
        path: Path = ("report", key, field_name)
        field = codebook.field(field_name)
        if field is None:
            known = [field.name for field in codebook.fields if field.name]
            faults.add(path, unknown(field_name, "field", known))
            continue
        known = [*(code.name for code in field.codes), *field.groups]
        for name in filter(None, wanted):
            if name not in known:
                faults.add(path, unknown(name, f'code or group of "{field_name}"', known))
            elif key == "focus" and any(
                not code.counts and name in (code.name, code.group) for code in field.codes
            ):
                faults.add(
                    path,
                    f'"{printable(name)}" has counts = false and so is never in focus. '
                    "Choose another code, or take counts = false out.",
                )
