"""The facts of a case that change from release to release: the day, the stage, the ages."""

from datetime import date, timedelta

from annotator.demo.calendar import next_workday, weekday, written
from annotator.demo.dice import Dice
from annotator.demo.grammar import capitalized
from annotator.demo.introductions import introduced, term
from annotator.demo.stories import Story
from annotator.demo.texts.stages import SOURCES

_DAYS = (" today", " today", " today", "", " this week")
_COUNTS = ("one count of ", "one count of ", "", "two counts of ", "three counts of ")
_EXTRAS = ("a special assessment of $100", "payment of a fine of $2,500", "restitution")


def day_words(story: Story, stage: str, day: date, dice: Dice) -> dict[str, str]:
    """Blanks for a release on that day, at that stage of the case."""
    style, charge = story.office.style, story.charge
    short = style.short_months
    title, attorney = story.office.attorney(day)
    source = dice.pick(SOURCES[stage])
    least = f"a mandatory minimum of {charge.least} years and " if charge.least else ""
    return {
        "day_": dice.pick(_DAYS) or f" on {weekday(day)}",
        "usa": f"{title} {attorney}",
        "usa_last": attorney.split()[-1],
        "who": introduced(story, style, day, dice),
        "charge": charge.name,
        "charges": f"{dice.pick(_COUNTS)}{charge.name}",
        "statute": charge.statute,
        "maximum": charge.maximum,
        "minimum_": least,
        "terms": _terms(story),
        "release": f"{_supervised(story, dice)} of supervised release",
        "assessment": dice.pick(_EXTRAS),
        "later": written(next_workday(day + timedelta(days=dice.number(25, 130))), short=short),
        "earlier_day": written(
            next_workday(day - timedelta(days=dice.number(90, 240))), short=short
        ),
        "lead_day": written(story.published, short=short),
        "lead_age": str(story.defendants[0].age(story.published)),
        "docket": story.docket,
        "source": source,
        "source_c": capitalized(source),
        "date": written(day, short=short),
    }


def _terms(story: Story) -> str:
    *others, last = story.months
    if not others:
        return term(last)
    return f"{', '.join(map(str, others))} and {last} months, respectively,"


def _supervised(story: Story, dice: Dice) -> str:
    if "minor" in story.charge.name:
        return dice.pick(("five years", "10 years", "a lifetime", "15 years"))
    return "three years"
