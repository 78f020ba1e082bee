"""Whatever is linked, taken out, led anew or undone: every release is in one case or none."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.errors import CodingError
from db.families import make_lead, set_apart
from db.journal import faults
from db.readings import tallies
from db.releases import store
from db.study import Study
from tests.conftest import TEXTS, release

COUNT = len(TEXTS)
IDS = st.integers(1, COUNT)
MOVES = st.one_of(
    st.tuples(st.just("link"), IDS, IDS),
    st.tuples(st.just("unlink"), IDS, IDS),
    st.tuples(st.just("lead"), IDS, IDS),
    st.tuples(st.just("apart"), IDS, IDS),
    st.tuples(st.just("code"), IDS, IDS),
    st.tuples(st.just("exclude"), IDS, IDS),
    st.tuples(st.just("undo"), IDS, IDS),
    st.tuples(st.just("redo"), IDS, IDS),
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=st.lists(MOVES, max_size=14))
def test_every_release_is_in_one_case_or_none(moves: list[tuple[str, int, int]]) -> None:
    with (
        TemporaryDirectory() as folder,
        Study.create(Path(folder, "s.db"), codebook_file.default(), coder="ann") as study,
    ):
        store(study, [release(n, *text) for n, text in enumerate(TEXTS, start=1)], source="x")
        coding = Coding(study, readings.choose(study))
        for name, one, other in moves:
            with suppress(CodingError):
                move(coding, name, one, other)
            check(study, coding)
        assert list(faults(study)) == []
        while coding.undo():
            check(study, coding)
        assert all(not coding.state(n).lead for n in range(1, COUNT + 1))
        assert list(faults(study)) == []


def move(coding: Coding, name: str, one: int, other: int) -> None:
    if name == "link":
        coding.link(one, other, "update" if other % 2 else "duplicate")
    elif name == "lead":
        make_lead(coding, one)
    elif name == "apart":
        set_apart(coding, one, other)
    elif name == "code":
        coding.code(one, "category", "fraud")
    elif name == "exclude":
        coding.exclude(one, "other")
    elif name == "unlink":
        coding.unlink(one)
    else:
        getattr(coding, name)()


def check(study: Study, coding: Coding) -> None:
    """No chain, no circle, and the tallies are of all releases."""
    for release_id in range(1, COUNT + 1):
        state = coding.state(release_id)
        assert (state.lead is None) == (state.relation is None)
        if state.lead is not None:
            assert state.lead != release_id
            assert coding.state(state.lead).lead is None
    counts = tallies(study, coding.reading.id)
    assert sum(counts[name] for name in ("uncoded", "coded", "excluded", "linked")) == COUNT
