"""From a number of the report to its releases, and to the coding screen and back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from rich.cells import cell_len

from annotator.keys import bindings
from annotator.parts import fit_sentence
from annotator.screens.coding import CodingScreen
from annotator.screens.listing import ListScreen
from annotator.session import Session
from annotator.terminal import Terminal
from annotator.widgets.rows import Line
from annotator.wrapping import fit
from db.filters import Filter
from db.listing import Entry
from db.pages import ALL
from db.report.list import ReleasesListed
from db.words import state_labels


@dataclass(frozen=True, slots=True)
class Behind(Filter):
    """The releases behind one number: every way from one to another stays within them."""

    title: str = ""
    ids: str = "[]"
    """As JSON."""
    chosen: Filter = ALL
    """Which of them the list shows."""

    @property
    def words(self) -> str:
        """The number's name, and what was looked for among its releases, for a heading."""
        return self.title if self.chosen.is_empty else f"{self.title} · {self.chosen.words}"

    def condition(self) -> tuple[str, dict[str, object]]:
        """An SQL condition on the table `states`, and its parameters."""
        condition, parameters = self.chosen.condition()
        condition += " and release_id in (select value from json_each(:behind))"
        return condition, {**parameters, "behind": self.ids}


class NumberScreen(ListScreen):
    """Lists the releases behind one number; opens them one after the other."""

    BINDINGS = bindings("list")

    def __init__(
        self, session: Session, title: str, ids: Sequence[int], terminal: Terminal
    ) -> None:
        self._title_shown, self._ids, self._terminal = title, ids, terminal
        super().__init__(session, walking=False)

    def begin(self) -> None:
        """All of them, from the first one."""
        self._count = len(self._ids)
        self._go(0)

    def action_choose(self) -> None:
        """Open the release on the coding screen; Esc there comes back to this place."""
        if entry := self._entry():
            name = self._title_shown.rpartition(" · ")[0]
            within = Behind(
                title=name, ids=json.dumps(list(self._ids)), chosen=self._listing.filter
            )
            screen = ReleaseScreen(self.session, entry.id, within, self._terminal)
            self.app.push_screen(screen, lambda _: self._back(finding=screen.finding))

    def _back(self, *, finding: bool) -> None:
        """Back in the list, at the release that was looked at last; all as it is coded now."""
        page = self.session.page
        if page is not None:
            self._count, self._cursor = self._listing.count_around(page.id)
        self._go(self._cursor)
        if finding:
            self.action_find()

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
        label = " Behind the number: "
        words = "" if chosen.is_empty else fit(f" · {chosen.words}", width // 2)
        title = fit_sentence(self._title_shown, width - cell_len(label) - cell_len(words))
        return [(label, "dim"), (title, "strong"), (words, "accent")]


class ReleaseScreen(CodingScreen, inherit_bindings=False):
    """The coding screen on the releases of a list, with one way out: back to the list."""

    BINDINGS = bindings("behind")
    GROUP = "behind"
    KEYS = ("next", "previous", "exclude", "undo", "close")

    def __init__(
        self, session: Session, release_id: int, within: Behind, terminal: Terminal
    ) -> None:
        session.walk_through(within)
        session.escape = "their list"
        super().__init__(session, terminal)
        self._release_id = release_id
        self.finding = False
        """Whether the list shall ask for words."""

    def begin(self) -> None:
        """The release chosen; where the sitting stands is another matter."""
        self.session.go(self._release_id)
        self.session.said = "] goes on within these · Esc goes back to their list"

    def keep_place(self) -> None:
        """One who looks through a number's releases keeps his place in the study."""
        self._place_timer.pause()

    def action_find(self) -> None:
        """Back to the list, to search the number's releases."""
        self.finding = True
        self.dismiss(None)

    def action_quit(self) -> None:
        """Back to the list; everything is saved already."""
        self.dismiss(None)
