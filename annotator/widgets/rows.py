"""Fixed rows: the one way our screens draw, so that a key press is one small repaint.

A line is a list of pieces, each a text and the name of a style. The widget keeps what it shows
and marks only the rows that differ as dirty; its size never follows its content.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.plain import harmless

Piece = tuple[str, str]
"""A text and the name of its style: "", "dim", "strong", "key", "accent", "mention", …"""
Line = Sequence[Piece]

STYLES = (
    "dim",
    "strong",
    "key",
    "accent",
    "mention",
    "current",
    "furniture",
    "evidence",
    "differs",
    "word",
    "selection",
    "rule",
    "mark",
    "warning",
    "cursor",
    *(f"stack{number}" for number in range(1, 5)),
)
STYLE_CLASSES = {f"rows--{name}" for name in STYLES}
"""Component classes of the app: kept there once, since Textual styles those of each widget anew."""


class Rows(Widget, can_focus=False):
    """Rows of styled text."""

    DEFAULT_CSS = "Rows { height: 1; }"

    class Painted(Message):
        """What is on show has been written to the terminal; see `tell_when_painted`."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Line] = []
        self._shown: list[Strip] = []
        self._styles: dict[str, Style] = {}
        self._width = 0
        self._to_tell = False

    def tell_when_painted(self) -> None:
        """Post `Painted` behind the next frame, which is drawn in any case."""
        self._to_tell = True
        self.refresh(Region(0, 0, 1, 1))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a frame. It is written before the next message is handled."""
        if self._to_tell:
            self._to_tell = False
            self.post_message(self.Painted())
        return super().render_lines(crop)

    def show(self, lines: Iterable[Line]) -> None:
        """Draw these lines from the top, those that changed; rows below them are blank."""
        drawn = list(zip(self._lines, self._shown, strict=False))
        self._lines = list(lines)
        self.paint(
            [
                drawn[y][1] if y < len(drawn) and drawn[y][0] == line else self.strip(line)
                for y, line in enumerate(self._lines[: self.size.height])
            ]
        )

    def strip(self, line: Line) -> Strip:
        """A line as it is drawn."""
        style = self.style_named
        return Strip([Segment(harmless(text), style(name)) for text, name in line if text])

    def style_named(self, name: str) -> Style:
        """The style of that name in the theme in force."""
        style = self._styles.get(name)
        if style is None:
            style = self.rich_style
            if name:
                style += self.app.get_component_styles(f"rows--{name}").partial_rich_style
            self._styles[name] = style
        return style

    def paint(self, strips: Sequence[Strip]) -> None:
        """Show these strips, marking as dirty only the rows that changed."""
        self._width, height = self.size
        new = list(strips[:height])
        new += [_EMPTY] * (height - len(new))
        old, self._shown = self._shown, new
        if len(old) != height:
            self.refresh()
            return
        dirty = [
            Region(start, y, end - start, 1)
            for y, (before, after) in enumerate(zip(old, new, strict=True))
            if before is not after
            for start, end in _difference(before, after)
        ]
        if dirty:
            self.refresh(*dirty)

    def render_line(self, y: int) -> Strip:
        """One row, filled up to the width with the background."""
        strip = self._shown[y] if y < len(self._shown) else _EMPTY
        return strip.adjust_cell_length(self._width, self.style_named(""))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Those that change something: our colours need no translation from a terminal's sixteen.

        Every row would be copied for it.
        """
        return [one for one in super().get_line_filters() if not isinstance(one, ANSIToTruecolor)]

    def notify_style_update(self) -> None:
        """The theme changed: drawn strips are stale."""
        super().notify_style_update()
        self._styles.clear()
        self._shown = []
        self.restyle()

    def restyle(self) -> None:
        """Draw again: other lines, another size or theme."""
        self.paint([self.strip(line) for line in self._lines[: self.size.height]])

    def on_resize(self) -> None:
        """The size changed: lay out again."""
        self._shown = []
        self.restyle()


def _difference(before: Strip, after: Strip) -> Iterator[tuple[int, int]]:
    """The cells from the first to the last that differ; nothing where the rows are alike."""
    old, new = list(before), list(after)
    first = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        first += one.cell_length
    else:
        if len(old) == len(new):
            return
    width = max(before.cell_length, after.cell_length)
    last = width
    if before.cell_length == after.cell_length:
        for one, other in zip(reversed(old), reversed(new), strict=False):
            if one != other or last - one.cell_length < first:
                break
            last -= one.cell_length
    yield first, last


_EMPTY = Strip([], 0)
