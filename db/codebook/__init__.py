"""The codebook as plain records: what is asked of a release, and how it is counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Platform:
    """A service whose mentions bring a release into the study."""

    name: str
    terms: tuple[str, ...]
    """Substrings that name it, in any case."""
    furniture: tuple[str, ...] = ()
    """Regular expressions whose hits do not count: share buttons, "follow us on"."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A group of the analyst's own words, shown in another style; not a mention."""

    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A reason why a release is not part of the study."""

    key: str
    name: str
    label: str
    definition: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a field."""

    key: str
    name: str
    label: str
    definition: str = ""
    group: str | None = None
    """Codes of one group are also counted together ("cyber tip")."""
    counts: bool = True
    """False: a case, but not one in which a suspect used the platform."""
    retired: bool = False
    """No longer offered; codings that use it stay."""


@dataclass(frozen=True, slots=True)
class Field:
    """A variable of the codebook."""

    name: str
    label: str
    per: Literal["case", "example"]
    """Whether a case has one value, or each of its examples."""
    codes: tuple[Code, ...]
    required: bool = False
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Asked only where every field named here has one of the codes listed."""
    definition: str = ""

    def code(self, name: str) -> Code | None:
        """The code of that name, retired ones included."""
        return next((code for code in self.codes if code.name == name), None)

    @property
    def groups(self) -> tuple[str, ...]:
        """Names of the groups, in the order of the codes."""
        return tuple(dict.fromkeys(code.group for code in self.codes if code.group))


@dataclass(frozen=True, slots=True)
class Event:
    """A day around which the tracked measure is compared."""

    name: str
    date: date


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything a study asks and counts; made by `db.codebook.file`."""

    title: str
    fields: tuple[Field, ...]
    start: date | None = None
    """First day of the span; None: no span."""
    end: date | None = None
    """Last day of the span."""
    platforms: tuple[Platform, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    focus: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field name → code names: the cases the report looks into."""
    track: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field name → code names (groups resolved): the measure compared around events."""
    events: tuple[Event, ...] = ()
    toml: str = ""
    """The source it was read from."""
    hash: str = ""
    """SHA-256 of the source, in hexadecimal: names this version in the study."""

    def field(self, name: str) -> Field | None:
        """The field of that name."""
        return next((field for field in self.fields if field.name == name), None)

    def exclusion(self, name: str) -> Exclusion | None:
        """The exclusion of that name, retired ones included."""
        return next((reason for reason in self.exclusions if reason.name == name), None)

    def per(self, unit: Literal["case", "example"]) -> Iterator[Field]:
        """The fields asked once a case, or once an example."""
        return (field for field in self.fields if field.per == unit)

    @property
    def leading(self) -> Field | None:
        """The field reported as categories: that of the focus, else the first of the examples."""
        named = next((self.field(name) for name in self.focus), None)
        return named or next(self.per("example"), None)

    def covers(self, published: date) -> bool:
        """Whether that day lies within the study's span."""
        return (self.start is None or published >= self.start) and (
            self.end is None or published <= self.end
        )
