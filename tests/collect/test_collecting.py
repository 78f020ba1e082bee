"""What a collection brings, and what it costs."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db import readings
from db.changes import earlier, seen_when_decided
from db.coding import Coding
from db.records import Reject
from db.releases import rejects
from db.runs import runs
from db.study import Study
from importers.doj.failures import BotCheck, CollectFailed
from tests.collect.conftest import Collecting, stored
from tests.collect.standin import (
    FAULTS,
    StandIn,
    as_entered,
    cut_short,
    item,
    latest_entry_first,
    status,
)

REAL = Path(__file__).parents[2].parent / "shared" / "data" / "doj-api-2020-page0.json"


def edited(numbers: range, every: int = 7) -> list:
    """Releases of which some were edited long after they were made, as at the real source."""
    return [item(n, changed=2_000_000_000 + n * 13 % 900 if n % every == 0 else 0) for n in numbers]


def test_what_names_a_platform_within_the_range_is_kept(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [
        item(1),
        item(2, names=False),
        item(3, day=800),  # 2020
        item(4),
    ]
    outcome = collecting()
    assert stored(blank) == [item(1).uuid, item(4).uuid]
    assert outcome.counts["left_out"] == 1 and outcome.counts["outside_range"] == 1
    assert outcome.result and outcome.result.complete


def test_a_release_carries_where_and_when_it_was_fetched_and_the_body_as_it_came(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [item(1, day=100)]
    collecting(contact="ann@example.org")
    row = blank.connection.execute(
        "select * from releases join texts on release_id = id join originals using (release_id)"
    ).fetchone()
    assert row["text"] == "PADUCAH, Ky. – Man 1 used Facebook to meet her.\n\nHe was charged."
    assert row["body"] == item(1).body
    assert row["fetched_at"].startswith("20") and row["fetched_at"].endswith("Z")
    assert "/api/v1/press_releases.json?pagesize=50&page=0" in row["file"] and row["line"] == 1
    assert (row["published"], row["office"], row["state"]) == ("2018-04-11", "W.D. Kentucky", "KY")
    assert all("ann@example.org" in agent for agent in standin.agents)


def test_everything_is_kept_on_request_and_a_wider_call_reads_again(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [item(n, names=n % 2 == 0, day=n * 10) for n in range(1, 121)]
    collecting(until=date(2018, 12, 31))
    within = [i for i in standin.items if int(str(i.date)) < 1_546_318_800]
    assert len(stored(blank)) == sum("Facebook" in i.body for i in within)
    collecting()  # the range is wider
    inside = [i for i in standin.items if int(str(i.date)) < 1_577_854_800]
    assert len(stored(blank)) == sum("Facebook" in i.body for i in inside)
    collecting(keep_all=True)
    assert stored(blank) == sorted(i.uuid for i in inside)


@pytest.mark.parametrize("strings", [True, False])
@pytest.mark.parametrize("largest", [20, 50, 100])
def test_counts_pages_and_stamps_are_read_in_every_shape(
    standin: StandIn, collecting: Collecting, blank: Study, strings: bool, largest: int
) -> None:
    standin.items = [item(n) for n in range(1, 131)]
    standin.strings, standin.fragments, standin.largest = strings, strings, largest
    collecting()
    assert stored(blank) == sorted(i.uuid for i in standin.items)


def test_an_update_of_a_sorted_source_costs_three_requests(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = edited(range(1, 1001))
    first = collecting()
    assert first.counts["requests"] == 22
    again = collecting()
    assert (again.counts["requests"], again.counts["new"]) == (3, 0)
    assert again.result and again.result.early
    standin.items[3] = replace(
        standin.items[3], body="<p>New: Facebook.</p>", changed=2_100_000_000
    )
    standin.items.append(item(2000, changed=2_100_000_001))
    update = collecting()
    assert (update.counts["new"], update.counts["changed"]) == (1, 1)
    assert update.counts["requests"] == 4
    assert len(stored(blank)) == 1001


@pytest.mark.parametrize("order", [as_entered, latest_entry_first])
def test_an_update_of_a_source_that_does_not_sort_reads_all_pages(
    standin: StandIn, collecting: Collecting, blank: Study, order: object
) -> None:
    standin.order = order  # type: ignore[assignment]
    standin.items = [item(n) for n in range(1, 601)]
    collecting()
    standin.items[299] = replace(
        standin.items[299], body="<p>It was Facebook all along.</p>", changed=2_100_000_000
    )
    update = collecting()
    assert update.counts["changed"] == 1
    assert update.result and not update.result.early


def test_a_coded_release_that_changes_is_kept_in_both_versions_and_put_up_again(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [item(n) for n in range(1, 4)]
    collecting()
    reading = readings.choose(blank)
    (release_id,) = blank.connection.execute(
        "select id from releases where uid = ?", (item(2).uuid,)
    ).fetchone()
    Coding(blank, reading).exclude(release_id, "not-a-crime")
    shorter = standin.items[1].body.replace("<p>He was charged.</p>", "")
    standin.items[1] = replace(standin.items[1], body=shorter, changed=2_100_000_000)
    assert collecting().counts["changed"] == 1
    row = blank.connection.execute(
        "select status, exclusion, changed from states where release_id = ?", (release_id,)
    ).fetchone()
    assert tuple(row) == ("excluded", "not-a-crime", 1)
    (before,) = earlier(blank, release_id)
    assert before.text.endswith("He was charged.")
    assert seen_when_decided(blank, release_id, "2000-01-01T00:00:00.000Z") == before
    assert seen_when_decided(blank, release_id, before.replaced_at) is None


def test_odd_records_are_kept_or_named(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [
        item(1),
        replace(item(2), more={"body": None}),
        replace(item(3), date="soon"),
        replace(item(4), body="<p>Facebook.</p><p>" + "More. " * 500_000),
        replace(item(5), title="A\x00 \x1b[31mred\x1b[0m \x07Man\ud800 [DOJ]"),
        replace(item(6), body="<p>Facebook \ud83d alone \x00</p>"),
    ]
    outcome = collecting()
    assert outcome.counts["rejected"] == 2
    reasons = [reject.reason for reject in rejects(blank)]
    assert [reason.partition(" (")[0] for reason in sorted(reasons)] == [
        "date not understood: soon",
        "empty text",
    ]
    assert all(item(n).uuid in " ".join(reasons) for n in (2, 3))
    assert len(stored(blank)) == 4
    (title,) = blank.connection.execute(
        "select title from releases where uid = ?", (item(5).uuid,)
    ).fetchone()
    assert title.isprintable() and "[DOJ]" in title
    assert not collecting().counts["rejected"]  # known by now


def test_records_that_are_no_records_do_no_harm(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [item(1), replace(item(2), more={"uuid": None}), item(3)]
    standin.items.append(
        replace(item(4), more={"uuid": ["x"], "url": 7, "changed": {}, "topic": 1})
    )
    collecting()
    collecting()
    assert len(stored(blank)) == 4


def test_doubles_are_stored_once_and_said(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [item(n) for n in range(1, 161)]
    standin.items += [item(5), item(160, changed=1)]  # side by side, and pages apart
    outcome = collecting()
    assert stored(blank) == sorted({i.uuid for i in standin.items})
    assert outcome.result and outcome.result.complete
    assert outcome.result.missing == 1


def test_a_count_that_never_comes_true_is_said(standin: StandIn, collecting: Collecting) -> None:
    standin.items = [item(n) for n in range(1, 121)]
    standin.extra_count = 3
    outcome = collecting()
    assert outcome.result and outcome.result.complete and outcome.result.missing == 3


def test_failures_are_tried_again(standin: StandIn, collecting: Collecting, blank: Study) -> None:
    standin.items = [item(n) for n in range(1, 501)]
    standin.faults.extend([None, *FAULTS, None, *FAULTS])
    collecting()
    assert len(stored(blank)) == 500


def test_what_came_before_an_outage_stays_and_the_next_call_goes_on(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [item(n) for n in range(1, 1001)]
    standin.faults.extend([None] * 12 + [status(503)] * 400)
    with pytest.raises(CollectFailed, match=r"HTTP 503.*same command again"):
        collecting()
    before = len(stored(blank))
    assert 100 < before < 1000
    standin.faults.clear()
    standin.asked.clear()
    outcome = collecting()
    assert len(stored(blank)) == 1000
    assert len(standin.asked) == outcome.counts["requests"] <= 20 - before // 50 + 3
    log = runs(blank)
    assert [run.finished_at is None for run in log] == [True, False]
    assert log[1].counts["requests"] == outcome.counts["requests"]


def test_strangers_are_described(
    standin: StandIn, collecting: Collecting, host: str, blank: Study
) -> None:
    standin.faults.append(status(404))
    with pytest.raises(
        CollectFailed, match=r"no press-release API.*HTTP 404, text/html: “.*Sorry"
    ) as e:
        collecting()
    assert str(e.value).isprintable()

    def html(handler: object) -> None:
        handler.send(200, "text/html", b"<script src='/bm-verify?x'></script>")  # type: ignore[attr-defined]

    standin.faults.append(html)
    with pytest.raises(BotCheck, match="bot-check page"):
        collecting()
    for body in (b"[]", b'{"metadata": {"resultset": {"count": "x"}}, "results": []}', b"12"):
        standin.faults.append(lambda h, body=body: h.send(200, "application/json", body))  # type: ignore[misc]
        with pytest.raises(CollectFailed, match="no press-release API"):
            collecting()
    assert stored(blank) == []


def test_an_answer_beyond_all_bounds_is_refused(
    standin: StandIn, collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.doj.client.LARGEST_ANSWER", 1_000_000)
    standin.items = [replace(item(1), body="<p>Facebook</p>" + "x" * 2_000_000)]
    with pytest.raises(CollectFailed, match="more than 1 MB"):
        collecting()


def test_an_interrupt_loses_no_page_and_the_next_call_goes_on(
    standin: StandIn, collecting: Collecting, blank: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.collection import Collection

    standin.items = [item(n) for n in range(1, 501)]
    note, calls = Collection.note, iter(range(100))

    def interrupted(self: Collection, releases: object) -> None:
        note(self, releases)  # type: ignore[arg-type]
        if next(calls) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(Collection, "note", interrupted)
    with pytest.raises(KeyboardInterrupt):
        collecting()
    assert len(stored(blank)) == 200  # the fifth page is not half there
    collecting()
    assert stored(blank) == sorted(i.uuid for i in standin.items)


def test_the_real_answer_of_2020(standin: StandIn, collecting: Collecting, blank: Study) -> None:
    if not REAL.exists():
        pytest.skip("the real answer in ../shared/data is not here")
    content = json.loads(REAL.read_bytes())
    content["metadata"]["resultset"]["count"] = len(content["results"])

    def real(handler: object) -> None:
        handler.send(200, "application/json", json.dumps(content).encode())  # type: ignore[attr-defined]

    standin.faults.extend([real, real])
    outcome = collecting(keep_all=True, since=None, until=None)
    assert stored(blank) == sorted(record["uuid"] for record in content["results"])
    assert outcome.counts["rejected"] == 0
    assert not [r for r in rejects(blank) if isinstance(r, Reject)]


def test_a_second_collection_into_the_same_study_is_refused(
    collecting: Collecting, blank: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.collection.holder import Holder
    from db.errors import StudyError

    held = Holder(blank)
    monkeypatch.setattr("db.collection.holder.os.getpid", lambda: 1_234_567)
    with pytest.raises(StudyError, match="is being collected into by process"):
        collecting()
    held.release(sent=False)
    collecting()


def test_cut_short_is_what_the_sentence_says(standin: StandIn, collecting: Collecting) -> None:
    standin.items = [item(n) for n in range(50)]
    standin.faults.extend([cut_short] * 3)
    with pytest.raises(CollectFailed, match="the answer was cut short; tried 3 times"):
        collecting()
