"""Is this the same case? The release at hand beside one candidate after the other."""

from contextlib import suppress

from textual import events
from textual.app import ComposeResult

from annotator.keys import bindings, key_line, own_keys
from annotator.screens.link_lines import compared
from annotator.screens.whole import WholeScreen
from annotator.session import Session
from annotator.sight import Sight
from annotator.terminal import Terminal
from annotator.widgets.rows import Line, Rows
from annotator.wrapping import wrap
from db.errors import StudyError
from db.pages import Page
from db.relatives.candidates import Candidate, open_candidates
from db.relatives.store import bring_up_to_date, missing
from db.states import Relation

KEYS = ("update", "duplicate", "apart", "next", "find", "close")
ALONE = ("find", "close")
LINKED = ("case", "unlink", "find", "close")
"""The commands named at the foot: beside a release, beside none, beside none but linked."""
_REASON_ROWS = 2
AT_ONCE = 2000
"""Releases compared while the screen opens, about three seconds; more is left to the command."""


class LinkScreen(WholeScreen[None]):
    """Shows why a candidate may be of the same case, and takes the analyst's word."""

    BINDINGS = bindings("link")
    DEFAULT_CSS = f"""
    LinkScreen #reasons {{ height: {_REASON_ROWS}; }}
    LinkScreen #matter {{ height: 1fr; }}
    """

    def __init__(self, session: Session, terminal: Terminal) -> None:
        super().__init__("link")
        self._sight = Sight(terminal)
        self._typed = 0.0
        """When the last key was typed (monotonic seconds)."""
        self.session = session
        self._missing = missing(session.study)
        if 0 < self._missing <= AT_ONCE:
            with suppress(StudyError):  # busy: what was compared before is shown
                bring_up_to_date(session.study)
            self._missing = missing(session.study)
        self._candidates: list[Candidate] = []
        self._found: int | None = None
        """Id of a release chosen by search instead of a candidate."""
        self._number = self._top = 0
        self._lines: list[Line] = []
        self._said = ""
        """What just happened here."""
        self._look()

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="reasons")
        yield Rows(id="matter")
        yield Rows(id="status")
        yield Rows(id="keys")

    def on_key(self, event: events.Key) -> None:
        """A key; the command it stands for follows."""
        self._typed = event.time

    def on_rows_painted(self) -> None:
        """The candidate is on its way to the terminal."""
        self._sight.drawn()

    def lay_out(self) -> None:
        """Another width: laid out anew."""
        self._show()

    def action_move(self, by: int) -> None:
        """Scroll by rows."""
        self._top += by
        self._draw()

    def action_page(self, by: int) -> None:
        """Scroll by what is seen at once, less a row."""
        self.action_move(by * max(1, self.query_one("#matter", Rows).size.height - 1))

    def action_step(self, by: int) -> None:
        """Go to the next or the previous candidate."""
        if self._found is not None:
            self._found = None
        elif self._candidates:
            self._number = (self._number + by) % len(self._candidates)
        self.session.said = self._said = ""
        self._show()

    def action_link(self, relation: Relation) -> None:
        """Link the two releases; the session goes on as after any decision."""
        if (other := self._seen()) is not None:
            self.session.link(other, relation)
            self.dismiss(None)

    def action_apart(self) -> None:
        """Remember that the candidate is of another case, and show the next one."""
        if (other := self._seen()) is not None:
            self.session.set_apart(other)
            self._found = None
            self._again()

    def action_unlink(self) -> None:
        """Take the release out of its case."""
        self.session.unlink()
        self.dismiss(None)

    def action_find(self) -> None:
        """Choose any release by words; coding goes on as before."""
        from annotator.screens.listing import ListScreen

        def chosen(release_id: int | None) -> None:
            page = self.session.page
            if release_id is not None and page is not None and release_id != page.id:
                self._found = release_id
            self._show()

        self.app.push_screen(ListScreen(self.session, finding=True, walking=False), chosen)

    def action_case(self) -> None:
        """Show the releases of the case."""
        from annotator.screens.case import CaseScreen

        if self.session.has_case():
            self.app.push_screen(CaseScreen(self.session), lambda _: self._again())
        else:
            self._said, self.session.said = "no other release is linked to it", ""
            self._draw()

    def action_close(self) -> None:
        """Back, linking nothing."""
        self.dismiss(None)

    def _again(self) -> None:
        self._said = self.session.said
        self._look()
        self._show()

    def _look(self) -> None:
        page = self.session.page
        self._candidates = (
            open_candidates(self.session.study, self.session.reading.id, page.id) if page else []
        )
        self._number = min(self._number, max(0, len(self._candidates) - 1))

    def _other(self) -> int | None:
        if self._found is not None:
            return self._found
        return self._candidates[self._number].id if self._candidates else None

    def _seen(self) -> int | None:
        """The release beside; None if it was not in sight when the key was typed."""
        other = self._other()
        if other is not None and self._sight.is_early(self._typed):
            self._said = "typed before this candidate was shown: not taken"
            self._draw()
            return None
        return other

    def _beside(self) -> Page | None:
        """The release to compare with; one that is read no more gives way to the next candidate."""
        other = self._other()
        shown = self.session.look_at(other) if other is not None else None
        if other is not None and shown is None:
            self._found = None
            self._look()
            self._said = "the other release is not read any more"
            return self._beside()
        return shown

    def _show(self) -> None:
        """Lay out the two releases and draw everything."""
        page, shown, width = self.session.page, self._beside(), self.size.width
        self._top = 0
        book = self.session.codebook
        if page and shown:
            self._lines = compared(page, shown, book, width)
            if self._sight.turn_to((shown.id, shown.digest)):
                self.query_one("#matter", Rows).tell_when_painted()
        else:
            words = self._nothing(page)
            rows = wrap(words, max(8, width - 4))
            self._lines = [[], *([("  ", ""), (words[a:b], "dim")] for a, b in rows)]
        self.query_one("#header", Rows).show([self._heading(width)])
        self.query_one("#reasons", Rows).show(self._reasons(width))
        linked = page is not None and page.coding.relation is not None
        keys = KEYS if shown else LINKED if linked else ALONE
        self.query_one("#keys", Rows).show([key_line("link", *keys, own=own_keys(self))])
        self._draw()

    def _draw(self) -> None:
        height = self.query_one("#matter", Rows).size.height
        self._top = max(0, min(self._top, len(self._lines) - height))
        below = len(self._lines) - self._top - height
        self.query_one("#matter", Rows).show(self._lines[self._top : self._top + height])
        more = f"↓ {below} more" if below > 0 else ""
        self.query_one("#status", Rows).show([[(f" {self._said}  ", "accent"), (more, "dim")]])

    def _heading(self, width: int) -> Line:
        question = (" Is this the same case?", "strong")
        if self._found is not None:
            return [question, (" · found by search", "dim")]
        if not self._candidates:
            return [question]
        one = self._candidates[self._number]
        place = f"candidate {self._number + 1} of {len(self._candidates)} · {one.score:.2f} "
        gap = " " * max(1, width - len(question[0]) - len(place))
        return [question, (gap, ""), (place, "dim")]

    def _reasons(self, width: int) -> list[Line]:
        if self._found is not None or not self._candidates:
            return []
        one = self._candidates[self._number]
        words = " · ".join((f"{one.relation}?", *one.reasons))
        rows = wrap(words, max(8, width - 2))[:_REASON_ROWS]
        return [[(" ", ""), (words[a:b], "accent")] for a, b in rows]

    def _nothing(self, page: Page | None) -> str:
        if self._missing:
            return f"First, in a shell: annotator cases candidates {self.session.study.path}"
        if page and page.coding.relation:
            return "It is linked, and nothing else looks like its case."
        return "No other release looks like its case. / finds one by words."
