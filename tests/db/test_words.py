"""Decisions in words: the whole of each in the journal, the gist in the status line."""

import time
from collections.abc import Iterator

import pytest

from annotator.__main__ import main
from annotator.exits import Exit
from db.coding import Coding
from db.families import make_lead, set_apart
from db.places import Place
from db.states import Change, Evidence, State, Step
from db.study import Study
from db.tables.journals import journal_table
from db.words import step_words

ACME = "2018-02-02 Acme Town Man [DOJ] Charged With Fraud"
BETA = "2018-03-03 Beta [/red] Man Sentenced"


def told(study: Study) -> list[str]:
    """The words of the journal, row by row."""
    table = journal_table(study)
    place = [column.name for column in table.columns].index("words")
    return [str(row[place]) for row in table.rows]


def test_what_is_repeated_is_told_with_its_codes(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "public-tip")
    step = coding.repeat(2, coding.state(1))
    undone = coding.undo()
    assert step and undone
    words = "coded like the one before: Fraud, Public tip"
    assert told(study)[2:] == [words, f"undo: {words}"]
    assert step_words(step, study.codebook) == step_words(undone, study.codebook) == words


def test_what_is_loaded_is_told_release_by_release(study: Study, coding: Coding) -> None:
    coded = State(values={"origin": "ongoing"})
    linked = State(lead=1, relation="duplicate")
    excluded = State(exclusion="other")
    changes = [Change(n, State(), to) for n, to in enumerate((coded, linked, excluded), start=1)]
    coding.record("load", changes, {"file": "codes.csv"})
    start, end = "codes loaded from a file: ", " (1 of 3 releases)"
    assert told(study) == [
        f"{start}Ongoing investigation{end}",
        f"{start}duplicate of {ACME}{end}",
        f"{start}excluded: Other reason{end}",
    ]


def test_links_name_the_case(study: Study, coding: Coding) -> None:
    coding.link(3, 2, "update")
    coding.link(2, 1, "duplicate")
    make_lead(coding, 2)
    coding.unlink(3)
    set_apart(coding, 3, 1)
    assert told(study) == [
        f"linked as update of {BETA}",
        f"linked as duplicate of {ACME} (1 of 2 releases)",
        f"linked as update of {ACME} (1 of 2 releases)",
        "leads its case now (1 of 3 releases)",
        f"its case is led by {BETA} now (1 of 3 releases)",
        f"its case is led by {BETA} now (1 of 3 releases)",
        f"taken out of its case; it was update of {BETA}",
        f"not the same case as {ACME}",
    ]


def test_memos_evidence_and_examples_are_told_in_full(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.memo(1, "ask\nagain \x1b[31m")
    coding.memo(1, "")
    mark = Evidence("category", 0, 4, "ACME, Ky.")
    coding.evidence(1, mark)
    coding.evidence(1, mark)
    coding.add_example(1)
    coding.code(1, "category", "drugs", example=2)
    coding.remove_example(1, 2)
    coding.clear(1)
    coding.undo()
    assert told(study)[1:] == [
        "memo: “ask again [31m”",
        "memo removed: “ask again [31m”",
        "evidence for Category: “ACME, Ky.”",
        "evidence for Category taken away: “ACME, Ky.”",
        "one more example",
        "Category: Drugs (example 2)",
        "example 2 removed: Drugs",
        "made uncoded; it was Fraud",
        "undo: made uncoded; it was Fraud",
    ]


def test_a_status_line_has_the_gist(study: Study, coding: Coding) -> None:
    steps: list[Step | None] = [
        coding.memo(1, "a long memo"),
        coding.undo(),
        coding.flag(1),
        coding.undo(),
        coding.link(2, 1, "update"),
        coding.place(3, Place("Mayfield", "KY")),
    ]
    said = [step_words(step, study.codebook) for step in steps if step]
    assert said == [
        "memo",
        "memo",
        "flagged",
        "flagged",
        "linked as update",
        "placed in Mayfield, KY",
    ]


def test_evidence_taken_away_says_so_in_undo_and_redo_too(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    mark = Evidence("category", 0, 4, "ACME, Ky.")
    steps = [coding.evidence(1, mark), coding.evidence(1, mark), coding.undo(), coding.redo()]
    away = "evidence for Category taken away"
    said = [step_words(step, study.codebook) for step in steps if step]
    assert said == ["evidence for Category", away, away, away]
    in_full = f"{away}: “ACME, Ky.”"
    assert told(study)[2:] == [in_full, f"undo: {in_full}", f"redo: {in_full}"]


def test_a_passage_kept_for_another_field_is_no_evidence_for_this_one(
    study: Study, coding: Coding
) -> None:
    for field in ("category", "origin"):
        coding.evidence(1, Evidence(field, 0, 4, "ACME, Ky."))
    step = coding.evidence(1, Evidence("category", 0, 4, "ACME, Ky."))
    assert step and step_words(step, study.codebook) == "evidence for Category taken away"


def test_a_field_of_the_case_is_told_without_the_example_at_hand(
    study: Study, coding: Coding
) -> None:
    coding.code(1, "category", "fraud")
    coding.add_example(1)
    step = coding.code(1, "origin", "public-tip", example=2)
    undone = coding.undo()
    assert step and undone
    words = "Origin: Public tip"
    assert step_words(step, study.codebook) == step_words(undone, study.codebook) == words
    assert told(study)[2:] == [words, f"undo: {words}"]


@pytest.fixture
def eastern(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine five hours behind UTC."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "XXX+5")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("eastern")
def test_the_log_names_releases_and_tells_local_time(
    study: Study, coding: Coding, capsys: pytest.CaptureFixture[str]
) -> None:
    coding.link(2, 1, "update")
    (at,) = study.connection.execute("select at from journal").fetchone()
    log(study)
    (line,) = capsys.readouterr().out.splitlines()
    hour = (int(at[11:13]) - 5) % 24
    assert line[11:16] == f"{hour:02}{at[13:16]}"
    assert line[16:] == f"  ann 1  {BETA}  linked as update of {ACME}  uid-2"
    log(study, "--utc", "--release", "uid-2")
    assert capsys.readouterr().out.startswith(f"{at}  ann 1  {BETA}")
    log(study, "--release", "uid-1")
    assert capsys.readouterr().out == ""


def log(study: Study, *options: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["log", str(study.path), *options])
    assert ended.value.code == Exit.FINE
