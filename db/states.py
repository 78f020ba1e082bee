"""What one reading says of one release, and how that is written down."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from db.places import Place

Relation = Literal["update", "duplicate"]
Status = Literal["uncoded", "excluded", "coded", "linked"]
STATUSES: tuple[Status, ...] = ("uncoded", "excluded", "coded", "linked")
RELATIONS: tuple[Relation, ...] = ("update", "duplicate")


@dataclass(frozen=True, slots=True)
class Example:
    """One suspect's use of the platform (or several suspects' alike use)."""

    values: Mapping[str, str] = field(default_factory=dict)
    """Field name → code name."""
    suspects: int = 1
    """How many suspects this example stands for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the text kept as the ground for a field's code."""

    field_name: str
    start: int
    end: int
    quote: str
    """The passage itself, so that it outlives a changed text."""

    def within(self, text: str) -> tuple[int, int] | None:
        """Where the passage stands in a text, be it another one by now; None where it does not."""
        if text[self.start : self.end] == self.quote:
            return self.start, self.end
        start = text.find(self.quote)
        return (start, start + len(self.quote)) if start >= 0 else None


@dataclass(frozen=True, slots=True)
class State:
    """All that a reading holds of one release; the empty one is a release not yet touched."""

    values: Mapping[str, str] = field(default_factory=dict)
    """Codes of the per-case fields: field name → code name."""
    examples: tuple[Example, ...] = ()
    exclusion: str | None = None
    lead: int | None = None
    """Id of the lead release that this one is linked to."""
    relation: Relation | None = None
    flagged: bool = False
    skips: int = 0
    """How often it was put off; the queue shows less skipped ones first."""
    memo: str = ""
    evidence: tuple[Evidence, ...] = ()
    place: Place | None = None
    """Where the case lies, in the analyst's own word; None: where its release was placed."""
    apart: tuple[int, ...] = ()
    """Ids of releases that the analyst has said are of another case."""

    def value(self, name: str, example: int = 1) -> str | None:
        """The code of a field, whether it is kept once a case or once an example (from 1)."""
        if name in self.values:
            return self.values[name]
        if 0 < example <= len(self.examples):
            return self.examples[example - 1].values.get(name)
        return None


EMPTY = State()


@dataclass(frozen=True, slots=True)
class Change:
    """One release's state before and after a decision."""

    release_id: int
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Step:
    """One decision: what undo takes back as a whole."""

    id: int
    at: str
    kind: str
    """`code`, `exclude`, `flag`, `memo`, `skip`, `link`, `unlink`, `example`, `evidence`, …"""
    changes: tuple[Change, ...]
    detail: Mapping[str, Any] = field(default_factory=dict)
    """What the decision named: field, code, example, exclusion."""
    undoes: int | None = None
    """For `undo` and `redo`: the step that was taken back or done again."""

    @property
    def release_id(self) -> int:
        """The release the decision was taken on."""
        return self.changes[0].release_id


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Made once: `json.dumps` makes an encoder at each call, which is half its time here."""


def to_json(state: State) -> str:
    """Compact JSON with defaults left out; `{}` for the empty state."""
    if state is EMPTY:  # as every release is that was not touched
        return "{}"
    kept: dict[str, Any] = {}
    if state.values:
        kept["values"] = dict(sorted(state.values.items()))
    if state.examples:
        kept["examples"] = [
            {"values": dict(sorted(example.values.items()))}
            | ({"suspects": example.suspects} if example.suspects != 1 else {})
            for example in state.examples
        ]
    for name in ("exclusion", "lead", "relation", "flagged", "skips", "memo"):
        if value := getattr(state, name):
            kept[name] = value
    if state.evidence:
        kept["evidence"] = [
            [mark.field_name, mark.start, mark.end, mark.quote] for mark in state.evidence
        ]
    if state.place:
        kept["place"] = [state.place.name, state.place.state]
    if state.apart:
        kept["apart"] = list(state.apart)
    return _compact(kept)


def from_json(text: str) -> State:
    """The state that `to_json` wrote."""
    if text == "{}":
        return EMPTY
    kept = json.loads(text)
    examples = tuple(
        Example(example["values"], example.get("suspects", 1))
        for example in kept.pop("examples", ())
    )
    evidence = tuple(Evidence(*mark) for mark in kept.pop("evidence", ()))
    apart = tuple(kept.pop("apart", ()))
    place = Place(*kept.pop("place")) if "place" in kept else None
    return State(examples=examples, evidence=evidence, place=place, apart=apart, **kept)
