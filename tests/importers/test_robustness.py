"""Whatever is in a file, reading it ends in records or in one plain sentence."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from db.errors import ImportFailed
from db.records import LeftOut, Reject, Release
from importers import read
from importers.options import Options
from importers.record import Converter

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "body", "date", "url", "id", "topics", "component", "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
SEEDS = (
    b"SQLite format 3\x00",
    b"<!doctype html>",
    b'[{"title":"a","body":"b",',
    b"title,text,date\n",
)
ODD = st.sampled_from(
    [b'"', b"\n", b"{", b"}", b"[", b"]", b",", b"\x00", b"\xff", b"\\u", b"<p", b"'"]
)
CONTENT = st.builds(
    lambda seed, pieces: seed + b"".join(pieces),
    st.sampled_from((b"", *SEEDS)),
    st.lists(st.binary(max_size=20) | ODD, max_size=12),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CONTENT)
@example(b"\xff\xfe\x00")
@example(b"\x00\x00\xfe\xff\x01")
@example(b'{"results":[')
@example(b'"title"')
def test_any_bytes_end_in_records_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(content)
    try:
        found = list(read(path))
    except ImportFailed as failure:
        assert str(failure).startswith(str(path))
        return
    assert all(isinstance(item, Release | Reject | LeftOut) for item in found)


@settings(deadline=None)
@given(JSON)
def test_no_record_raises(record: object) -> None:
    found = Converter("file", Options())(record, 1)
    if isinstance(found, Release):
        assert found.text
        json.dumps([found.title, found.text, found.url, found.office, found.topics]).encode()


def test_every_prefix_of_every_format_is_survived(data: Path, tmp_path: Path) -> None:
    for name in ("page_2023.html", "api_page.json"):
        content = (data / name).read_bytes()
        path = tmp_path / name
        for cut in range(0, len(content), 37):
            path.write_bytes(content[:cut])
            try:
                list(read(path))
            except ImportFailed:
                pytest.fail(name) if cut > 1_000 else None
