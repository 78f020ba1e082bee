"""Writes the releases on a case: heading and paragraphs, by the stage it has come to."""

from dataclasses import dataclass
from datetime import date

from annotator.demo.dice import Dice
from annotator.demo.grammar import Bank, Template, capitalized
from annotator.demo.introductions import group_words, heading_words
from annotator.demo.stories import Story
from annotator.demo.texts.background import BACKGROUND
from annotator.demo.texts.closings import (
    BOILERPLATE,
    CREDITS,
    QUOTE_KIND,
    QUOTES,
    SAID,
)
from annotator.demo.texts.details import BY_THEME, RECORDS
from annotator.demo.texts.headings import HEADINGS
from annotator.demo.texts.stages import (
    ATTRIBUTIONS,
    COURT,
    FIRST_COURT,
    HISTORY,
    OPENINGS,
    PENALTIES_CLOSED,
    PENALTIES_OPEN,
    PRESUMPTION,
)
from annotator.demo.wording import day_words

_FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_OPEN = ("charged", "indicted")
_ORDERS = tuple(
    tuple(order.split())
    for order in (
        "said facts details background court penalty credits boilerplate",
        "facts details court background penalty said credits boilerplate",
        "facts said details penalty background court boilerplate credits",
        "said facts background details penalty credits boilerplate",
        "credits facts details background court said penalty boilerplate",
        "facts details penalty court credits said background",
        "court facts details said background penalty credits boilerplate",
        "facts background court details credits said penalty",
        "said facts details court said penalty background credits boilerplate",
    )
)
_TERSE = ("facts", "penalty", "credits")


@dataclass(slots=True)
class Draft:
    """A release on a case before the office's habits are laid over it."""

    heading: str
    """In Title Case."""
    paragraphs: list[str]
    blanks: dict[str, str]
    """The facts it was filled from."""


def heading(story: Story, stage: str, dice: Dice) -> str:
    """A heading for that stage of the case."""
    return dice.deal(HEADINGS[stage]).fill(dice, heading_words(story, dice))


class CaseWriter:
    """Writes one release on a case."""

    def __init__(self, story: Story, stage: str, day: date, dice: Dice) -> None:
        self._story, self._stage, self._day, self._dice = story, stage, day, dice
        self._style = story.office.style
        self._blanks = dict(story.blanks)
        self._blanks |= day_words(story, stage, day, dice) | group_words(story)

    def draft(self) -> Draft:
        """Heading and paragraphs."""
        order = _TERSE if self._style.terse else self._dice.deal(_ORDERS)
        paragraphs = [self._opening()]
        if self._day > self._story.published and self._later():
            paragraphs.append(self._fill(HISTORY))
        for part in order:
            paragraphs += getattr(self, f"_{part}")()
        if self._stage in _OPEN:
            paragraphs.append(self._fill(PRESUMPTION))
        return Draft(
            heading(self._story, self._stage, self._dice),
            [capitalized(paragraph) for paragraph in paragraphs if paragraph],
            self._blanks,
        )

    def _later(self) -> bool:
        return self._stage != self._story.stages[0]

    def _fill(self, bank: Bank, more: dict[str, str] | None = None) -> str:
        return self._filled(self._dice.deal(bank), more)

    def _filled(self, template: Template, more: dict[str, str] | None = None) -> str:
        blanks = self._blanks
        blanks["few"] = self._dice.pick(_FEW)
        blanks["few_c"] = self._dice.pick(_FEW).capitalize()
        return template.fill(self._dice, blanks | more if more else blanks)

    def _some(self, bank: Bank, count: int) -> list[str]:
        """Several sentences of a bank."""
        return [capitalized(self._filled(template)) for template in self._dice.hand(bank, count)]

    def _opening(self) -> str:
        text = capitalized(self._fill(OPENINGS[self._stage]))
        return text.replace(",,", ",").replace(",.", ".")

    def _facts(self) -> list[str]:
        story, facts = self._story, self._story.facts
        told = {"facts": facts, "Facts": capitalized(facts)}
        text = capitalized(self._fill(ATTRIBUTIONS[self._stage], told))
        repeat = self._later() and self._dice.chance(0.35)
        if not story.beginning or repeat:
            return [text]
        beginning = capitalized(story.beginning)
        return self._dice.pick(
            (
                [f"{text} {beginning}"],
                [text, beginning],
                [beginning, text],
                [f"{beginning} {text}"],
            )
        )

    def _details(self) -> list[str]:
        found = self._some(BY_THEME[self._story.theme], self._dice.number(0, 4))
        if self._story.theme != "plain" and self._dice.chance(0.7):
            found.insert(0, capitalized(self._fill(RECORDS)))
        if len(found) > 2 and self._dice.chance(0.7):
            return [" ".join(found[:2]), " ".join(found[2:])]
        return [" ".join(found)] if self._dice.chance(0.7) else found

    def _court(self) -> list[str]:
        texts = self._some(COURT[self._stage], self._dice.number(1, 2))
        if self._dice.chance(0.4) or len(self._story.stages) > 1:
            texts.append(capitalized(self._fill(FIRST_COURT)))
        listed = self._listed()
        return [" ".join(texts), *listed]

    def _listed(self) -> list[str]:
        """All others who are charged, a line each."""
        if not self._story.others:
            return []
        lines = ["The other defendants are:"]
        for place, person in enumerate(self._story.others):
            count = f"Count {place % 7 + 1}" if place % 3 else f"Counts Nos. 1 and {place % 7 + 2}"
            lines.append(f"{person.name}, {person.age(self._day)}, of {person.town}: {count}")
        return ["\n".join(lines)]

    def _penalty(self) -> list[str]:
        if self._stage == "sentenced":
            return []
        return [self._fill(PENALTIES_OPEN if self._stage in _OPEN else PENALTIES_CLOSED)]

    def _said(self) -> list[str]:
        kind = QUOTE_KIND.get(self._story.theme, "plain")
        if kind == "plain" and self._dice.chance(0.2):
            return []
        first, second = self._fill(QUOTES[kind]), self._fill(QUOTES["plain"])
        speaker, comma = self._speaker()
        words = {
            "quote": f"{first[:-1]},",
            "quote_": first,
            "second": second,
            "second_": f"{second[:-1]},",
            "speaker": speaker,
            "speaker_": speaker + comma,
        }
        return [self._fill(SAID, words)]

    def _speaker(self) -> tuple[str, str]:
        """Who speaks, and the comma that is due before a verb."""
        blanks, story = self._blanks, self._story
        if self._dice.chance(0.6):
            return blanks["usa"], ""
        agent = story.office.agent(self._day)
        return f"{agent}, special agent in charge of {story.agency} in {blanks['hub']}", ","

    def _background(self) -> list[str]:
        kind = QUOTE_KIND.get(self._story.theme, "plain")
        if kind == "child" and self._story.theme in ("grooming", "trafficking"):
            kind = "contact"
        texts = self._some(BACKGROUND[kind], self._dice.pick((0, 1, 1, 2, 2)))
        if kind != "plain" and self._dice.chance(0.2):
            texts.append(capitalized(self._fill(BACKGROUND["plain"])))
        return texts

    def _credits(self) -> list[str]:
        return [self._fill(CREDITS)]

    def _boilerplate(self) -> list[str]:
        bank = BOILERPLATE.get(self._story.theme)
        return [self._fill(bank)] if bank and self._dice.chance(0.8) else []
