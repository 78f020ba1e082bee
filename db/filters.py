"""Which releases of a reading are listed and walked through."""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from db.states import STATUSES, Status

KEYS = ("is", "has", "code", "exclusion", "office", "state", "place", "quarter", "coder")
"""What may stand before a colon in a typed filter."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The parts combine; the empty one lets every release pass."""

    text: str = ""
    """Words that title or text must hold, each from its beginning; a phrase in quotation marks."""
    status: Status | None = None
    flagged: bool = False
    memo: bool = False
    """With a memo."""
    evidence: bool = False
    """With a passage kept as evidence."""
    changed: bool = False
    """Decided on before its text changed."""
    code: str | None = None
    """Name of a code of any field."""
    exclusion: str | None = None
    office: str | None = None
    """Part of the office's name."""
    state: str | None = None
    """Postal abbreviation of the office's state."""
    place: str | None = None
    """Where the case lies: part of the place's name, or the state as an abbreviation."""
    coder: str | None = None
    """Decided on by that coder, in any pass."""
    quarter: str | None = None
    """"2018-Q2", or a year."""

    @property
    def words(self) -> str:
        """The filter in words, for a heading; it is what a person would type."""
        parts = [f"is:{self.status}"] if self.status else []
        parts += [f"is:{name}" for name in ("flagged", "changed") if getattr(self, name)]
        parts += [f"has:{name}" for name in ("memo", "evidence") if getattr(self, name)]
        for name in KEYS[2:]:
            if value := getattr(self, name):
                parts.append(f'{name}:"{value}"' if " " in value else f"{name}:{value}")
        return " ".join([*parts, self.text] if self.text else parts) or "all"

    @property
    def is_empty(self) -> bool:
        """Whether every release passes."""
        return self == Filter()

    def condition(self) -> tuple[str, dict[str, object]]:
        """An SQL condition on the table `states`, and its parameters; "" for the empty filter."""
        parts: dict[str, object] = {}
        if self.status:
            parts["status = :status"] = self.status
        if self.flagged:
            parts["flagged = 1"] = None
        if self.changed:
            parts["changed = 1"] = None
        if self.memo:
            parts["snapshot ->> '$.memo' is not null"] = None
        if self.evidence:
            parts["snapshot ->> '$.evidence' is not null"] = None
        if self.code:
            parts[
                "exists (select 1 from codings where codings.reading_id = states.reading_id"
                " and codings.release_id = states.release_id and code = :code)"
            ] = self.code
        if self.exclusion:
            parts["exclusion = :exclusion"] = self.exclusion
        if self.office:
            parts["release_id in (select id from releases where office like :office)"] = (
                f"%{self.office}%"
            )
        if self.state:
            parts["release_id in (select id from releases where state = :state)"] = (
                self.state.upper()
            )
        if self.place:
            parts[
                "exists (select 1 from releases where releases.id = states.release_id"
                " and (coalesce(snapshot ->> '$.place[0]', place) like '%' || :place || '%'"
                " or coalesce(snapshot ->> '$.place[1]', place_state) = upper(:place)))"
            ] = self.place
        if self.coder:
            parts[
                "exists (select 1 from readings join states as theirs"
                " on theirs.reading_id = readings.id and theirs.release_id = states.release_id"
                " where coder = :coder and theirs.status <> 'uncoded')"
            ] = self.coder
        if self.quarter:
            parts["quarter like :quarter"] = f"{self.quarter.upper()}%"
        if match := match_expression(self.text):
            parts["release_id in (select rowid from search where search match :match)"] = match
        named = {
            found[1]: value
            for part, value in parts.items()
            if (found := re.search(r":(\w+)", part))
        }
        return "".join(f" and {part}" for part in parts), named


def typed(line: str) -> tuple[Filter, list[str]]:
    """A filter from what a person typed, and what of it was not understood.

    `is:coded is:flagged has:memo code:fraud exclusion:other office:kentucky state:ky place:paducah
    quarter:2018-q2 coder:ann`, in any order; everything else is words to be found.
    """
    chosen, words, faults = Filter(), [], []
    for name, quoted, plain, word in re.findall(r'(\w+):(?:"([^"]*)"|(\S+))|(\S+)', line):
        value = quoted or plain
        if not name:
            words.append(word)
        elif name == "is" and value in STATUSES:
            chosen = replace(chosen, status=next(s for s in STATUSES if s == value))
        elif name == "is" and value == "flagged":
            chosen = replace(chosen, flagged=True)
        elif name == "is" and value == "changed":
            chosen = replace(chosen, changed=True)
        elif name == "has" and value == "memo":
            chosen = replace(chosen, memo=True)
        elif name == "has" and value == "evidence":
            chosen = replace(chosen, evidence=True)
        elif name in KEYS[2:]:
            named: dict[str, Any] = {name: value}
            chosen = replace(chosen, **named)
        else:
            faults.append(_cure(name, value))
    return replace(chosen, text=" ".join(words)), faults


def match_expression(text: str) -> str:
    """What a person typed, as an FTS5 expression that cannot be a syntax error; "" for nothing."""
    parts = []
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', text):
        if re.search(r"\w", phrase):
            parts.append(f'"{phrase}"')
        elif re.search(r"\w", word):
            parts.append(f'"{word}"*')
    return " ".join(parts)


def _cure(name: str, value: str) -> str:
    if name == "is":
        return f"is:{value} is not known; take {', '.join(STATUSES)}, flagged or changed"
    if name == "has":
        return f"has:{value} is not known; there are has:memo and has:evidence"
    near = get_close_matches(name, KEYS, 1)
    return f"{name}: is not known" + (f"; did you mean {near[0]}:?" if near else "")
