"""What a person may say about a source that does not explain itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a source; the defaults suit every source with the usual column names."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    """Our field → the source's column, from `--map title=headline`. See `columns.FIELDS`."""
    table: str | None = None
    """Which table of an SQLite file; needed only where several look like releases."""
    keep_all: bool = False
    """Convert every sound record, whether or not it names a platform."""
