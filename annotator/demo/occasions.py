"""Writes the releases that are left out: speeches, campaigns, round-ups, settlements."""

from datetime import date, timedelta

from annotator.demo.blanks import office_blanks
from annotator.demo.calendar import next_workday, weekday, written
from annotator.demo.dice import Dice
from annotator.demo.grammar import Template, capitalized
from annotator.demo.occasion import Occasion
from annotator.demo.offices import Office
from annotator.demo.people import People
from annotator.demo.sitting import FIRST_DAY
from annotator.demo.texts.excluded import (
    CONFERENCES,
    OCCASIONS,
    PARTNERS,
    SCAMS,
    SPANISH,
    TOPICS,
    VENUES,
)
from annotator.demo.titles import titled
from annotator.demo.writer import Draft

_HOURS = ("10 a.m.", "6:30 p.m.", "7 p.m.", "noon", "2 p.m.")
_FEW = ("two", "three", "four", "five", "six", "seven")
BY_REASON: dict[str, tuple[Occasion, ...]] = {
    reason: tuple(
        occasion
        for occasion in OCCASIONS
        if occasion.reason == reason
        for _ in range(occasion.weight)
    )
    for reason in sorted({occasion.reason for occasion in OCCASIONS})
}
"""Occasions by their exclusion, each as often as it weighs."""


def occasion_draft(
    reason: str, day: date, office: Office, people: People, dice: Dice
) -> tuple[Draft, str]:
    """A release on some occasion, and the analyst's memo on it."""
    occasion = dice.deal(BY_REASON[reason])
    while day >= FIRST_DAY and occasion is SPANISH:  # a newcomer need not know Spanish
        occasion = dice.deal(BY_REASON[reason])
    blanks = _blanks(day, office, people, dice)
    start = dice.deal(occasion.starts)
    heading = dice.deal(start.titles).fill(dice, blanks)
    middles = _some(occasion, dice)
    middles.insert(dice.number(0, len(middles)), dice.deal(occasion.mentions))
    body = [start.opening.fill(dice, blanks)]
    for template in middles:
        blanks["few"] = dice.pick(_FEW)
        body.append(template.fill(dice, blanks))
    body.append(dice.deal(occasion.ends).fill(dice, blanks))
    return Draft(heading, [capitalized(text) for text in body], blanks), occasion.memo


def _some(occasion: Occasion, dice: Dice) -> list[Template]:
    """Some of the middle paragraphs."""
    count = min(dice.number(occasion.least, occasion.most), len(occasion.middles))
    return dice.hand(occasion.middles, count)


def _blanks(day: date, office: Office, people: People, dice: Dice) -> dict[str, str]:
    home = dice.pick(office.district.towns)
    seat = dice.pick(office.district.seats)
    blanks = office_blanks(day, office, home, seat, dice)
    topic, partner, scam = dice.deal(TOPICS), dice.deal(PARTNERS), dice.deal(SCAMS)
    name = people.official()
    agency = dice.pick(("the FBI", "Homeland Security Investigations"))
    assistant = dice.pick(office.assistants)
    short = office.style.short_months
    return blanks | {
        "day_": dice.pick((" today", " today", f" on {weekday(day)}", " this week")),
        "later": written(next_workday(day + timedelta(days=dice.number(6, 40))), short=short),
        "earlier_date": written(day - timedelta(days=dice.number(1, 6)), short=short),
        "hour": dice.pick(_HOURS),
        "topic": topic,
        "topic_h": titled(topic.removeprefix("the ")),
        "partner": partner,
        "partner_c": capitalized(partner),
        "partner_h": titled(partner.removeprefix("the ")),
        "scam": scam,
        "scam_h": titled(scam),
        "venue": f"{dice.pick(VENUES)} in {home[0]}",
        "school": f"{home[0]} {dice.pick(('Middle', 'High', 'Elementary'))} School",
        "conference": dice.deal(CONFERENCES),
        "office_h": f"U.S. Attorney’s Office in {seat}",
        "new_name": name,
        "new_last": name.split()[-1],
        "ausa": f"Assistant U.S. Attorney {assistant}",
        "ausa_name": assistant,
        "agency": agency,
        "agency_c": capitalized(agency),
        "agency_h": agency.removeprefix("the "),
        "congress": "the Department",
        "few_tens": str(dice.number(12, 58)),
    }
