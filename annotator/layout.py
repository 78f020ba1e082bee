"""How a release is laid out in rows: its title, then its text, or only parts of the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from annotator.sentences import sentences
from annotator.wrapping import wrap
from db.pages import Page

Part = Literal["title", "text", "gap"]

LaidRow = tuple[Part, int, int]
"""Where a row's text stands: in which part, from which offset to which."""
GAP_ROW: LaidRow = ("gap", 0, 0)


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of one release at one width."""

    rows: tuple[LaidRow, ...]

    def row_of(self, part: Part, offset: int) -> int:
        """The row on which an offset of a part is shown; the nearest one where it is left out."""
        best = 0
        for number, (where, start, _) in enumerate(self.rows):
            if where == part and start <= offset:
                best = number
        return best


def lay_out(page: Page, width: int, spans: Sequence[tuple[int, int]] | None = None) -> Layout:
    """Lay a release out: title, a blank row, then the text or those spans of it."""
    rows: list[LaidRow] = [("title", start, end) for start, end in wrap(page.title, width)]
    rows.append(GAP_ROW)
    if spans is None:
        rows += [("text", start, end) for start, end in wrap(page.text, width)]
        return Layout(tuple(rows))
    for start, end in spans:
        rows += [("text", start + a, start + b) for a, b in wrap(page.text[start:end], width)]
        rows.append(GAP_ROW)
    return Layout(tuple(rows))


def around_mentions(page: Page) -> list[tuple[int, int]]:
    """The sentences that hold a mention, each with its neighbours; joined where they touch."""
    places = [m.start for m in page.mentions if m.part == "text" and not m.furniture]
    found = sentences(page.text)
    wanted: set[int] = set()
    position = 0
    for place in places:
        while position < len(found) - 1 and found[position][1] <= place:
            position += 1
        wanted |= {position - 1, position, position + 1}
    spans: list[tuple[int, int]] = []
    last = -2
    for number in sorted(number for number in wanted if 0 <= number < len(found)):
        start, end = found[number]
        if number == last + 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        last = number
    return spans
