"""A codebook changed in a running study: what follows, what is refused, what never changes."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import readings
from db.codebook import Code, Codebook, Event, Exclusion, Field, Highlight, Platform
from db.codebook import file as codebook_file
from db.codebook.change import CodebookChange, apply, plan
from db.codebook.differences import differences
from db.coding import Coding
from db.errors import CodebookError, CodingError
from db.journal import faults
from db.pages import Queue
from db.records import Release
from db.releases import store
from db.runs import runs
from db.states import Evidence
from db.study import Study
from tests.conftest import TEXTS, release
from tests.db.codebook_text import reparsed, with_code, with_field, without_code

DEFAULT = codebook_file.default()


def said(study: Study, new: Codebook) -> str:
    weighed = plan(study, new)
    return "\n".join([*weighed.refusals, *weighed.differences, *weighed.effects()])


def status(coding: Coding, release_id: int) -> str:
    return Queue(coding.study, coding.reading.id).page(release_id).status


def rows(study: Study, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in study.connection.execute(query)]


def decided(study: Study) -> list[tuple[object, ...]]:
    """All that a change of the codebook must leave as it is, to the byte."""
    snapshots = (
        "select reading_id, release_id, snapshot, exclusion, lead_id, relation, flagged, skips,"
        " changed, decided_at from states where snapshot <> '{}' or decided_at is not null"
    )
    return [
        row
        for query in (
            snapshots,
            "select * from journal",
            "select * from codings",
            "select * from examples",
            "select * from undo_line",
            "select id, coder, pass, started_at, undo_position from readings",
            "select id, title, text from searchable",
        )
        for row in rows(study, query)
    ]


def code_fully(coding: Coding, release_id: int, category: str = "fraud") -> None:
    coding.code(release_id, "category", category)
    coding.code(release_id, "origin", "ongoing")


# What holds at once


def test_labels_definitions_and_new_codes_hold_at_once(coding: Coding) -> None:
    code_fully(coding, 1)
    new = with_code(DEFAULT, "category", "fraud", label="Fraud and scams", definition="Wider now.")
    new = reparsed(with_code(new, "origin", "informant", key="a", label="Informant"))
    clauses = said(coding.study, new)
    assert "label of code category.fraud: Fraud → Fraud and scams" in clauses
    assert "definition of code category.fraud changed" in clauses
    assert "new code origin.informant" in clauses
    before = decided(coding.study)
    apply(coding.study, new)
    assert decided(coding.study) == before
    coding.code(1, "origin", "informant")
    assert coding.state(1).value("origin") == "informant"


def test_a_plan_changes_nothing_and_waits_for_nobody(coding: Coding, tmp_path: Path) -> None:
    new = reparsed(replace(DEFAULT, start=date(2018, 6, 1), title="Later"))
    everything = list(coding.study.connection.iterdump())
    with Study.open(tmp_path / "study.db") as other, other.transaction():
        assert plan(coding.study, new).leaving
    assert list(coding.study.connection.iterdump()) == everything
    assert coding.study.codebook.title == DEFAULT.title


def test_the_change_is_still_there_after_a_restart_and_the_old_codebook_is_kept(
    study: Study, tmp_path: Path
) -> None:
    apply(study, reparsed(replace(DEFAULT, title="Another title")))
    study.close()
    with Study.open(tmp_path / "study.db") as again:
        assert again.codebook.title == "Another title"
        assert len(rows(again, "select * from codebooks")) == 2
        run = runs(again)[-1]
        assert run.kind == "codebook" and run.finished_at
        assert run.source == f"{DEFAULT.hash} → {again.codebook.hash}"
        assert set(run.counts.values()) == {0}


def test_the_same_codebook_again_leaves_no_trace(study: Study) -> None:
    before = list(study.connection.iterdump())
    assert not apply(study, codebook_file.default()).is_new
    assert list(study.connection.iterdump()) == before


def test_another_remark_is_another_version_and_no_more(coding: Coding) -> None:
    code_fully(coding, 1)
    new = codebook_file.parse(DEFAULT.toml + "\n# seen by all coders\n")
    assert said(coding.study, new) == ""
    assert apply(coding.study, new).is_new
    assert coding.study.codebook.toml.endswith("coders\n")
    assert list(faults(coding.study)) == []


# Where releases stand


def test_a_field_that_becomes_required_reopens_what_lacks_it(coding: Coding) -> None:
    new = reparsed(with_field(DEFAULT, "origin", required=False))
    assert "origin is no longer required" in said(coding.study, new)
    coding.code(1, "category", "fraud")
    code_fully(coding, 2)
    assert "1 release is coded now" in said(coding.study, new)
    apply(coding.study, new)
    assert [status(coding, n) for n in (1, 2, 3)] == ["coded", "coded", "uncoded"]
    assert list(faults(coding.study)) == []
    assert "1 release becomes uncoded again, lacking what is now required: origin (1)" in said(
        coding.study, DEFAULT
    )
    apply(coding.study, DEFAULT)
    assert [status(coding, n) for n in (1, 2, 3)] == ["uncoded", "coded", "uncoded"]
    assert readings.tallies(coding.study, 1)["coded"] == 1


def test_codes_no_longer_asked_for_stay_where_they_are(coding: Coding) -> None:
    code_fully(coding, 1, "child-exploitation")
    coding.code(1, "mode", "images")
    new = reparsed(with_field(DEFAULT, "mode", when={"category": ("human-trafficking",)}))
    assert "stay until their release is coded again: mode (1)" in said(coding.study, new)
    apply(coding.study, new)
    assert coding.state(1).value("mode") == "images"
    assert rows(coding.study, "select code from codings where field = 'mode'") == [("images",)]
    assert status(coding, 1) == "coded"


def test_every_reading_is_judged_by_the_new_rules(study: Study) -> None:
    code_fully(Coding(study, readings.choose(study)), 1)
    second = Coding(study, readings.reading(study, "bea"))
    code_fully(second, 1)
    note = Field("note", "Note", "case", (Code("a", "yes", "Yes"),), required=True)
    new = reparsed(replace(DEFAULT, fields=(*DEFAULT.fields, note)))
    assert "1 release becomes uncoded again" in said(study, new)
    apply(study, new)
    assert status(second, 1) == "uncoded"
    assert list(faults(study)) == []


# The queue


def test_a_narrower_span_takes_out_only_what_nobody_decided_on(coding: Coding) -> None:
    coding.exclude(1, "other")  # dated 2018-02
    coding.link(4, 3, "update")  # 3, the lead, was never decided on itself
    coding.flag(2)  # 2018-03
    coding.undo()  # decided on once is enough: redo must find it
    new = reparsed(replace(DEFAULT, end=date(2018, 2, 1)))
    clauses = said(coding.study, new)
    assert "1 release leaves the queue" in clauses
    assert "4 releases were decided on, now outside the span" in clauses
    apply(coding.study, new)
    assert rows(coding.study, "select release_id from states") == [(1,), (2,), (3,), (4,)]
    assert rows(coding.study, "select id from releases where queued = 0") == [(5,)]
    assert coding.redo() is not None
    assert list(faults(coding.study)) == []
    told_of = reparsed(replace(new, end=date(2018, 1, 31)))
    assert "decided on" not in said(coding.study, told_of)


def test_the_place_of_a_release_that_left_is_forgotten(coding: Coding) -> None:
    readings.remember_place(coding.study, 1, 5)
    apply(coding.study, reparsed(replace(DEFAULT, end=date(2018, 2, 1))))
    assert readings.choose(coding.study).place is None


def test_a_wider_span_brings_stored_releases_into_first_passes_only(tmp_path: Path) -> None:
    narrow = reparsed(replace(DEFAULT, end=date(2018, 3, 31)))
    with Study.create(tmp_path / "s.db", narrow, coder="ann") as study:
        store(study, [release(n, *text) for n, text in enumerate(TEXTS, start=1)], source="x")
        readings.reading(study, "bea")
        blind = readings.reading(study, "ann", 2)
        done = apply(study, DEFAULT)
        assert done.entering == 3
        sizes = "select reading_id, count(*) from states group by reading_id"
        assert dict(rows(study, sizes)) == {1: 5, 2: 5, blind.id: 2}
        assert list(faults(study)) == []


def test_new_terms_find_mentions_in_stored_releases_and_say_what_they_cannot_find(
    study: Study,
) -> None:
    more = [release(6, "Zeta Man Charged", "He wrote on Kik and on Facebook.")]
    store(study, more, source="x")
    store(study, [release(7, "Eta Man Charged", "Kik it was.")], source="x", keep_all=True)
    assert rows(study, "select queued from releases where id = 7") == [(0,)]
    new = reparsed(replace(DEFAULT, platforms=(*DEFAULT.platforms, Platform("Kik", ("kik",)))))
    clauses = said(study, new)
    assert "2 releases have other mentions" in clauses
    assert "1 release comes into the queue" in clauses
    assert "import them again" in clauses
    apply(study, new)
    assert rows(study, "select release_id, start from mentions where platform = 'Kik'") == [
        (6, 12),
        (7, 0),
    ]
    assert rows(study, "select mentions, queued from releases where id >= 6") == [(2, 1), (1, 1)]
    assert "import" not in said(study, DEFAULT)
    apply(study, DEFAULT)
    assert rows(study, "select * from mentions where platform = 'Kik'") == []
    assert rows(study, "select queued from releases where id = 7") == [(0,)]


def test_what_became_furniture_no_longer_counts(coding: Coding) -> None:
    coding.exclude(1, "other")
    furniture = ("live on facebook", "used facebook to sell")
    platform = replace(DEFAULT.platforms[0], furniture=furniture)
    new = reparsed(replace(DEFAULT, platforms=(platform,)))
    clauses = said(coding.study, new)
    assert "1 release leaves the queue" in clauses
    assert "1 release was decided on, now without a mention" in clauses
    apply(coding.study, new)
    assert rows(coding.study, "select mentions, queued from releases where id = 4") == [(0, 0)]
    assert rows(coding.study, "select mentions, queued from releases where id = 1") == [(0, 1)]
    assert rows(coding.study, "select furniture from mentions where release_id = 4") == [(1,)]


def test_releases_imported_between_plan_and_change_are_searched_too(
    study: Study, tmp_path: Path
) -> None:
    new = reparsed(replace(DEFAULT, platforms=(Platform("Kik", ("kik",)),)))
    change = CodebookChange(study, new)
    assert change.plan().leaving == 5
    with Study.open(tmp_path / "study.db") as other:
        store(other, [release(6, "Zeta", "On Facebook and on Kik.")], source="x")
        store(other, [release(1, "Acme", "Now on Facebook and Kik.")], source="x")
    assert change.apply().leaving == 4
    assert rows(study, "select release_id from mentions order by 1") == [(1,), (6,)]
    assert list(faults(study)) == []


# What is refused


def test_what_is_in_use_cannot_be_taken_out_and_every_cure_is_named(coding: Coding) -> None:
    code_fully(coding, 1)
    coding.exclude(2, "in-passing")
    coding.code(3, "category", "threats")
    coding.undo()
    coding.code(3, "origin", "undercover")
    coding.clear(3)
    new = replace(
        without_code(without_code(DEFAULT, "category", "fraud"), "category", "threats"),
        exclusions=(Exclusion("1", "none-of-ours", "None of ours"),),
    )
    fewer = tuple(f for f in new.fields if f.name != "mode")
    new = without_code(replace(new, fields=fewer), "origin", "undercover")
    new = reparsed(with_field(new, "origin", per="example"))
    coding.code(4, "category", "child-exploitation")
    coding.code(4, "mode", "images")
    before = list(coding.study.connection.iterdump())
    with pytest.raises(CodebookError) as refused:
        apply(coding.study, new)
    text = str(refused.value)
    assert 'code "fraud" of field "category" is in use (1 release)' in text
    assert 'code "threats" of field "category" is in use (the journal)' in text
    assert 'exclusion "in-passing" is in use (1 release)' in text
    assert 'code "undercover" of field "origin" is in use (the journal)' in text
    assert 'field "mode" has codings and cannot be taken out' in text
    assert 'field "origin" has codings per case' in text
    assert text.count("retired = true") == 4
    assert len(text.splitlines()) == 6
    assert list(coding.study.connection.iterdump()) == before
    assert coding.study.codebook == DEFAULT


def test_a_retired_code_stays_and_is_no_longer_given(coding: Coding) -> None:
    code_fully(coding, 1)
    new = reparsed(with_code(DEFAULT, "category", "fraud", retired=True))
    apply(coding.study, new)
    assert status(coding, 1) == "coded"
    with pytest.raises(CodingError, match="retired"):
        coding.code(2, "category", "fraud")


def test_a_used_field_keeps_its_unit_and_an_unused_one_need_not(coding: Coding) -> None:
    new = reparsed(with_field(replace(DEFAULT, track={}), "origin", per="example"))
    apply(coding.study, new)
    coding.code(1, "origin", "ongoing")
    assert 'Leave per = "example"' in said(coding.study, reparsed(replace(DEFAULT, track={})))


def test_a_field_with_nothing_but_evidence_is_in_use(coding: Coding) -> None:
    coding.evidence(1, Evidence("origin", 0, 4, "Acme"))
    fewer = tuple(f for f in DEFAULT.fields if f.name != "origin")
    new = reparsed(replace(DEFAULT, fields=fewer, track={}))
    assert 'field "origin" has codings' in said(coding.study, new)


def test_what_was_never_used_can_go(coding: Coding) -> None:
    code_fully(coding, 1)
    new = reparsed(without_code(DEFAULT, "category", "gang"))
    assert "code category.gang is taken out" in said(coding.study, new)
    apply(coding.study, new)
    assert list(faults(coding.study)) == []


# Another sitting on the same study


def test_a_sitting_that_was_open_before_goes_by_the_new_rules(
    coding: Coding, tmp_path: Path
) -> None:
    coding.code(1, "category", "fraud")
    with Study.open(tmp_path / "study.db") as other:
        apply(other, reparsed(with_field(DEFAULT, "origin", required=False)))
        apply(other, reparsed(without_code(other.codebook, "category", "gang")))
    coding.code(2, "category", "drugs")
    assert status(coding, 2) == "coded"
    with pytest.raises(CodingError, match="no code 'gang'"):
        coding.code(3, "category", "gang")
    assert list(faults(coding.study)) == []


def test_a_change_that_fails_leaves_the_old_codebook_in_force(coding: Coding) -> None:
    before = list(coding.study.connection.iterdump())
    with pytest.raises(RuntimeError), coding.study.transaction():
        apply(coding.study, reparsed(replace(DEFAULT, title="Other", end=date(2018, 2, 1))))
        raise RuntimeError("the power went")
    assert list(coding.study.connection.iterdump()) == before
    assert coding.study.codebook == DEFAULT


# In words


@pytest.mark.parametrize("kind", [Platform, Highlight, Exclusion, Code, Field, Event])
def test_no_difference_goes_unsaid(kind: type) -> None:
    full = replace(DEFAULT, highlights=(Highlight("own", ("tip",)),))
    places: dict[type, tuple[str, Callable[[object], Codebook]]] = {
        Platform: ("platforms", lambda one: replace(full, platforms=(one,))),
        Highlight: ("highlights", lambda one: replace(full, highlights=(one,))),
        Exclusion: ("exclusions", lambda one: replace(full, exclusions=(one,))),
        Event: ("events", lambda one: replace(full, events=(one,))),
        Field: ("fields", lambda one: replace(full, fields=(one,))),
        Code: ("", lambda one: with_field(full, "category", codes=(one,))),
    }
    name, around = places[kind]
    old = getattr(full, name)[0] if name else full.fields[0].codes[0]
    for attribute in dataclasses.fields(kind):
        value = getattr(old, attribute.name)
        other: object = f"{value}2"
        if isinstance(value, bool):
            other = not value
        elif isinstance(value, tuple):
            other = value[1:]
        elif isinstance(value, date):
            other = date(2000, 1, 1)
        elif attribute.name == "when":
            other = {"origin": ("ongoing",)}
        changed = replace(old, **{attribute.name: other})
        assert list(differences(around(old), around(changed))), attribute.name
        assert not list(differences(around(old), around(old)))


def test_the_order_of_codes_is_a_difference() -> None:
    codes = DEFAULT.fields[0].codes
    turned = with_field(DEFAULT, "category", codes=(codes[1], codes[0], *codes[2:]))
    assert list(differences(DEFAULT, turned)) == ["another order of the codes of category"]


# Whatever is done


def _drop_field(name: str) -> Callable[[Codebook], Codebook]:
    def drop(book: Codebook) -> Codebook:
        fields = tuple(
            replace(f, when={k: v for k, v in f.when.items() if k != name})
            for f in book.fields
            if f.name != name
        )
        return replace(book, fields=fields, focus={}, track={})

    return drop


def _edits() -> Iterator[tuple[str, Callable[[Codebook], Codebook]]]:
    yield "default", lambda book: DEFAULT
    for name in ("category", "mode", "origin"):
        for required in (True, False):
            yield f"{name} {required}", lambda b, n=name, r=required: with_field(b, n, required=r)
        yield f"drop {name}", _drop_field(name)
    for codes in (("fraud",), ("child-exploitation", "not-used"), ()):
        when = {"category": codes} if codes else {}
        yield f"mode when {codes}", lambda b, w=when: with_field(b, "mode", when=w)
        yield f"origin when {codes}", lambda b, w=when: with_field(b, "origin", when=w)
    for field, code in (("category", "fraud"), ("origin", "ongoing"), ("mode", "images")):
        yield f"drop {code}", lambda b, f=field, c=code: without_code(b, f, c)
        yield f"retire {code}", lambda b, f=field, c=code: with_code(b, f, c, retired=True)
        yield f"label {code}", lambda b, f=field, c=code: with_code(b, f, c, label=c.upper())
    yield "per", lambda b: with_field(replace(b, track={}), "origin", per="example")
    yield "new code", lambda b: with_code(b, "origin", "informant", key="a")
    yield "exclusions", lambda b: replace(b, exclusions=b.exclusions[:1])
    for end in (date(2018, 2, 10), date(2018, 4, 10), None):
        yield f"until {end}", lambda b, e=end: replace(b, end=e)
    for terms in (("facebook",), ("remarks",), ("facebook", "acme", "beta")):
        platform = Platform("Facebook", terms, ("live on facebook",))
        yield f"terms {terms}", lambda b, p=platform: replace(b, platforms=(p,))


EDITS = dict(_edits())

_DECISION = st.tuples(
    st.sampled_from(["code", "exclude", "link", "unlink", "clear", "flag", "add_example", "undo"]),
    st.integers(1, 5),
    st.integers(1, 5),
    st.sampled_from(
        [
            ("category", "child-exploitation"),
            ("category", "fraud"),
            ("mode", "images"),
            ("origin", "ongoing"),
            ("origin", "informant"),
        ]
    ),
)


def _decide(coding: Coding, decision: tuple[str, int, int, tuple[str, str]]) -> None:
    kind, one, other, (field, code) = decision
    try:
        match kind:
            case "code":
                coding.code(one, field, code, example=1 + other % 2)
            case "exclude":
                coding.exclude(one, "not-a-crime" if other < 3 else "other")
            case "link":
                coding.link(one, other, "update")
            case "undo":
                coding.undo()
            case _:
                getattr(coding, kind)(one)
    except CodingError:
        pass


def _edit(coding: Coding, edit: Callable[[Codebook], Codebook]) -> None:
    study = coding.study
    try:
        new = reparsed(edit(study.codebook))
    except (CodebookError, AssertionError):  # no codebook at all, or the field went before
        return
    before, whole = decided(study), list(study.connection.iterdump())
    change = CodebookChange(study, new)
    weighed = change.plan()
    assert list(study.connection.iterdump()) == whole
    try:
        done = change.apply()
    except CodebookError:
        assert weighed.refusals
        assert list(study.connection.iterdump()) == whole
        return
    assert done == weighed
    assert study.codebook == new
    assert decided(study) == before
    assert list(faults(study)) == []


@given(
    steps=st.lists(st.one_of(_DECISION, st.sampled_from(sorted(EDITS))), min_size=3, max_size=14)
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_change_of_the_codebook_ever_touches_a_coding(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[str | tuple[str, int, int, tuple[str, str]]],
) -> None:
    path = tmp_path_factory.mktemp("s") / "study.db"
    with Study.create(path, DEFAULT, coder="ann") as study:
        store(study, [release(n, *text) for n, text in enumerate(TEXTS, start=1)], source="x")
        coding = Coding(study, readings.choose(study))
        for step in steps:
            if isinstance(step, str):
                _edit(coding, EDITS[step])
            else:
                _decide(coding, step)
        assert list(faults(study)) == []
        while coding.undo():
            pass
        assert list(faults(study)) == []
        left = rows(study, "select release_id from states where snapshot <> '{}'")
        assert left == []


@given(edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_an_uncoded_study_becomes_what_it_would_have_been_from_the_start(
    tmp_path_factory: pytest.TempPathFactory, edits: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("s")
    releases = [
        *(release(n, *text) for n, text in enumerate(TEXTS, start=1)),
        Release("uid-6", "Remarks", "Of the Attorney General.", date(2018, 3, 3)),
    ]

    def outcome(study: Study) -> list[list[tuple[object, ...]]]:
        return [
            rows(study, "select * from mentions"),
            rows(study, "select uid, mentions, queued from releases"),
            rows(study, "select reading_id, release_id, status from states"),
            rows(study, "select * from tallies"),
        ]

    with Study.create(folder / "one.db", DEFAULT, coder="ann") as changed:
        store(changed, releases, source="x", keep_all=True)
        for edit in edits:
            _edit(Coding(changed, readings.choose(changed)), EDITS[edit])
        book = changed.codebook
        with Study.create(folder / "other.db", book, coder="ann") as fresh:
            store(fresh, releases, source="x", keep_all=True)
            assert outcome(changed) == outcome(fresh)
