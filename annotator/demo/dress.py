"""Lays an office's habits over a text, and the oddities that real texts come with."""

import re
from datetime import date

from annotator.demo.calendar import written
from annotator.demo.dice import Dice
from annotator.demo.offices import Style
from annotator.demo.texts.closings import FURNITURE_END, FURNITURE_TOP, IMMEDIATE, PRACTICE_NOTE

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_SENTENCE = re.compile(r"(?<=[a-z]{2})\. (?=[A-Z“\"])")
_LOST = (
    (" on Facebook ", "onFacebook"),
    (" used Facebook to ", " usedFacebookto "),
    (" through Facebook ", " throughFacebook "),
    (" of Facebook ", " ofFacebook"),
    (" Facebook messages", "Facebookmessages"),
)


def dressed(
    paragraphs: list[str], style: Style, day: date, blanks: dict[str, str], dice: Dice
) -> str:
    """The text of a release, with the note that it is invented at its end."""
    place = {
        "SEAT": blanks["seat"].upper(),
        "seat": blanks["seat"],
        "STATE": blanks["state"].upper(),
        "state": blanks["state"],
        "st": blanks["st"],
        "date": written(day, short=style.short_months),
    }
    body = [style.dateline.format_map(place) + paragraphs[0], *paragraphs[1:]]
    if dice.chance(0.03):
        body = with_lost_spaces("\n\n".join(body)).split("\n\n")
    if style.immediate:
        body.insert(0, dice.deal(IMMEDIATE).fill(dice, blanks))
    if dice.chance(style.furniture):
        if dice.chance(0.4):
            body.insert(0, dice.deal(FURNITURE_TOP).fill(dice, blanks))
        else:
            body.append(dice.deal(FURNITURE_END).fill(dice, blanks))
    text = "\n\n".join(body).replace(".m..", ".m.")
    if style.straight:
        text = text.translate(_STRAIGHT)
    if style.double_space:
        text = _SENTENCE.sub(".  ", text)
    return f"{text}\n\n{PRACTICE_NOTE}"


def with_lost_spaces(text: str) -> str:
    """The text with the blanks around one mention gone, as careless conversion leaves it."""
    for whole, lost in _LOST:
        if whole in text:
            return text.replace(whole, lost, 1)
    return text


def without_accents(text: str) -> str:
    """The text without any letter or sign that ASCII lacks, as some pages were saved."""
    return text.encode("ascii", "ignore").decode()
