"""A small real study on disk, with brackets, accents and an odd title in it."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.records import Release
from db.releases import store
from db.study import Study

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

SHARED = Path(__file__).parents[1].parent / "shared" / "data"

TEXTS = (
    ("Acme Town Man [DOJ] Charged With Fraud", "ACME, Ky. – A man used Facebook to sell cars."),
    ("Beta [/red] Man Sentenced", "He met her on Facebook. The sentence [sic] is 10 years."),
    ("Gamma Resident José Müller Pleads Guilty", "Facebook reported it. Facebook helped."),
    ("Delta Speech", "Remarks, live on Facebook, as prepared for delivery."),
    ("Epsilon Man Sentenced Again", "A follow-up: the man who used Facebook was sentenced."),
)


def release(number: int, title: str, text: str, **more: object) -> Release:
    """An invented release, dated in order of its number."""
    return Release(
        uid=f"uid-{number}",
        title=title,
        text=text,
        published=date(2018, 1 + number % 12, 1 + number % 28),
        url=f"https://example.invalid/usao-wdky/pr/{number}",
        office="W.D. Kentucky",
        state="KY",
        **more,  # type: ignore[arg-type]
    )


def pytest_xdist_auto_num_workers() -> int:
    """Two a core: a test of a screen waits for Textual to come to rest fifteen times as long as
    it works.
    """
    return 2 * (os.cpu_count() or 1)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """The default codebook and five releases, none coded."""
    with Study.create(tmp_path / "study.db", codebook_file.default(), coder="ann") as made:
        store(made, [release(n, *text) for n, text in enumerate(TEXTS, start=1)], source="here")
        yield made


@pytest.fixture
def coding(study: Study) -> Coding:
    """Decisions of that study's only reading."""
    return Coding(study, readings.choose(study))


@pytest.fixture
def shared() -> Path:
    """The folder of real releases, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("the real releases in ../shared/data are not here")
    return SHARED
