"""Lines made of parts that give way whole where there is no room: a number is never cut."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from annotator.widgets.rows import Piece
from annotator.wrapping import fit

SEPARATOR = " · "
LEAST = 12
"""No part of a sentence is cut to fewer cells than this."""
DONE = ("saved", "undone", "done again")
"""Behind these stands what it was."""


class Part(NamedTuple):
    """A part of a line."""

    forms: tuple[str, ...]
    """How it can be said, the fullest first; "" where it can be left out."""
    style: str = ""


def fitted(parts: Mapping[str, Part], giving: Sequence[str], room: int) -> dict[str, Piece]:
    """Every part in its fullest form that still fits into that many cells with the others.

    Args:
        giving: names of parts in the order in which they give way, each time by one form.
    """
    chosen = {name: 0 for name in parts}

    def said(name: str) -> str:
        return parts[name].forms[chosen[name]]

    for name in giving:
        if sum(cell_len(said(one)) for one in parts) <= room:
            break
        if name in chosen:
            chosen[name] = min(chosen[name] + 1, len(parts[name].forms) - 1)
    return {name: (said(name), part.style) for name, part in parts.items()}


def fit_sentence(said: str, room: int) -> str:
    """What was said in at most that many cells, its first and its last part kept longest.

    What was saved or undone gives way first, its end replaced by "…", then whole: a list of codes
    rather than what is still asked, or "u undoes". Where nothing was, the longest part does.
    """
    parts = said.split(SEPARATOR)
    while cell_len(said) > room:
        matter = next((n for n, part in enumerate(parts[1:], 1) if parts[n - 1] in DONE), None)
        longest = max(range(len(parts)), key=lambda number: cell_len(parts[number]))
        number = longest if matter is None else matter
        left = cell_len(parts[number]) - (cell_len(said) - room)
        if left >= LEAST or len(parts) == 1:
            parts[number] = fit(parts[number], max(1, left))
            return SEPARATOR.join(parts)
        del parts[len(parts) // 2 if matter is None else matter]
        said = SEPARATOR.join(parts)
    return said
