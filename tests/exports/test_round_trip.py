"""Codes that were exported and loaded elsewhere are the same codes."""

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.codebook import file as codebook_file
from db.coding import Coding
from db.errors import CodingError
from db.places.regions import REGIONS
from db.places.said import typed
from db.readings import main_reading
from db.records import Release
from db.releases import store
from db.sheet.load import load
from db.states import Evidence, State
from db.study import Study
from db.tables.codes import code_table
from exports.codes_reader import read_codes
from tests.exports.samples import codes_csv, jsonl_of, without_moment

RELEASES = 6
TEXT = (
    "A tip on Facebook.\n\nmode: A tip = on Facebook;\n  he met her – “there”. A tip on Facebook."
)
BOOK = codebook_file.default()

ids = st.integers(1, RELEASES)
examples = st.integers(1, 3)
memos = st.text(alphabet="ab '\"=+-@,;\n\t\r\x07é–“", max_size=12)
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40))
choices = [(field.name, code.name) for field in BOOK.fields for code in field.codes]
names = st.sampled_from([field.name for field in BOOK.fields])
towns = st.sampled_from(["st. louis", "New York", "Springs, The", "=1", "+ A,", "’ñ", "", "Guam"])
places = st.builds(
    lambda town, state: typed(f"{town}, {state}"), towns, st.sampled_from([*REGIONS])
)

Decision = Callable[[Coding], object]


def _exclude(coding: Coding, release_id: int, reason: str) -> None:
    if not coding.family(release_id):  # a table that excludes a lead is refused
        coding.exclude(release_id, reason)


def _evidence(coding: Coding, release_id: int, field: str, span: tuple[int, int]) -> None:
    start, end = span[0], min(span[0] + span[1], len(TEXT))
    if TEXT[start:end].strip():
        coding.evidence(release_id, Evidence(field, start, end, TEXT[start:end]))


decisions: st.SearchStrategy[Decision] = st.one_of(
    st.builds(
        lambda i, c, n: lambda coding: coding.code(i, *c, example=n),
        *(ids, st.sampled_from(choices), examples),
    ),
    st.builds(
        lambda i, c: lambda coding: coding.code(i, "category", c),
        *(ids, st.sampled_from(["child-exploitation", "fraud"])),
    ),
    st.builds(lambda i, n: lambda coding: coding.add_example(i, n), ids, examples),
    st.builds(lambda i, n: lambda coding: coding.remove_example(i, n), ids, examples),
    st.builds(lambda i, n, k: lambda coding: coding.suspects(i, n, k), ids, examples, examples),
    st.builds(
        lambda i, reason: lambda coding: _exclude(coding, i, reason),
        *(ids, st.sampled_from([reason.name for reason in BOOK.exclusions])),
    ),
    st.builds(
        lambda i, lead, how: lambda coding: coding.link(i, lead, how),
        *(ids, ids, st.sampled_from(["update", "duplicate"])),
    ),
    st.builds(lambda i: lambda coding: coding.unlink(i), ids),
    st.builds(lambda i, text: lambda coding: coding.memo(i, text), ids, memos),
    st.builds(lambda i: lambda coding: coding.flag(i), ids),
    st.builds(lambda i, f, s: lambda coding: _evidence(coding, i, f, s), ids, names, spans),
    st.builds(lambda i, place: lambda coding: coding.place(i, place), ids, st.none() | places),
    st.just(lambda coding: coding.undo()),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with a few releases, none coded."""
    path = tmp_path_factory.mktemp("template") / "study.db"
    records = [
        Release(
            f"={n}", f"-Title {n}", TEXT, date(2018, 1 + n // 3, 5), url=f"https://x.invalid/{n}"
        )
        for n in range(RELEASES)
    ]
    with Study.create(path, BOOK, coder="ann") as made:
        store(made, records, source="here")
        made.connection.execute("pragma journal_mode = delete")
    return path


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


def coded(template: Path, path: Path, taken: list[Decision]) -> Study:
    """A copy of the study in which these decisions were taken, as far as they are allowed."""
    study = copied(template, path)
    coding = Coding(study, main_reading(study))
    for decision in taken:
        try:
            decision(coding)
        except CodingError:
            continue
    return study


def copied(template: Path, path: Path) -> Study:
    shutil.copy(template, path)
    study = Study.open(path)
    study.connection.execute("pragma synchronous = off")
    return study


def decided(study: Study) -> list[State]:
    """The states but for their evidence, which may be found at an earlier place of like words."""
    coding = Coding(study, main_reading(study))
    rows = study.connection.execute("select release_id from states order by release_id")
    return [replace(coding.state(row["release_id"]), evidence=()) for row in rows.fetchall()]


def saved_by_a_spreadsheet(content: bytes) -> bytes:
    """The table with semicolons, a byte-order mark and its columns turned round."""
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows(row[::-1] for row in rows)
    return ("\ufeff" + out.getvalue().replace("\n", "\r\n")).encode()


@settings(max_examples=60, deadline=None)
@given(taken=st.lists(decisions, max_size=25))
def test_exported_codes_load_into_a_fresh_study_as_they_were(
    template: Path, folder: Path, taken: list[Decision]
) -> None:
    with coded(template, folder / "one.db", taken) as study:
        exported, wanted = codes_csv(study), decided(study)
        as_lines = jsonl_of(code_table(study, main_reading(study)))
    for content in (exported, saved_by_a_spreadsheet(exported), as_lines):
        with copied(template, folder / "other.db") as fresh:
            load(fresh, read_codes(content, "codes"))
            assert decided(fresh) == wanted
            assert without_moment(codes_csv(fresh)) == without_moment(exported)


@settings(max_examples=60, deadline=None)
@given(taken=st.lists(decisions, max_size=25))
def test_loading_an_unchanged_export_changes_nothing(
    template: Path, folder: Path, taken: list[Decision]
) -> None:
    with coded(template, folder / "same.db", taken) as study:
        exported = codes_csv(study)
        for content in (exported, saved_by_a_spreadsheet(exported)):
            loaded = load(study, read_codes(content, "codes"))
            assert loaded.plan.changes == ()
            assert loaded.step is None
        assert codes_csv(study) == exported


@settings(max_examples=30, deadline=None)
@given(before=st.lists(decisions, max_size=15), after=st.lists(decisions, max_size=15))
def test_loading_over_other_codes_gives_those_of_the_table_and_undo_the_old_ones(
    template: Path, folder: Path, before: list[Decision], after: list[Decision]
) -> None:
    with coded(template, folder / "wanted.db", after) as study:
        wanted = codes_csv(study)
    with coded(template, folder / "had.db", before) as study:
        had = codes_csv(study)
        loaded = load(study, read_codes(wanted, "codes"))
        assert without_moment(codes_csv(study)) == without_moment(wanted)
        if loaded.step:
            Coding(study, main_reading(study)).undo()
        assert without_moment(codes_csv(study)) == without_moment(had)
