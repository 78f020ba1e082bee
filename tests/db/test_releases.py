"""Releases coming in: kept, left out, known, changed; the index and the queue stay right."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from db import readings
from db.changes import earlier
from db.coding import Coding
from db.filters import Filter
from db.journal import faults
from db.listing import Listing
from db.pages import Queue
from db.records import Imported, LeftOut, Reject, Release
from db.releases import Outcome, rejects, store
from db.report import make_report
from db.study import Study
from tests.conftest import release

FURNITURE = "A man was sentenced. Follow us on Facebook."


def found(study: Study, words: str) -> list[str]:
    listing = Listing(study, 1, Filter(text=words))
    return [entry.title for entry in listing.entries(0, 99)]


def test_a_release_whose_only_mention_is_furniture_is_left_out(study: Study) -> None:
    outcome = store(study, [release(9, "Man Sentenced", FURNITURE)], source="x")
    assert outcome == Outcome(left_out=1)


def test_a_mention_in_the_heading_alone_keeps_a_release(study: Study) -> None:
    assert store(study, [release(9, "Facebook Stalker Sentenced", "He was.")], source="x").new == 1


def test_lost_spaces_do_not_lose_a_mention(study: Study) -> None:
    text = "It was announcedonFacebooktoday."
    store(study, [release(9, "Plea", text)], source="x")
    page = Queue(study, 1).page(6)
    assert [text[m.start : m.end] for m in page.mentions] == ["Facebook"]


def test_keeping_all_stores_the_others_but_does_not_queue_them(study: Study) -> None:
    outcome = store(study, [release(9, "Plea", "No platform.")], source="x", keep_all=True)
    assert (outcome.new, outcome.without_mention) == (1, 1)
    assert Queue(study, 1).size() == 5


def test_outside_the_span_is_stored_but_not_queued(study: Study) -> None:
    old = replace(release(9, "Old", "On Facebook."), published=date(2009, 1, 1))
    outcome = store(study, [old], source="x")
    assert (outcome.new, outcome.outside_span) == (1, 1)
    assert Queue(study, 1).size() == 5


def test_import_and_report_count_what_is_not_read_alike(study: Study) -> None:
    late = [replace(release(n, "Late", text), published=date(2031, 1, 1))
            for n, text in ((8, "No platform."), (9, "On Facebook."))]  # fmt: skip
    outcome = store(study, [*late, release(7, "Plea", "None.")], source="x", keep_all=True)
    progress = make_report(study, readings.choose(study)).progress
    assert (outcome.new, outcome.outside_span, outcome.without_mention) == (3, 1, 2)
    assert (progress.outside_span, progress.without_mention) == (1, 2)


def test_importing_again_changes_nothing(study: Study) -> None:
    records = [release(9, "Plea", "On Facebook."), Reject("f", 3, "no date", "T")]
    store(study, records, source="x")
    before = "\n".join(line for line in study.connection.iterdump() if '"runs"' not in line)
    outcome = store(study, records, source="x")
    after = "\n".join(line for line in study.connection.iterdump() if '"runs"' not in line)
    assert (outcome.unchanged, outcome.rejected, outcome.new) == (1, 1, 0)
    assert before == after
    assert list(rejects(study)) == [Reject("f", 3, "no date", "T")]


def test_twice_in_one_file_is_stored_once(study: Study) -> None:
    same = release(9, "Plea", "On Facebook.")
    assert store(study, [same, same], source="x") == Outcome(new=1, unchanged=1)
    other = replace(release(8, "Plea", "On Facebook, later."), uid="v")
    changed = replace(other, text="On Facebook, later still.")
    assert store(study, [other, changed], source="x") == Outcome(new=1, changed=1)
    assert Queue(study, 1).page(7).text == "On Facebook, later still."


def test_the_same_address_under_another_id_is_the_same_release(study: Study) -> None:
    first = release(9, "Plea", "On Facebook.")
    store(study, [first], source="x")
    assert store(study, [replace(first, uid="api-uuid")], source="y") == Outcome(unchanged=1)


def test_releases_with_uids_of_their_own_are_two_though_their_address_be_one(study: Study) -> None:
    first = replace(release(9, "Plea", "On Facebook."), uid="a")
    second = replace(release(9, "Sentence", "On Facebook, later."), uid="b")
    assert store(study, [first, second], source="x") == Outcome(new=2)
    assert store(study, [second, first], source="x") == Outcome(unchanged=2)
    third = replace(release(9, "Appeal", "On Facebook, last."), uid="c")
    assert store(study, [third], source="x") == Outcome(new=1)
    assert Queue(study, 1).size() == 8


@pytest.mark.parametrize("page_first", [True, False])
def test_a_saved_page_is_the_release_of_its_address(study: Study, page_first: bool) -> None:
    own = replace(release(9, "Plea", "On Facebook."), uid="a")
    assert own.url
    page = replace(own, uid=own.url, text="On Facebook, as the page has it.")
    one, other = (page, own) if page_first else (own, page)
    store(study, [one], source="x")
    assert store(study, [other], source="y") == Outcome(changed=1)
    assert Queue(study, 1).size() == 6


@pytest.mark.parametrize("at_once", [True, False])
def test_a_saved_page_takes_the_uid_of_its_source_and_the_next_one_is_another(
    study: Study, at_once: bool
) -> None:
    first = replace(release(9, "Plea", "On Facebook."), uid="u11")
    second = replace(first, uid="u12", title="Sentence", text="On Facebook, later.")
    assert first.url
    page = replace(first, uid=first.url)
    for portion in [[page, first, second]] if at_once else [[page], [first], [second]]:
        store(study, portion, source="x")
    rows = study.connection.execute("select uid, url, title from releases where id > 5 order by id")
    assert [tuple(row) for row in rows] == [
        ("u11", first.url, "Plea"),
        ("u12", first.url, "Sentence"),
    ]
    assert store(study, [page, first, second], source="x") == Outcome(unchanged=3)


def test_a_page_is_still_known_when_its_release_has_another_text_and_a_neighbour(
    study: Study,
) -> None:
    first = replace(release(9, "Plea", "On Facebook."), uid="u11")
    second = replace(first, uid="u12", title="Sentence", text="On Facebook, later.")
    assert first.url
    page = replace(first, uid=first.url)
    newer = replace(first, text="On Facebook, corrected.")
    store(study, [page, first, second, newer], source="x")
    assert store(study, [page], source="x") == Outcome(unchanged=1)
    assert Queue(study, 1).page(6).text == newer.text


def test_a_page_whose_address_several_releases_have_replaces_none_of_them(study: Study) -> None:
    first = replace(release(9, "Plea", "On Facebook."), uid="a")
    second = replace(release(9, "Sentence", "On Facebook, later."), uid="b")
    store(study, [first, second], source="x")
    assert first.url
    page = replace(second, uid=first.url)
    assert store(study, [page], source="y") == Outcome(unchanged=1)
    assert store(study, [replace(page, text="On Facebook, new.")], source="y") == Outcome(new=1)
    assert [Queue(study, 1).page(id_).text for id_ in (6, 7)] == [first.text, second.text]


def test_a_corrected_date_is_taken_over_and_the_decision_stays(
    study: Study, coding: Coding
) -> None:
    plea = replace(release(9, "Plea", "On Facebook."), published=date(2018, 3, 31))
    store(study, [plea], source="x")
    coding.code(6, "category", "fraud")
    coding.code(6, "origin", "ongoing")
    corrected = replace(plea, published=date(2018, 4, 1))
    assert store(study, [corrected], source="x") == Outcome(changed=1)
    page = Queue(study, 1).page(6)
    assert (page.published, page.quarter, page.changed) == ("2018-04-01", "2018-Q2", True)
    assert page.coding.value("origin") == "ongoing"
    counted = {q.quarter: q.cases for q in make_report(study, coding.reading).quarters if q.cases}
    assert counted == {"2018-Q2": 1}
    (before,) = earlier(study, 6)
    assert (before.published, before.text) == ("2018-03-31", plea.text)
    assert list(faults(study)) == []
    assert store(study, [corrected], source="x") == Outcome(unchanged=1)


def test_a_date_corrected_back_is_taken_over_from_the_source_alone(study: Study) -> None:
    first = replace(release(9, "Plea", "On Facebook."), published=date(2018, 3, 31))
    second = replace(first, published=date(2018, 4, 1))
    for one in (first, second, first):
        store(study, [one], source="x")
    assert Queue(study, 1).page(6).published == "2018-03-31"
    assert first.url
    page = replace(second, uid=first.url)
    assert store(study, [page], source="y") == Outcome(unchanged=1)
    assert store(study, [first, second], source="z") == Outcome(unchanged=1, changed=1)
    assert store(study, [first, second], source="z") == Outcome(unchanged=2)
    assert Queue(study, 1).page(6).published == "2018-04-01"
    assert list(faults(study)) == []


def test_the_date_of_a_cut_is_taken_over_and_the_whole_text_stays(study: Study) -> None:
    whole = release(9, "Plea", "On Facebook, as the page has it.")
    store(study, [whole], source="x")
    cut = replace(whole, text="On Facebook", published=date(2019, 7, 4))
    assert store(study, [cut], source="x") == Outcome(changed=1)
    page = Queue(study, 1).page(6)
    assert (page.text, page.published, page.quarter) == (whole.text, "2019-07-04", "2019-Q3")
    assert [text[m.start : m.end] for text in [page.text] for m in page.mentions] == ["Facebook"]
    assert store(study, [cut], source="x") == Outcome(unchanged=1)
    assert list(faults(study)) == []


def test_office_and_topics_corrected_at_the_source_are_taken_over_in_place(
    study: Study, coding: Coding
) -> None:
    plea = replace(release(9, "Plea", "On Facebook."), topics=("Drugs",), components=("ATF",))
    store(study, [plea], source="x")
    coding.code(6, "category", "fraud")
    corrected = replace(plea, office="D. Alaska", state="AK", topics=("Cyber", "Fraud"))
    assert store(study, [corrected], source="x") == Outcome(changed=1)
    row = study.connection.execute(
        "select office, state, topics, components, place_state from releases where id = 6"
    ).fetchone()
    assert tuple(row) == ("D. Alaska", "AK", '["Cyber", "Fraud"]', '["ATF"]', "AK")
    assert not Queue(study, 1).page(6).changed and earlier(study, 6) == []
    assert list(faults(study)) == []
    bare = replace(plea, office=None, state=None, topics=(), components=())
    assert store(study, [bare], source="x") == Outcome(unchanged=1)
    assert plea.url
    assert store(study, [replace(plea, uid=plea.url)], source="y") == Outcome(unchanged=1)
    assert store(study, [plea, corrected], source="z") == Outcome(unchanged=2)


def test_a_date_corrected_into_the_span_puts_a_release_up(study: Study) -> None:
    old = replace(release(9, "Old", "On Facebook."), published=date(2009, 1, 1))
    store(study, [old], source="x")
    assert Queue(study, 1).size() == 5
    store(study, [replace(old, published=date(2019, 1, 1))], source="x")
    assert Queue(study, 1).size() == 6
    assert list(faults(study)) == []


def test_a_changed_text_keeps_the_earlier_one_and_the_coding(study: Study) -> None:
    coding = Coding(study, readings.choose(study))
    coding.code(1, "origin", "ongoing")
    first = release(1, "Acme Man Charged", "A man used Facebook to sell zebras.")
    assert store(study, [first], source="x") == Outcome(changed=1)
    page = Queue(study, 1).page(1)
    assert page.text == first.text and page.changed
    assert page.coding.value("origin") == "ongoing"
    assert found(study, "zebras") == ["Acme Man Charged"]
    assert found(study, "cars") == []
    earlier = study.connection.execute("select text from earlier_texts").fetchall()
    assert [row["text"] for row in earlier] == ["ACME, Ky. – A man used Facebook to sell cars."]
    back = release(1, "Acme Town Man [DOJ] Charged With Fraud", earlier[0]["text"])
    assert store(study, [back], source="x") == Outcome(unchanged=1)  # known, if not on show
    assert not Queue(study, 1).page(2).changed


def test_a_text_cut_short_does_not_replace_the_whole_one(study: Study) -> None:
    cut = release(3, "Gamma Resident José Müller Pleads Guilty", "Facebook reported it.")
    before = Queue(study, 1).page(3)
    assert store(study, [cut], source="x") == Outcome(unchanged=1)
    assert store(study, [cut], source="x") == Outcome(unchanged=1)
    assert Queue(study, 1).page(3) == before
    kept = study.connection.execute("select text, shown from earlier_texts").fetchall()
    assert [tuple(row) for row in kept] == [("Facebook reported it.", 0)]
    assert earlier(study, 3) == []  # it was never on show


def test_a_cut_that_comes_in_with_the_whole_text_does_not_replace_it(study: Study) -> None:
    whole = release(9, "Plea", "On Facebook, as the page has it.")
    cut = replace(whole, text="On Facebook")
    assert store(study, [whole, cut], source="x") == Outcome(new=1, unchanged=1)
    assert Queue(study, 1).page(6).text == whole.text


def test_the_index_is_whole_and_finds_what_was_stored(study: Study) -> None:
    study.connection.execute("insert into search (search) values ('integrity-check')")
    assert found(study, "müller") == found(study, "Muller") != []
    assert found(study, '"10 years"') == ["Beta [/red] Man Sentenced"]
    assert found(study, "non-prosecution AND (") == []  # no syntax that a person could get wrong


def test_a_broken_run_keeps_what_came_and_says_so(study: Study) -> None:
    def breaking() -> Iterator[Imported]:
        for number in range(10_000):
            yield LeftOut("f", number)
        yield release(9, "Plea", "On Facebook.")
        raise OSError("line dropped")

    with pytest.raises(OSError):
        store(study, breaking(), source="x")
    assert Queue(study, 1).size() == 6
    row = study.connection.execute("select * from runs order by id desc").fetchone()
    assert row["finished_at"] is None and '"left_out": 10000' in row["counts"]


def test_a_large_run_is_stored_in_several_transactions(study: Study) -> None:
    def many() -> Iterator[Release]:
        for number in range(6000):
            yield replace(release(9, f"T {number}", "On Facebook."), uid=f"m{number}", url=None)

    seen: list[int] = []
    outcome = store(study, many(), source="x", on_batch=lambda so_far: seen.append(so_far.new))
    assert seen == [5000, 6000] and outcome.new == 6000
