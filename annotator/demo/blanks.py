"""The facts that fill the blanks of sentences."""

from collections.abc import Sequence
from datetime import date, timedelta

from annotator.demo.calendar import in_spanish, month, month_and_year, written
from annotator.demo.dice import Dice
from annotator.demo.grammar import capitalized
from annotator.demo.names import ALIASES
from annotator.demo.offices import Office
from annotator.demo.people import Person
from annotator.demo.places import District, districts
from annotator.demo.texts.origins import COMPLAINANTS, MATTERS, SIGNS

_FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_MINORS = (
    "a 14-year-old girl",
    "a 13-year-old girl",
    "a 15-year-old boy",
    "a minor of fifteen",
    "a child of twelve",
    "a 14-year-old from {other_state}",
    "a minor in another state",
)
_TEENS = ("thirteen", "fourteen", "fifteen")


def office_blanks(
    day: date, office: Office, home: tuple[str, str], seat: str, dice: Dice
) -> dict[str, str]:
    """Places, officials and figures for a release of that office on that day."""
    district = office.district
    title, attorney = office.attorney(day)
    town, county = home
    other = next(other for other, _ in district.towns if other != town)
    return {
        "district": district.full,
        "district_h": district.full,
        "office": f"U.S. Attorney’s Office for the {district.full}",
        "office_short": f"U.S. Attorney’s Office in {seat}",
        "court": f"U.S. District Court in {seat}",
        "seat": seat,
        "state": district.state,
        "st": district.abbreviation,
        "hub": district.hub,
        "town": town,
        "other_town": dice.pick([name for name, _ in district.towns if name != town] or [other]),
        "other_state": _other_state(district, dice),
        "county": district.county(county),
        "local": f"the {town} Police Department",
        "local_c": f"The {town} Police Department",
        "deputies": district.deputies(county),
        "deputies_c": capitalized(district.deputies(county)),
        "taskforce": f"the {district.state} Internet Crimes Against Children Task Force",
        "taskforce_c": f"The {district.state} Internet Crimes Against Children Task Force",
        "usa": f"{title} {attorney}",
        "usa_name": attorney,
        "usa_last": attorney.split()[-1],
        "judge": f"U.S. District Judge {dice.pick(office.judges)}",
        "magistrate": f"U.S. Magistrate Judge {dice.pick(office.magistrates)}",
        "press": office.press,
        "date": written(day, short=office.style.short_months),
        "date_es": in_spanish(day + timedelta(days=9)),
        "month": month_and_year(day - timedelta(days=31)),
        "few": dice.pick(_FEW),
        "few_c": dice.pick(_FEW).capitalize(),
        "few_tens": str(dice.number(12, 58)),
        "few_tens_c": f"Some {dice.number(12, 58)}",
        "few_tens_h": str(dice.number(12, 58)),
        "number_two_c": dice.pick(("Two", "Three")),
        "files": str(dice.number(24, 640)),
        "grams": str(dice.number(40, 900)),
        "n": str(dice.number(60, 480)),
        "money": _money(dice),
        "sum": f"${dice.number(11, 390) * 100:,}",
        "phone": f"{dice.number(10, 99)}",
    }


def story_blanks(
    day: date,
    office: Office,
    defendants: Sequence[Person],
    agency: str,
    homes: Sequence[tuple[str, str]],
    theme: str,
    dice: Dice,
) -> dict[str, str]:
    """What stays the same in every release on a case that was announced on that day."""
    home = (defendants[0].town, defendants[0].county)
    seat = dice.pick(office.district.seats)
    found = office_blanks(day, office, home, seat, dice)
    for number, person in enumerate(defendants, start=1):
        found |= person.words("" if number == 1 else str(number))
    assistant = dice.pick(office.assistants)
    found |= {
        "age": str(defendants[0].age(day)),
        "agency": agency,
        "agency_c": capitalized(agency),
        "home": f"{home[0]}, {office.district.state}",
        "alias": dice.deal(ALIASES),
        "few_teen": dice.pick(_TEENS),
        "a_minor_age": dice.pick(("a girl of thirteen", "a 14-year-old girl", "a boy of fourteen")),
        "ausa": f"Assistant U.S. Attorney {assistant}",
        "source": "court documents",
    }
    found["minor"] = dice.pick(_MINORS).format_map(found)
    found["account"] = dice.pick(
        (
            "a Facebook account",
            f"{found['his']} Facebook account",
            f"a Facebook account named “{found['alias']}”",
            "a second Facebook account",
        )
    )
    found |= _times(day, dice)
    base = "grooming" if theme == "grooming-undercover" else theme
    found["complainant"] = dice.pick(COMPLAINANTS[base]).format_map(found)
    found["matter"] = dice.pick(MATTERS[base]).format_map(found)
    found["signs"] = dice.pick(SIGNS.get(base, SIGNS["images"])).format_map(found)
    return found


def _times(day: date, dice: Dice) -> dict[str, str]:
    """When it happened: months before the case was announced."""
    end = day - timedelta(days=dice.number(40, 240))
    start = end - timedelta(days=dice.number(60, 400))
    if start.year == end.year:
        spans = (
            f"between {month(start)} and {month_and_year(end)}",
            f"from {month(start)} to {month_and_year(end)}",
        )
    else:
        spans = (
            f"from about {month_and_year(start)} through {month_and_year(end)}",
            f"between {month_and_year(start)} and {month_and_year(end)}",
        )
    if start.month == end.month and start.year == end.year:
        spans = (f"in {month_and_year(end)}",) * 2
    span = dice.pick(spans)
    return {
        "span": span,
        "span_c": capitalized(span),
        "month": month_and_year(start),
        "end": month_and_year(end),
        "earlier_year": str(start.year - dice.number(1, 6)),
    }


def _other_state(district: District, dice: Dice) -> str:
    while True:
        state = dice.pick(districts()).state
        if state != district.state and state != "Puerto Rico":
            return state


def _money(dice: Dice) -> str:
    amount = dice.number(31, 980) * dice.pick((100, 100, 100, 1000, 1000, 250))
    return f"${amount:,}"
