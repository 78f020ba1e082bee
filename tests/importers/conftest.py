"""Fixtures for reading: a file made on the spot, and what the reader makes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.records import Imported, Release
from importers import Options, read

Reading = Callable[..., list[Imported]]

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def imported(tmp_path: Path) -> Reading:
    """Reads `content` from a file; `mapping`, `table` and `wanted` as for `read`."""

    def reading(
        content: str | bytes,
        *,
        name: str = "given",
        mapping: dict[str, str] | None = None,
        wanted: Callable[[str], bool] | None = None,
        keep_all: bool = False,
    ) -> list[Imported]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        options = Options(mapping=mapping or {}, keep_all=keep_all)
        return list(read(path, options=options, wanted=wanted))

    return reading


@pytest.fixture
def release(imported: Reading) -> Callable[..., Release]:
    """The one release in `content`."""

    def reading(content: str | bytes, **options: object) -> Release:
        (found,) = imported(content, **options)
        assert isinstance(found, Release), found
        return found

    return reading


@pytest.fixture
def data() -> Path:
    """The folder of invented fixtures."""
    return DATA
