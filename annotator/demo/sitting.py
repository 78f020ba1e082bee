"""The last releases of the practice study: those a newcomer codes in a first sitting."""

from datetime import date

from annotator.demo.calendar import workdays

SITTING: tuple[tuple[str, ...], ...] = (
    ("focus", "grooming", "undercover"),
    ("fraud",),
    ("focus", "images", "cyber-tip-platform"),
    ("excluded", "not-a-crime"),
    ("threats",),
    ("focus", "grooming", "public-tip"),
    ("not-used",),
    ("focus", "images", "undercover"),
    ("update",),
    ("drugs",),
    ("excluded", "awareness"),
    ("focus", "images", "ongoing"),
    ("focus", "trafficking", "public-tip"),
    ("firearms",),
    ("focus", "grooming", "public-tip"),
    ("duplicate",),
    ("excluded", "not-a-crime"),
    ("not-used",),
    ("terrorism",),
    ("focus", "images+grooming", "ongoing"),
    ("update",),
    ("fraud",),
    ("focus", "grooming", "undercover"),
    ("excluded", "not-a-crime"),
    ("focus", "images", "cyber-tip-ncmec"),
    ("not-used",),
    ("threats",),
    ("excluded", "in-passing"),
    ("focus", "grooming", "ongoing"),
    ("human-trafficking",),
    ("focus", "images", "public-tip"),
    ("update",),
    ("not-used",),
    ("excluded", "not-a-case"),
    ("focus", "grooming", "cyber-tip-ncmec"),
    ("focus", "images", "undercover"),
    ("duplicate",),
    ("not-used",),
    ("excluded", "not-a-crime"),
    ("update",),
)
"""What the releases are, in their order; a duplicate is one of the lead before it."""

LEAVE_UNCODED = len(SITTING)
"""How many of the last releases are left to the newcomer."""

FIRST_DAY, LAST_DAY = date(2019, 11, 25), date(2019, 12, 31)


def days() -> list[date]:
    """When each is published: one or two a working day."""
    open_days = workdays(FIRST_DAY, LAST_DAY)
    return [open_days[place * len(open_days) // len(SITTING)] for place in range(len(SITTING))]
