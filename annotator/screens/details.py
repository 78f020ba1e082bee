"""All that is known of one release: its source, its place, what is coded, why, and by whom."""

from collections.abc import Iterator

from annotator.keys import bindings
from annotator.screens.scrolling import ScrollScreen
from annotator.session import Session
from annotator.widgets.rows import Line
from annotator.wrapping import fit, wrap
from db.details import Details, details
from db.pages import Page
from db.relatives.cases import told_of

_WAYS = {
    "analyst": "said by the analyst",
    "dateline": "read from the dateline",
    "named": "named in the text",
    "seat": "the seat of the office",
}


class DetailsScreen(ScrollScreen):
    """What stands nowhere else on the screen in full: source, evidence, memo, journal."""

    BINDINGS = bindings("details")
    GROUP = "details"

    def __init__(self, session: Session, page: Page) -> None:
        super().__init__()
        self._page, self._session = page, session
        self._details = details(session.study, page.id)

    def heading(self) -> Line:
        """The release by its title."""
        return [(" Details · ", "dim"), (fit(self._page.title, self.app.size.width - 12), "strong")]

    def lines(self, width: int) -> list[Line]:
        """Section by section."""
        lines: list[Line] = []
        for heading, entries in _sections(self._page, self._details, self._session):
            lines += [[], [(f" {heading}", "strong")]]
            for label, text in entries:
                indent = 12 if label else 3
                rows = wrap(text, max(20, width - indent - 1)) or [(0, 0)]
                for number, (start, end) in enumerate(rows):
                    first = f"   {label}" if number == 0 else ""
                    lines.append([(first.ljust(indent + 2), "dim"), (text[start:end], "")])
        return lines


def _sections(
    page: Page, found: Details, session: Session
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    source = [
        ("uid", page.uid),
        ("address", page.url if page.url and page.url != page.uid else ""),
        ("office", page.office or ""),
        ("state", page.state or ""),
        ("number", found.number or ""),
        ("topics", ", ".join(found.topics)),
        ("component", ", ".join(found.components)),
        ("read from", f"{found.file}, {found.line}" if found.line else found.file),
        ("came in", found.came_in),
        ("changed", ", ".join(found.replaced)),
    ]
    yield "Source", [(label, text) for label, text in source if text]
    if page.placed:
        how = f"{_WAYS[page.placed.how]}, {page.placed.sureness}"
        yield "Place", [("", f"{page.placed.place.words} · {how} · @ puts it right")]
    if told := told_of(page, session.codebook):
        yield (
            f"Coded by {session.reading.coder}, pass {session.reading.number}",
            [("", words) for words in told],
        )
    others = [
        ("", f"{one.coder}, pass {one.number}: {one.status}")
        for one in found.readings
        if (one.coder, one.number) != (session.reading.coder, session.reading.number)
    ]
    if others:
        yield "Other readings", others
    if found.journal:
        yield "Decisions", [("", words) for words in found.journal]
