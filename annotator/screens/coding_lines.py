"""The single lines of the coding screen: header, place, status and keys."""

from collections import Counter

from rich.cells import cell_len

from annotator.session import Session
from annotator.widgets.rows import Line, Piece
from annotator.wrapping import fit
from db.pages import Page

SIGNS = {"uncoded": "○", "coded": "●", "excluded": "✕", "linked": "↳"}
"""A state by its sign, so that it is seen without colour."""


def header_line(session: Session, width: int) -> Line:
    """Study, place and tallies; the tallies are one piece, so that a change is few bytes."""
    digits = len(str(session.size))
    counts = [
        f"{SIGNS[name]} {session.tallies[name]:>{digits}}" + (f" {name}" if width >= 110 else "")
        for name in ("uncoded", "coded", "excluded", "linked")
    ]
    flagged = f"⚑ {session.tallies['flagged']:>2}" + (" flagged" if width >= 110 else "")
    tallies = "  ".join([*counts, flagged]) + " "
    coder = f" · {fit(session.reading_words, 20)}" if session.reading_words else ""
    number = session.ordinal if session.is_among else "–"
    place = f"{coder} · {number:>{digits}}/{session.size}"
    room = width - cell_len(tallies) - cell_len(place) - 2
    walked = session.queue.filter
    name = session.codebook.title if walked.is_empty else walked.words
    title = (f" {fit(name, max(8, room))}", "strong" if walked.is_empty else "accent")
    return _spread([title, (place, "")], [(tallies, "dim")], width)


def place_line(session: Session, mention: tuple[int, int], below: int, width: int) -> Line:
    """Date, quarter, office and place of the release; the mention at hand; what is below."""
    page = session.page
    if page is None:
        return []
    sign = (f" {SIGNS[page.status]} ", "mark" if page.status != "uncoded" else "")
    number, count = mention
    at = f"{session.walk_name} {number}/{count}" if count else f"no {session.walk_name}"
    counts = Counter(mark.platform for mark in session.marking.words)
    groups = "".join(f"{name} {count} · " for name, count in counts.items())
    at = (groups if width >= 100 else "") + at
    right = f"{at}  ↓ {below:>3} " if below else f"{at}        "
    when = f"{page.published} · {page.quarter} · "
    remarks = [(f" · {words}", style) for words, style in _remarks(session, page)]
    used = sum(cell_len(text) for text in (when, right, *(words for words, _ in remarks)))
    place = where(page, max(10, width - used - 4))
    return _spread([sign, (when + place, "dim"), *remarks], [(right, "dim")], width)


def status_line(session: Session, width: int) -> Line:
    """What just happened; how the sitting goes on the right."""
    pace = session.pace()
    sitting = f"{pace.decided} this sitting" if pace.decided else ""
    if pace.seconds is not None:
        sitting += f" · ~{pace.seconds:.0f} s each"
    said = fit(session.said, max(10, width - cell_len(sitting) - 4))
    return _spread([(f" {said}", "accent")], [(sitting, "dim"), (" ", "")], width)


def where(page: Page, room: int) -> str:
    """The office and where the case lies, in that many cells; the place alone where both are too
    much, the state of the office where only the office tells.

    A place that is a guess has a question mark, one said by the analyst a pencil.
    """
    placed = page.placed
    if placed is None or placed.how == "seat":
        office = page.office or "office unknown"
        return fit(f"{office} ({page.state})" if page.state else office, room)
    sign = " ✎" if placed.how == "analyst" else "?" if placed.sureness == "guess" else ""
    place = f"{placed.place.words}{sign}"
    both = f"{page.office} · {place}" if page.office else place
    return both if cell_len(both) <= room else fit(place, room)


def _remarks(session: Session, page: Page) -> list[tuple[str, str]]:
    """What is true of this release and not of most."""
    remarks = [("same case? =", "key")] if session.suspected else []
    if page.coding.relation:
        remarks.append((f"linked as {page.coding.relation}", "accent"))
    if page.coding.flagged:
        remarks.append(("⚑ flagged", "accent"))
    if page.coding.memo:
        remarks.append(("✎ memo", "accent"))
    if page.changed:
        remarks.append(('text changed: " shows', "warning"))
    return remarks


def _spread(left: list[Piece], right: list[Piece], width: int) -> Line:
    used = sum(cell_len(text) for text, _ in (*left, *right))
    return [*left, (" " * max(1, width - used), ""), *right]
