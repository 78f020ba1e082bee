"""What changed in a release since it was decided on."""

from annotator.differences import differences
from annotator.keys import bindings
from annotator.screens.scrolling import ScrollScreen
from annotator.widgets.rows import Line
from db.changes import earlier, read_at, seen_when_decided
from db.pages import Page
from db.study import Study

STYLES = {"same": "", "removed": "warning", "added": "mark", "skipped": "dim"}


class DifferenceScreen(ScrollScreen):
    """The text on show beside the one that was read, word by word."""

    BINDINGS = bindings("difference")
    GROUP = "difference"
    NOTHING = "This release has only ever had one text."

    def __init__(self, study: Study, reading_id: int, page: Page) -> None:
        super().__init__()
        self._page = page
        at = read_at(study, reading_id, page.id)
        read = seen_when_decided(study, page.id, at) if at else None
        versions = earlier(study, page.id)
        self._before = read or (versions[0] if versions else None)

    def heading(self) -> Line:
        """How what went and what came is marked."""
        note = " · [-went-] {+came+}"
        if self._page.changed:
            note += " · decide anew, or set the same code again"
        return [(" What changed", "strong"), (note, "dim")]

    def lines(self, width: int) -> list[Line]:
        """Both texts as one, with what changed marked in it."""
        page, before = self._page, self._before
        if before is None:
            return []
        dates = before.published not in (None, page.published)  # else they need no row
        was, is_ = (f"{before.published}\n", f"{page.published}\n") if dates else ("", "")
        found = differences(
            f"{before.title}\n{was}\n{before.text}", f"{page.title}\n{is_}\n{page.text}", width
        )
        return [[(" ", ""), *((text, STYLES[style]) for text, style in line)] for line in found]

    def note(self) -> str:
        """When the newer text came in."""
        return f"the newer text came in on {self._before.replaced_at[:10]}" if self._before else ""
