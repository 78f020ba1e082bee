"""The real releases in ../shared/data, held against numbers counted by hand."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from db.records import Imported, LeftOut, Reject, Release
from importers import read


def names_facebook(text: str) -> bool:
    return "facebook" in text.lower()


def tally(found: list[Imported]) -> dict[str, int]:
    return dict(Counter(type(item).__name__ for item in found))


def releases(path: Path) -> list[Release]:
    return [item for item in read(path) if isinstance(item, Release)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("opa-2009-2018-sample.jsonl", {"Release": 35, "LeftOut": 1139}),
        ("html", {"Release": 37, "LeftOut": 22}),
        ("listing", {"Reject": 2}),
        ("doj-api-2020-page0.json", {"LeftOut": 100}),
        ("usao-wayback-sample.jsonl", {"Release": 92, "LeftOut": 94, "Reject": 14}),
    ],
)
def test_kept_left_out_and_rejected(name: str, expected: dict[str, int], shared: Path) -> None:
    assert tally(list(read(shared / name, wanted=names_facebook))) == expected


@pytest.mark.parametrize("name", ["opa-2009-2018-sample.jsonl", "html", "doj-api-2020-page0.json"])
def test_what_is_left_out_names_no_platform_when_it_is_converted(name: str, shared: Path) -> None:
    whole = list(read(shared / name))
    kept = list(read(shared / name, wanted=names_facebook))
    for converted, judged in zip(whole, kept, strict=True):
        assert isinstance(converted, Release)
        named = names_facebook(f"{converted.title}\n{converted.text}")
        assert isinstance(judged, Release if named else LeftOut)


def test_the_public_affairs_sample(shared: Path) -> None:
    found = releases(shared / "opa-2009-2018-sample.jsonl")
    assert len(found) == 1174
    assert sum(item.number is None for item in found) == 32
    assert found[6].number == "18-418"
    assert "17-441" in {item.number for item in found}  # as 17.441 there
    assert (found[0].published, found[0].url) == (date(2018, 4, 12), None)
    assert len({item.uid for item in found}) == 1174
    assert not [item.title for item in found if "  " in item.title or "\n" in item.title]


def test_the_saved_pages(shared: Path) -> None:
    found = releases(shared / "html")
    assert len(found) == 59
    assert {item.office for item in found} == {"Office of Public Affairs"}
    assert sum(item.number is None for item in found) == 5
    assert sum(bool(item.topics) for item in found) == 32
    assert all(item.components and item.url for item in found)
    assert (min(i.published for i in found), max(i.published for i in found)) == (
        date(2009, 2, 17),
        date(2018, 3, 12),
    )
    assert not [item for item in found if "Follow us on" in item.text or "\\" in item.text]


def test_the_answer_of_the_api(shared: Path) -> None:
    found = releases(shared / "doj-api-2020-page0.json")
    assert len(found) == 100
    assert found[0].uid == "8a0f7395-f556-45bf-8890-eeea2d0cbae0"
    assert found[0].published == date(2013, 5, 16)
    titles = [item.title for item in found]
    assert "President’s Corporate Fraud Task Force Adds Six New Member Agencies" in titles
    assert "Settlement Reached in Virginia Stream and Stormwater Case" in titles


def test_the_scraper_s_rows(shared: Path) -> None:
    found = list(read(shared / "usao-wayback-sample.jsonl"))
    rejects = [item for item in found if isinstance(item, Reject)]
    assert tally(found) == {"Release": 186, "Reject": 14}
    assert {item.reason.split(":")[0] for item in rejects} == {"failed capture"}
    assert rejects[0].line == 2
    kept = [item for item in found if isinstance(item, Release)]
    assert all(item.office and item.state for item in kept)
    assert not [item.url for item in kept if item.published == date(2015, 3, 18)]
    first = kept[0]
    assert (first.office, first.state, first.published) == (
        "E.D. Louisiana",
        "LA",
        date(2015, 9, 15),
    )
    assert first.fetched_at == "2025-02-02T03:15:25Z"
