"""The coding screen, by keys and by what is seen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from annotator.app import AnnotatorApp
from annotator.screens.coding import CodingScreen
from db import readings
from db.codebook import file as codebook_file
from db.codebook.change import apply
from db.coding import Coding
from db.filters import Filter
from db.journal import faults
from db.pages import Queue
from db.releases import store
from db.states import Evidence
from db.study import Study
from tests.conftest import TEXTS, release
from tests.screens.looking import rows, shown

SIZES = [(80, 24), (140, 45), (200, 60), (60, 20)]


@pytest.fixture
def app(study: Study) -> AnnotatorApp:
    return AnnotatorApp(study, readings.choose(study))


def coded(study: Study, release_id: int) -> dict[str, str | None]:
    state = Coding(study, readings.choose(study)).state(release_id)
    return {name: state.value(name) for name in ("category", "mode", "origin")}


async def test_one_press_a_code_and_the_next_release_is_up(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Acme Town Man [DOJ] Charged With Fraud" in shown(app)
        await pilot.press("1", "i")
        assert "saved · Mode: Images" in shown(app) and "still: Origin" in shown(app)
        await pilot.press("c")
        assert "Beta [/red] Man Sentenced" in shown(app)
        assert "saved · 1: Child exploitation, Images, Cyber tip: Facebook" in shown(app)
    assert coded(study, 1) == {
        "category": "child-exploitation",
        "mode": "images",
        "origin": "cyber-tip-platform",
    }


@pytest.mark.parametrize("size", SIZES[:3])
async def test_every_key_of_the_codebook_is_seen(app: AnnotatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for field in app.study.codebook.fields:
            for code in field.codes:
                assert f"{code.key} {code.label[:12]}" in shown(app)
        await pilot.press("x")
        for reason in app.study.codebook.exclusions:
            assert f" {reason.key} {reason.label}" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_size_of_the_panel_never_follows_what_is_set(
    app: AnnotatorApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        before = [widget.region for widget in app.screen.query("Rows")]
        for key in ("1", "i", "m", "a", "enter", "f", "x", "escape", "p", "tab", "tab"):
            await pilot.press(key)
            assert [widget.region for widget in app.screen_stack[1].query("Rows")] == before


async def test_excluding_asks_for_the_reason_and_says_it(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "escape")
        assert "Acme Town" in shown(app)
        await pilot.press("x", "1")
        assert "saved · 1: excluded: Speech, remarks, policy" in shown(app)
        await pilot.press("left", "x", "x")
        assert "made uncoded" in shown(app)
    assert Queue(study, 1).page(1).status == "uncoded"


async def test_changing_a_coded_release_does_not_run_on_to_the_next(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", "left", "4", "v")
        assert "Acme Town" in shown(app)
    assert coded(study, 1) == {"category": "threats", "mode": None, "origin": "undercover"}
    assert coded(study, 2)["category"] is None


async def test_undo_names_the_release_and_goes_there(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", "3", "p", "u")
        assert "undone · 2: Origin: Public tip" in shown(app)
        assert "Beta [/red]" in shown(app)
        await pilot.press("u", "u", "u")
        assert "Acme Town" in shown(app)
        await pilot.press("u")
        assert "nothing to undo" in shown(app)
        await pilot.press("U", "r")
        assert "done again · 1: Origin: Public tip" in shown(app)
    assert coded(study, 1)["origin"] == "public-tip"


async def test_a_key_typed_ahead_never_codes_a_release_that_was_not_seen(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        for _ in range(30):  # a burst, as a slow line delivers it: all at once
            app.post_message(events.Key("p", "p"))
            app.post_message(events.Key("3", "3"))
        await pilot.pause()
        await pilot.pause()
        assert "“3 p 3 p 3 p 3 p …” were typed before this release was shown" in shown(app)
    assert coded(study, 1)["origin"] == "public-tip"
    for release_id in (2, 3, 4, 5):
        assert coded(study, release_id) == {"category": None, "mode": None, "origin": None}


async def test_space_and_backspace_never_decide(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "backspace", "enter", "space")
    assert study.connection.execute("select count(*) from journal").fetchone()[0] == 0


async def test_pasted_text_decides_nothing(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste("1ic" * 3000))
        await pilot.pause()
    assert study.connection.execute("select count(*) from journal").fetchone()[0] == 0


async def test_a_sitting_goes_on_where_the_last_one_stopped(study: Study) -> None:
    reading = readings.choose(study)
    first = AnnotatorApp(study, reading)
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", "right", "q")
    with Study.open(study.path) as again:
        later = AnnotatorApp(again, readings.choose(again))
        async with later.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Gamma Resident" in shown(later)
            assert "going on where you stopped" in shown(later)


async def test_the_place_of_one_who_only_looks_about_is_kept_without_quitting(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right")
        await pilot.pause(0.7)
        assert readings.choose(study).place == 3


async def test_skip_flag_memo_and_their_undo(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f", "m", *"odd [x]", "enter")
        assert "⚑ flagged" in shown(app) and "✎ memo" in shown(app)
        await pilot.press("s")
        assert "Beta" in shown(app) and "put off" in shown(app)
        await pilot.press("u", "u")
        assert "undone · 1: memo" in shown(app)
        assert "✎ memo" not in shown(app)
    assert Coding(study, readings.choose(study)).state(1).flagged


async def test_leaving_the_memo_with_escape_keeps_it(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "a", "enter", "m", "b", "escape")
    assert Coding(study, readings.choose(study)).state(1).memo == "a"


async def test_examples_by_keys_alone(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("1", "i", "e", "a", "1", "g", "e", "3")
        assert "Category 2/2" in shown(app)
        assert "1 Child exploitation, Images ×1" in shown(app)
        assert "▸2 Child exploitation, Grooming ×3" in shown(app)
        await pilot.press("e", "d")
        assert "Category 2/2" not in shown(app)
    state = Coding(study, readings.choose(study)).state(1)
    assert [(dict(e.values)["mode"], e.suspects) for e in state.examples] == [("images", 1)]


async def test_evidence_is_the_sentence_at_the_mention(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("right", "1", "apostrophe")
        assert "Evidence for Category" in shown(app)
    evidence = Coding(study, readings.choose(study)).state(2).evidence
    assert [mark.quote for mark in evidence] == ["He met her on Facebook."]


async def test_evidence_kept_twice_is_said_to_be_taken_away(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "1", "apostrophe")
        assert "saved · evidence for Category · still" in shown(app)
        await pilot.press("apostrophe")
        assert "saved · evidence for Category taken away" in shown(app)
        await pilot.press("u")
        assert "undone · 2: evidence for Category taken away" in shown(app)
    assert Coding(study, readings.choose(study)).state(2).evidence


async def test_linking_by_keys_alone(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p")
        await pilot.press("]", "]", "]")
        assert "Epsilon" in shown(app)
        await pilot.press("equals_sign", "slash", *"acme", "enter", "enter", "u")
        await pilot.pause()
        assert "linked as update" in shown(app) or "update" in shown(app)
    state = Coding(study, readings.choose(study)).state(5)
    assert (state.lead, state.relation) == (1, "update")


async def test_the_list_opens_filters_and_goes(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        assert [row for row in rows(app) if "Gamma" in row]
        await pilot.press("down", "down", "enter")
        assert "Gamma Resident" in rows(app)[2]
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"speech", "enter", "enter")
        assert "Delta Speech" in rows(app)[2]


async def test_help_shows_definitions_first_and_can_be_searched(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert "Child exploitation" in shown(app)
        await pilot.press("slash", *"redo", "enter")
        assert "Do again what was undone" in shown(app)
        assert "Child exploitation" not in shown(app)
        await pilot.press("escape")
        assert "Acme" in shown(app)


async def test_brackets_and_escapes_are_shown_and_do_nothing(app: AnnotatorApp) -> None:
    app.study.connection.execute("update releases set title = 'A\x1b[2J\x07 [/red] [DOJ]'")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "A·[2J· [/red] [DOJ]" in shown(app)


async def test_a_resize_in_the_middle_of_anything_is_harmless(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        for keys in ("1", "x", "m", "l"):
            await pilot.press(keys)
            for size in ((80, 24), (40, 12), (200, 60), (20, 5), (140, 45)):
                await pilot.resize_terminal(*size)
            await pilot.press("escape")
        assert "Acme Town" in shown(app)
    assert list(faults(app.study)) == []


async def test_an_empty_study_says_what_to_do(tmp_path: Path, study: Study) -> None:
    with Study.create(tmp_path / "empty.db", study.codebook, coder="ann") as empty:
        app = AnnotatorApp(empty, readings.choose(empty))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "annotator import STUDY FILE…" in shown(app)
            first = rows(app).index("   STUDY is") + 1
            assert "".join(row.strip() for row in rows(app)[first:-11]).startswith(str(empty.path))
            for key in ("1", "x", "1", "s", "n", "u", "]", "e", "f", "tab", "=", "'"):
                await pilot.press(key)
            await press_and_leave(pilot, "l", "question_mark", "m")
        assert list(faults(empty)) == []


async def press_and_leave(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key, "escape")


async def test_the_end_of_the_queue_is_said(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(5):
            await pilot.press("x", "9")
        assert "no uncoded release is left" in shown(app)


async def test_repeat_shows_first_and_sets_second(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", ".")
        assert "again: Fraud, Public tip?" in shown(app)
        assert coded(study, 2)["category"] is None
        await pilot.press("n")
        await pilot.press(".", ".")
        assert "saved · 2: Fraud, Public tip" in shown(app)
        await pilot.press("x", "9", ".", ".")
        assert "excluded" in shown(app)
    assert coded(study, 2) == {"category": "fraud", "mode": None, "origin": "public-tip"}
    assert Queue(study, 1).page(4).status == "excluded"
    assert list(faults(study)) == []


async def test_the_choice_of_view_is_remembered(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "q")
    later = AnnotatorApp(study, readings.choose(study))
    async with later.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert later.screen.reader.mentions_only  # type: ignore[attr-defined]


async def test_words_of_ones_own_are_counted_and_walked(tmp_path: Path) -> None:
    toml = codebook_file.default_toml() + '\n[[highlight]]\nname = "tip"\nterms = ["reported"]\n'
    with Study.create(tmp_path / "h.db", codebook_file.parse(toml), coder="ann") as study:
        store(study, [release(1, "Plea", "Facebook reported it. A user reported it.")], source="x")
        app = AnnotatorApp(study, readings.choose(study))
        async with app.run_test(size=(140, 45)) as pilot:
            await pilot.pause()
            assert "tip 2 · mention 1/1" in shown(app)
            await pilot.press(",")
            assert "tip 2 · tip 1/2" in shown(app)
            await pilot.press("n")
            assert "tip 2 · tip 2/2" in shown(app)
            await pilot.press(",")
            assert "all 1/3" in shown(app)


async def test_coding_moves_within_a_filter_until_escape(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"sentenced", "enter", "home", "enter")
        assert "sentenced · 1/2" in rows(app)[0]
        await pilot.press("3", "p")
        assert "Epsilon" in rows(app)[2]
        await pilot.press("3", "p")
        assert "no uncoded release is left among these (Esc: all)" in shown(app)
        await pilot.press("escape")
        assert "5/5" in rows(app)[0]


async def test_a_sitting_ends_with_a_summary_and_is_logged(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", "x", "9", "x", "1", "u", "q")
    assert app.farewell.startswith("This sitting: 2 releases decided in ")
    assert "3 uncoded are left" in app.farewell
    row = study.connection.execute("select * from runs where kind = 'sitting'").fetchone()
    assert '"decided": 2' in row["counts"]


async def test_only_flagged_releases(study: Study) -> None:
    Coding(study, readings.choose(study)).flag(3)
    app = AnnotatorApp(study, readings.choose(study), chosen=Filter(flagged=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "is:flagged · 1/1" in rows(app)[0] and "Gamma" in rows(app)[2]
    app = AnnotatorApp(study, readings.choose(study), chosen=Filter(changed=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "no release passes that filter" in shown(app) and "Acme" in rows(app)[2]


async def test_a_passage_is_chosen_by_keys(app: AnnotatorApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "3", ";", "j", "left", "left", "enter")
        assert "saved · evidence for Category" in shown(app)
        await pilot.press(";", "k", "escape")
        assert "Enter keeps" not in shown(app)
    evidence = Coding(study, readings.choose(study)).state(2).evidence
    assert [mark.quote for mark in evidence] == ["The sentence [sic] is"]


async def test_what_changed_since_a_decision_is_shown(study: Study) -> None:
    Coding(study, readings.choose(study)).code(2, "origin", "ongoing")
    title, text = TEXTS[1]
    store(study, [release(2, title, text.replace("10 years", "twelve years"))], source="x")
    app = AnnotatorApp(study, readings.choose(study), chosen=Filter(changed=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert 'text changed: " shows' in shown(app)
        await pilot.press('"')
        await pilot.pause()
        assert "[-10-] {+twelve+} years" in shown(app)
        await pilot.press("escape")
        assert "Beta" in shown(app)


@pytest.mark.parametrize("keys", [["3"], ["x", "4"], ["s"], ["f"], ["'"]])
async def test_a_text_replaced_while_it_is_on_show_is_not_decided_on_unseen(
    app: AnnotatorApp, study: Study, keys: list[str]
) -> None:
    coding = Coding(study, app.reading)
    coding.code(1, "origin", "ongoing")
    before = coding.state(1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        with Study.open(study.path) as elsewhere:
            store(elsewhere, [release(1, "Acme Man", "He was acquitted. Facebook.")], source="x")
        assert "acquitted" not in shown(app)
        await pilot.press(*keys)
        await pilot.pause()
        assert coding.state(1) == before
        assert "He was acquitted" in shown(app) and "another text came in" in shown(app)
        assert "text changed" in rows(app)[1] and rows(app)[1].endswith(" 1/1")
        await pilot.press("3")
        await pilot.pause()
    assert coded(study, 1)["category"] == "fraud"


async def test_a_memo_is_kept_though_another_text_came_in_and_that_is_said(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "h", "m")
        with Study.open(study.path) as elsewhere:
            store(elsewhere, [release(1, "Acme Man", "He was acquitted. Facebook.")], source="x")
        await pilot.press("enter")
        await pilot.pause()
        assert "acquitted" in shown(app) and "another text came in meanwhile" in shown(app)
    assert Coding(study, app.reading).state(1).memo == "hm"


async def test_a_key_typed_before_the_new_text_was_seen_does_not_code_it(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        with Study.open(study.path) as elsewhere:
            store(elsewhere, [release(1, "Acme Man", "He was acquitted. Facebook.")], source="x")
        ahead = events.Key("p", "p")
        await pilot.press("3")
        screen.on_key(ahead)
        await pilot.pause()
        assert "was typed before this release was shown" in shown(app)
    assert coded(study, 1) == {"category": None, "mode": None, "origin": None}


async def test_evidence_that_a_new_text_lacks_is_said_to_be_gone_when_that_comes_up(
    app: AnnotatorApp, study: Study
) -> None:
    Coding(study, app.reading).evidence(1, Evidence("origin", 0, 4, "ACME"))
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.pause()
        assert "not in this text" not in shown(app)
        with Study.open(study.path) as elsewhere:
            store(elsewhere, [release(1, "Acme Man", "He was acquitted. Facebook.")], source="x")
        await pilot.press("3")
        await pilot.pause()
        assert "not in this text" in shown(app)


@pytest.mark.parametrize(
    ("text", "marked"),
    [("Lately he met her on Facebook. He met her.", ["He met her"]), ("Facebook. Acquitted.", [])],
)
async def test_evidence_is_marked_where_its_words_stand_in_a_new_text(
    study: Study, text: str, marked: list[str]
) -> None:
    coding = Coding(study, readings.choose(study))
    coding.evidence(2, Evidence("origin", 0, 10, "He met her"))
    store(study, [release(2, "Beta", text)], source="x")
    app = AnnotatorApp(study, coding.reading, chosen=Filter(changed=True))
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CodingScreen) and screen.session.page is not None
        page = screen.session.page
        marks = screen.session.marking.of("text", page, None)
        assert [text[a:b] for a, b, style in marks if style == "evidence"] == marked
        assert ("not in this text" in shown(app)) == (not marked)
        await pilot.press("\\")
        await pilot.pause()
        assert ("(not in this text)" in shown(app)) == (not marked)


async def test_a_date_that_changed_since_a_decision_is_shown(study: Study) -> None:
    Coding(study, readings.choose(study)).code(2, "origin", "ongoing")
    corrected = replace(release(2, *TEXTS[1]), published=date(2018, 4, 1))
    store(study, [corrected], source="x")
    app = AnnotatorApp(study, readings.choose(study), chosen=Filter(changed=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press('"')
        await pilot.pause()
        assert "[-2018-03-03-]{+2018-04-01+}" in shown(app)


async def test_what_changed_is_held_against_the_text_that_was_coded_not_flagged(
    study: Study,
) -> None:
    coding = Coding(study, readings.choose(study))
    title, text = TEXTS[1]
    coding.code(2, "origin", "ongoing")
    store(study, [release(2, title, text.replace("10 years", "twelve years"))], source="x")
    coding.flag(2)
    coding.code(2, "origin", "public-tip")
    coding.undo()
    store(study, [release(2, title, text.replace("10 years", "a fine"))], source="x")
    for table, column in (("journal", "at"), ("earlier_texts", "replaced_at")):
        rows = study.connection.execute(f"select id from {table} order by id").fetchall()
        for row, day in zip(rows, MOMENTS[table], strict=True):
            study.connection.execute(f"update {table} set {column} = ? where id = ?", (day, row[0]))
    app = AnnotatorApp(study, coding.reading, chosen=Filter(changed=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press('"')
        await pilot.pause()
        assert "[-10 years.-] {+a fine.+}" in shown(app)


async def test_nobody_is_told_to_decide_anew_what_is_not_decided(study: Study) -> None:
    coding = Coding(study, readings.choose(study))
    coding.code(1, "origin", "ongoing")
    store(study, [release(1, *TEXTS[1])], source="x")
    app = AnnotatorApp(study, coding.reading)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press('"')
        await pilot.pause()
        assert "decide anew" in shown(app)
        await pilot.press('"', "u", '"')
        await pilot.pause()
        assert "What changed" in shown(app) and "decide anew" not in shown(app)


MOMENTS = {
    "journal": ("2026-01-01", "2026-01-03", "2026-01-04", "2026-01-05"),
    "earlier_texts": ("2026-01-02", "2026-01-06"),
}


NEW_CODE = """[[field.code]]
key = "g"
name = "customer-report"
label = "Customer report"
definition = "A customer told the police."

[[field.code]]
key = "p"
name = "public-tip"
"""
OLD_CODE = """[[field.code]]
key = "p"
name = "public-tip"
"""


def edit_codebook(study: Study, old: str, new: str) -> None:
    """Edit it as another program would, over a connection of its own."""
    with Study.open(study.path) as elsewhere:
        toml = elsewhere.codebook.toml
        assert old in toml
        apply(elsewhere, codebook_file.parse(toml.replace(old, new, 1)))


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_codebook_edited_in_another_terminal_is_followed(
    app: AnnotatorApp, study: Study, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("3")
        edit_codebook(study, 'label = "Public tip"', 'label = "Tip from outside"')
        assert "p Public tip" in shown(app)
        await pilot.press("p")
        await pilot.pause()
        assert coded(study, 1)["origin"] == "public-tip"
        assert "Beta [/red] Man Sentenced" in shown(app)
        assert "p Tip from outside" in shown(app) and "p Public tip" not in shown(app)
        assert "the codebook was edited meanwhile · saved · 1: Fraud" in shown(app)
        await pilot.press("f")
        assert "the codebook was edited meanwhile" not in shown(app)


async def test_a_key_that_the_edited_codebook_makes_a_code_must_first_be_seen_to_be_one(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "a")
        edit_codebook(study, OLD_CODE, NEW_CODE.replace('key = "g"', 'key = "a"'))
        await pilot.press("a")
        assert coded(study, 1)["origin"] is None
        assert "a Customer report" in shown(app)
        await pilot.press("i", "a")
    assert coded(study, 1)["origin"] == "customer-report"


async def test_a_release_that_the_edited_codebook_leaves_out_gives_way(
    app: AnnotatorApp, study: Study
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Acme Town" in shown(app) and "1/5" in shown(app)
        edit_codebook(study, "from = 2013-01-01", "from = 2018-03-01")
        await pilot.press("f")
        await pilot.pause()
        assert "Acme Town" not in shown(app) and "1/4" in shown(app)
