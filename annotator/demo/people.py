"""Invented people, no name twice."""

from dataclasses import dataclass
from datetime import date, timedelta

from annotator.demo.dice import Dice
from annotator.demo.names import MEN, SURNAMES, WOMEN

_INITIALS = "ABCDEFGHJKLMNPRSTVW"
_MALE = {"he": "he", "him": "him", "his": "his", "himself": "himself", "man": "man"}
_FEMALE = {"he": "she", "him": "her", "his": "her", "himself": "herself", "man": "woman"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a release."""

    given: str
    last: str
    junior: str
    """" Jr." or nothing."""
    female: bool
    born: date
    town: str
    county: str

    @property
    def name(self) -> str:
        """As first named: "Todd R. Wickersham"."""
        return f"{self.given} {self.last}{self.junior}"

    def age(self, day: date) -> int:
        """Years on that day."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def words(self, number: str = "") -> dict[str, str]:
        """Pronouns and names for the blanks of a sentence: `Last2` for the second person."""
        pronouns = _FEMALE if self.female else _MALE
        found = {f"{word}{number}": form for word, form in pronouns.items()}
        found |= {
            f"{word.capitalize()}{number}": found[f"{word}{number}"].capitalize()
            for word in ("he", "his")
        }
        return found | {f"Name{number}": self.name, f"Last{number}": self.last}


class People:
    """Makes people."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._used: set[tuple[str, str]] = set()

    def official(self) -> str:
        """Full name of somebody in office."""
        given, last = self._name(female=self._dice.chance(0.35))
        return f"{given} {last}"

    def suspect(self, day: date, home: tuple[str, str], *, female_share: float) -> Person:
        """A grown person who lives there."""
        female = self._dice.chance(female_share)
        given, last = self._name(female=female)
        junior = " Jr." if not female and self._dice.chance(0.04) else ""
        age = self._dice.number(19, 44) + self._dice.number(0, 1) * self._dice.number(0, 24)
        born = day - timedelta(days=int(365.25 * age) + self._dice.number(10, 330))
        return Person(given, last, junior, female, born, *home)

    def _name(self, *, female: bool) -> tuple[str, str]:
        """A given name, often with an initial, and a surname."""
        while True:
            given = self._dice.pick(WOMEN if female else MEN)
            if self._dice.chance(0.6):
                given = f"{given} {self._dice.pick(_INITIALS)}."
            last = self._dice.deal(SURNAMES)
            if (given, last) not in self._used:
                self._used.add((given, last))
                return given, last
