"""The case view: the releases of a case in order of time, and what is coded of it."""

from textual.app import ComposeResult

from annotator.keys import bindings, key_line, own_keys
from annotator.screens.coding_lines import SIGNS
from annotator.screens.whole import WholeScreen
from annotator.session import Session
from annotator.widgets.rows import Line, Rows
from annotator.wrapping import fit, wrap
from db.pages import Page
from db.relatives.cases import case_of, told_of
from db.relatives.stages import stage_of

KEYS = ("down", "up", "lead", "open", "close")


class CaseScreen(WholeScreen[None]):
    """A case: lead, updates and duplicates with their stages, examples, evidence and memos."""

    BINDINGS = bindings("case")
    DEFAULT_CSS = "CaseScreen #matter { height: 1fr; }"

    def __init__(self, session: Session) -> None:
        super().__init__("case")
        self.session = session
        self._cursor = 0
        self._asked: int | None = None
        """Id of the release of which it was asked whether it shall lead."""
        self._pages: list[Page] = []

    def compose(self) -> ComposeResult:
        yield Rows(id="header")
        yield Rows(id="matter")
        yield Rows(id="status")
        yield Rows(id="keys")

    def on_mount(self) -> None:
        self.query_one("#keys", Rows).show([key_line("case", *KEYS, own=own_keys(self))])
        self.session.said = ""
        self._look()

    def lay_out(self) -> None:
        """Another width: drawn anew."""
        self._draw()

    def action_move(self, by: int) -> None:
        """Move to another release of the case."""
        self._cursor = max(0, min(self._cursor + by, len(self._pages) - 1))
        self._asked = None
        self.session.said = ""
        self._draw()

    def action_lead(self) -> None:
        """Let the release under the cursor lead; the key once more does it."""
        page = self._pages[self._cursor]
        if self._asked == page.id:
            self._asked = None
            self.session.make_lead(page.id)
            self._look()
        elif page.coding.lead is None:
            self.session.said = "this release leads the case already"
        else:
            self._asked = page.id
            self.session.said = "the coding moves to this release: w again does it"
        self._draw()

    def action_open(self) -> None:
        """Go to the release under the cursor."""
        self.session.said = ""
        self.session.go(self._pages[self._cursor].id)
        self.dismiss(None)

    def action_close(self) -> None:
        """Back to where one was; what was said is of a release of the case, not of that one."""
        self.session.said = ""
        self.dismiss(None)

    def _look(self) -> None:
        page = self.session.page
        if page is not None:
            self._pages = case_of(self.session.coding, page.id)
        self._draw()

    def _draw(self) -> None:
        width = self.size.width
        count = len(self._pages)
        words = f" The case: {count} release{'s' if count != 1 else ''}"
        self.query_one("#header", Rows).show([[(words, "strong")]])
        self.query_one("#matter", Rows).show(self._lines(width))
        self.query_one("#status", Rows).show([[(f" {self.session.said}", "accent")]])

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        for number, page in enumerate(self._pages):
            cursor = number == self._cursor
            how = page.coding.relation or "lead"
            stage = stage_of(page.title, page.text)
            lines.append(
                [
                    ("▸" if cursor else " ", "mark"),
                    (f"{SIGNS[page.status]} ", "accent"),
                    (f"{page.published}  {how:<10}{stage:<14}", "dim"),
                    (fit(" ".join(page.title.split()), width - 40), "cursor" if cursor else ""),
                ]
            )
        for page in self._pages:
            lines += self._coded(page, width - 6)
        return lines

    def _coded(self, page: Page, width: int) -> list[Line]:
        """Codes, examples, evidence and memo of one release."""
        told = told_of(page, self.session.codebook)
        if not told:
            return []
        lines: list[Line] = [[], [(f"   {page.published}", "dim")]]
        for words in told:
            lines += [[("   ", ""), (words[a:b], "")] for a, b in wrap(words, max(10, width))]
        return lines
