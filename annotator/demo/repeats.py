"""Duplicates: one announcement published twice, by the same office or by another."""

from dataclasses import replace
from datetime import date

from annotator.demo.calendar import weekday
from annotator.demo.dice import Dice
from annotator.demo.grammar import bank
from annotator.demo.offices import Office
from annotator.demo.sources import Source, public_affairs, source_of
from annotator.demo.stories import Story
from annotator.demo.writer import Draft, heading

_FROM_WASHINGTON = bank("""
The announcement was made in Washington by the Criminal Division [DOJ] and in {seat} by {usa}.

{usa} and the head of the Criminal Division made the announcement.

The Criminal Division’s trial attorneys assisted {ausa} in the matter.
""")
_FROM_NEIGHBOR = bank("""
The case is prosecuted in the {district}. This office assisted because part of the evidence was
found here.

This office publishes the announcement of the {district} because several of those concerned live
here.

The investigation was conducted in both districts; the prosecution is in the hands of the office
in {seat}.
""")


def repeated(
    draft: Draft, story: Story, day: date, offices: list[Office], dice: Dice
) -> tuple[Draft, Source]:
    """The announcement once more, little changed, and who publishes it."""
    paragraphs = list(draft.paragraphs)
    _shorten(paragraphs, story, dice)
    if day != story.published:
        paragraphs[0] = paragraphs[0].replace(" today", f" on {weekday(story.published)}")
    kind = dice.number(1, 100)
    title = draft.heading if dice.chance(0.5) else heading(story, story.stages[0], dice)
    if kind <= 40:
        paragraphs.insert(1, dice.deal(_FROM_WASHINGTON).fill(dice, draft.blanks))
        source = public_affairs(story.office)
    elif kind <= 65:
        paragraphs.append(dice.deal(_FROM_NEIGHBOR).fill(dice, draft.blanks))
        source = source_of(_neighbor(story.office, offices, dice))
    else:
        source = source_of(story.office)
    return replace(draft, heading=title, paragraphs=paragraphs), source


def _shorten(paragraphs: list[str], story: Story, dice: Dice) -> None:
    """Leaves out a paragraph that is neither the facts nor the beginning."""
    spare = [
        place
        for place, text in enumerate(paragraphs)
        if place and "Facebook" not in text and (story.beginning or "\0") not in text
    ]
    if spare and dice.chance(0.8):
        del paragraphs[dice.pick(spare)]


def _neighbor(office: Office, offices: list[Office], dice: Dice) -> Office:
    """Another office, of the same state where there is one."""
    near = [
        other
        for other in offices
        if other is not office and other.district.postal == office.district.postal
    ]
    return dice.pick(near or [other for other in offices if other is not office])
