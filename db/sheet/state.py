"""What the rows of one release make of its state.

A column that is absent leaves what there is, an empty cell takes it away.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from db.codebook import Codebook
from db.errors import CodingError
from db.places import Place
from db.places.said import typed
from db.rules import asked, cleared, pruned
from db.sheet.cells import chosen, flag, quoted
from db.sheet.evidence import evidence_of
from db.sheet.examples import Numbered, code_or_none, examples_of, numbered, set_code
from db.sheet.links import Link, link_of
from db.sheet.rows import ReleaseRows
from db.states import EMPTY, Example, State
from db.tables.cell_text import clean

_BLANK = Example()


class Drafts:
    """States as a table asks for them.

    A table says the same of many releases. So what one row makes of a release that was not touched
    is worked out and checked once for all rows that are alike.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        fields = (field.name for field in codebook.fields)
        self._columns = ("exclusion", "example", "suspects", *fields)
        self._known: dict[tuple[str | None, ...], State] = {}
        """By what a row has in these columns; without those in which something was wrong."""

    def state(self, rows: ReleaseRows, link: Link, text: Callable[[], str]) -> State:
        """The state that the rows of a release ask for; what is wrong with them is noted.

        Args:
            link: where the rows put the release, see `db.sheet.links`.
            text: gives the text of the release, for evidence that is new.
        """
        return _with_notes(self._decided(rows, link), rows, self._codebook, text)

    def _decided(self, rows: ReleaseRows, link: Link) -> State:
        if link or rows.found.state != EMPTY or len(rows.rows) > 1:
            return _decided(rows, link, self._codebook)
        alike = tuple(map(rows.rows[0].cells.get, self._columns))
        if alike in self._known:
            return self._known[alike]
        faults = len(rows.faults.found)
        state = _decided(rows, link, self._codebook)
        if len(rows.faults.found) == faults:
            self._known[alike] = state
        return state


def _decided(rows: ReleaseRows, link: Link, codebook: Codebook) -> State:
    """Excluded, linked, or with codes; only one of them."""
    state, numbers = rows.found.state, numbered(rows, codebook)
    coded = rows.filled(*(field.name for field in codebook.fields))
    exclusion = rows.read("exclusion", lambda cell: _exclusion(cell, codebook), state.exclusion)
    if rows.filled("exclusion") and exclusion:
        if coded:
            rows.fault("is both excluded and coded. Empty the exclusion or the codes.")
        if link and rows.filled("case", "relation"):
            rows.fault("is both excluded and linked to a case. Empty one of them.")
        same = state.exclusion == exclusion and not link_of(state)
        return state if same else replace(cleared(state), exclusion=exclusion)
    if link:
        if coded:
            rows.fault("is linked to a case, and so has no codes of its own. Empty one of them.")
        same = link == link_of(state)
        return state if same else replace(cleared(state), lead=link[0], relation=link[1])
    exclusion = None if coded else exclusion
    if link_of(state) or state.exclusion != exclusion:
        state = replace(state, lead=None, relation=None, exclusion=exclusion)
    return state if state.exclusion else _with_codes(state, rows, numbers, codebook)


def _with_codes(state: State, rows: ReleaseRows, numbers: Numbered, codebook: Codebook) -> State:
    """With the codes of the rows; a code the table does not mention goes when it is not asked."""
    faults = len(rows.faults.found)
    values = dict(state.values)
    for field in codebook.per("case"):
        old = values.get(field.name)
        code = rows.read(field.name, partial(code_or_none, field=field), old)
        set_code(values, field, code)
    examples = examples_of(rows, numbers, state.examples, codebook)
    coded = replace(state, values=values, examples=examples)
    if len(rows.faults.found) > faults or coded == state:
        return state
    _check_asked(coded, rows, numbers, codebook)
    coded = pruned(coded, codebook)
    return replace(coded, examples=()) if coded.examples == (_BLANK,) else coded


def _check_asked(state: State, rows: ReleaseRows, numbers: Numbered, codebook: Codebook) -> None:
    for number, row in numbers:
        example = state.examples[number - 1] if 0 < number <= len(state.examples) else _BLANK
        for field in codebook.fields:
            if row.filled(field.name) and not asked(field, state, codebook, example):
                needs = " and ".join(f"{f} {' or '.join(codes)}" for f, codes in field.when.items())
                rows.fault(
                    f"{field.name} is {quoted(row.cells[field.name])},"
                    f" but is asked only with {needs}. Empty it, or set that.",
                    row,
                )


def _with_notes(
    state: State, rows: ReleaseRows, codebook: Codebook, text: Callable[[], str]
) -> State:
    """With flag, memo, evidence and place, which every release may have."""
    before = rows.found.state
    flagged = rows.read("flagged", flag, state.flagged)
    memo = rows.read("memo", lambda cell: _memo(cell, before.memo), state.memo)
    evidence = rows.read(
        "evidence",
        lambda cell: evidence_of(cell, before.evidence, codebook, text),
        state.evidence,
    )
    place = rows.read("placed_in", lambda cell: _place(cell, before.place), state.place)
    notes = (flagged, memo, evidence, place)
    if notes == (state.flagged, state.memo, state.evidence, state.place):
        return state
    return replace(state, flagged=flagged, memo=memo, evidence=evidence, place=place)


def _memo(cell: str, before: str) -> str:
    """The memo of a cell; the one there is if the cell is what was written of it."""
    if cell.strip() == clean(before).strip():
        return before
    return cell if cell.strip() else ""


def _place(cell: str, before: Place | None) -> Place | None:
    """The place of a cell; the one there is if the cell is what was written of it."""
    if before and cell.strip() == clean(before.words).strip():
        return before
    try:
        return typed(cell) if cell.strip() else None
    except CodingError as error:
        raise ValueError(f"placed_in is {quoted(cell)}. {error}") from error


def _exclusion(cell: str, codebook: Codebook) -> str | None:
    return chosen(cell, codebook.exclusions, "exclusion") if cell.strip() else None
