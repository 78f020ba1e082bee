"""What the practice study is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from db.records import Release


@dataclass(frozen=True, slots=True)
class DemoExample:
    """One suspect's use of the platform, as prepared."""

    suspects: int
    values: Mapping[str, str]
    """Field name → code name: `{"category": "child-exploitation", "mode": "images"}`."""


@dataclass(frozen=True, slots=True)
class DemoRelease:
    """An invented release with its prepared coding: excluded, linked, or a case of its own."""

    release: Release
    exclusion: str | None = None
    """Name of the reason it is left out for."""
    lead: str | None = None
    """Of an update or duplicate: the uid of the case's lead."""
    relation: Literal["update", "duplicate"] | None = None
    examples: tuple[DemoExample, ...] = ()
    case_values: Mapping[str, str] = field(default_factory=dict)
    """Field name → code name, for the fields asked once a case: `{"origin": "undercover"}`."""
    flagged: bool = False
    memo: str = ""
