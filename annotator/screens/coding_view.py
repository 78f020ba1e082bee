"""What the coding screen shows, and how it is laid out; which keys change it is said elsewhere."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from annotator.prompts import Prompt
from annotator.screens.coding_lines import (
    empty_lines,
    header_line,
    place_line,
    prompt_line,
    status_line,
)
from annotator.screens.whole import WholeScreen
from annotator.session import Session
from annotator.sight import Sight
from annotator.terminal import Terminal
from annotator.widgets.arrangement import arrange
from annotator.widgets.panel import Panel
from annotator.widgets.reader import Reader
from annotator.widgets.rows import Line, Rows
from db.states import EMPTY


class CodingView(WholeScreen[None]):
    """The release at hand, the codebook beside or below it, and what was just saved."""

    DEFAULT_CSS = """
    CodingView {
        #matter { height: 1fr; visibility: hidden; }
        #matter > * { visibility: visible; }
    }
    """

    def __init__(self, name: str, session: Session, terminal: Terminal) -> None:
        super().__init__(name)
        self.session = session
        self.prompt: Prompt | None = None
        """The question that the next key answers, if there is one."""
        self.sight = Sight(terminal)
        self.own_line: Line = []
        """The line of keys while nothing is asked."""
        self._wide = False
        self._header, self._place, self._status, self._keys = (
            Rows(id=name) for name in ("header", "place", "status", "keys")
        )
        self.reader = Reader(id="reader")
        """The widget that shows the text."""
        self._panel = Panel(id="panel")
        self._matter = Container(self.reader, self._panel, id="matter")
        """Never drawn itself: its two parts cover it."""

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._place
        yield self._matter
        yield self._status
        yield self._keys

    def on_resize(self, event: events.Resize) -> None:
        """Put the panel beside the text or under it; its height is settled here for good."""
        self._settle(event.size)

    def lay_out(self) -> None:
        """Show the session in rows of the size they now have."""
        self.refresh_all()

    def _settle(self, size: Size) -> None:
        arranged = arrange(self.session.codebook, size)
        self._wide = arranged.wide
        self._matter.styles.layout = "horizontal" if self._wide else "vertical"
        self._panel.styles.height = "1fr" if self._wide else arranged.panel_height
        self.reader.styles.width = arranged.text_width if self._wide else "1fr"

    def on_screen_resume(self) -> None:
        """Back from another screen: what it changed is shown."""
        if self.is_begun:
            self.refresh_all()
        else:
            self._settle(self.app.size)  # before Textual lays out for the first time

    def refresh_all(self) -> None:
        """Show the session as it is; the widgets repaint only rows that differ."""
        if self.session.follow_codebook():
            self.sight.turn_away()  # a key may mean something else now
            self._settle(self.size)
            self.call_after_refresh(self.refresh_all)
        page = self.session.page
        if page is None:
            self._say_empty()
        elif self.sight.turn_to((page.id, page.digest)):
            self.reader.tell_when_painted()
        self._header.show([header_line(self.session, self.size.width)])
        self.reader.read(page, self.session.marking)
        panel = self._panel
        asked = self.prompt.panel if self.prompt else "codes"
        offered = self.prompt.offered if self.prompt else EMPTY
        if asked == "exclusions":
            panel.show_exclusions(self.session, wide=self._wide, offered=offered.exclusion)
        elif asked == "examples" and not self._wide:
            panel.show_examples(self.session)
        else:
            panel.show_codes(self.session, wide=self._wide, offered=offered)
        self._show_keys()
        self.refresh_place()

    def refresh_place(self) -> None:
        """Show where in the release one is, and what was said."""
        reader, width = self.reader, self.size.width
        count = len(self.session.marking.stops)
        mention = (min(reader.current + 1, count), count)
        line = place_line(self.session, mention, reader.rows_below, width, wide=self._wide)
        self._place.show([line])
        self._status.show([status_line(self.session, width)])

    def _show_keys(self) -> None:
        """The keys that answer while something is asked, else those of the screen."""
        if self.prompt:
            self._keys.show([prompt_line(self.prompt.keys, self.size.width)])
        else:
            self._keys.show([self.own_line])

    def on_rows_painted(self) -> None:
        """The release is on its way to the terminal; the next one can be made ready."""
        self.sight.drawn()
        if following := self.session.ahead():
            self.reader.prepare(*following)

    def _say_empty(self) -> None:
        self.session.said = "no releases yet · q leaves"
        self.reader.instead = empty_lines(self.session, self.reader.size.width)
