"""Releases that are stored and not read: their list, and the text of one."""

from collections.abc import Sequence

from annotator.keys import bindings
from annotator.report.pieces import paragraph
from annotator.screens.scrolling import ScrollScreen
from annotator.widgets.rows import Line, Rows
from annotator.wrapping import fit, wrap
from db.report.list import Stored, StoredListed
from db.study import Study


class AsideScreen(ScrollScreen):
    """Lists releases that no reading holds, a screenful read at a time."""

    BINDINGS = bindings("aside")
    GROUP = "aside"
    KEYS = ("down", "page_down", "open", "close")

    def __init__(self, study: Study, title: str, ids: Sequence[int]) -> None:
        super().__init__()
        self._study = study
        self._title, self._count = title, len(ids)
        self._listed = StoredListed(study, ids)
        self._cursor = 0

    def heading(self) -> Line:
        """Which number they are behind."""
        return [
            (" Behind the number: ", "dim"),
            (f"{self._title} · {self._count:,}", "strong"),
            (" · stored, not read", "dim"),
        ]

    def lay_out(self, *, top: bool = False) -> None:
        """Show the screenful around the release at hand; none is held."""
        self.query_one("#header", Rows).show([self.heading()])
        self._go(self._cursor)

    def action_scroll(self, by: int) -> None:
        """Move to another release."""
        self._go(self._cursor + by)

    def action_page(self, by: int) -> None:
        """Move by a screenful."""
        self._go(self._cursor + by * max(1, self.height - 1))

    def action_open(self) -> None:
        """Show the text of the release under the cursor."""
        if entries := self._listed.entries(self._cursor, 1):
            self.app.push_screen(StoredScreen(self._study, entries[0]))

    def _go(self, top: int) -> None:
        self._cursor = max(0, min(top, self._count - 1))
        height = max(1, self.height)
        if not self._top <= self._cursor < self._top + height:
            self._top = self._cursor - height // 2
        self._top = max(0, min(self._top, self._count - height))
        width = self.size.width
        lines: list[Line] = []
        for number, entry in enumerate(self._listed.entries(self._top, height), start=self._top):
            here = number == self._cursor
            office = fit(entry.office or "", 16).ljust(18) if width >= 100 else ""
            lines.append(
                [
                    ("▸ " if here else "  ", "mark"),
                    (f"{entry.published}  {office}", "dim"),
                    (fit(entry.title, width - 15 - len(office)), "cursor" if here else ""),
                ]
            )
        self.query_one("#matter", Rows).show(lines)
        place = f" {self._cursor + 1:,} of {self._count:,} · a codebook that covers them reads them"
        self.query_one("#status", Rows).show([[(place, "dim")]])


class StoredScreen(ScrollScreen):
    """One release that is not read, as it came in."""

    BINDINGS = bindings("stored")
    GROUP = "stored"

    def __init__(self, study: Study, entry: Stored) -> None:
        super().__init__()
        self._entry = entry
        self._text = entry.text(study)

    def heading(self) -> Line:
        """Date, office and that it is not read."""
        where = " · ".join(part for part in (self._entry.published, self._entry.office) if part)
        return [(f" {where}", "dim"), (" · stored, not read", "dim")]

    def lines(self, width: int) -> list[Line]:
        """Title and text."""
        body: list[Line] = [[(" " + self._text[a:b], "")] for a, b in wrap(self._text, width - 2)]
        return [*paragraph(self._entry.title, width, "strong"), [], *body]
