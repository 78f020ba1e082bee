"""Which releases of a reading are listed and walked through."""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from db.states import STATUSES, Status

KEYS = ("is", "has", "code", "exclusion", "office", "state", "place", "quarter", "coder")
"""What may stand before a colon in a typed filter."""
SEVERAL = ("code", "office", "place", "coder")
"""Those that may be typed more than once: a release must pass all of them."""
_LINE = re.compile(r'(\w+):(?:"([^"]*)"|(\S+))|(\S+)')
_SQL = {
    "status": "status = {}",
    "exclusion": "exclusion = {}",
    "state": "release_id in (select id from releases where state = upper({}))",
    "quarter": "quarter like upper({}) || '%'",
    "code": "exists (select 1 from codings where codings.reading_id = states.reading_id"
    " and codings.release_id = states.release_id and code = {})",
    "office": "release_id in (select id from releases where instr(lower(office), lower({})) > 0)",
    "place": "exists (select 1 from releases where releases.id = states.release_id"
    " and (instr(lower(coalesce(snapshot ->> '$.place[0]', place)), lower({0})) > 0"
    " or coalesce(snapshot ->> '$.place[1]', place_state) = upper({0})))",
    "coder": "exists (select 1 from readings join states as theirs"
    " on theirs.reading_id = readings.id and theirs.release_id = states.release_id"
    " where coder = {} and theirs.status <> 'uncoded')",
}
"""A condition on the table `states` for each part that has a value."""
_FLAGS = {
    "flagged": "flagged = 1",
    "changed": "changed = 1",
    "memo": "snapshot ->> '$.memo' is not null",
    "evidence": "snapshot ->> '$.evidence' is not null",
}


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
    code: tuple[str, ...] = ()
    """Names of codes of any field; all of them are coded."""
    exclusion: str | None = None
    office: tuple[str, ...] = ()
    """Parts of the office's name."""
    state: str | None = None
    """Postal abbreviation of the office's state."""
    place: tuple[str, ...] = ()
    """Where the case lies: parts of the place's name, or the state as an abbreviation."""
    coder: tuple[str, ...] = ()
    """Decided on by each of those coders, in any pass."""
    quarter: str | None = None
    """"2018-Q2", or a year."""

    @property
    def words(self) -> str:
        """The filter in words, for a heading; it is what a person would type."""
        parts = [f"is:{self.status}"] if self.status else []
        parts += [f"is:{name}" for name in ("flagged", "changed") if getattr(self, name)]
        parts += [f"has:{name}" for name in ("memo", "evidence") if getattr(self, name)]
        for name in KEYS[2:]:
            for value in self.values(name):
                parts.append(f'{name}:"{value}"' if " " in value else f"{name}:{value}")
        return " ".join([*parts, self.text] if self.text else parts) or "all"

    @property
    def is_empty(self) -> bool:
        """Whether every release passes."""
        return self == Filter()

    def values(self, name: str) -> tuple[str, ...]:
        """What is asked for under a key, in the order in which it was typed."""
        held: str | tuple[str, ...] | None = getattr(self, name)
        return held if isinstance(held, tuple) else (held,) if held else ()

    def condition(self) -> tuple[str, dict[str, object]]:
        """An SQL condition on the table `states`, and its parameters; "" for the empty filter."""
        parts = [sql for name, sql in _FLAGS.items() if getattr(self, name)]
        parameters: dict[str, object] = {}
        for name, sql in _SQL.items():
            for number, value in enumerate(self.values(name)):
                parameters[f"{name}{number}"] = value
                parts.append(sql.format(f":{name}{number}"))
        if match := match_expression(self.text):
            parameters["match"] = match
            parts.append("release_id in (select rowid from search where search match :match)")
        return "".join(f" and {part}" for part in parts), parameters


def typed(line: str) -> tuple[Filter, list[str]]:
    """A filter from what a person typed, and what of it was not understood.

    `is:coded is:flagged has:memo code:fraud exclusion:other office:kentucky state:ky place:paducah
    quarter:2018-q2 coder:ann`, in any order; everything else is words to be found. Whether the
    values name anything in a study is `db.filter_values`' business.
    """
    chosen, words, faults = Filter(), [], []
    for name, quoted, plain, word in _LINE.findall(line):
        if not name:
            words.append(word)
            continue
        asked = _asked(chosen, name, quoted or plain)
        if isinstance(asked, str):
            faults.append(asked)
        else:
            chosen = replace(chosen, **asked)
    return replace(chosen, text=" ".join(words)), faults


def _asked(chosen: Filter, name: str, value: str) -> dict[str, Any] | str:
    """What one typed part changes of a filter, or what is wrong with it."""
    if name in SEVERAL:
        held = chosen.values(name)
        return {name: held if value in held else (*held, value)}
    if (name == "is" and value in ("flagged", "changed")) or (
        name == "has" and value in ("memo", "evidence")
    ):
        return {value: True}
    if (name == "is" and value not in STATUSES) or name == "has" or name not in KEYS:
        return _cure(name, value)
    part = "status" if name == "is" else name
    if before := [one for one in chosen.values(part) if one != value]:
        return f"{name}:{before[0]} and {name}:{value} cannot both be: take one of them"
    return {part: value}


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
    meant = f"; did you mean {near[0]}:?" if near else ""
    return f"{name}: is not known{meant}; take {', '.join(f'{key}:' for key in KEYS)} or words"
