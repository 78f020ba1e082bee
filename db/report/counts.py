"""Counts of cases by field, quarter and state, added up from the kinds of case."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from db.codebook import Code, Codebook, Field
from db.quarters import first_day, quarters_between
from db.report.cases import Cases
from db.report.kinds import CASES, FOCUS, TRACK, USED, Of
from db.report.records import CodeCount, FieldCount, PlaceCount, QuarterCount, Stage
from db.statistics import wilson


class Counts:
    """How many cases, and examples in them, each number counts: in all, by quarter, by state."""

    def __init__(self, cases: Cases) -> None:
        kinds_of_quarter: defaultdict[str, dict[int, int]] = defaultdict(dict)
        kinds_of_state: defaultdict[str | None, dict[int, int]] = defaultdict(dict)
        for quarter, kind, count in cases.by_quarter():
            kinds_of_quarter[quarter][kind] = kinds_of_quarter[quarter].get(kind, 0) + count
        for state, kind, count in cases.by_state():
            kinds_of_state[state][kind] = kinds_of_state[state].get(kind, 0) + count
        self._kinds_of_state = kinds_of_state
        self._scope = cases.scope
        self._numbers = cases.numbers
        self.cases: Counter[Of] = Counter()
        self.examples: Counter[Of] = Counter()
        self.cases_in: dict[str, Counter[Of]] = {}
        self.examples_in: dict[str, Counter[Of]] = {}
        for quarter, kinds in kinds_of_quarter.items():
            self._add_up(quarter, kinds)

    def _add_up(self, quarter: str, kinds: Mapping[int, int]) -> None:
        cases: dict[Of, int] = defaultdict(int)
        examples: dict[Of, int] = defaultdict(int)
        for kind, count in kinds.items():
            for of, suspects in self._numbers(kind).items():
                cases[of] += count
                examples[of] += count * suspects
        self.cases_in[quarter], self.examples_in[quarter] = Counter(cases), Counter(examples)
        self.cases.update(cases)
        self.examples.update(examples)

    def stages(self, releases: int) -> tuple[Stage, ...]:
        """The way from the releases to the cases in focus."""
        return (
            Stage("collected", releases),
            Stage("cases", self.cases[CASES]),
            Stage("used", self.cases[USED], self.examples[USED]),
            Stage("focus", self.cases[FOCUS], self.examples[FOCUS]),
        )

    def field(self, field: Field, codebook: Codebook) -> FieldCount:
        """A field's codes and groups, with their shares of what the field is counted in."""
        base = USED if field is codebook.leading else FOCUS
        total = (self.cases if field.per == "case" else self.examples)[base]

        def count(of: Of, label: str, code: Code | None = None) -> CodeCount:
            cases, examples = self.cases[of], self.examples[of]
            part = cases if field.per == "case" else examples
            counts = code is None or code.counts
            return CodeCount(
                name=of.name,
                label=label,
                cases=cases,
                examples=examples,
                share=part / total if counts and total else 0.0,
                interval=wilson(part, total) if counts else None,
                group=code.group if code else None,
                counts=counts,
                retired=code.retired if code else False,
            )

        return FieldCount(
            name=field.name,
            label=field.label,
            per=field.per,
            total=total,
            codes=tuple(
                count(Of("code", field.name, code.name), code.label, code) for code in field.codes
            ),
            groups=tuple(count(Of("group", field.name, group), group) for group in field.groups),
        )

    def quarters(self, codebook: Codebook) -> tuple[QuarterCount, ...]:
        """Every quarter of the span, or from the first case to the last, without gaps."""
        return tuple(self._quarter(name, codebook) for name in self.span)

    @property
    def span(self) -> Sequence[str]:
        """The quarters that are listed."""
        days = sorted(first_day(quarter) for quarter in self.cases_in)
        first = self._scope.start or (days[0] if days else None)
        last = self._scope.end or (days[-1] if days else None)
        return quarters_between(first, last) if first and last and first <= last else []

    def _quarter(self, name: str, codebook: Codebook) -> QuarterCount:
        none: Counter[Of] = Counter()
        cases, examples = self.cases_in.get(name, none), self.examples_in.get(name, none)
        leading = codebook.leading
        return QuarterCount(
            quarter=name,
            cases=cases[CASES],
            used=cases[USED],
            focus=cases[FOCUS],
            examples=examples[FOCUS],
            track=cases[TRACK] if codebook.track else None,
            categories={
                code.name: cases[Of("code", leading.name, code.name)] for code in leading.codes
            }
            if leading
            else {},
            groups={
                field.name: {group: cases[Of("group", field.name, group)] for group in field.groups}
                for field in codebook.fields
                if field.groups
            },
        )

    def places(self) -> tuple[PlaceCount, ...]:
        """Cases by state: most in focus first, those that tell no state last."""
        cases: Counter[str | None] = Counter()
        focus: Counter[str | None] = Counter()
        for state, kinds in self._kinds_of_state.items():
            for kind, count in kinds.items():
                cases[state] += count
                if FOCUS in self._numbers(kind):
                    focus[state] += count
        found = [PlaceCount(state, focus[state], cases[state]) for state in cases]
        return tuple(
            sorted(found, key=lambda p: (p.state is None, -p.focus, -p.cases, p.state or ""))
        )
