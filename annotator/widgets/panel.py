"""The codebook beside or under the text: every key, what is set, and the reasons to exclude."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.geometry import Size

from annotator.session import Session
from annotator.widgets.arrangement import CELL, heading_width, label_rows, packed
from annotator.widgets.examples import example_lines, examples_heading, glance
from annotator.widgets.reasons import HEADING as REASONS
from annotator.widgets.reasons import reasons_below, reasons_flat, share, shortened
from annotator.widgets.rows import Line, Piece, Rows
from annotator.wrapping import fit, wrap
from db.codebook import Code, Field
from db.pages import Page
from db.states import EMPTY, Evidence, State
from db.words import NOT_IN_TEXT

_MORE_WIDTH = len(" more: ? ─")


class Panel(Rows):
    """Never changes its size with what is set, so that a code is a repaint of a row or two."""

    DEFAULT_CSS = "Panel { width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: tuple[State | None, bytes, State, int, bool, Size, str] | None = None
        """What the codes on show were drawn from."""

    def show_codes(self, session: Session, *, wide: bool, offered: State = EMPTY) -> None:
        """Every code with its key; a dot before the key of what is set, a dotted one before what
        `offered` would set.
        """
        page = session.page
        coding = page.coding if page else None
        text = page.digest if page and page.coding.evidence else b""  # where evidence is looked for
        drawn = (coding, text, offered, session.example, wide, self.size, session.codebook.hash)
        if drawn == self._drawn:  # as from one uncoded release to the next
            return
        self._drawn = drawn
        if wide:
            self.show(tall_lines(session, *self.size, offered))
        else:
            self.show(flat_lines(session, *self.size, offered))

    def show_examples(self, session: Session) -> None:
        """The examples of the case at hand, where there is no room for them beside the codes."""
        self._drawn = None
        width, height = self.size
        rule = ruled([(examples_heading(session, height - 1), "strong")], width)
        self.show([rule, *example_lines(session, width, height - 1)])

    def show_exclusions(self, session: Session, *, wide: bool, offered: str | None = None) -> None:
        """The reasons to exclude with their keys and definitions, one of them marked as offered."""
        self._drawn = None
        width, height = self.size
        if wide:
            reasons = reasons_below(session, width - 2, height - 1, offered)
            lines: list[Line] = [[(REASONS, "strong")], *reasons]
            lines += [[]] * (height - len(lines))
            self.show([[("│ ", "rule"), *line] for line in lines])
        else:
            reasons = reasons_flat(session, width, height - 1, offered)
            more = len(reasons) > height - 1
            heading = fit(REASONS, _room(width, more=more))
            self.show([ruled([(heading, "strong")], width, more=more), *reasons])


def ruled(words: Sequence[Piece], width: int, *, more: bool = False) -> Line:
    """A rule that holds words near its beginning, and at its end that `?` shows more."""
    start: list[Piece] = [("─ ", "rule"), *words, (" ", "")] if words else []
    end: list[Piece] = [(" more: ", "accent"), ("?", "key"), (" ─", "rule")] if more else []
    used = sum(cell_len(text) for text, _ in (*start, *end))
    return [*start, ("─" * (width - used), "rule"), *end]


def _room(width: int, *, more: bool) -> int:
    """Cells for the words in a rule."""
    return width - 4 - (_MORE_WIDTH if more else 0)


def flat_lines(session: Session, width: int, height: int, offered: State = EMPTY) -> list[Line]:
    """The codes of each field in as few rows as they fit in.

    The rule above them says why the release is no case of its own, or which examples it has; and
    that there are more codes than rows.
    """
    lines = list(_flat_codes(session, width, offered))
    more = len(lines) > height - 1
    room = _room(width, more=more)
    words = _standing(session, room) or glance(session, room)
    return [ruled(words, width, more=more), *lines[: height - 1]]


def _flat_codes(session: Session, width: int, offered: State) -> Iterator[Line]:
    indent = heading_width(session.codebook, width)
    for field in session.codebook.fields:
        asked = _is_asked(session, field)
        start: Piece = (_heading(session, field, indent), "" if asked else "dim")
        for codes in packed(_offered(session, field), width - indent):
            line: list[Piece] = [start]
            for code in codes:
                label, *rest = label_rows(code.label, width - indent)
                line += [*_cell(session, field, code, label, asked, offered), ("  ", "")]
            yield line
            start = (" " * indent, "")
            for text in rest:  # a label longer than a row has the row for itself
                yield [(" " * (indent + CELL), ""), (text, "" if asked else "dim")]


def tall_lines(session: Session, width: int, height: int, offered: State = EMPTY) -> list[Line]:
    """One code a row under its field's name, and below what else is known of the release."""
    lines: list[Line] = []
    for field in session.codebook.fields:
        asked = _is_asked(session, field)
        lines.append(
            [("│ ", "rule"), (_heading(session, field, width - 2), "strong" if asked else "dim")]
        )
        for code in _offered(session, field):
            cell = _cell(session, field, code, fit(code.label, width - 5), asked, offered)
            lines.append([("│ ", "rule"), *cell])
        lines.append([("│", "rule")])
    about = _about(session, width - 2, height - len(lines))
    lines += [[("│ ", "rule"), *line] for line in about]
    return [*lines[:height], *([[("│", "rule")]] * (height - len(lines)))]


def _offered(session: Session, field: Field) -> Sequence[Code]:
    """The codes to choose from, and a retired one where it is set."""
    value = session.value(field)
    return [code for code in field.codes if not code.retired or code.name == value]


def _is_asked(session: Session, field: Field) -> bool:
    """Whether a code of the field would be taken: of none where the release is linked."""
    linked = session.page is not None and session.page.coding.relation is not None
    return session.is_asked(field) and not linked


def _cell(
    session: Session, field: Field, code: Code, label: str, asked: bool, offered: State
) -> list[Piece]:
    if session.value(field) == code.name:
        return [("●", "mark"), (code.key, "key"), (" " + label, "strong")]
    if _holds(offered, field, code):
        return [("◌", "mark"), (code.key, "key"), (" " + label, "strong")]
    if not asked:
        return [(f" {code.key} {label}", "dim")]
    return [(" ", ""), (code.key, "key"), (" " + label, "")]


def _holds(state: State, field: Field, code: Code) -> bool:
    """Whether the case, or any of its examples, has that code."""
    held = [state.values, *(example.values for example in state.examples)]
    return any(values.get(field.name) == code.name for values in held)


def _heading(session: Session, field: Field, width: int) -> str:
    """The field's name, cut before its number is: "Category 2/2"."""
    count = len(session.page.coding.examples) if session.page else 0
    number = f" {session.example}/{count}" if field.per == "example" and count > 1 else ""
    return (fit(field.label, max(1, width - 1 - len(number))) + number).ljust(width)


def _standing(session: Session, width: int) -> list[Piece]:
    words = session.standing
    return [(fit(words, width), "accent")] if words else []


def _about(session: Session, width: int, height: int) -> Iterator[Line]:
    """Examples, evidence and memo of the release on show, in at most that many rows."""
    page = session.page
    if page is None:
        return
    suspects = [example.suspects for example in page.coding.examples]
    if suspects and suspects != [1]:
        count = len(suspects)
        if height > count:
            yield [(examples_heading(session, count), "strong")]
            yield from example_lines(session, width, count)
            height -= count + 1
        else:
            yield glance(session, width)
            height -= 1
        yield []
        height -= 1
    texts = [
        (_evidence_heading(session, page, evidence, width), evidence.quote, "dim")
        for evidence in page.coding.evidence
    ]
    if page.coding.memo:
        texts.append(("✎ Memo", page.coding.memo, ""))
    needed = [len(wrap(text, width)) for _, text, _ in texts]
    rows = share(needed, height - len(texts))
    for (heading, text, style), given in zip(texts, rows, strict=True):
        yield [(heading, "strong")]
        yield from [[(row, style)] for row in shortened(text, width, given)]


def _evidence_heading(session: Session, page: Page, evidence: Evidence, width: int) -> str:
    field = session.codebook.field(evidence.field_name)
    heading = f"Evidence for {field.label if field else evidence.field_name}"
    return fit(heading if evidence.within(page.text) else f"{heading}: {NOT_IN_TEXT}", width)
