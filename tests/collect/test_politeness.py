"""How often and how patiently a server is asked."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Lock

import pytest

from db.collection.holder import Holder
from db.study import Study
from importers.doj.client import Client
from importers.doj.failures import CollectFailed, Stopped
from importers.doj.limiter import Limiter, Sleeper, delay_after
from importers.doj.patience import LONGEST_BACKOFF, backoff, retry_after
from importers.doj.window import Window
from tests.collect.conftest import Collecting
from tests.collect.standin import StandIn, item, status


class FakeTime:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._lock = Lock()

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.now += seconds


def most_in_any_second(turns: list[float]) -> int:
    turns = sorted(turns)
    return max(sum(start <= turn < start + 1.0 for turn in turns) for start in turns)


@pytest.mark.parametrize("rate", [0.5, 1.0, 3.0, 4.0, 10.0])
def test_no_second_sees_more_turns_than_the_rate(rate: float) -> None:
    time = FakeTime()
    limiter = Limiter(rate, clock=time.clock, sleep=time.sleep)
    with ThreadPoolExecutor(8) as threads:
        turns = list(threads.map(lambda _: limiter.turn(), range(60)))
    assert most_in_any_second(turns) <= max(rate, 1)
    assert max(turns) - min(turns) < 60 * 1.03 / rate + 1  # and the line is kept busy


def test_the_rate_holds_for_retries_and_over_a_restart(standin: StandIn, host: str) -> None:
    standin.faults.extend([None, status(503), status(500), None, status(429)])
    time, turns, last = FakeTime(), [], None
    for _ in range(3):
        limiter = Limiter(4.0, clock=time.clock, sleep=time.sleep)
        limiter.hold(delay_after(last, time.now, limiter.interval, orderly=True))
        turn = limiter.turn

        def noted(turn: Callable[[], float] = turn) -> float:
            turns.append(turn())
            return turns[-1]

        limiter.turn = noted  # type: ignore[method-assign]
        client = Client(agent="test", limiter=limiter, wait=lambda seconds: None)
        for page in range(4):
            client.get(f"{host}/api/v1/press_releases.json?page={page}", lambda answer: answer)
        client.close()
        last = time.now
    assert len(turns) == 12 + 3
    assert most_in_any_second(turns) <= 4


def test_after_a_kill_a_full_second_passes() -> None:
    assert delay_after(100.0, 100.1, 0.25, orderly=False) == 1.0
    assert delay_after(100.0, 100.1, 0.25, orderly=True) == pytest.approx(0.15)
    assert delay_after(100.0, 200.0, 0.25, orderly=True) == 0.0
    assert delay_after(9e9, 100.0, 0.25, orderly=True) == 0.25  # the clock was set back
    assert delay_after(None, 100.0, 0.25, orderly=True) == 0.0


def test_the_time_of_the_last_request_is_kept_in_the_study(blank: Study) -> None:
    first = Holder(blank, clock=lambda: 50.0)
    first.note()
    killed = Holder(blank, clock=lambda: 60.0)  # the same process: it cannot be alive twice
    assert (killed.last, killed.orderly) == (50.0, False)
    killed.release(sent=True)
    after = Holder(blank, clock=lambda: 70.0)
    assert (after.last, after.orderly) == (60.0, True)
    after.release(sent=False)
    assert Holder(blank).last == 60.0


def test_retry_after_is_read_in_both_forms_and_bounded() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert retry_after("7") == 7.0
    assert retry_after("86400") == 120.0
    assert retry_after("Thu, 01 Jan 2026 00:00:30 GMT", now) == 30.0
    assert retry_after("Thu, 01 Jan 2032 00:00:30 GMT", now) == 120.0
    assert retry_after("Wed, 31 Dec 2025 00:00:00 GMT", now) == 0.0
    for nothing in (None, "", "soon", "-5", "9" * 400, "٣"):
        assert 0.0 <= retry_after(nothing, now) <= 120.0


def test_retry_after_holds_everybody(standin: StandIn, host: str) -> None:
    standin.faults.extend([status(429, "30"), status(503, "999999")])
    time = FakeTime()
    limiter = Limiter(4.0, clock=time.clock, sleep=time.sleep)
    troubles: list[str] = []
    client = Client(agent="x", limiter=limiter, wait=time.sleep, on_trouble=troubles.append)
    client.get(f"{host}/api/v1/press_releases.json", lambda answer: None)
    client.close()
    assert time.now >= 1000.0 + 150.0
    assert "HTTP 429" in troubles[0] and "\x1b" not in troubles[0]


def test_waits_double_up_to_a_bound_and_are_spread() -> None:
    assert [backoff(n, chance=lambda: 1.0) for n in (1, 2, 3)] == [2.0, 4.0, 8.0]
    assert backoff(50, chance=lambda: 1.0) == LONGEST_BACKOFF
    assert backoff(3, chance=lambda: 0.0) == 0.0


def test_the_program_names_itself(standin: StandIn, collecting: Collecting) -> None:
    standin.items = [item(1)]
    collecting(contact="ann@example.org")
    (agent,) = standin.agents
    assert agent.startswith("release-annotator/") and agent.endswith(" (ann@example.org)")


def test_redirections_are_followed_within_the_rate_and_not_for_ever(
    standin: StandIn, host: str
) -> None:
    def onward(handler: object) -> None:
        handler.send(302, "text/html", b"", Location="/again")  # type: ignore[attr-defined]

    client = Client(agent="x", limiter=Limiter(1e5))
    standin.pages = {"/again": (200, "text/plain", "here")}
    standin.faults.append(onward)
    assert client.get(f"{host}/start", lambda answer: answer.text) == "here"
    assert client.requests == 2
    standin.faults.extend([onward] * 50)
    with pytest.raises(CollectFailed, match="without end"):
        client.get(f"{host}/start", lambda answer: answer)
    client.close()


@pytest.mark.parametrize("address", ["http://[::1", "http://a..b/", "http:///x", "nonsense"])
def test_addresses_that_are_none_are_sentences(address: str) -> None:
    client = Client(agent="x", limiter=Limiter(1e5), tries=1)
    with pytest.raises(CollectFailed):
        client.get(address, lambda answer: answer)
    client.close()


def test_closing_wakes_who_waits() -> None:
    sleeper = Sleeper()
    limiter = Limiter(0.001, sleep=sleeper)
    limiter.turn()
    client = Client(agent="x", limiter=limiter, sleeper=sleeper)
    window: Window[str, object] = Window(lambda address: client.get(address, lambda a: a), width=2)
    results = window.results(["http://127.0.0.1:1/"] * 2)
    client.close()
    with pytest.raises(Stopped):
        next(results)
    window.close()


def test_results_come_in_order_and_jobs_only_when_there_is_room() -> None:
    taken: list[int] = []

    def jobs() -> object:
        for number in range(40):
            taken.append(number)
            yield number

    window: Window[int, int] = Window(lambda number: number * 2, width=4)
    results = window.results(jobs())  # type: ignore[arg-type]
    assert next(results) == 0
    assert len(taken) <= 5
    assert list(results) == [number * 2 for number in range(1, 40)]
    window.close()
