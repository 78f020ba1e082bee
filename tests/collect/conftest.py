"""A study to collect into, a stand-in to collect from, and no waiting between tries."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from annotator.collecting.call import Outcome, collect
from annotator.collecting.request import Request
from db.codebook import file as codebook_file
from db.study import Study
from importers.doj.api import Api
from tests.collect.standin import StandIn, serving

Collecting = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again at once; and never ask a proxy for what is on loopback."""
    monkeypatch.setattr("importers.doj.client.backoff", lambda attempt, chance: 0.0)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def standin() -> StandIn:
    """A source without releases; tests fill it."""
    return StandIn()


@pytest.fixture
def host(standin: StandIn) -> Iterator[str]:
    """The stand-in's address."""
    with serving(standin) as address:
        yield address


@pytest.fixture
def blank(tmp_path: Path) -> Iterator[Study]:
    """An empty study with the default codebook."""
    with Study.create(tmp_path / "blank.db", codebook_file.default(), coder="ann") as made:
        yield made


@pytest.fixture
def collecting(blank: Study, host: str) -> Collecting:
    """One call of `collect` into the empty study; options as fields of `Request`."""
    return lambda **options: collected(blank, host, **options)


def collected(study: Study, host: str, **options: object) -> Outcome:
    """One call of `collect` at full speed."""
    api = Api(f"{host}/api/v1/")
    request = Request(
        base_url=api.base_url,
        since=date(2013, 1, 1),
        until=date(2019, 12, 31),
        rate=1e5,
        contact="",
        keep_all=False,
        full=False,
        urls=None,
        listing=None,
    )
    return collect(study, replace(request, **options), api)  # type: ignore[arg-type]


def stored(study: Study) -> list[str]:
    """The uids of all releases in the study, sorted; a release stored twice stands twice."""
    rows = study.connection.execute("select uid from releases order by uid")
    return [row["uid"] for row in rows]
