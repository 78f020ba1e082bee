"""Loads an edited table of codes into a reading: all of it as one step, or nothing."""

from dataclasses import dataclass
from functools import partial

from db.codebook import Codebook
from db.codebook.source import did_you_mean
from db.coding import Coding
from db.readings import Reading, choose, find, reading
from db.sheet import Sheet, SheetFaults
from db.sheet.cells import quoted
from db.sheet.links import Families, link_said
from db.sheet.releases import Releases
from db.sheet.rows import ReleaseRows
from db.sheet.state import Drafts
from db.states import Change, State, Step
from db.study import Study
from db.tables.codes import DESCRIPTIVE, code_columns

_IDENTITY = ("release", "example", "coder", "pass")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table would change."""

    changes: tuple[Change, ...]
    """Only what differs."""
    unchanged: int
    """Releases of the table that stay as they are."""
    newer: int
    """Releases to be changed that were decided after the table was exported."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a table did, or would do."""

    plan: Plan
    reading: Reading
    begun: bool
    """Whether the reading was begun for it."""
    step: Step | None
    """The step that takes it all back when undone; None if there was nothing to do."""


def load(
    study: Study, sheet: Sheet, *, coder: str | None = None, number: int = 1, dry_run: bool = False
) -> Loaded:
    """Plan and apply a table in one transaction, so that no other sitting comes between.

    Args:
        coder: whose codes they are; the first reading's without it. A coder new to the study
            begins a first pass.
        number: the pass.
        dry_run: only say what would be done.

    Raises:
        LoadFailed: something is wrong with the table; every fault is listed, nothing was changed.
        StudyError: there is no such reading, or the study could not be written.
    """
    with study.transaction() as connection:
        connection.execute("savepoint loading")
        begun = coder is not None and number == 1 and find(study, coder) is None
        chosen = reading(study, coder) if begun and coder else choose(study, coder, number)
        plan = plan_load(study, chosen, sheet)
        if dry_run:
            connection.execute("rollback to loading")
            return Loaded(plan, chosen, begun, None)
        detail = {"file": sheet.name, "releases": len(plan.changes)}
        step = Coding(study, chosen).record("load", plan.changes, detail)
    return Loaded(plan, chosen, begun, step)


def plan_load(study: Study, reading: Reading, sheet: Sheet) -> Plan:
    """What a table would change in a reading, held against its states as they are now.

    Raises:
        LoadFailed: something is wrong with the table; every fault is listed with its line.
    """
    faults = SheetFaults(sheet.name)
    _check_columns(sheet, study.codebook, faults)
    faults.refuse()
    _check_reading(sheet, reading, faults)
    releases = Releases(study, reading)
    rows = _by_release(sheet, releases, faults)
    drafts = _drafts(rows, study.codebook, releases)
    families = Families(rows, drafts, Coding(study, reading), releases)
    families.bring_along()
    families.check()
    faults.refuse()
    return _plan(rows, drafts, Coding(study, reading))


def _check_columns(sheet: Sheet, codebook: Codebook, faults: SheetFaults) -> None:
    known = [column.name for column in code_columns(codebook)]
    if "release" not in sheet.columns:
        faults.add(None, "there is no column “release”, with the uid of the release of each row.")
    for column in sheet.columns:
        if column not in known:
            hint = did_you_mean(column, known)
            faults.add(
                None,
                f"there is no column {quoted(column)} in a table of codes. {hint}"
                "Name it so, or take it out.",
            )
    if not set(sheet.columns) - {*_IDENTITY, *DESCRIPTIVE}:
        faults.add(None, "there is no column to load, like exclusion, memo or a field's name.")


def _check_reading(sheet: Sheet, reading: Reading, faults: SheetFaults) -> None:
    """Note rows that are of another reading, the first of each only."""
    seen: set[tuple[str, str]] = set()
    for row in sheet.rows:
        for column, own in (("coder", reading.coder), ("pass", str(reading.number))):
            cell = row.cells.get(column, "").strip()
            if cell and cell != own and (column, cell) not in seen:
                seen.add((column, cell))
                faults.add(
                    row,
                    f"{column} is {quoted(cell)}, but the codes are to be those of"
                    f" {reading.coder}, pass {reading.number}. Load them with --{column} {cell},"
                    f" or take the column {column} out.",
                )


def _by_release(sheet: Sheet, releases: Releases, faults: SheetFaults) -> dict[int, ReleaseRows]:
    found: dict[int, ReleaseRows] = {}
    for row in sheet.rows:
        name = row.cells.get("release", "")
        if not name.strip():
            faults.add(row, "names no release.")
            continue
        try:
            release = releases.find(name)
        except LookupError as error:
            faults.add(row, str(error))
            continue
        found.setdefault(release.id, ReleaseRows(release, faults)).rows.append(row)
    return found


def _drafts(
    rows: dict[int, ReleaseRows], codebook: Codebook, releases: Releases
) -> dict[int, State]:
    drafts = Drafts(codebook)
    return {
        id_: drafts.state(one, link_said(one, releases), partial(releases.text, id_))
        for id_, one in rows.items()
    }


def _plan(rows: dict[int, ReleaseRows], drafts: dict[int, State], coding: Coding) -> Plan:
    def change(release_id: int, after: State) -> Change:
        found = rows.get(release_id)
        return Change(release_id, found.found.state if found else coding.state(release_id), after)

    every = (change(release_id, after) for release_id, after in drafts.items())
    changes = tuple(one for one in every if one.before != one.after)
    changed = {one.release_id for one in changes}
    return Plan(
        changes=changes,
        unchanged=len(rows.keys() - changed),
        newer=sum(_is_newer(rows[id_]) for id_ in rows.keys() & changed),
    )


def _is_newer(rows: ReleaseRows) -> bool:
    return any(rows.found.is_newer_than(row.cells.get("coded_at")) for row in rows.rows)
