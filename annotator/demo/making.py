"""The practice study as a file."""

import os
from dataclasses import replace
from pathlib import Path

from annotator.demo.records import DemoRelease
from annotator.demo.sitting import LEAVE_UNCODED
from annotator.demo.study import practice_releases
from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.errors import StudyError
from db.relatives.store import bring_up_to_date
from db.releases import ids_by_uid, store
from db.states import EMPTY, Change, Example, State
from db.study import Study

TITLE = "Practice study (invented releases)"


def make(path: Path, *, coder: str, blank: bool = False, complete: bool = False) -> None:
    """Write the practice study: coded but for the last forty releases.

    Args:
        blank: leave every release uncoded.
        complete: code the last forty too, so that the report shows the published numbers.

    Raises:
        StudyError: something is there already, or the folder cannot be written.
    """
    if path.exists():
        raise StudyError(f"{path}: exists already; choose another name.")
    prepared = practice_releases()
    book = codebook_file.default()
    toml = book.toml.replace(f'title = "{book.title}"', f'title = "{TITLE}"', 1)
    draft = path.with_name(f".{path.name}.{os.getpid()}.demo")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with Study.create(draft, codebook_file.parse(toml), coder=coder) as study:
            store(study, (one.release for one in prepared), source="annotator demo", kind="demo")
            bring_up_to_date(study)
            if not blank:
                _code(study, prepared if complete else prepared[:-LEAVE_UNCODED])
        os.link(draft, path)  # never over a file made meanwhile
    except OSError as error:
        raise StudyError(f"{path}: cannot be made: {error.strerror}.") from error
    finally:
        draft.unlink(missing_ok=True)


def _code(study: Study, prepared: list[DemoRelease]) -> None:
    """Enter the prepared coding, a step for each release, all on disk at once."""
    coding = Coding(study, readings.choose(study))
    ids = ids_by_uid(study)
    with study.transaction():
        for one in prepared:
            release_id = ids[one.release.uid]
            coding.record("load", [Change(release_id, EMPTY, _state(one, ids))])
        readings.remember_place(study, coding.reading.id, None)  # nobody has sat here yet


def _state(one: DemoRelease, ids: dict[str, int]) -> State:
    state = replace(EMPTY, flagged=one.flagged, memo=one.memo)
    if one.lead is not None:
        return replace(state, lead=ids[one.lead], relation=one.relation)
    if one.exclusion is not None:
        return replace(state, exclusion=one.exclusion)
    examples = tuple(Example(example.values, example.suspects) for example in one.examples)
    return replace(state, examples=examples, values=one.case_values)
