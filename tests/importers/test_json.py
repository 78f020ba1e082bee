"""JSON in all its wrappings: what can be read is read, what cannot is named with its place."""

import json
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db.errors import ImportFailed
from db.records import Imported, LeftOut, Reject, Release
from importers import read
from importers.formats import Format, recognise

Reading = Callable[..., list[Imported]]


def record(number: int, **more: object) -> dict[str, object]:
    return {"title": f"Title {number}", "body": f"Text {number}", "date": "2018-04-11"} | more


def titles(found: list[Imported]) -> list[str]:
    return [item.title for item in found if isinstance(item, Release)]


THREE = ["Title 1", "Title 2", "Title 3"]
RECORDS = [record(1), record(2), record(3)]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(RECORDS),
        json.dumps(RECORDS, indent=4),
        "[\n" + ",\n".join(map(json.dumps, RECORDS)) + "\n]\n",
        json.dumps({"metadata": {"resultset": {"count": 3}}, "results": RECORDS}),
        json.dumps({"results": RECORDS, "metadata": {"count": "3"}}, indent=1),
        json.dumps({"response": {"docs": RECORDS}, "status": "ok"}),
        json.dumps({"unheard_of_wrapper": RECORDS}),
        "\n".join(map(json.dumps, RECORDS)),
        "\n\n".join(map(json.dumps, RECORDS)) + "\n",
        "\r\n".join(map(json.dumps, RECORDS)),
        ",\n".join(map(json.dumps, RECORDS)),
        "\n".join(json.dumps(r, indent=2) for r in RECORDS),
        "".join(map(json.dumps, RECORDS)),
        "\ufeff" + json.dumps(RECORDS),
        "\ufeff" + "\n".join(map(json.dumps, RECORDS)),
        json.dumps(RECORDS).encode("utf-16"),
        "\n".join(map(json.dumps, RECORDS)).encode("utf-16"),
    ],
)
def test_every_wrapping_gives_the_same_releases(content: str | bytes, imported: Reading) -> None:
    assert titles(imported(content, name="misleading.csv")) == THREE


def test_one_object_alone_is_one_release(imported: Reading) -> None:
    single = record(1, topics=[{"name": "Cybercrime"}], component=[{"name": "Tax Division"}])
    for indent in (None, 2):
        assert titles(imported(json.dumps(single, indent=indent))) == ["Title 1"]


def test_an_empty_list_or_envelope_holds_nothing(imported: Reading) -> None:
    assert imported("[]") == imported('{"metadata": {}, "results": []}') == []


def test_a_broken_line_is_named_and_the_rest_read(imported: Reading) -> None:
    lines = [json.dumps(record(1)), '{"title": "x", oops}', "", json.dumps(record(2)), "[1, 2]"]
    found = imported("\n".join([*lines, json.dumps(record(3))]))
    assert titles(found) == THREE
    broken, listed = (item for item in found if isinstance(item, Reject))
    assert (broken.line, listed.line) == (2, 5)
    assert "broken JSON" in broken.reason
    assert listed.reason == "not a record with named fields but a list"
    assert [item.line for item in found] == [1, 2, 4, 5, 6]


def test_a_broken_first_line_does_not_hide_the_format(imported: Reading) -> None:
    found = imported("\n".join(['{"title": "cut off', *map(json.dumps, RECORDS)]))
    assert titles(found) == THREE
    assert isinstance(found[0], Reject)


def test_raw_line_ends_within_a_string_are_tolerated(imported: Reading) -> None:
    (found,) = imported('[{"title": "a", "body": "one\ntwo", "date": "2018-04-11"}]')
    assert isinstance(found, Release)
    assert found.text == "one\ntwo"


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("wrapper", ["%s", '{"results": %s}'])
def test_a_truncated_list_keeps_what_was_whole(
    indent: int | None, wrapper: str, imported: Reading
) -> None:
    content = wrapper % json.dumps(RECORDS, indent=indent)
    for cut in range(content.index("Title 3"), content.rindex("]")):
        *kept, last = imported(content[:cut])
        assert titles(kept)[:2] == THREE[:2]
        assert isinstance(last, Reject)
        assert "line " in last.reason
        assert sum(isinstance(item, Reject) for item in kept) == 0


def test_a_break_within_a_list_costs_one_record(imported: Reading) -> None:
    nested = [record(n, topics=[{"name": "A"}]) for n in range(1, 6)]
    content = json.dumps(nested, indent=1).replace('"Text 2"', '"Text "2"')
    found = imported(content)
    assert titles(found) == ["Title 1", "Title 3", "Title 4", "Title 5"]
    (broken,) = (item for item in found if isinstance(item, Reject))
    assert broken.line == 2
    assert "line 14" in broken.reason


def test_values_that_are_no_records_are_named(imported: Reading) -> None:
    found = imported(f'[null, 12, "text", {json.dumps(record(1))}, [], true]')
    reasons = [item.reason for item in found if isinstance(item, Reject)]
    assert [reason.split()[-1] for reason in reasons] == ["null", "number", "text", "list", "value"]
    assert titles(found) == ["Title 1"]


def test_numbers_and_nesting_beyond_measure_are_survived(imported: Reading) -> None:
    whole = json.dumps(record(1))
    for odd in ("9" * 10_000, "[" * 100_000, '{"a":' * 100_000, "1e9999", "NaN"):
        assert "Title 1" in titles(imported(f'[{whole}, {{"title": {odd}}}]'))
        assert "Title 1" in titles(imported(f'{whole}\n{{"title": {odd}}}\n'))


def test_the_api_s_own_answer(data: Path) -> None:
    kept, left_out, rejected = read(
        data / "api_page.json", wanted=lambda t: "facebook" in t.lower()
    )
    assert isinstance(kept, Release)
    assert kept.uid == "aaaaaaaa-0000-0000-0000-000000000001"
    assert kept.title == "Invented Man Charged by the President’s Task Force"
    assert kept.text == "PADUCAH, Ky. – An invented man used Facebook’s messenger."
    assert kept.original is not None and kept.original.startswith("<p>")
    assert kept.published == date(2025, 2, 5)
    assert (kept.office, kept.state, kept.number) == ("W.D. Kentucky", "KY", None)
    assert kept.components == ("USAO - Kentucky, Western",)
    assert kept.topics == ("Project Safe Childhood",)
    assert isinstance(left_out, LeftOut)
    assert isinstance(rejected, Reject)
    assert (rejected.line, rejected.reason) == (3, "empty text")
    assert rejected.title == "A Release Whose Text Is an Attachment"


def test_json_of_something_else_is_refused_with_its_columns(imported: Reading) -> None:
    with pytest.raises(ImportFailed, match=r"columns are: lat, lon.*--map title=COLUMN"):
        imported(json.dumps([{"lat": 1, "lon": 2}] * 30))


def test_a_first_record_that_is_odd_does_not_decide(imported: Reading) -> None:
    found = imported(json.dumps([{"exported_by": "a script"}, *RECORDS]))
    assert titles(found) == THREE
    assert isinstance(found[0], Reject)
    assert found[0].reason == "empty title and empty text"


def test_the_format_is_seen_in_the_first_bytes() -> None:
    assert recognise(b'{"a": 1}\n{"a": 2}\n') is Format.JSON_LINES
    assert recognise(b'{"a": 1}\n') is Format.JSON
    assert recognise(b"  \n[{") is Format.JSON
    assert recognise(b'{"a": "' + b"x" * 300_000) is Format.JSON
    assert recognise(b"\xef\xbb\xbf\n") is Format.EMPTY


def test_a_line_of_fifty_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    long = json.dumps(record(1, body="word " * 10_000_000))
    for wrapper in ("%s\n%s\n", "[%s,%s]"):
        path.write_text(wrapper % (long, json.dumps(record(2))))
        assert [type(item) for item in read(path, wanted=lambda _: False)] == [LeftOut, LeftOut]


@pytest.mark.parametrize(
    ("start", "between", "end", "count"),
    [
        ("[", ",", "]", 20_000),
        ('{"metadata": {}, "results": [', ",", "]}", 5_000),
        ("", "\n", "\n", 5_000),
    ],
    ids=["array", "envelope", "lines"],
)
def test_memory_does_not_follow_the_file(
    start: str, between: str, end: str, count: int, tmp_path: Path
) -> None:
    path = tmp_path / "many"
    body = "word " * (1_200_000 // count)
    with path.open("w") as file:
        for number in range(count):
            file.write((between if number else start) + json.dumps(record(number, body=body)))
        file.write(end)
    assert path.stat().st_size > 6_000_000
    tracemalloc.start()
    read_in_all = sum(1 for _ in read(path, wanted=lambda _: False))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read_in_all == count
    assert peak < 4_000_000
