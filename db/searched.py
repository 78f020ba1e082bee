"""A release on its way in whose mentions were found before it is stored."""

import json
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from db.mentions import Mention
from db.placing import Row, placed_row
from db.records import Release


@dataclass(frozen=True, slots=True)
class Searched:
    """A release whose mentions were found already, by a `Finder` of the study's codebook."""

    release: Release
    mentions: tuple[Mention, ...]
    place: Row | None = None
    """Where it is placed; None: that is not yet known."""

    @property
    def counting(self) -> int:
        """How many of the mentions are no furniture."""
        return sum(not mention.furniture for mention in self.mentions)

    @property
    def platforms(self) -> str:
        """The platforms named outside furniture, as a study keeps them: compact JSON, by name."""
        named = {mention.platform for mention in self.mentions if not mention.furniture}
        return json.dumps(sorted(named), ensure_ascii=False, separators=(",", ":"))

    @property
    def row(self) -> Row:
        """Where it is placed, found now if it is not yet known."""
        one = self.release
        return self.place or placed_row(one.title, one.text, one.office, one.state)

    def placed(self) -> "Searched":
        """The same release with its place known."""
        return replace(self, place=self.row)

    def __reduce__(self) -> tuple[object, ...]:
        """Between processes as plain values: a third of the cost."""
        return _restored, (_values(self.release), tuple(map(tuple, self.mentions)), self.place)


_values = attrgetter(*(field.name for field in fields(Release)))


def _restored(
    release: tuple[Any, ...], mentions: tuple[tuple[Any, ...], ...], place: Row | None
) -> Searched:
    return Searched(Release(*release), tuple(map(Mention._make, mentions)), place)
