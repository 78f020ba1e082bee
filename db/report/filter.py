"""What a report is narrowed to: days, a category, a state, an office, a platform."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import get_close_matches

from db.codebook import Codebook
from db.errors import StudyError
from db.places.regions import REGIONS, region
from db.study import Study

_FEW = 4
"""So many names are told to one who typed another."""


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which releases a report counts; the parts combine, None: any."""

    start: date | None = None
    """First day."""
    end: date | None = None
    """Last day."""
    category: str | None = None
    """A code of the leading field: only cases with such an example."""
    state: str | None = None
    """Postal abbreviation of the office's state."""
    office: str | None = None
    platform: str | None = None
    """Name of a platform that title or text names outside its furniture."""

    def __bool__(self) -> bool:
        return any(getattr(self, part.name) is not None for part in fields(self))

    def words(self, codebook: Codebook) -> str:
        """The filter for a heading: "2015-01-01 to 2016-12-31 · Fraud · KY"; "" without one."""
        parts = []
        if self.start and self.end:
            parts.append(f"{self.start} to {self.end}")
        elif self.start or self.end:
            parts.append(f"from {self.start}" if self.start else f"up to {self.end}")
        if self.category:
            code = codebook.leading.code(self.category) if codebook.leading else None
            parts.append(code.label if code else self.category)
        parts += [part for part in (self.state, self.office, self.platform) if part]
        return " · ".join(parts)

    def to_json(self) -> dict[str, str | None]:
        """The filter as the report's JSON names it."""
        return {
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
            "category": self.category,
            "state": self.state,
            "office": self.office,
            "platform": self.platform,
        }


EVERYTHING = ReportFilter()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by in a study, each in the order in which it is offered."""

    categories: tuple[str, ...]
    states: tuple[str, ...]
    offices: tuple[str, ...]
    platforms: tuple[str, ...]


def choices(study: Study) -> Choices:
    """The values that a filter of this study can take."""
    rows = study.connection.execute("select office, state from offices").fetchall()
    leading = study.codebook.leading
    return Choices(
        categories=tuple(code.name for code in leading.codes) if leading else (),
        states=tuple(sorted({row["state"] for row in rows if row["state"]})),
        offices=tuple(sorted({row["office"] for row in rows if row["office"]})),
        platforms=tuple(platform.name for platform in study.codebook.platforms),
    )


def resolved(chosen: ReportFilter, study: Study) -> ReportFilter:
    """The filter with names as the study has them, for one that people typed.

    A category is taken by its name or label, a state by its name in full or in short, an office by
    any part of its name that tells it from the others. A part that all offices of one state share
    ("Kentucky") stands for this state.

    Raises:
        StudyError: no name is meant, or several; with the nearest ones.
    """
    if chosen.start and chosen.end and chosen.start > chosen.end:
        raise StudyError(f"no day lies from {chosen.start} to {chosen.end}: exchange the two.")
    for part in ("category", "state", "office", "platform"):
        text = getattr(chosen, part)
        if text is not None:
            try:
                chosen = take(chosen, part, text, study)
            except StudyError as error:
                raise StudyError(f"{study.path}: {error}") from error
    return chosen


def take(chosen: ReportFilter, part: str, text: str, study: Study) -> ReportFilter:
    """The filter with one part set to what was typed for it; see `resolved`.

    Raises:
        StudyError: no name is meant, or several.
    """
    known = choices(study)
    if part == "category":
        leading = study.codebook.leading
        labels = {code.name: code.label for code in leading.codes} if leading else {}
        return replace(chosen, category=_meant("category", text, labels))
    if part == "state":
        names = {state: REGIONS.get(state, state) for state in known.states}
        postal = region(text)
        state = postal if postal and postal in names else _meant("state", text, names)
        return replace(chosen, state=state)
    if part == "platform":
        return replace(chosen, platform=_meant("platform", text, {n: n for n in known.platforms}))
    found = _matches(text, {name: name for name in known.offices})
    whole = _state_of(found, study) if len(found) > 1 else None
    if whole and chosen.state in (None, whole):
        return replace(chosen, office=None, state=whole)
    return replace(chosen, office=_meant("office", text, {name: name for name in known.offices}))


def _state_of(offices: Sequence[str], study: Study) -> str | None:
    """The state all of whose offices these are."""
    rows = study.connection.execute(
        "select distinct office, state from offices where office is not null"
    ).fetchall()
    states = {row["state"] for row in rows if row["office"] in offices}
    if len(states) != 1:
        return None
    (state,) = states
    return state if {row["office"] for row in rows if row["state"] == state} == {*offices} else None


def _meant(what: str, text: str, names: Mapping[str, str]) -> str:
    """The one name that is meant."""
    found = _matches(text, names)
    if len(found) == 1:
        return found[0]
    if found:
        raise StudyError(f"“{text}” may be {_few(found)}: name one.")
    words = {label.casefold(): name for name, label in names.items()}
    words |= {name.casefold(): name for name in names}
    near = [words[word] for word in get_close_matches(text.casefold(), words, 2 * _FEW, 0.6)]
    if near:
        raise StudyError(f"there is no {what} “{text}”; near it: {_few([*dict.fromkeys(near)])}.")
    has = f"the study has {_few(list(names))}" if names else "the study has none"
    raise StudyError(f"there is no {what} “{text}”; {has}.")


def _matches(text: str, names: Mapping[str, str]) -> list[str]:
    """Names that are the text; else those in which a word begins so; else those that hold it."""
    low = text.strip().casefold()
    both = {name: (name.casefold(), label.casefold()) for name, label in names.items()}
    begins = re.compile(rf"(?<!\w){re.escape(low)}")
    for fits in (
        lambda word: word == low,
        lambda word: bool(low and begins.search(word)),
        lambda word: bool(low and low in word),
    ):
        if found := [name for name, words in both.items() if any(map(fits, words))]:
            return found
    return []


def _few(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more} more" if more > 0 else "")
