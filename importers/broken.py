"""What a reader of one format yields in place of a record that it cannot make out."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that is not readable as its format."""

    reason: str


def json_fault(error: Exception) -> str:
    """What was wrong with a piece of JSON, in a few words."""
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:100]
