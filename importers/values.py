"""Texts and lists out of the shapes in which JSON, CSV and SQLite hold them."""

import ast
import json
import re
from collections.abc import Iterator, Mapping

from importers.cleaning import one_line

_SEPARATORS = re.compile(r"[;|\n]|(?<!\d),(?=\w)|,(?=[^\W\d])")
_LONGEST_LIST = 20_000
"""Characters; a longer string is no list of topics."""


def text_of(value: object) -> str:
    """The text in `value`: a string, a number, a list of paragraphs, or an object's
    `rendered`, `value` or `name`, as WordPress and Drupal have it."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list | tuple):
        return "\n\n".join(filter(None, map(text_of, value)))
    if isinstance(value, Mapping):
        return next(
            (text_of(value[k]) for k in ("rendered", "value", "name", "processed") if value.get(k)),
            "",
        )
    return str(value)


def names_of(value: object) -> tuple[str, ...]:
    """The names in `value`: strings, `{"name": …}` objects, or one string that holds a list.

    A single string is split at semicolons, bars, line ends, and commas without a space after them:
    those with one stand within names ("USAO - Texas, Southern"). Each name is there once, in one
    line and without control characters.
    """
    names = (one_line(" ".join(name.split())) for name in _names(value))
    return tuple(dict.fromkeys(filter(None, names)))


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _names_in(value.strip())
    elif isinstance(value, list | tuple):
        for item in value:
            yield text_of(item)
    elif value is not None:
        yield text_of(value)


def _names_in(text: str) -> Iterator[str]:
    if text.startswith("[") and len(text) < _LONGEST_LIST:
        listed = _literal(text)
        if isinstance(listed, list):
            yield from map(text_of, listed)
            return
    yield from _SEPARATORS.split(text)


def _literal(text: str) -> object:
    """A list written as JSON or, as pandas does it, as Python; None for anything else."""
    for parse in (json.loads, ast.literal_eval):
        try:
            parsed: object = parse(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            continue
        return parsed
    return None
