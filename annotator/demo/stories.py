"""A case with its people, its charge and its facts, told anew in each of its releases."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from annotator.demo.blanks import story_blanks
from annotator.demo.charges import Charge, charges
from annotator.demo.dice import Dice
from annotator.demo.offices import Office
from annotator.demo.people import People, Person
from annotator.demo.plan import CasePlan
from annotator.demo.scenarios import Scenario
from annotator.demo.texts import focus, others
from annotator.demo.texts.origins import origin_bank
from annotator.demo.texts.passing import PASSING
from annotator.demo.texts.unused import UNUSED

_FEMALE_SHARE = {"child-exploitation": 0.07, "fraud": 0.35, "not-used": 0.25}
_ONE_USE = {
    "images": focus.IMAGES,
    "grooming": focus.GROOMING,
    "trafficking": focus.TRAFFICKING,
}
_SEVERAL_USES = {
    ("images", "images"): focus.IMAGES_PAIR,
    ("images", "images", "images"): focus.IMAGES_TRIPLE,
    ("images", "grooming"): focus.MIXED,
    ("trafficking", "trafficking"): focus.TRAFFICKING_PAIR,
}


@dataclass(slots=True, eq=False)
class Story:
    """Everything about a case that stays the same from release to release."""

    office: Office
    scenario: Scenario
    theme: str
    """Which sentences suit it: "images", "fraud" …"""
    origin: str
    defendants: tuple[Person, ...]
    charge: Charge
    agency: str
    published: date
    blanks: dict[str, str]
    facts: str
    beginning: str
    """The sentence that tells how the investigation began; empty where none does."""
    docket: str
    months: tuple[int, ...]
    """What each defendant is, or will be, sentenced to."""
    memo: str = ""
    stages: list[str] = field(default_factory=list)
    """Of its lead and updates, in order."""
    others: tuple[Person, ...] = ()
    """Charged with the defendants, and only listed."""


@dataclass(frozen=True, slots=True)
class _Outline:
    """What is decided before anybody has a name."""

    published: date
    category: str
    scenario: Scenario
    theme: str
    origin: str
    memo: str = ""


def story(case: CasePlan, office: Office, people: People, dice: Dice) -> Story:
    """The story of a planned case."""
    scenario, theme, memo = _scenario(case, dice)
    origin = case.origin or dice.pick(scenario.origins)
    outline = _Outline(case.published, case.category, scenario, theme, origin, memo)
    return _told(outline, office, people, dice)


def passing_story(published: date, office: Office, people: People, dice: Dice) -> Story:
    """The story of a case in which the platform has no part."""
    scenario = dice.deal(PASSING)
    origin = dice.pick(scenario.origins)
    return _told(_Outline(published, "not-used", scenario, "plain", origin), office, people, dice)


def _scenario(case: CasePlan, dice: Dice) -> tuple[Scenario, str, str]:
    """What happened, the sentences that suit it, and the analyst's memo."""
    if case.category == "not-used":
        return dice.deal(UNUSED), "plain", ""
    if len(case.modes) > 1:
        return dice.deal(_SEVERAL_USES[case.modes]), case.modes[0], "One example per suspect."
    if case.modes:
        return _focus_scenario(case.modes[0], case.origin, dice)
    bank = others.FRAUD_PAIR if case.examples == 2 else others.BY_CATEGORY[case.category]
    chosen = dice.deal(bank)
    memo = f"Other offense: {charges()[chosen.charge].name}." if bank is others.OTHER else ""
    return chosen, case.category, memo


def _focus_scenario(mode: str, origin: str, dice: Dice) -> tuple[Scenario, str, str]:
    """Likewise, for one suspect of a focus case; an officer may have played the minor."""
    if mode == "grooming" and origin == "undercover":
        return dice.deal(focus.GROOMING_UNDERCOVER), "grooming-undercover", ""
    if mode == "grooming" and dice.chance(0.18):
        memo = "Images are charged, but Facebook only served to recruit: grooming."
        return dice.deal(focus.GROOMING_RULE), mode, memo
    if mode == "images" and origin != "undercover" and dice.chance(0.3):
        return dice.deal(focus.IMAGES_MINOR), mode, ""
    return dice.deal(_ONE_USE[mode]), mode, ""


def _told(outline: _Outline, office: Office, people: People, dice: Dice) -> Story:
    published, scenario, theme = outline.published, outline.scenario, outline.theme
    charge = charges()[scenario.charge]
    share = _FEMALE_SHARE.get(outline.category, 0.15)
    homes = dice.sample(office.district.towns, 3)
    defendants = tuple(
        people.suspect(published, homes[dice.number(0, number)], female_share=share)
        for number in range(scenario.people)
    )
    agency = dice.pick(charge.agencies)
    blanks = story_blanks(published, office, defendants, agency, homes, theme, dice)
    beginning = ""
    if outline.origin != "not-stated" and not scenario.told:
        beginning = dice.deal(origin_bank(outline.origin, theme)).fill(dice, blanks)
    return Story(
        office=office,
        scenario=scenario,
        theme=theme,
        origin=outline.origin,
        defendants=defendants,
        charge=charge,
        agency=agency,
        published=published,
        blanks=blanks,
        facts=scenario.facts.fill(dice, blanks),
        beginning=beginning,
        docket=f"{dice.number(1, 6)}:{published:%y}-cr-{dice.number(11, 460):05}",
        months=_months(charge, len(defendants), dice),
        memo=outline.memo,
        others=_others(published, theme, homes, people, dice),
    )


def _months(charge: Charge, count: int, dice: Dice) -> tuple[int, ...]:
    """Sentences, the first the longest; long ones usually in whole years."""
    found = []
    for number in range(count):
        months = dice.number(charge.low, charge.high) * (10 - 2 * number) // 10
        if months > 60 and dice.chance(0.6):
            months = months // 12 * 12
        found.append(max(months, 12 * charge.least))
    return tuple(sorted(found, reverse=True))


def _others(
    published: date,
    theme: str,
    homes: Sequence[tuple[str, str]],
    people: People,
    dice: Dice,
) -> tuple[Person, ...]:
    """Those who are only listed, in the large cases."""
    if theme != "gang" or not dice.chance(0.6):
        return ()
    count = 150 if dice.chance(0.3) else dice.number(6, 40)
    day = published - timedelta(days=1)
    return tuple(people.suspect(day, dice.pick(homes), female_share=0.1) for _ in range(count))
