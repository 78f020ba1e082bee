"""Codebooks, coded studies and an independent recount for the tests of the report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from db import rules
from db.codebook import Codebook
from db.codebook import file as codebook_file
from db.coding import Coding
from db.quarters import first_day, quarters_between
from db.readings import Reading
from db.records import Release
from db.releases import store
from db.states import Change, Example, State, from_json
from db.study import Study

_HEAD = '[study]\ntitle = "T"\n[[platform]]\nname = "P"\nterms = ["facebook"]\n'
PER_CASE = codebook_file.parse(
    f"""{_HEAD}
[[exclusion]]
key = "1"
name = "no"
[[field]]
name = "crime"
per = "case"
[[field.code]]
key = "1"
name = "theft"
group = "property"
[[field.code]]
key = "2"
name = "arson"
group = "property"
[[report.event]]
name = "A law"
date = 2014-03-31
"""
)
"""Neither span nor focus nor examples: every case is used, and there are no categories."""
CASE_FOCUS = codebook_file.parse(
    f"""{_HEAD}
[[field]]
name = "crime"
per = "case"
required = true
[[field.code]]
key = "1"
name = "theft"
[[field.code]]
key = "0"
name = "none"
counts = false
[[field]]
name = "tool"
per = "example"
[[field.code]]
key = "a"
name = "axe"
group = "sharp"
[[field.code]]
key = "c"
name = "cudgel"
[[report.event]]
name = "A law"
date = 1999-01-01
[report]
focus = {{ crime = "theft" }}
track = {{ tool = "sharp" }}
"""
)
"""The focus is on a field of the case, and only some examples carry a code."""
SECOND = codebook_file.load(Path(__file__).parent / "data" / "second_codebook.toml")
CODEBOOKS = {
    "default": codebook_file.default(),
    "second": SECOND,
    "per case": PER_CASE,
    "focus per case": CASE_FOCUS,
}
STATES = ("KY", "PR", None, "AK")


def study_of(path: Path, codebook: Codebook, releases: int = 24) -> Study:
    """A study with that many releases spread over its span, one before it, one without mention."""
    study = Study.create(path, codebook, coder="ann")
    first = codebook.start or date(2012, 6, 1)
    step = ((codebook.end or date(2016, 6, 1)) - first) / max(1, releases - 1)
    term = codebook.platforms[0].terms[0]
    made = [
        release(n, first + timedelta(days=(n * step).days), f"He used {term}.")
        for n in range(releases)
    ]
    made.append(release(1001, date(1980, 1, 1), f"Long before, {term}."))
    made.append(release(1002, first, "Names none of them."))
    store(study, made, source="test", keep_all=True)
    return study


def release(number: int, published: date, text: str) -> Release:
    """An invented release."""
    return Release(
        uid=f"uid-{number}",
        title=f"Release {number} [DOJ]",
        text=text,
        published=published,
        state=STATES[number % len(STATES)],
    )


def code_at_random(study: Study, reading: Reading, random: Random) -> None:
    """Decide each release anew: exclude, link or code it, in part or in full."""
    coding = Coding(study, reading)
    ids = [row[0] for row in study.connection.execute("select release_id from states")]
    changes: list[Change] = []
    leads: list[int] = []
    for id_ in ids:
        state = _random_state(study.codebook, random, leads)
        if not state.exclusion and not state.relation:
            leads.append(id_)
        changes.append(Change(id_, coding.state(id_), state))
    coding.record("test", changes)


def _random_state(codebook: Codebook, random: Random, leads: Sequence[int]) -> State:
    chance = random.random()
    state = State(flagged=random.random() < 0.2, memo=random.choice(["", "", "a memo"]))
    if chance < 0.1 and codebook.exclusions:
        reasons = [reason for reason in codebook.exclusions if not reason.retired]
        return rules.excluded(state, codebook, random.choice(reasons).name)
    if chance < 0.25 and leads:
        return State(lead=random.choice(leads), relation=random.choice(["update", "duplicate"]))
    if chance < 0.3:
        return state
    for _ in range(random.choice([0, 0, 0, 1, 2])):
        state = rules.with_example(state, random.choice([1, 1, 3]))
    if state.examples and random.random() < 0.3:
        state = rules.with_suspects(state, 1, 2)
    for field in codebook.fields:
        numbers = range(1, 1 + (max(1, len(state.examples)) if field.per == "example" else 1))
        for number in numbers:
            examples = state.examples or (Example(),)
            example = examples[number - 1] if field.per == "example" else Example()
            if rules.asked(field, state, codebook, example) and random.random() < 0.93:
                wanted = codebook.focus.get(field.name, ()) if random.random() < 0.4 else ()
                codes = [
                    c for c in field.codes if not c.retired and (not wanted or c.name in wanted)
                ]
                code = random.choice(codes)
                state = rules.with_code(state, codebook, field.name, code.name, number)
    return state


@dataclass
class Case:
    """A coded case as the recount sees it."""

    id: int
    quarter: str
    state: str | None
    examples: list[tuple[dict[str, str], int]]
    """Codes of example and case together, and the suspects it stands for."""


class Recount:
    """Counts a study again, slowly and from the snapshots alone."""

    def __init__(self, study: Study, reading: Reading) -> None:
        self.book = study.codebook
        self.rows = [
            (row, from_json(row["snapshot"]))
            for row in study.connection.execute(
                "select states.*, releases.state as place from states"
                " join releases on releases.id = release_id where reading_id = ?",
                (reading.id,),
            )
            if self.book.covers(date.fromisoformat(row["published"]))
        ]
        self.cases = [
            Case(row["release_id"], row["quarter"], row["place"], self._examples(state))
            for row, state in self.rows
            if rules.status_of(state, self.book) == "coded"
        ]

    def _examples(self, state: State) -> list[tuple[dict[str, str], int]]:
        if not state.examples:
            return [(dict(state.values), 1)]
        return [({**state.values, **one.values}, one.suspects) for one in state.examples]

    def standing(self, status: str) -> list[int]:
        return [r["release_id"] for r, s in self.rows if rules.status_of(s, self.book) == status]

    def used(self, case: Case) -> list[tuple[dict[str, str], int]]:
        return [one for one in case.examples if not self._useless(one[0])]

    def _useless(self, values: Mapping[str, str]) -> bool:
        for name, code in values.items():
            field = self.book.field(name)
            assert field
            found = field.code(code)
            assert found
            if not found.counts:
                return True
        return False

    def focus(self, case: Case) -> list[tuple[dict[str, str], int]]:
        found = self.used(case)
        for name, codes in self.book.focus.items():
            found = [one for one in found if one[0].get(name) in codes]
        return found

    def base(self, case: Case, field: str) -> list[tuple[dict[str, str], int]]:
        leading = self.book.leading
        return self.used(case) if leading and leading.name == field else self.focus(case)

    def coded(
        self, case: Case, field: str, codes: Sequence[str]
    ) -> list[tuple[dict[str, str], int]]:
        return [one for one in self.base(case, field) if one[0].get(field) in codes]

    def code(self, case: Case, field: str, name: str) -> list[tuple[dict[str, str], int]]:
        found = self.book.field(field)
        assert found
        code = found.code(name)
        assert code
        if not code.counts:
            return [one for one in case.examples if one[0].get(field) == name]
        return self.coded(case, field, [name])

    def group(self, case: Case, field: str, group: str) -> list[tuple[dict[str, str], int]]:
        found = self.book.field(field)
        assert found
        return self.coded(case, field, [c.name for c in found.codes if c.group == group])

    def track(self, case: Case) -> list[tuple[dict[str, str], int]]:
        for field, codes in self.book.track.items():
            return self.coded(case, field, codes)
        return []

    def total(self, field: str, per: str) -> int:
        held = [self.base(case, field) for case in self.cases]
        if per == "case":
            return sum(bool(one) for one in held)
        return sum(suspects for one in held for _, suspects in one)

    def quarters(self) -> list[str]:
        days = sorted(first_day(case.quarter) for case in self.cases)
        first = self.book.start or (days[0] if days else None)
        last = self.book.end or (days[-1] if days else None)
        return quarters_between(first, last) if first and last else []


def cases_and_examples(held: Iterator[list[Any]] | Sequence[list[Any]]) -> tuple[int, int]:
    """How many cases hold anything, and the suspects in all of it."""
    found = [one for one in held if one]
    return len(found), sum(suspects for one in found for _, suspects in one)
