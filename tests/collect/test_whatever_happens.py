"""Whatever happens: after enough calls the study holds the matching releases, each once."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from db.codebook import file as codebook_file
from db.study import Study
from importers.doj.failures import CollectFailed
from tests.collect.conftest import collected, stored
from tests.collect.standin import (
    FAULTS,
    Item,
    StandIn,
    as_entered,
    item,
    latest_entry_first,
    newest_first,
    serving,
    status,
)

LATE = 2_000_000_000
ORDERS = (newest_first, as_entered, latest_entry_first)


class World:
    """A source to which things happen while it is read."""

    def __init__(self, seed: int, *, withdrawals: bool) -> None:
        self.chance = random.Random(seed)
        self.withdrawals = withdrawals
        self.restless = True
        self.clock = LATE
        self.standin = StandIn([self.made(n) for n in range(1, self.chance.randint(120, 400))])
        self.next_number = 10_000
        self.standin.order = self.chance.choice(ORDERS)
        self.standin.largest = self.chance.choice((20, 50))
        self.standin.strings = self.standin.fragments = self.chance.random() < 0.5
        self.standin.before_page = lambda page: self.happen()
        self.ever = {i.uuid for i in self.standin.items if matches(i)}

    def made(self, number: int) -> Item:
        names, late = self.chance.random() < 0.7, self.chance.random() < 0.1
        day = 900 if self.chance.random() < 0.1 else number % 300
        return item(number, names=names, day=day, changed=self.tick() if late else 0)

    def tick(self) -> int:
        self.clock += 1
        return self.clock

    def happen(self) -> None:
        if not self.restless or self.chance.random() > 0.15:
            return
        kinds: list[Callable[[], None]] = (
            [self.withdraw] if self.withdrawals else [self.arrive, self.edit]
        )
        self.chance.choice(kinds)()
        self.ever |= {i.uuid for i in self.standin.items if matches(i)}

    def arrive(self) -> None:
        self.next_number += 1
        self.standin.items.append(replace(self.made(self.next_number), changed=self.tick()))

    def edit(self) -> None:
        at = self.chance.randrange(len(self.standin.items))
        old = self.standin.items[at]
        body = f"{old.body}<p>Corrected {self.clock}.</p>"
        self.standin.items[at] = replace(old, body=body, changed=self.tick())

    def withdraw(self) -> None:
        self.standin.items.pop(self.chance.randrange(len(self.standin.items)))

    def break_things(self) -> None:
        self.standin.faults.clear()
        for _ in range(self.chance.randrange(30)):
            self.standin.faults.append(self.chance.choice((None, None, None, *FAULTS)))
        if self.chance.random() < 0.7:
            self.standin.faults.extend([status(502)] * 100)


def matches(release: Item) -> bool:
    return "Facebook" in release.body and int(str(release.date)) < 1_577_854_800


@pytest.mark.parametrize("withdrawals", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_in_the_end_all_are_there_once(tmp_path: Path, seed: int, withdrawals: bool) -> None:
    world = World(seed, withdrawals=withdrawals)
    path = tmp_path / "study.db"
    Study.create(path, codebook_file.default(), coder="ann").close()
    with serving(world.standin) as host:
        for _ in range(4):
            world.break_things()
            with Study.open(path) as study, suppress(CollectFailed):
                collected(study, host)
        world.restless = False
        world.standin.faults.clear()
        for _ in range(2):
            with Study.open(path) as study:
                outcome = collected(study, host)
        with Study.open(path) as study:
            found = stored(study)
            texts = dict(
                study.connection.execute(
                    "select uid, text from releases join texts on release_id = id"
                ).fetchall()
            )
    now = {i.uuid: i for i in world.standin.items if matches(i)}
    assert outcome.result and outcome.result.complete
    assert len(found) == len(set(found))
    assert now.keys() <= set(found) <= world.ever
    for uuid, release in now.items():
        assert texts[uuid].count("Corrected") == release.body.count("Corrected")
