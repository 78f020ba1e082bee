"""What a report says, as plain records. `docs/report.md` defines every number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from db.report.filter import EVERYTHING, ReportFilter
from db.report.kinds import Of
from db.report.placing import Placing
from db.report.rates import Denominator
from db.report.trends import YearCount

NOT_STATED = "not-stated"
"""Name of the code by which a field says that the release is silent on it."""

Interval = tuple[float, float]
"""Lower and upper end, 95 %."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Which study, and whose reading of it."""

    title: str
    start: date | None
    end: date | None
    coder: str
    number: int
    """Number of the pass."""
    codebook: str
    """Hash of the codebook that the counts follow."""
    leading: str
    """Label of the field reported as categories; "" without fields."""
    focus: str
    """Labels of the focus codes; "" without a focus."""
    track: str
    """Label of the measure compared around events; "" where it is the focus itself."""
    chosen: ReportFilter = EVERYTHING
    filtered: str = ""
    """The filter in words; "" without one."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the releases stand."""

    uncoded: int
    excluded: int
    linked: int
    coded: int
    flagged: int
    """Of all those above."""
    outside_span: int
    """Stored, but dated outside the span: not among the releases."""
    without_mention: int
    """Stored, but naming no platform: not among the releases."""

    @property
    def releases(self) -> int:
        """All that are to be read: inside the span, naming a platform."""
        return self.uncoded + self.excluded + self.linked + self.coded


@dataclass(frozen=True, slots=True)
class Stage:
    """A step on the way from the releases to the cases in focus."""

    name: Literal["collected", "cases", "used", "focus"]
    count: int
    examples: int | None = None
    """Suspects' uses in these cases; None where none are counted yet."""

    @property
    def unit(self) -> Literal["release", "case"]:
        """What is counted."""
        return "release" if self.name == "collected" else "case"


@dataclass(frozen=True, slots=True)
class ExclusionCount:
    """How many releases were excluded for one reason."""

    name: str
    label: str
    releases: int


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How often a code, or a group of codes, was given."""

    name: str
    label: str
    cases: int
    """Cases with at least one such example, or coded so themselves."""
    examples: int
    """Such examples, each as many times as it stands for suspects."""
    share: float
    """Of the field's total: of examples, or of cases where the field is per case."""
    interval: Interval | None
    """Wilson's, of the share; None where the total is zero or the code does not count."""
    group: str | None = None
    counts: bool = True
    retired: bool = False


@dataclass(frozen=True, slots=True)
class FieldCount:
    """The counts of one field."""

    name: str
    label: str
    per: Literal["case", "example"]
    total: int
    """What the shares are of: examples or cases."""
    codes: tuple[CodeCount, ...]
    groups: tuple[CodeCount, ...]

    def part(self, code: CodeCount) -> int:
        """How many of the total have a code: examples, or cases."""
        return code.examples if self.per == "example" else code.cases

    @property
    def stated(self) -> int | None:
        """How many of the total have a code that says something; None without "not stated"."""
        if all(code.name != NOT_STATED for code in self.codes):
            return None
        return sum(self.part(c) for c in self.codes if c.counts and c.name != NOT_STATED)

    def share_of_stated(self, code: CodeCount) -> float | None:
        """A code's or group's share of those that say something; None where it has none."""
        if not self.stated or not code.counts or code.name == NOT_STATED:
            return None
        return self.part(code) / self.stated


@dataclass(frozen=True, slots=True)
class QuarterCount:
    """One quarter, by the dates of the lead releases."""

    quarter: str
    cases: int
    used: int
    focus: int
    """Cases in focus."""
    examples: int
    """Examples in focus."""
    track: int | None
    """Cases with the tracked measure; None where the codebook tracks none."""
    categories: dict[str, int]
    """Cases by code of the leading field."""
    groups: dict[str, dict[str, int]]
    """Cases by field and group."""


@dataclass(frozen=True, slots=True)
class Period:
    """The quarters on one side of an event."""

    quarters: int
    cases: int

    @property
    def mean(self) -> float | None:
        """Cases a quarter; None without a quarter."""
        return self.cases / self.quarters if self.quarters else None


@dataclass(frozen=True, slots=True)
class MovedEvent:
    """What the comparison would be had the event been in another quarter."""

    by: int
    """Quarters later; negative: earlier."""
    rate_ratio: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class EventCount:
    """The tracked measure before and after a day."""

    name: str
    date: date
    measure: Literal["track", "focus"]
    before: Period
    after: Period
    rate_ratio: float | None
    """Mean after, divided by the mean before; None where that is undefined."""
    interval: tuple[float, float | None] | None
    """Exact 95 % interval of the ratio; the upper end None: infinite."""
    p: float | None
    """Two-sided exact p-value of equal rates."""
    moved: tuple[MovedEvent, ...] = ()
    """The same with the event two quarters and one quarter earlier, and later."""


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """Cases by the state in which they lie."""

    state: str | None
    """Postal abbreviation; None where the release tells none."""
    focus: int
    cases: int


@dataclass(frozen=True, slots=True)
class Report:
    """All counts of one reading at one moment."""

    heading: Heading
    progress: Progress
    funnel: tuple[Stage, ...]
    exclusions: tuple[ExclusionCount, ...]
    links: dict[str, int]
    """Linked releases by relation."""
    categories: FieldCount | None
    """The leading field, over all cases; None where the codebook has none."""
    fields: tuple[FieldCount, ...]
    """The other fields, within the focus."""
    quarters: tuple[QuarterCount, ...]
    events: tuple[EventCount, ...]
    places: tuple[PlaceCount, ...]
    placing: Placing | None = None
    """How the cases were placed, where that was asked for."""
    years: tuple[YearCount, ...] = ()
    numbers: Mapping[str, Mapping[Of, int]] = field(default_factory=dict)
    """Cases of every number, by quarter: what `series` reads."""
    denominator: Denominator | None = None
    """What the cases of each quarter are divided by, where something was given."""
    stored: Mapping[str, int] = field(default_factory=dict)
    """Releases stored, by quarter, whether or not they name a platform; empty where each does."""

    def stage(self, name: str) -> Stage:
        """The stage of that name."""
        return next(stage for stage in self.funnel if stage.name == name)

    def series(self, of: Of) -> list[tuple[str, int]]:
        """The cases that a number counts, quarter by quarter."""
        return [(one.quarter, self.numbers[one.quarter].get(of, 0)) for one in self.quarters]
