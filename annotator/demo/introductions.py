"""How a release first names its defendants, and what it calls them in the heading."""

from datetime import date

from annotator.demo.dice import Dice
from annotator.demo.names import NICKNAMES
from annotator.demo.offices import Style
from annotator.demo.people import Person
from annotator.demo.stories import Story
from annotator.demo.titles import titled

_NUMBERS = {2: "Two", 3: "Three"}


def introduced(story: Story, style: Style, day: date, dice: Dice) -> str:
    """Names, ages and homes; ends with a comma where the sentence needs one."""
    return _listed(story, style, day, dice).replace(",”,", ",”")


def _listed(story: Story, style: Style, day: date, dice: Dice) -> str:
    people = story.defendants
    state = story.office.district.state
    if len(people) == 1 and style.who == 3:
        person = people[0]
        man = "woman" if person.female else "man"
        named_so = f"{_name(person, style, dice)}, {person.age(day)},"
        return f"{_article(person.town)} {person.town} {man}, {named_so}"
    if style.who == 2:
        named = [
            f"{_name(person, style, dice)} ({person.age(day)}, {person.town})" for person in people
        ]
        end = ""
    else:
        age = "age " if style.who == 1 else ""
        named = [
            f"{_name(person, style, dice)}, {age}{person.age(day)}, of {person.town}, {state}"
            for person in people
        ]
        end = ","
    if story.others:
        return f"{named[0]}{end} and {len(story.others)} others{end}"
    if len(named) == 1:
        return named[0] + end
    return f"{', '.join(named[:-1])}{',' if end else ''} and {named[-1]}{end}"


def group_words(story: Story) -> dict[str, str]:
    """Verbs and pronouns for one defendant or several."""
    several = len(story.defendants) > 1 or bool(story.others)
    first = story.blanks
    return {
        "was": "were" if several else "was",
        "has": "have" if several else "has",
        "are": "are" if several else "is",
        "faces": "face" if several else "faces",
        "guilt": "their guilt" if several else f"{first['his']} guilt",
        "one": "each defendant" if several else first["Last"],
    }


def heading_words(story: Story, dice: Dice) -> dict[str, str]:
    """Whom the heading speaks of, with the verbs that go with it."""
    district = story.office.district
    person = story.defendants[0]
    several = len(story.defendants) > 1 or bool(story.others)
    if several:
        count = len(story.defendants) + len(story.others)
        together = all(other.town == person.town for other in story.defendants + story.others)
        number = _NUMBERS.get(count, str(count))
        subject = dice.pick(
            (
                f"{number} {person.town if together else district.state} Residents",
                f"{number} {district.state} Residents",
                f"{number} Defendants",
                f"{number} People in {district.county(person.county)}",
            )
        )
        noun = "Residents"
    else:
        noun = "Woman" if person.female else "Man"
        subject = dice.pick(
            (
                f"{person.town} {noun}",
                f"{person.town} {noun}",
                f"{district.state} {noun}",
                f"{person.town}, {district.state}, {noun}",
                f"{noun} From {person.town}",
                f"{person.age(story.published)}-Year-Old {noun}",
            )
        )
    end = "" if several else "s"
    return {
        "Subject": subject,
        "Person": noun,
        "Name_h": f"{person.name}{' and Others' if several else ''}",
        "County": district.county(person.county),
        "Crime": titled(dice.pick(story.scenario.headings)),
        "Pleads": f"Plead{end}",
        "Admits": f"Admit{end}",
        "Gets": f"Get{end}" if several else "Gets",
        "Faces": f"Face{end}",
        "Term": term(story.months[0], titled_too=True),
    }


def term(months: int, *, titled_too: bool = False) -> str:
    """120 months as "10 years", or as months where they make no whole years."""
    if months % 12 == 0 and months > 12:
        return f"{months // 12} {'Years' if titled_too else 'years'}"
    return f"{months} {'Months' if titled_too else 'months'}"


def _name(person: Person, style: Style, dice: Dice) -> str:
    name = person.name.upper() if style.capitals else person.name
    if dice.chance(0.1) and not person.female:
        return f"{name}, a/k/a “{dice.pick(NICKNAMES)},”"
    return name


def _article(town: str) -> str:
    return "an" if town[0] in "AEIOU" else "a"
