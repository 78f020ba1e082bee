"""Which cases and other releases there are, and when: everything but their words.

The counts are those of the study published in 2020; chance only decides how they are spread.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from annotator.demo.calendar import next_workday, workdays
from annotator.demo.decks import Decks
from annotator.demo.dice import Dice
from annotator.demo.quarters import Quarter, quarters
from annotator.demo.sitting import FIRST_DAY, SITTING, days

Kind = Literal["lead", "update", "duplicate", "excluded"]

UPDATES, SECOND_UPDATES, DUPLICATES = 112, 30, 98
"""Cases with one update at least, those of them with two, and duplicates, before the sitting."""
_LAST_DAY = date(2019, 11, 22)
"""After it come only the releases of the first sitting."""
_EXCLUDED_BY_YEAR = (30, 34, 38, 42, 46, 50, 53)


@dataclass(slots=True, eq=False)
class CasePlan:
    """A case before it has a story."""

    published: date
    """When its lead is published."""
    category: str
    modes: tuple[str, ...] = ()
    """Of a focus case: the mode of each example."""
    origin: str = ""
    """Of a focus case; that of others comes with their story."""
    examples: int = 1
    updates: list[date] = field(default_factory=list)
    duplicated: bool = False


@dataclass(slots=True, eq=False)
class Entry:
    """A release before it is written."""

    published: date
    order: float
    """Place among the releases of its day."""
    kind: Kind
    case: CasePlan | None = None
    reason: str = ""
    """Why it is excluded."""


def plan(dice: Dice) -> list[Entry]:
    """All releases in order of date; those of the first sitting are the last."""
    decks = Decks(dice)
    sitting = list(_sitting(decks))
    leads = [entry for quarter in quarters() for entry in _leads(quarter, decks, dice)]
    cases = [entry.case for entry in leads if entry.case]
    _pair_of_frauds(cases, dice)
    rest = [*leads, *_excluded(decks, dice), *_updates(cases, dice), *_duplicates(cases, dice)]
    rest.sort(key=lambda entry: (entry.published, entry.order))
    open_cases = [
        case
        for case in cases
        if not case.updates and date(2018, 3, 1) <= case.published <= date(2019, 9, 30)
    ]
    return rest + list(_completed(sitting, dice.shuffled(open_cases)))


def _sitting(decks: Decks) -> Iterator[Entry]:
    """The last releases, their links still open."""
    for order, (published, (kind, *what)) in enumerate(zip(days(), SITTING, strict=True)):
        entry = Entry(published, order, "lead")
        if kind == "excluded":
            entry.kind, entry.reason = "excluded", what[0]
            decks.reasons.remove(what[0])
        elif kind in ("update", "duplicate"):
            entry.kind = "update" if kind == "update" else "duplicate"
        elif kind == "focus":
            entry.case = CasePlan(published, "child-exploitation", tuple(what[0].split("+")))
            entry.case.origin = decks.take(entry.case.modes, what[1])
            entry.case.examples = len(entry.case.modes)
        else:
            entry.case = CasePlan(published, kind)
        yield entry


def _completed(sitting: list[Entry], open_cases: list[CasePlan]) -> Iterator[Entry]:
    """The sitting with its updates and duplicates linked: a duplicate to the lead before it."""
    latest = None
    for entry in sitting:
        if entry.kind == "lead":
            latest = entry.case
        elif entry.kind == "duplicate":
            entry.case = latest
        elif entry.kind == "update":
            entry.case = open_cases.pop()
            entry.case.updates.append(entry.published)
        yield entry


def _leads(quarter: Quarter, decks: Decks, dice: Dice) -> Iterator[Entry]:
    """The cases of a quarter, without those of the sitting."""
    last = min(quarter.last, _LAST_DAY)
    open_days = workdays(quarter.first, last)
    final = quarter.last > last
    categories = decks.categories(quarter, final=final)
    for modes, origin in decks.focus(quarter, final=final):
        case = CasePlan(dice.pick(open_days), "child-exploitation", modes, origin, len(modes))
        yield Entry(case.published, dice.number(0, 999), "lead", case)
    for category in categories:
        case = CasePlan(dice.pick(open_days), category)
        yield Entry(case.published, dice.number(0, 999), "lead", case)


def _pair_of_frauds(cases: list[CasePlan], dice: Dice) -> None:
    """One case outside the focus has two examples."""
    dice.pick([case for case in cases if case.category == "fraud"]).examples = 2


def _updates(cases: list[CasePlan], dice: Dice) -> Iterator[Entry]:
    """Later steps of some cases: weeks to two years after the lead."""
    early = [case for case in cases if case.published < date(2019, 9, 1)]
    for number, case in enumerate(dice.sample(early, UPDATES)):
        steps = 2 if number < SECOND_UPDATES else 1
        room = min(730, (_LAST_DAY - case.published).days - 3)
        part = room // steps
        for step in range(steps):
            after = step * part + dice.number(min(21, part // 2), part)
            day = next_workday(case.published + timedelta(days=after))
            case.updates.append(day)
            yield Entry(day, dice.number(0, 999), "update", case)


def _duplicates(cases: list[CasePlan], dice: Dice) -> Iterator[Entry]:
    """Second releases on one announcement: on the same day or soon after."""
    early = [case for case in cases if case.published < _LAST_DAY - timedelta(days=8)]
    for case in dice.sample(early, DUPLICATES):
        case.duplicated = True
        day = next_workday(case.published + timedelta(days=dice.pick((0, 0, 0, 0, 1, 1, 2, 3))))
        yield Entry(day, dice.number(1000, 1999), "duplicate", case)


def _excluded(decks: Decks, dice: Dice) -> Iterator[Entry]:
    """Releases that are no part of a study, in every year a few more."""
    reasons = iter(dice.shuffled(decks.reasons))
    for year, count in enumerate(_EXCLUDED_BY_YEAR, start=2013):
        open_days = workdays(date(year, 1, 2), min(date(year, 12, 31), _LAST_DAY))
        for _ in range(count):
            yield Entry(dice.pick(open_days), dice.number(0, 999), "excluded", reason=next(reasons))


assert FIRST_DAY > _LAST_DAY
