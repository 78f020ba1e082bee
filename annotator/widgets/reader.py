"""The text of a release: wrapped once, drawn row by row, mentions marked."""

from rich.segment import Segment
from textual.strip import Strip

from annotator.layout import Layout, Part, around_mentions, lay_out
from annotator.widgets.rows import Rows, harmless
from db.mentions import Mention
from db.pages import Page

MARGIN = 1
MAX_WIDTH = 92
"""Text is set no wider than this, in cells."""
CONTEXT = 2
"""Rows kept in sight above a mention that is jumped to."""


class Reader(Rows):
    """Shows one release; scrolls by whole rows, never animated."""

    DEFAULT_CSS = "Reader { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page: Page | None = None
        self.mentions_only = False
        self.current = 0
        """Number of the current mention among those that count, from 0."""
        self.top = 0
        self._layout = Layout(())
        self._strips: dict[int, Strip] = {}

    @property
    def mentions(self) -> list[Mention]:
        """The mentions that count, title first."""
        return [m for m in self.page.mentions if not m.furniture] if self.page else []

    def read(self, page: Page | None) -> None:
        """Show a release from its beginning; the same one again keeps its place."""
        same = page is not None and self.page is not None and page.id == self.page.id
        marks_kept = (
            same
            and self.page is not None
            and page is not None
            and (page.coding.evidence == self.page.coding.evidence)
        )
        self.page = page
        if same and marks_kept:
            return
        if not same:
            self.current = self.top = 0
        self.restyle()

    def restyle(self) -> None:
        """Lay out and draw again: another release, width, theme or view."""
        self._strips = {}
        width = min(MAX_WIDTH, self.size.width - 2 * MARGIN)
        if self.page is None or width < 1:
            self._layout = Layout(())
        else:
            spans = around_mentions(self.page) if self.mentions_only else None
            self._layout = lay_out(self.page, width, spans or None)
        self._draw()

    def scroll_rows(self, by: int) -> None:
        """Move by that many rows, within the text."""
        self._go(self.top + by)

    def scroll_page(self, by: int) -> None:
        """Move by pages; a row stays in sight to hold on to."""
        self._go(self.top + by * max(1, self.size.height - 1))

    def scroll_edge(self, *, end: bool) -> None:
        """Go to the beginning or the end."""
        self._go(len(self._layout.rows) if end else 0)

    def go_to_mention(self, by: int) -> None:
        """Make the next or previous mention the current one and bring it into sight.

        Going on from one that is still below the screen first brings that one up.
        """
        mentions = self.mentions
        if not mentions:
            return
        row = self._row_of(mentions[self.current])
        if by < 0 or row < self.top + self.size.height:
            self._forget_row_of(mentions[self.current])
            self.current = (self.current + by) % len(mentions)
            self._forget_row_of(mentions[self.current])
            row = self._row_of(mentions[self.current])
        if not self.top <= row < self.top + self.size.height:
            self.top = self._within(row - CONTEXT)
        self._draw()

    def toggle_mentions_only(self) -> None:
        """Show only the sentences around mentions, or all again."""
        self.mentions_only = not self.mentions_only
        self.top = 0
        self.restyle()

    @property
    def rows_below(self) -> int:
        """How many rows are still below the screen."""
        return max(0, len(self._layout.rows) - self.top - self.size.height)

    def _go(self, top: int) -> None:
        top = self._within(top)
        if top != self.top:
            self.top = top
            self._draw()

    def _within(self, top: int) -> int:
        return max(0, min(top, len(self._layout.rows) - self.size.height))

    def _draw(self) -> None:
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
        for left, right, name in self._marks(part, start, end):
            left, right = max(left, position), min(right, end)
            if left >= right:
                continue
            if left > position:
                segments.append(Segment(harmless(text[position:left]), base))
            segments.append(Segment(harmless(text[left:right]), base + self.style_named(name)))
            position = right
        if position < end:
            segments.append(Segment(harmless(text[position:end]), base))
        return Strip(segments)

    def _marks(self, part: Part, start: int, end: int) -> list[tuple[int, int, str]]:
        """What is marked on a row, in order: mentions before the evidence around them."""
        page = self.page
        if page is None:
            return []
        marks = []
        counting = self.mentions
        current = counting[self.current] if self.current < len(counting) else None
        for mention in page.mentions:
            if mention.part == part and mention.start < end and mention.end > start:
                name = "current" if mention is current else "mention"
                marks.append(
                    (mention.start, mention.end, "furniture" if mention.furniture else name)
                )
        if part == "text":
            for mark in page.coding.evidence:
                if mark.start < end and mark.end > start:
                    marks = _laid_over(marks, mark.start, mark.end, "evidence")
        return sorted(marks)

    def _row_of(self, mention: Mention) -> int:
        return self._layout.row_of(mention.part, mention.start)

    def _forget_row_of(self, mention: Mention) -> None:
        """Its row is drawn anew; and the next one, where a mention may go on."""
        row = self._row_of(mention)
        for number in (row, row + 1):
            self._strips.pop(number, None)


def _laid_over(
    marks: list[tuple[int, int, str]], start: int, end: int, name: str
) -> list[tuple[int, int, str]]:
    """The marks with another one filling what they leave free between start and end."""
    ordered = sorted(marks)
    free, position = [], start
    for left, right, _ in ordered:
        if right > position and left < end:
            if left > position:
                free.append((position, left, name))
            position = max(position, right)
    if position < end:
        free.append((position, end, name))
    return ordered + free


_BLANK = Strip([], 0)
