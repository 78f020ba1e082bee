"""Pages that move while they are read: nothing is lost, in this very call."""

import pytest

from db.study import Study
from importers.doj.failures import CollectFailed
from tests.collect.conftest import Collecting, stored
from tests.collect.standin import StandIn, as_entered, item, status


def everything(standin: StandIn) -> list[str]:
    return sorted(release.uuid for release in standin.items)


@pytest.mark.parametrize("at", [3, 9, 19])
def test_a_withdrawal_behind_us_pulls_nothing_past_us(
    standin: StandIn, collecting: Collecting, blank: Study, at: int
) -> None:
    standin.items = [item(n) for n in range(1, 1001)]
    withdrawn: list[str] = []

    def withdraw(page: int) -> None:
        if page == at and not withdrawn:
            for _ in range(5):  # the latest changed stand on the first page, read long ago
                withdrawn.append(standin.items.pop().uuid)

    standin.before_page = withdraw
    outcome = collecting()
    assert set(everything(standin)) <= set(stored(blank))
    assert outcome.result and outcome.result.complete and outcome.result.missing == 0


def test_releases_that_arrive_meanwhile_are_there_at_the_end(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [item(n) for n in range(1, 501)]
    arrived = iter(range(5001, 5008))

    def arrive(page: int) -> None:
        if page in (4, 7) and (number := next(arrived, None)):
            standin.items.append(item(number, changed=2_000_000_000 + number))

    standin.before_page = arrive
    outcome = collecting()
    assert stored(blank) == everything(standin)
    assert outcome.result and outcome.result.missing == 0
    assert outcome.counts["requests"] < 70  # the pages around each arrival, not all again


def test_releases_that_arrive_at_the_other_end_too(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    standin.items = [item(n) for n in range(1, 501)]
    standin.order = as_entered
    arrived = iter(range(5001, 5004))

    def arrive(page: int) -> None:
        if page == 9 and (number := next(arrived, None)):
            standin.items.append(item(number))

    standin.before_page = arrive
    outcome = collecting()
    assert stored(blank) == everything(standin)
    assert outcome.result and outcome.result.missing == 0
    assert outcome.counts["requests"] < 70  # the pages around each arrival, not all again


@pytest.mark.parametrize("withdrawn", [30, 130])
def test_withdrawals_between_two_calls_pull_nothing_past_us(
    standin: StandIn, collecting: Collecting, blank: Study, withdrawn: int
) -> None:
    standin.items = [item(n) for n in range(1, 1001)]
    standin.faults.extend([None] * 8 + [status(503)] * 300)
    with pytest.raises(CollectFailed):
        collecting()
    standin.faults.clear()
    del standin.items[-withdrawn:]
    # As many arrive where nothing has been read yet, so that the count says nothing.
    standin.items += [item(n, changed=1000 + n) for n in range(3000, 3000 + withdrawn)]
    collecting()
    assert set(everything(standin)) <= set(stored(blank))


def test_an_update_that_was_broken_off_does_not_miss_what_came_meanwhile(
    standin: StandIn, collecting: Collecting, blank: Study
) -> None:
    late = 2_000_000_000
    standin.items = [item(n, changed=late + n * 7 % 1000 if n % 3 else 0) for n in range(1, 601)]
    collecting()
    standin.items += [item(n, changed=late + n) for n in range(5000, 5200)]
    standin.faults.extend([None] * 3 + [status(503)] * 300)
    with pytest.raises(CollectFailed):
        collecting()
    standin.faults.clear()
    standin.items.append(item(9000, changed=late + 9000))
    outcome = collecting()
    assert outcome.result and outcome.result.early
    assert stored(blank) == everything(standin)
    outcome = collecting()
    assert outcome.result and outcome.result.early and outcome.counts["requests"] <= 6
