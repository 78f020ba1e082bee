"""From a number of the report to its releases, and to the coding screen and back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from textual import events
from textual.binding import Binding

from annotator.keys import bindings, key_line, own_keys
from annotator.screens.coding import CodingScreen
from annotator.screens.listing import ListScreen
from annotator.session import Session
from annotator.terminal import Terminal
from annotator.widgets.rows import Line, Rows
from annotator.wrapping import fit
from db.filters import Filter
from db.listing import Entry
from db.pages import ALL
from db.report.list import ReleasesListed
from db.words import state_labels

_KEYS = ("next", "previous", "exclude", "undo")
"""The commands named at the foot of the coding screen, before the way back."""


@dataclass(frozen=True, slots=True)
class Behind(Filter):
    """The releases behind one number: every way from one to another stays within them."""

    title: str = ""
    ids: str = "[]"
    """As JSON."""

    @property
    def words(self) -> str:
        """The number's name, for a heading."""
        return self.title

    def condition(self) -> tuple[str, dict[str, object]]:
        """An SQL condition on the table `states`, and its parameters."""
        condition, parameters = Filter.condition(self)  # super() does not know a class with slots
        condition += " and release_id in (select value from json_each(:behind))"
        return condition, {**parameters, "behind": self.ids}


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
            name = self._title_shown.rpartition(" · ")[0]
            within = Behind(title=name, ids=json.dumps(list(self._ids)))
            screen = ReleaseScreen(self.session, entry.id, within, self._terminal)
            self.app.push_screen(screen, self._back)

    def _back(self, _: None) -> None:
        """Back in the list, at the release that was looked at last; all as it is coded now."""
        self.session.walk_through(ALL)
        page = self.session.page
        if page is not None:
            self._count, self._cursor = self._listing.count_around(page.id)
        self._go(self._cursor)

    def _list(self, chosen: Filter) -> ReleasesListed:
        return ReleasesListed(self.session.study, self.session.reading.id, chosen, self._ids)

    def _states(self, entries: Sequence[Entry]) -> list[str]:
        """What is decided on each, without what all on show begin with: titles need the room."""
        codebook = self.session.codebook
        states = [state_labels(entry.coding, codebook) for entry in entries]
        alike = takewhile(lambda labels: len(set(labels)) == 1, zip(*states, strict=False))
        shared = len(list(alike)) if len(states) > 1 else 0
        return [", ".join(labels[shared:]) for labels in states]

    def _heading(self, width: int) -> Line:
        chosen = self._listing.filter
        words = "" if chosen.is_empty else f" · {chosen.words}"
        title = fit(self._title_shown, max(8, width - 24 - len(words)))
        return [(" Behind the number: ", "dim"), (title, "strong"), (words, "accent")]


class ReleaseScreen(CodingScreen):
    """The coding screen on the releases of a list; Esc and `q` go back to the list."""

    BINDINGS = [Binding("escape", "quit", "Back", show=False)]

    def __init__(
        self, session: Session, release_id: int, within: Behind, terminal: Terminal
    ) -> None:
        session.walk_through(within)
        super().__init__(session, terminal)
        self._release_id = release_id

    def on_mount(self, event: events.Mount | None = None) -> None:
        if event:
            event.prevent_default()
        super().on_mount()
        keys = key_line("coding", *_KEYS, own=own_keys(self))
        self._own_keys = [*keys, ("Esc", "key"), (" back to the list", "dim")]
        self.query_one("#keys", Rows).show([self._own_keys])

    def begin(self) -> None:
        """The release chosen; where the sitting stands is another matter."""
        self.session.go(self._release_id)
        self.session.said = "] goes on within these · Esc goes back to their list"

    def keep_place(self) -> None:
        """One who looks through a number's releases keeps his place in the study."""
        self._place_timer.pause()

    def action_quit(self) -> None:
        """Back to the list; everything is saved already."""
        self.dismiss(None)

    def action_report(self) -> None:
        """The report is below already: back to the list."""
        self.dismiss(None)

    def _refresh(self) -> None:
        self.session.said = self.session.said.replace("(Esc: all)", "(Esc: their list)")
        super()._refresh()
