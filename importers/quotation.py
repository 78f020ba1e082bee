"""Quotation marks in a table of delimited columns, and the one that is never closed."""

import re
from collections import deque
from functools import cache
from itertools import accumulate
from typing import TextIO


class Lines:
    """The lines of a source, of which those of the row in hand can be read once more."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._again: deque[str] = deque()
        self._before = 0
        self.row: list[str] = []
        """The lines of the row in hand, as far as it has been read."""
        self.ended = False
        """Whether the row in hand wanted more lines than there are."""

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.row.append(line)
        return line

    def begin_row(self) -> int:
        """Have done with the row in hand; the number of the line that follows, from 1."""
        self._before += len(self.row)
        self.row.clear()
        return self._before + 1

    def read_again(self, first: int) -> None:
        """Give the row's lines from `first` on, counted from 0, once more."""
        self._again.extendleft(reversed(self.row[first:]))
        del self.row[first:]
        self.ended = False


def never_closed(lines: Lines, delimiter: str) -> int | None:
    """The line of the row in hand, from 0, with a quotation mark that is never closed, if any is.

    It is not closed either where the next one in the file opens a field of its own, to judge by
    what stands around it: that is how it looks when other rows are in order.
    """
    if len(lines.row) < 2 and not lines.ended:
        return None
    row = "".join(lines.row)
    for field in _quoted(delimiter).finditer(row):
        if not field["closed"] or _opens(row, field.end() - 1, delimiter, field.start()):
            ends = accumulate(map(len, lines.row))
            return next(number for number, end in enumerate(ends) if field.start() < end)
    return None


def _opens(row: str, mark: int, delimiter: str, start: int) -> bool:
    """Whether the mark that closes the field from `start` rather opens one, on a later line."""
    ends = f"{delimiter}\r\n"
    before, after, field = row[mark - 1], row[mark + 1 : mark + 2], row[start:mark]
    return before in ends and after != "" and after not in ends and any(e in field for e in "\r\n")


@cache
def _quoted(delimiter: str) -> re.Pattern[str]:
    """A field in quotation marks, to its end or to the end of the text."""
    begin = rf"(?<![^{re.escape(delimiter)}\r\n])"
    return re.compile(rf'{begin}"[^"]*+(?:""[^"]*+)*+(?P<closed>"|\Z)')
