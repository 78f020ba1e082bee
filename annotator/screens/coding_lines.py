"""The single lines of the coding screen: header, place, status and keys."""

import shlex
from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len

from annotator.parts import SEPARATOR, Part, fit_sentence, fitted
from annotator.session import Session
from annotator.widgets.rows import Line, Piece
from annotator.wrapping import fit, wrap
from db.pages import Page

SIGNS = {"uncoded": "○", "coded": "●", "excluded": "✕", "linked": "↳"}
"""A state by its sign, so that it is seen without colour."""
GIVING = (
    *("words", "where", "decided", "same", "memo", "flag", "decided", "at", "changed"),
    *("decided", "quarter", "below", "where", "where", "decided"),
)
"""The parts of the place line in the order in which they give way; numbers stay whole."""

DROPPED = 8
"""How many keys that were not taken are named."""


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


def place_line(
    session: Session, mention: tuple[int, int], below: int, width: int, *, wide: bool
) -> Line:
    """Date, quarter, office and place of the release; the mention at hand; what is below.

    Args:
        wide: whether it says how the release was decided; else the panel's rule does.
    """
    page = session.page
    if page is None:
        return []
    office, place = office_and_place(page)
    both = SEPARATOR.join(filter(None, (office, place)))
    shorter = place or page.office or office
    parts = {
        "sign": Part((f" {SIGNS[page.status]} ",), "mark" if page.status != "uncoded" else ""),
        "date": Part((page.published,), "dim"),
        "quarter": Part((f" · {page.quarter}", ""), "dim"),
        "where": Part((f" · {both}", f" · {shorter}", f" · {fit(shorter, 10)}", ""), "dim"),
        **_remarks(session, page, wide=wide),
    }
    right = _right(session, mention, below)
    # a blank at least stands between the two sides
    chosen = fitted(parts | right, GIVING, width - 1)
    return _spread([chosen[name] for name in parts], [chosen[name] for name in right], width)


def status_line(session: Session, width: int) -> Line:
    """What just happened; on the right how the sitting goes, if there is room for it."""
    pace = session.pace()
    short = fit_sentence(session.said, max(1, width - 2))
    parts = {"said": Part((f" {session.said}", f" {short}"), "accent")}
    if pace.decided:
        decided = f"  {pace.decided} this sitting"
        told = pace.decided > 1 and pace.seconds is not None
        each = f" · ~{pace.seconds:.0f} s each" if told else ""
        parts["sitting"] = Part((decided + each, decided, ""), "dim")
    chosen = fitted(parts, ("sitting", "sitting", "said"), width - 1)
    return _spread([chosen["said"]], [chosen.get("sitting", ("", "")), (" ", "")], width)


def prompt_line(keys: Sequence[tuple[str, str]], width: int) -> Line:
    """The line of keys while something is asked; a key whose word does not fit has "…" instead.

    Words go from the first on, those of several keys that answer last of all. Keys go only where
    there is no room for them either.
    """
    entries = [(f" {key}", f" {word}  ") for key, word in keys]
    answers = [0] if " " in keys[0][0] else []
    for at in (*range(len(answers), len(entries) - 1), *answers):
        if _length(entries) > width + 2:  # the last two blanks may be cut
            entries[at] = (entries[at][0], "…")
    while len(entries) > 1 and _length(entries) > width + 2:
        del entries[0]
    return [piece for key, word in entries for piece in ((key, "key"), (word, "dim"))]


def _length(entries: Sequence[tuple[str, str]]) -> int:
    return sum(cell_len(key + word) for key, word in entries)


def dropped_words(keys: Sequence[str]) -> str:
    """Keys that were not taken, all of them as far as a status line has room for."""
    named = " ".join(keys[:DROPPED]) + (" …" if len(keys) > DROPPED else "")
    were = "was" if len(keys) == 1 else "were"
    return f"“{named}” {were} typed before this release was shown: not taken"


def empty_lines(session: Session, width: int) -> list[Line]:
    """What to do in a study without a release to read."""
    path = shlex.quote(str(session.study.path))
    fits = cell_len(path) <= width - 27
    name = path if fits else "STUDY"
    whole = [] if fits else [f"   {path[a:b]}" for a, b in wrap(path, max(20, width - 4))]
    return [
        [(" No releases to read yet.", "strong")],
        [],
        [(" q", "key"), (" leaves; then bring some in:", "")],
        [(f"   annotator import {name} FILE…", "accent")],
        [("     JSON, CSV, saved pages, or folders of them", "dim")],
        [(f"   annotator collect {name}", "accent")],
        [("     from the Justice Department itself", "dim")],
        *([[("   STUDY is", "dim")]] if whole else []),
        *([(row, "")] for row in whole),
        [],
        [(" What names no platform, or is dated outside the codebook's span, is stored", "dim")],
        [(" but not read: ", "dim"), ("t", "key"), (" counts it.", "dim")],
    ]


def office_and_place(page: Page) -> tuple[str, str]:
    """The office and where the case lies; no place where only the office tells.

    A place that is a guess has a question mark, one said by the analyst a pencil.
    """
    placed = page.placed
    if placed is None or placed.how == "seat":
        office = page.office or "office unknown"
        return (f"{office} ({page.state})" if page.state else office), ""
    sign = " ✎" if placed.how == "analyst" else "?" if placed.sureness == "guess" else ""
    return page.office or "", f"{placed.place.words}{sign}"


def _remarks(session: Session, page: Page, *, wide: bool) -> dict[str, Part]:
    """What is true of this release and not of most."""
    remarks = {}
    if wide and (how := session.standing):
        short = page.coding.relation or page.status
        forms = (how, fit(how, 40), fit(how, 24), short)
        remarks["decided"] = Part((*(f" · {form}" for form in forms), ""), "accent")
    if session.suspected:
        remarks["same"] = Part((" · same case? =", " · same? ="), "key")
    if page.coding.flagged:
        remarks["flag"] = Part((" · ⚑ flagged", " · ⚑"), "accent")
    if page.coding.memo:
        remarks["memo"] = Part((" · ✎ memo", " · ✎"), "accent")
    if page.changed:
        remarks["changed"] = Part((' · text changed: " shows', ' · changed "'), "warning")
    return remarks


def _right(session: Session, mention: tuple[int, int], below: int) -> dict[str, Part]:
    """The analyst's own words, the mention at hand, the rows below the screen."""
    number, count = mention
    counts = Counter(mark.platform for mark in session.marking.words)
    groups = "".join(f"{name} {found} · " for name, found in counts.items())
    name = session.walk_name
    at = (f"{name} {number}/{count}", f"{number}/{count}") if count else (f"no {name}", "–")
    more = f"  ↓ {below:>3} "
    return {
        "words": Part((groups, ""), "dim"),
        "at": Part(at, "dim"),
        "below": Part((more, more.rstrip()) if below else (" " * len(more), " "), "dim"),
    }


def _spread(left: list[Piece], right: list[Piece], width: int) -> Line:
    used = sum(cell_len(text) for text, _ in (*left, *right))
    return [*left, (" " * max(1, width - used), ""), *right]
