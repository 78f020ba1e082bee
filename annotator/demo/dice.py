"""Chance that falls the same on every machine and every Python."""

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")


class Dice:
    """Choices made with `Random.random` alone.

    Its sequence for a seed is promised never to change; that of `choice` or `shuffle` is not.
    """

    __slots__ = ("_decks", "_random")

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random
        self._decks: dict[int, tuple[Sequence[Any], list[Any]]] = {}

    def chance(self, probability: float) -> bool:
        """True, as often as that."""
        return self._random() < probability

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both possible."""
        return low + int(self._random() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """One of them."""
        return items[int(self._random() * len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """All of them, in another order."""
        order = list(items)
        for last in range(len(order) - 1, 0, -1):
            other = int(self._random() * (last + 1))
            order[last], order[other] = order[other], order[last]
        return order

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """That many of them, none twice."""
        return self.shuffled(items)[:count]

    def deal(self, bank: Sequence[T]) -> T:
        """The next of a shuffled deck: none comes again before all have come.

        A bank is told by its identity, so it must be a constant.
        """
        held = self._decks.get(id(bank))
        if held is None or not held[1]:
            held = (bank, self.shuffled(bank))
            self._decks[id(bank)] = held
        card: T = held[1].pop()
        return card

    def hand(self, bank: Sequence[T], count: int) -> list[T]:
        """That many of a deck, none twice."""
        found: list[T] = []
        for _ in range(2 * count):
            card = self.deal(bank)
            if len(found) < count and all(card is not held for held in found):
                found.append(card)
        return found
