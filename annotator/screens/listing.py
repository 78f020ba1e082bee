"""Lists of releases: to go to one, or to choose one to compare with."""

from collections.abc import Sequence
from dataclasses import replace

from rich.cells import cell_len
from textual.app import ComposeResult

from annotator.keys import bindings, key_line, keys_shown, own_keys
from annotator.screens.ask import AskScreen
from annotator.screens.coding_lines import SIGNS
from annotator.screens.whole import WholeScreen
from annotator.session import Session
from annotator.widgets.rows import Line, Piece, Rows
from annotator.wrapping import fit, wrap
from db.filter_values import checked
from db.filters import Filter
from db.listing import Entry, Listing
from db.states import STATUSES
from db.words import state_words

_VIEWS = [Filter(), *(Filter(status=status) for status in STATUSES), Filter(flagged=True)]


HINT = 'words, "a phrase", is:coded, code:fraud, state:ky, place:…, quarter:2018, coder:…, has:memo'
"""What may be typed after `/`."""


class ListScreen(WholeScreen[int | None]):
    """Releases by date, a screenful read at a time; gives back the id of the one opened."""

    BINDINGS = bindings("list")
    DEFAULT_CSS = "ListScreen #entries { height: 1fr; }"
    GROUP = "list"
    KEYS: tuple[str, ...] = ("open", "find", "state", "close")

    def __init__(self, session: Session, *, finding: bool = False, walking: bool = True) -> None:
        """With `finding` it asks for words at once.

        Without `walking` it begins with all releases, and what it lists is no business of the
        session: only the release chosen is.
        """
        super().__init__(self.GROUP)
        self.session = session
        self._finding = finding
        self._walking = walking
        self._cursor = 0
        self._top = 0
        self._listing = self._list(session.queue.filter if walking else Filter())
        self._count = 0
        self._shown: list[Entry] = []
        """The entries on show, from the top: another program may change the study under them."""
        self._faults: list[str] = []
        """What of the line typed last was not understood; nothing is listed meanwhile."""

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="entries")
        yield Rows(id="status")
        yield Rows(id="keys")

    def on_mount(self) -> None:
        self.query_one("#keys", Rows).show([key_line(self.GROUP, *self.KEYS, own=own_keys(self))])
        self.begin()
        if self._finding:
            self.call_after_refresh(self.action_find)

    def begin(self) -> None:
        """List what is listed first."""
        self._apply(self._listing.filter)

    def lay_out(self) -> None:
        """Show as many entries as there is room for, the one at hand among them."""
        self._go(self._cursor)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._go(self._cursor + by)

    def action_page(self, by: int) -> None:
        """Move by a screenful."""
        self._go(self._cursor + by * max(1, self._height - 1))

    def action_edge(self, to: int) -> None:
        """Move to the first or the last entry."""
        self._go(0 if to < 0 else self._count - 1)

    def action_find(self) -> None:
        """Ask for the words to look for."""
        current = self._listing.filter
        self._ask("" if current.is_empty else current.words, anew=True)

    def action_next_state(self) -> None:
        """List the releases of the next state, in turn."""
        current = self._listing.filter
        here = Filter(status=current.status, flagged=current.flagged)
        following = _VIEWS[(_VIEWS.index(here) + 1) % len(_VIEWS)] if here in _VIEWS else Filter()
        self._apply(replace(current, status=following.status, flagged=following.flagged))

    def action_choose(self) -> None:
        """Open the entry under the cursor."""
        if entry := self._entry():
            if self._walking:
                self.session.walk_through(self._listing.filter)
            self.dismiss(entry.id)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    def _ask(self, line: str, *, anew: bool = False) -> None:
        """Ask for a filter, beginning with that line, until it is understood or left alone.

        Args:
            anew: typing replaces the line; else it goes on from it, to mend it.
        """

        def found(line: str | None) -> None:
            chosen, self._faults = None, []
            if line is not None:
                session = self.session
                chosen, self._faults = checked(session.study, session.reading.id, line)
            if line is not None and self._faults:
                self._draw()
                self._ask(line)
            elif chosen is not None:
                self._apply(chosen)
            else:
                self._draw()

        self.app.push_screen(AskScreen("Find", line, enter="finds", anew=anew), found)

    @property
    def _height(self) -> int:
        return self.query_one("#entries", Rows).size.height

    def _list(self, chosen: Filter) -> Listing:
        return Listing(self.session.study, self.session.reading.id, chosen)

    def _apply(self, chosen: Filter) -> None:
        self._listing = self._list(chosen)
        page = self.session.page
        if page is None:
            self._count, self._cursor = self._listing.count(), 0
        else:
            self._count, self._cursor = self._listing.count_around(page.id)
        self._go(self._cursor)

    def _entry(self) -> Entry | None:
        """The one that was drawn under the cursor."""
        place = self._cursor - self._top
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def _entries(self, offset: int, limit: int) -> list[Entry]:
        return self._listing.entries(offset, limit)

    def _go(self, cursor: int) -> None:
        self._cursor = max(0, min(cursor, self._count - 1))
        height = max(1, self._height)
        if not self._top <= self._cursor < self._top + height:
            self._top = self._cursor - height // 2
        self._top = max(0, min(self._top, self._count - height))
        self._draw()

    def _draw(self) -> None:
        width = self.size.width
        self.query_one("#header", Rows).show([self._heading(width)])
        if self._faults:
            self._shown = []
            self._draw_faults(width)
            return
        entries = self._entries(self._top, self._height)
        if len(entries) < min(self._height, self._count - self._top):  # some left meanwhile
            self._count = self._listing.count()
            self._go(self._cursor)
            return
        self._shown = entries
        codes = self._states(entries)
        room = min(width // 4, max(map(cell_len, codes), default=0))  # as wide as those on show
        lines = [
            _entry_line(entry, words, room, width, cursor=self._top + number == self._cursor)
            for number, (entry, words) in enumerate(zip(entries, codes, strict=True))
        ]
        self.query_one("#entries", Rows).show(lines or [[], [("  " + self._nothing(), "dim")]])
        place = f" {self._cursor + 1:,} of {self._count:,}" if self._count else ""
        self.query_one("#status", Rows).show([[(place, ""), *self._hint(width - len(place))]])

    def _hint(self, room: int) -> Line:
        """What the search takes: as many whole examples as find room."""
        own = own_keys(self)
        key = keys_shown(own.get("list.find", "slash")).split(" ")[0]
        return [("  ", ""), (key, "key"), (" ", ""), (_whole(HINT, room - len(key) - 4), "dim")]

    def _draw_faults(self, width: int) -> None:
        """What was not understood, in full, in place of the list."""
        lines: list[Line] = []
        for fault in self._faults:
            rows = wrap(fault, max(20, width - 4))
            lines += [[], *([("  " + fault[a:b], "warning")] for a, b in rows)]
        self.query_one("#entries", Rows).show(lines)
        self.query_one("#status", Rows).show([self._hint(width)])

    def _states(self, entries: Sequence[Entry]) -> list[str]:
        """What is decided on each."""
        return [_codes(self.session, entry) for entry in entries]

    def _heading(self, width: int) -> Line:
        label = " · releases: "
        words = self._listing.filter.words
        room = width - 1 - cell_len(label)
        title = fit(self.session.codebook.title, max(room // 3, room - cell_len(words)))
        words = fit(words, room - cell_len(title))
        return [(" ", ""), (title, "strong"), (label, "dim"), (words, "accent")]

    def _nothing(self) -> str:
        return "Nothing here. Tab shows other states, / looks for other words, Esc goes back."


def _whole(hint: str, room: int) -> str:
    """As many of the examples as find room, from the first."""
    kept = hint.split(", ")
    while len(kept) > 1 and cell_len(", ".join(kept)) > room:
        kept.pop()
    return ", ".join(kept)


def _codes(session: Session, entry: Entry) -> str:
    return state_words(entry.coding, session.codebook) if entry.status != "uncoded" else ""


def _entry_line(entry: Entry, words: str, room_of_words: int, width: int, *, cursor: bool) -> Line:
    size = 24 if width >= 120 else 16
    office = fit(entry.office or "", size).ljust(size + 2) if width >= 100 else ""
    start: list[Piece] = [
        ("▸" if cursor else " ", "mark"),
        (f"{SIGNS[entry.status]} ", "accent" if entry.status == "coded" else "dim"),
        (f"{'⚑' if entry.coding.flagged else ' '} ", "accent"),
        (f"{entry.published}  {office}", "dim"),
    ]
    used = sum(cell_len(text) for text, _ in start)
    room = width - used - room_of_words - 3
    title = fit(entry.title, room)
    style = "cursor" if cursor else ""
    gap = " " * (room - cell_len(title) + 2)
    return [*start, (title, style), (gap, ""), (fit(words, room_of_words), "dim")]
