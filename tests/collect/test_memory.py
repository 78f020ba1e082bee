"""Memory while a hundred thousand releases pass by."""

import gc
import os
from collections.abc import Callable

import pytest

from annotator.collecting import ApiCollecting
from annotator.collecting.words import Progress
from db.collection import Collection
from db.collection.intake import Intake
from db.collection.scope import Scope
from db.study import Study
from importers.doj.answer import Answer
from importers.doj.api import Api, ApiPage
from tests.collect.standin import Endless

COUNT = 100_000


def resident() -> int:
    """Bytes of memory that this process holds."""
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


class Direct:
    """The stand-in's pages without a network, which is measured elsewhere."""

    ahead = 8

    def __init__(self) -> None:
        self._standin = Endless(COUNT)
        self._api = Api("http://127.0.0.1/api/v1/")

    def page(self, number: int) -> ApiPage:
        body = self._standin.answer({"page": [str(number)]})
        answer = Answer(self._api.address(number), 200, "application/json", body, "2026-01-01")
        return self._api.read(answer, number, proven=True)

    def pages(self, numbers):  # type: ignore[no-untyped-def]
        return map(self.page, numbers)


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read as Linux tells")
def test_memory_stays_flat_over_a_hundred_thousand_releases(blank: Study) -> None:
    blank.connection.execute("pragma synchronous = off")  # the disk is not what is measured
    collection = Collection(blank, "here")
    scope = Scope.of(blank.codebook, None, None, keep_all=False)
    collection.set_scope(scope)
    intake = Intake(blank, collection, scope, "here")
    sizes: list[int] = []

    def on_page(progress: Progress) -> None:
        if progress.page % 200 == 0:
            sizes.append(resident())

    wanted: Callable[[str], bool] | None = intake.wanted
    result = ApiCollecting(collection, intake, Direct(), wanted=wanted, on_page=on_page).run()
    assert result.complete and result.count == COUNT
    assert intake.counts["new"] == COUNT // 100
    assert max(sizes) - sizes[0] < 12_000_000  # SQLite's cache of pages fills meanwhile
