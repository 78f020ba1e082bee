"""The codebook beside or under the text: every key, what is set, and the reasons to exclude."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.geometry import Size

from annotator.session import Session
from annotator.widgets.rows import Line, Piece, Rows
from annotator.wrapping import fit, wrap
from db.codebook import Code, Field
from db.states import Example, State
from db.words import NOT_IN_TEXT

WIDTH = 36
"""Width beside the text, in cells."""
_LABEL_WIDTH = 12


class Panel(Rows):
    """Never changes its size with what is set, so that a code is a repaint of a row or two."""

    DEFAULT_CSS = "Panel { width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: tuple[State | None, bytes, int, bool, Size, str] | None = None
        """What the codes on show were drawn from."""

    def show_codes(self, session: Session, *, wide: bool) -> None:
        """Every code with its key; a dot before the key of what is set."""
        page = session.page
        coding = page.coding if page else None
        text = page.digest if page and page.coding.evidence else b""  # where evidence is looked for
        drawn = (coding, text, session.example, wide, self.size, session.codebook.hash)
        if drawn == self._drawn:  # as from one uncoded release to the next
            return
        self._drawn = drawn
        if wide:
            self.show(tall_lines(session, self.size.width, self.size.height))
        else:
            self.show(flat_lines(session, self.size.width))

    def show_examples(self, session: Session) -> None:
        """The examples of the case at hand, where there is no room for them beside the codes."""
        self._drawn = None
        rule: Line = [("─" * self.size.width, "rule")]
        self.show([rule, *example_lines(session, self.size.width)])

    def show_exclusions(self, session: Session, *, wide: bool) -> None:
        """The reasons to exclude with their keys and definitions."""
        self._drawn = None
        self.show(exclusion_lines(session, self.size.width, self.size.height, wide=wide))


def flat_height(session: Session, width: int) -> int:
    """Rows that the panel needs under the text."""
    codes = sum(1 for _ in flat_lines(session, width))
    return max(codes, len(session.codebook.exclusions) + 2)


def flat_lines(session: Session, width: int) -> Iterator[Line]:
    """The codes of each field in as few rows as they fit in."""
    yield [("─" * width, "rule")]
    for field in session.codebook.fields:
        asked = session.is_asked(field)
        line: list[Piece] = [(_heading(session, field, _LABEL_WIDTH), "" if asked else "dim")]
        used = _LABEL_WIDTH
        for code in _offered(session, field):
            label = fit(code.label, width - _LABEL_WIDTH - 5)
            size = cell_len(label) + 5
            if used + size > width and used > _LABEL_WIDTH:
                yield line
                line, used = [(" " * _LABEL_WIDTH, "")], _LABEL_WIDTH
            line += [*_cell(session, field, code, label, asked), ("  ", "")]
            used += size
        yield line


def tall_lines(session: Session, width: int, height: int) -> list[Line]:
    """One code a row under its field's name, and below what else is known of the release."""
    lines: list[Line] = []
    for field in session.codebook.fields:
        asked = session.is_asked(field)
        lines.append(
            [("│ ", "rule"), (_heading(session, field, width - 2), "strong" if asked else "dim")]
        )
        for code in _offered(session, field):
            cell = _cell(session, field, code, fit(code.label, width - 5), asked)
            lines.append([("│ ", "rule"), *cell])
        lines.append([("│", "rule")])
    if len(lines) > height:  # a long codebook in a low window: as under the text, but beside it
        lines = [[("│", "rule"), *line] for line in _narrowed(session, width - 1)]
        return lines[:height]
    lines += [[("│ ", "rule"), *line] for line in _about(session, width - 2)]
    return [*lines[:height], *([[("│", "rule")]] * (height - len(lines)))]


def exclusion_lines(session: Session, width: int, height: int, *, wide: bool) -> list[Line]:
    """What each key would exclude the release for; definitions too where there is room."""
    edge: list[Piece] = [("│ ", "rule")] if wide else []
    heading: list[Line] = [] if wide else [[("─" * width, "rule")]]
    heading.append([*edge, ("Exclude because it is", "strong")])
    room = width - 5 if wide else width - 3
    entries: list[tuple[Line, list[Line]]] = []
    for reason in session.codebook.exclusions:
        if not reason.retired:
            rows = wrap(reason.definition, room) if reason.definition else []
            entries.append(
                (
                    [*edge, (f" {reason.key} ", "key"), (fit(reason.label, room), "")],
                    [[*edge, ("   " + reason.definition[a:b], "dim")] for a, b in rows],
                )
            )
    last: Line = [
        *edge,
        (" x ", "key"),
        ("back to uncoded   ", ""),
        ("Esc", "key"),
        (" leaves it", "dim"),
    ]
    room_each = (height - len(heading) - len(entries) - 1) // max(1, len(entries))
    lines = heading
    for entry, definition in entries:
        lines.append(entry)
        if len(definition) <= room_each or room_each > 3:
            lines += definition[:room_each]
    lines.append(last)
    return lines + [edge] * (height - len(lines))


def example_lines(session: Session, width: int) -> Iterator[Line]:
    """The examples of the case at hand, the one that codes go to marked."""
    yield [("Examples", "strong")]
    examples = session.page.coding.examples if session.page else ()
    for number, example in enumerate(examples or (Example(),), start=1):
        labels = [
            code.label
            for name, value in example.values.items()
            if (field := session.codebook.field(name)) and (code := field.code(value))
        ]
        words = f"{number} {', '.join(labels) or 'not coded'} ×{example.suspects}"
        yield [("▸" if number == session.example else " ", "mark"), (fit(words, width - 1), "")]


def _narrowed(session: Session, width: int) -> Iterator[Line]:
    for field in session.codebook.fields:
        asked = session.is_asked(field)
        yield [(_heading(session, field, width), "strong" if asked else "dim")]
        line: list[Piece] = []
        for number, code in enumerate(_offered(session, field), start=1):
            label = fit(code.label, width // 2 - 3)
            line += [
                *_cell(session, field, code, label, asked),
                (" " * (width // 2 - 3 - cell_len(label)), ""),
            ]
            if number % 2 == 0:
                yield line
                line = []
        if line:
            yield line


def _offered(session: Session, field: Field) -> Sequence[Code]:
    """The codes to choose from, and a retired one where it is set."""
    value = session.value(field)
    return [code for code in field.codes if not code.retired or code.name == value]


def _cell(session: Session, field: Field, code: Code, label: str, asked: bool) -> list[Piece]:
    if session.value(field) == code.name:
        return [("●", "mark"), (code.key, "key"), (" " + label, "strong")]
    if not asked:
        return [(f" {code.key} {label}", "dim")]
    return [(" ", ""), (code.key, "key"), (" " + label, "")]


def _heading(session: Session, field: Field, width: int) -> str:
    count = len(session.page.coding.examples) if session.page else 0
    label = field.label
    if field.per == "example" and count > 1:
        label = f"{label} {session.example}/{count}"
    return fit(label, width - 1).ljust(width)


def _about(session: Session, width: int) -> Iterator[Line]:
    """Examples, evidence and memo of the release on show."""
    page = session.page
    if page is None:
        return
    suspects = [example.suspects for example in page.coding.examples]
    if len(suspects) > 1 or any(count > 1 for count in suspects):
        yield from example_lines(session, width)
        yield []
    for evidence in page.coding.evidence:
        evidence_field = session.codebook.field(evidence.field_name)
        label = evidence_field.label if evidence_field else evidence.field_name
        yield [(f"Evidence for {label}", "strong")]
        if not evidence.within(page.text):
            yield [(NOT_IN_TEXT, "warning")]
        rows = wrap(evidence.quote, width)
        yield from [[(evidence.quote[a:b], "dim")] for a, b in rows[:3]]
    if page.coding.memo:
        yield [("✎ Memo", "strong")]
        memo = page.coding.memo
        yield from [[(memo[a:b], "")] for a, b in wrap(memo, width)[:6]]
