"""The reasons to exclude, each with as much of its definition as there is room for."""

from collections.abc import Sequence

from rich.cells import cell_len

from annotator.session import Session
from annotator.widgets.rows import Line, Piece
from annotator.wrapping import fit, wrap
from db.codebook import Exclusion

HEADING = "Exclude because it is"
_LEAST_ROOM = 24
"""Cells beside the labels below which definitions stand under them."""


def reasons_flat(session: Session, width: int, height: int, offered: str | None) -> list[Line]:
    """The reasons in a panel as wide as the screen; more lines than `height` where it is too low
    for their labels alone.
    """
    if width - _label_width(session) - 5 < _LEAST_ROOM:
        return reasons_below(session, width, height, offered)
    return reasons_beside(session, width, height, offered)


def reasons_beside(session: Session, width: int, height: int, offered: str | None) -> list[Line]:
    """Definitions to the right of the labels, for a low panel as wide as the screen."""
    reasons = _reasons(session)
    size = _label_width(session)
    room = width - size - 5
    rows = share([_needed(reason, room) for reason in reasons], height)
    lines: list[Line] = []
    for reason, given in zip(reasons, rows, strict=True):
        label = fit(reason.label, size)
        first: list[Piece] = [*_key(reason, offered), (label, "")]
        blank = " " * (size - cell_len(label) + 2)
        for text in shortened(reason.definition, room, max(1, given)) or [""]:
            lines.append([*first, (blank + text, "dim")])
            first, blank = [], " " * (size + 5)
    return lines


def reasons_below(session: Session, width: int, height: int, offered: str | None) -> list[Line]:
    """Definitions under the labels, for a narrow panel beside the text."""
    reasons = _reasons(session)
    room = width - 3
    rows = share([_needed(reason, room) for reason in reasons], height - len(reasons))
    lines: list[Line] = []
    for reason, given in zip(reasons, rows, strict=True):
        lines.append([*_key(reason, offered), (fit(reason.label, room), "")])
        lines += [
            [("   " + text, "dim")] for text in shortened(reason.definition, room, given) if given
        ]
    return lines


def share(needed: Sequence[int], rows: int) -> list[int]:
    """Share rows out: one to each in turn, while there are any, up to what it needs."""
    given = [0] * len(needed)
    while rows > 0 and any(have < need for have, need in zip(given, needed, strict=True)):
        for number, need in enumerate(needed):
            if given[number] < need and rows > 0:
                given[number] += 1
                rows -= 1
    return given


def shortened(text: str, width: int, rows: int) -> list[str]:
    """A text in at most that many rows; "…" at its end says that it goes on."""
    laid = [text[start:end] for start, end in wrap(text, width)] if text else []
    if len(laid) <= rows:
        return laid
    if rows < 1:
        return []
    return [*laid[: rows - 1], fit(" ".join(laid[rows - 1 :]), width)]


def _reasons(session: Session) -> list[Exclusion]:
    return [reason for reason in session.codebook.exclusions if not reason.retired]


def _label_width(session: Session) -> int:
    return max((cell_len(reason.label) for reason in _reasons(session)), default=0)


def _needed(reason: Exclusion, room: int) -> int:
    return len(wrap(reason.definition, room)) if reason.definition else 0


def _key(reason: Exclusion, offered: str | None) -> list[Piece]:
    sign = "◌" if reason.name == offered else " "
    return [(sign, "mark"), (f"{reason.key} ", "key")]
