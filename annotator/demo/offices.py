"""The offices that publish: who works there, and what their releases look like."""

from dataclasses import dataclass
from datetime import date

from annotator.demo.dice import Dice
from annotator.demo.people import People
from annotator.demo.places import District, districts

_CHANGE = date(2017, 3, 10)
"""When most U.S. Attorneys of one administration made place for the next."""
_PAIR = {"wdky": 5, "edky": 4}
_SHARES = (8, 3, 6, 4, 7, 5, 2, 9)
"""Focus cases of an office, by turns; Kentucky's two have nine together."""


@dataclass(frozen=True, slots=True)
class Style:
    """Habits of an office."""

    dateline: str
    """With blanks for place and date."""
    who: int
    """How a defendant is introduced: 0 to 3."""
    straight: bool
    """Straight quotation marks."""
    capitals: bool
    """Defendants in capitals at first mention."""
    heading: str
    """"title", "sentence" or "capitals"."""
    terse: bool
    furniture: float
    """How often share buttons or a "follow us" line came along."""
    immediate: bool
    """Opens with "for immediate release"."""
    double_space: bool
    short_months: bool


@dataclass(frozen=True, slots=True)
class Office:
    """A U.S. Attorney's Office."""

    district: District
    style: Style
    attorneys: tuple[str, str]
    """Before and after the change."""
    agents: tuple[str, str]
    """Special agents in charge, likewise."""
    judges: tuple[str, ...]
    magistrates: tuple[str, ...]
    assistants: tuple[str, ...]
    press: str
    """Public information officer."""

    def attorney(self, day: date) -> tuple[str, str]:
        """Title and name of the U.S. Attorney on that day."""
        name = self.attorneys[day >= _CHANGE]
        acting = _CHANGE <= day < date(2017, 9, 1)
        return ("Acting U.S. Attorney" if acting else "U.S. Attorney"), name

    def agent(self, day: date) -> str:
        """The special agent in charge on that day."""
        return self.agents[day >= _CHANGE]


_DATELINES = (
    "{SEAT}, {st} – ",
    "{SEAT}, {st} – ",
    "{SEAT}, {STATE} – ",
    "{SEAT} – ",
    "{seat}, {state} – ",
    "{SEAT}, {st}—",
    "{SEAT}, {st} ({date}) – ",
    "",
    "",
)


def offices(dice: Dice, people: People) -> list[Office]:
    """All offices of the practice study, staffed."""
    return [
        Office(
            district=district,
            style=_style(dice),
            attorneys=(people.official(), people.official()),
            agents=(people.official(), people.official()),
            judges=tuple(people.official() for _ in range(3)),
            magistrates=tuple(people.official() for _ in range(2)),
            assistants=tuple(people.official() for _ in range(5)),
            press=people.official(),
        )
        for district in districts()
    ]


def focus_offices(offices: list[Office], count: int, dice: Dice) -> list[Office]:
    """The office of each focus case: some have many, some few."""
    cards: list[Office] = []
    others = [office for office in offices if office.district.slug not in _PAIR]
    for office in offices:
        cards += [office] * _PAIR.get(office.district.slug, 0)
    order = dice.shuffled(others)
    turn = 0
    while len(cards) < count:
        for number, office in enumerate(order):
            cards += [office] * (_SHARES[number % len(_SHARES)] if turn == 0 else 1)
        turn += 1
    return dice.shuffled(cards[:count])


def _style(dice: Dice) -> Style:
    return Style(
        dateline=dice.deal(_DATELINES),
        who=dice.pick((0, 0, 0, 0, 1, 1, 2, 3)),
        straight=dice.chance(0.25),
        capitals=dice.chance(0.12),
        heading=dice.pick(("title",) * 7 + ("sentence",) * 2 + ("capitals",)),
        terse=dice.chance(0.12),
        furniture=dice.pick((0.05, 0.2, 0.4, 0.7)),
        immediate=dice.chance(0.15),
        double_space=dice.chance(0.1),
        short_months=dice.chance(0.4),
    )
