"""Evidence as a table names it, found again in the text it was taken from."""

import re
from collections.abc import Callable

from db.codebook import Codebook
from db.codebook.source import did_you_mean
from db.sheet.cells import quoted
from db.states import Evidence
from db.tables.cell_text import clean, evidence_quotes


def evidence_of(
    cell: str, kept: tuple[Evidence, ...], codebook: Codebook, text: Callable[[], str]
) -> tuple[Evidence, ...]:
    """The passages that a cell names; those the release has already stay as they are.

    A passage that stands in the text several times, and is named as often, is found in turn.

    Args:
        text: gives the text of the release; called only for a passage that is new.

    Raises:
        ValueError: a line names no field, or a passage is not in the text.
    """
    left = list(kept)
    found: list[Evidence] = []
    try:
        quotes = list(evidence_quotes(cell))
    except ValueError as error:
        raise ValueError(
            f"evidence has the line {quoted(str(error))}. Write field: passage."
        ) from None
    for field, words in quotes:
        same = next((e for e in left if e.field_name == field and clean(e.quote) == words), None)
        if same:
            left.remove(same)
        else:
            same = _located(field, words, found, codebook, text())
        found.append(same)
    return tuple(found)


def _located(
    field: str, words: str, before: list[Evidence], codebook: Codebook, text: str
) -> Evidence:
    known = [one.name for one in codebook.fields]
    if field not in known:
        hint = did_you_mean(field, known)
        raise ValueError(f"evidence names the field {quoted(field)}, which there is not. {hint}")
    if not words.strip():
        raise ValueError(f"evidence for {field} has no passage. Take its line out.")
    taken = [e.start for e in before if e.field_name == field and e.quote.split() == words.split()]
    place = _place(words, text, max(taken, default=-1) + 1)
    if place is None:
        raise ValueError(f"evidence for {field} is not in the text: {quoted(words)}.")
    start, end = place
    return Evidence(field, start, end, text[start:end])


def _place(words: str, text: str, begin: int) -> tuple[int, int] | None:
    """Where a passage stands from there on: as it is, else with other white space in it."""
    start = text.find(words, begin)
    if start >= 0:
        return start, start + len(words)
    spaced = re.compile(r"\s+".join(map(re.escape, words.split())))
    match = spaced.search(text, begin)
    return match.span() if match else None
