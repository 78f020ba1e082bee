"""The text of a release: wrapped once, drawn row by row, marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.strip import Strip

from annotator.layout import Layout, Part, around_mentions, lay_out
from annotator.marks import Mark, Marking
from annotator.plain import harmless
from annotator.widgets.rows import Line, Rows
from annotator.wrapping import NARROW
from db.mentions import Mention
from db.pages import Page
from db.states import Evidence

MARGIN = 1
MAX_WIDTH = 92
"""Text is set no wider than this, in cells."""
CONTEXT = 2
"""Rows kept in sight above a place that is jumped to."""
_BLANK = Strip([], 0)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A release that was drawn before it was asked for."""

    page: Page
    marking: Marking
    what: tuple[int, bool]
    """Width and whether only the sentences around mentions."""
    layout: Layout
    strips: dict[int, Strip]
    marks: dict[Part, list[Mark]]


class Reader(Rows):
    """Shows one release; scrolls by whole rows, never animated."""

    DEFAULT_CSS = "Reader { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page: Page | None = None
        self.marking = Marking()
        self.mentions_only = False
        self.current = 0
        """Number of the stop at hand among those that `n` goes over, from 0."""
        self.top = 0
        self.instead: Sequence[Line] = ()
        """What is shown where there is no release."""
        self._layout = Layout(())
        self._evidence: tuple[Evidence, ...] = ()
        self._marks: dict[Part, list[Mark]] = {}
        self._strips: dict[int, Strip] = {}
        self._ready: _Ready | None = None

    def read(self, page: Page | None, marking: Marking) -> None:
        """Show a release from its beginning; the same one again keeps its place."""
        evidence = page.coding.evidence if page else ()
        before = self.page
        same = bool(page and before and (page.id, page.digest) == (before.id, before.digest))
        alike = same and (marking, evidence) == (self.marking, self._evidence)
        if marking.stops != self.marking.stops:
            self.current = 0
        self.page, self.marking, self._evidence = page, marking, evidence
        if not same:
            self.current = self.top = 0
            if not self._take_ready():
                self.restyle()
        elif not alike:
            self._redraw()

    def prepare(self, page: Page, marking: Marking) -> None:
        """Draw a release aside that is likely to be the next one, while nobody waits."""
        held = (self.page, self.marking, self.current, self.top, self._layout)
        drawn = (self._strips, self._marks)
        self.page, self.marking, self.current, self.top = page, marking, 0, 0
        self._strips, self._marks = {}, {}
        self._lay_out()
        for number in range(min(self.size.height, len(self._layout.rows))):
            self._strip(number)
        what = (self._text_width, self.mentions_only)
        self._ready = _Ready(page, marking, what, self._layout, self._strips, self._marks)
        self.page, self.marking, self.current, self.top, self._layout = held
        self._strips, self._marks = drawn

    def _take_ready(self) -> bool:
        """Show what was drawn aside, if it is what is wanted now."""
        ready, self._ready = self._ready, None
        if ready is None or (ready.page, ready.marking) != (self.page, self.marking):
            return False
        if ready.what != (self._text_width, self.mentions_only):
            return False
        self._layout, self._strips, self._marks = ready.layout, ready.strips, ready.marks
        self._draw()
        return True

    def restyle(self) -> None:
        """Lay out and draw again: another release, width, theme or view."""
        self._ready = None
        self._lay_out()
        self._redraw()

    @property
    def _text_width(self) -> int:
        return min(MAX_WIDTH, self.size.width - 2 * MARGIN)

    def _lay_out(self) -> None:
        width = self._text_width
        if self.page is None or width < 1:
            self._layout = Layout(())
        else:
            spans = around_mentions(self.page) if self.mentions_only else None
            self._layout = lay_out(self.page, width, spans or None)
        self.top = self._within(self.top)

    def scroll_rows(self, by: int) -> None:
        """Move by that many rows, within the text."""
        self._go(self.top + by)

    def scroll_page(self, by: int) -> None:
        """Move by pages; a row stays in sight to hold on to."""
        self._go(self.top + by * max(1, self.size.height - 1))

    def scroll_edge(self, *, end: bool) -> None:
        """Go to the beginning or the end."""
        self._go(len(self._layout.rows) if end else 0)

    @property
    def stop(self) -> Mention | None:
        """The place at hand among those that `n` goes over."""
        stops = self.marking.stops
        return stops[self.current] if self.current < len(stops) else None

    def go_to_stop(self, by: int) -> None:
        """Make the next or previous stop the one at hand and bring it into sight.

        Going on from one that is still below the screen first brings that one up.
        """
        stop = self.stop
        if stop is None:
            return
        if by < 0 or self._row_of(stop.part, stop.start) < self.top + self.size.height:
            self.current = (self.current + by) % len(self.marking.stops)
            stop = self.marking.stops[self.current]
        self.bring_up(stop.part, stop.start)
        self._redraw()

    def sees(self, part: Part, offset: int) -> bool:
        """Whether a place is on screen."""
        return self.top <= self._row_of(part, offset) < self.top + self.size.height

    def bring_up(self, part: Part, offset: int) -> None:
        """Scroll so that a place can be seen, if it cannot."""
        if not self.sees(part, offset):
            self._go(self._row_of(part, offset) - CONTEXT)

    def show_mentions_only(self, only: bool) -> None:
        """Show only the sentences around mentions, or all."""
        self.mentions_only = only
        self.top = 0
        self.restyle()

    @property
    def rows_below(self) -> int:
        """How many rows are still below the screen."""
        return max(0, len(self._layout.rows) - self.top - self.size.height)

    @property
    def first_offset(self) -> int:
        """The offset at which the text in sight begins."""
        rows = self._layout.rows[self.top :]
        return next((start for part, start, _ in rows if part == "text"), 0)

    def _go(self, top: int) -> None:
        top = self._within(top)
        if top != self.top:
            self.top = top
            self._draw()

    def _within(self, top: int) -> int:
        return max(0, min(top, len(self._layout.rows) - self.size.height))

    def _row_of(self, part: Part, offset: int) -> int:
        return self._layout.row_of(part, offset)

    def _redraw(self) -> None:
        self._strips, self._marks = {}, {}
        self._draw()

    def _draw(self) -> None:
        if self.page is None:
            self.paint([self.strip(line) for line in self.instead])
            return
        last = min(self.top + self.size.height, len(self._layout.rows))
        self.paint([self._strip(number) for number in range(self.top, last)])

    def _strip(self, number: int) -> Strip:
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._make(*self._layout.rows[number])
        return strip

    def _make(self, part: Part, start: int, end: int) -> Strip:
        page = self.page
        if part == "gap" or page is None:
            return _BLANK
        text = page.title if part == "title" else page.text
        base = self.style_named("strong" if part == "title" else "")
        segments = [Segment(" " * MARGIN, self.style_named(""))]
        position = start
        for left, right, name in self._marks_between(part, start, end):
            left, right = max(left, start), min(right, end)
            if left > position:
                segments.append(Segment(harmless(text[position:left]), base))
            segments.append(Segment(harmless(text[left:right]), base + self.style_named(name)))
            position = right
        if position < end:
            segments.append(Segment(harmless(text[position:end]), base))
        width = MARGIN + end - start if NARROW.fullmatch(text, start, end) else None
        return Strip(segments, width)  # else it would be measured again

    def _marks_between(self, part: Part, start: int, end: int) -> list[Mark]:
        """The marks that a row shows something of."""
        if part not in self._marks and self.page is not None and part != "gap":
            self._marks[part] = self.marking.of(part, self.page, self.stop)
        marks = self._marks.get(part, [])
        first = bisect_right(marks, start, key=lambda mark: mark[1])
        last = bisect_left(marks, end, key=lambda mark: mark[0])
        return marks[first:last]
