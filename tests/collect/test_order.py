"""When a source may be believed to sort by change."""

from dataclasses import dataclass

from annotator.collecting.order import Order


@dataclass
class Dated:
    changed: int
    date: int
    created: int


def pages(items: list[Dated]) -> list[list[Dated]]:
    return [items[n : n + 20] for n in range(0, len(items), 20)]


def believed(items: list[Dated], calm: bool = True) -> bool:
    order = Order()
    for page in pages(items):
        order.watch(page, all_known=calm)
    return order.rest_is_known


def test_changes_that_fall_while_dates_do_not_are_believed() -> None:
    items = [Dated(1000 - n, date=n % 5, created=n % 7) for n in range(60)]
    assert believed(items)
    assert not believed(items[:40])  # too few pages
    assert not believed(items, calm=False)
    assert not believed([*items[:30], Dated(5000, 1, 1), *items[31:]])


def test_a_source_that_sorts_by_date_or_entry_is_not_believed() -> None:
    assert not believed([Dated(1000 - n, date=500 - n, created=n % 7) for n in range(60)])
    assert not believed([Dated(1000 - n, date=n % 5, created=900 - n) for n in range(60)])


def test_one_time_for_all_proves_nothing() -> None:
    assert not believed([Dated(1000, date=n % 5, created=n % 7) for n in range(60)])
    assert not believed([Dated(0, date=n % 5, created=n % 7) for n in range(60)])
