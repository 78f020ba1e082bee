"""JSON text of any length, taken value by value from a buffer that is filled block by block."""

import json
import re
from typing import TextIO

from importers.broken import Broken, json_fault

_BLOCK = 1 << 19
_SPACE = re.compile(r"[\s\ufeff\x1e]*")
_LIST_OF_OBJECTS = re.compile(r"\[\s*[{\]]")
_OPEN_LIST = re.compile(r"\[\s*\Z")
_ANY_START = re.compile(r"(?<=[,\n\[])\s*\{")
_NEAR_END = 16
"""Characters: nearer to the end of the buffer than this, a fault may only be a value cut off."""
_LONGEST_START = 500
"""Characters that the opening brace and first key of a record may take."""


class JsonText:
    """A place in a stream of JSON text. Memory follows the longest value, not the stream."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._decoder = json.JSONDecoder(strict=False)
        self._buffer = ""
        self._at = 0
        self._exhausted = False
        self._gone = 0
        """Characters before the buffer."""
        self._lines_gone = 0
        self._record_start = _ANY_START

    def peek(self) -> str:
        """The next character that is no space, "" at the end."""
        while True:
            space = _SPACE.match(self._buffer, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if self._exhausted:
                return ""
            self._fill()

    def step(self) -> None:
        """Goes past the character that `peek` showed."""
        self._at += 1

    def value(self) -> object:
        """The value that starts here.

        Where it cannot be parsed, `Broken`; the place is then where the next record seems to
        start, or the end.
        """
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if not self._may_be_cut_off(error):
                    return self.broken(error.msg, error.pos)
            except (ValueError, RecursionError) as error:
                return self.broken(json_fault(error), self._at)
            else:
                if end < len(self._buffer) or self._exhausted:  # else 12 may become 123
                    self._at = end
                    return value
            self._fill()

    def name(self) -> str | Broken:
        """The name before a value, its colon included."""
        name = self.value()
        if isinstance(name, Broken):
            return name
        if not isinstance(name, str) or self.peek() != ":":
            return self.broken("a name and a colon should stand here", self._at)
        self.step()
        return name

    def at_list_of_objects(self) -> bool:
        """Whether a list that is empty or begins with an object starts here."""
        self.peek()
        while _OPEN_LIST.match(self._buffer, self._at) and not self._exhausted:
            self._fill()
        return _LIST_OF_OBJECTS.match(self._buffer, self._at) is not None

    def records_start_with(self, key: str) -> None:
        """Makes known by which key to find the next record after a broken one."""
        self._record_start = re.compile(rf"\{{\s*{re.escape(json.dumps(key))}\s*:")

    def broken(self, fault: str, position: int) -> Broken:
        """What is wrong and where; goes on to the next record."""
        broken = Broken(f"broken JSON: {fault} ({self._place(position)})")
        self._skip_to_record(max(position, self._at + 1))
        return broken

    def broken_off(self) -> Broken:
        """That the text ends here although it should go on."""
        return Broken(f"the file breaks off here ({self._place(self._at)})")

    def _may_be_cut_off(self, error: json.JSONDecodeError) -> bool:
        near_end = error.pos >= len(self._buffer) - _NEAR_END
        return not self._exhausted and (near_end or error.msg.startswith("Unterminated string"))

    def _fill(self) -> None:
        """Drops what is behind and reads on, twice as much each time nothing could be dropped."""
        self._gone += self._at
        self._lines_gone += self._buffer.count("\n", 0, self._at)
        rest = self._buffer[self._at :]
        more = self._source.read(max(_BLOCK, len(rest)))
        self._exhausted = not more
        self._buffer = rest + more
        self._at = 0

    def _place(self, position: int) -> str:
        line = self._lines_gone + self._buffer.count("\n", 0, position) + 1
        return f"line {line}, character {self._gone + position + 1} of the file"

    def _skip_to_record(self, position: int) -> None:
        """Goes to where a record seems to start, at the earliest at `position`."""
        while True:
            if found := self._record_start.search(self._buffer, position):
                self._at = found.start()
                return
            if self._exhausted:
                self._at = len(self._buffer)
                return
            self._at = max(position, len(self._buffer) - _LONGEST_START)
            self._fill()
            position = 0
