"""How far a criminal case has come, as the heading and the first lines tell it."""

import re

_HEAD = 500
"""Characters of the text that tell the stage; further down earlier stages are retold."""
_STAGES = (
    ("appeal", r"appeals? court|court of appeals|circuit (?:affirms|upholds)|affirm(?:s|ed)\b"),
    ("sentenced", r"sentenc(?:ed|ing)|\bgets? (?:\d+|life)\b|years? in prison for"),
    ("convicted", r"\bconvicted|found guilty|jury convicts|\bconvicts?\b"),
    ("pleads guilty", r"plead(?:s|ed)?,? ?(?:\w+ )?guilty|\bpled guilty|guilty pleas?|admits?\b"),
    ("indicted", r"\bindict(?:s|ed|ment)\b"),
    ("charged", r"\bcharged?\b|\bcharges\b|criminal complaint|\baccused\b"),
    ("arrested", r"\barrest(?:s|ed)?\b|in custody|extradited"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _STAGES)
ORDER = {name: place for place, (name, _) in enumerate(reversed(_STAGES), start=1)}
"""Stage → its place in the course of a case, from 1 (arrested) on."""


def stage_of(title: str, text: str) -> str:
    """The latest stage that the heading tells, else that the beginning tells; "" for none."""
    for part in (title, text[:_HEAD]):
        folded = " ".join(part.lower().split())
        for name, pattern in _PATTERNS:
            if pattern.search(folded):
                return name
    return ""
