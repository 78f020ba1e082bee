"""From a number of the report to its releases, and to the coding screen and back."""

from collections.abc import Sequence

from textual import events
from textual.binding import Binding

from annotator.keys import bindings
from annotator.screens.coding import CodingScreen
from annotator.screens.listing import ListScreen
from annotator.session import Session
from annotator.terminal import Terminal
from annotator.widgets.rows import Line
from annotator.wrapping import fit
from db.filters import Filter
from db.report.list import ReleasesListed


class NumberScreen(ListScreen):
    """Lists the releases behind one number; opens them one after the other."""

    BINDINGS = bindings("list")

    def __init__(
        self, session: Session, title: str, ids: Sequence[int], terminal: Terminal
    ) -> None:
        self._title_shown, self._ids, self._terminal = title, ids, terminal
        super().__init__(session)

    def on_mount(self, event: events.Mount | None = None) -> None:
        if event:
            event.prevent_default()  # Textual would call the list's own handler after this one
        super().on_mount()
        self._go(0)

    def action_choose(self) -> None:
        """Open the release on the coding screen; Esc there comes back to this place."""
        if entry := self._entry():
            self.app.push_screen(ReleaseScreen(self.session, entry.id, self._terminal), self._back)

    def _back(self, _: None) -> None:
        self._count = self._listing.count()  # what was coded meanwhile shows in its place
        self._go(self._cursor)

    def _list(self, chosen: Filter) -> ReleasesListed:
        return ReleasesListed(self.session.study, self.session.reading.id, chosen, self._ids)

    def _heading(self, width: int) -> Line:
        return [(" Behind the number: ", "dim"), (fit(self._title_shown, width - 24), "strong")]


class ReleaseScreen(CodingScreen):
    """The coding screen on one release of a list; Esc and `q` go back to the list."""

    BINDINGS = [Binding("escape", "quit", "Back", show=False)]

    def __init__(self, session: Session, release_id: int, terminal: Terminal) -> None:
        super().__init__(session, terminal)
        self._release_id = release_id

    def on_mount(self, event: events.Mount | None = None) -> None:
        if event:
            event.prevent_default()
        super().on_mount()
        self.session.go(self._release_id)
        self.session.said = "Esc goes back to the list"

    def action_quit(self) -> None:
        """Back to the list; everything is saved already."""
        self.dismiss(None)

    def action_report(self) -> None:
        """The report is below already: back to the list."""
        self.dismiss(None)
