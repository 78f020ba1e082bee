"""Records out of JSON of any size: an array, an API's envelope, or objects one after another."""

from collections.abc import Iterator
from typing import TextIO

from importers.broken import Broken
from importers.json_text import JsonText

_LISTS = {"results", "data", "items", "records", "releases", "press_releases", "pressreleases"} | {
    "articles", "documents", "docs", "rows", "entries", "hits", "nodes", "value"
}  # fmt: skip
"""Keys under which an envelope keeps its records."""
_ENVELOPES = {"data", "response", "result", "results", "d"}
"""Keys under which an envelope keeps another one."""


def records(source: TextIO) -> Iterator[tuple[int, object]]:
    """Each record's number from 1 and the record, or `Broken` where it cannot be parsed."""
    yield from enumerate(_Reader(JsonText(source)).records(), 1)


class _Reader:
    """Tells the records in a JSON text from what is around them."""

    def __init__(self, text: JsonText) -> None:
        self._text = text
        self._first_key: str | None = None
        self._broken = False
        """Whether a fault has been reported and no sound value come after it."""

    def records(self) -> Iterator[object]:
        """All records of the text."""
        while opening := self._text.peek():
            if opening == "[":
                self._text.step()
                yield from self._array()
            elif opening == "{":
                yield from self._object()
            elif opening == ",":
                self._text.step()
            else:
                yield self._text.value()

    def _array(self) -> Iterator[object]:
        """The elements up to the closing bracket; the opening one is behind."""
        while (following := self._text.peek()) != "]":
            if not following:
                yield from self._broken_off()
                return
            if following == ",":
                self._text.step()
            else:
                yield self._noted(self._text.value())
        self._text.step()

    def _object(self) -> Iterator[object]:
        """The records of an envelope, or the object itself where it is a record."""
        self._text.step()
        fields: dict[str, object] = {}
        enveloped = False
        while (following := self._text.peek()) != "}":
            if not following:
                yield from self._broken_off()
                return
            if following == ",":
                self._text.step()
                continue
            name = self._text.name()
            if isinstance(name, Broken):
                yield self._noted(name)
                return
            if name.lower() in _LISTS and self._text.at_list_of_objects():
                enveloped = True
                self._text.step()
                yield from self._array()
            elif name.lower() in _ENVELOPES and self._text.peek() == "{":
                enveloped = True
                yield from self._object()
            else:
                fields[name] = self._text.value()
                if isinstance(fields[name], Broken):
                    yield self._noted(fields[name])
                    return
        self._text.step()
        if not enveloped:
            yield from self._inside(fields)

    def _inside(self, fields: dict[str, object]) -> Iterator[object]:
        """The only list of objects in what is no record itself, else the record."""
        lists = [value for value in map(_objects, fields.values()) if value]
        if len(lists) == 1 and all(isinstance(value, list | dict) for value in fields.values()):
            yield from lists[0]
        else:
            yield self._noted(fields)

    def _noted(self, record: object) -> object:
        """`record`, having learned from it how records start and that the text is sound again."""
        self._broken = isinstance(record, Broken)
        if self._first_key is None and isinstance(record, dict) and record:
            self._first_key = next(iter(record))
            self._text.records_start_with(self._first_key)
        return record

    def _broken_off(self) -> Iterator[Broken]:
        """Says that the text ends too soon, unless a fault just before has said so."""
        if not self._broken:
            self._broken = True
            yield self._text.broken_off()


def _objects(value: object) -> list[object]:
    """`value` where it is a list of objects, else nothing."""
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    return []
