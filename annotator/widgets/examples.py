"""The examples of the case at hand: each with its codes, the one that codes go to marked."""

from collections.abc import Iterator, Sequence, Set

from rich.cells import cell_len

from annotator.session import Session
from annotator.widgets.rows import Line, Piece
from annotator.wrapping import fit
from db.codebook import Code, Codebook
from db.states import Example


def examples_heading(session: Session, height: int) -> str:
    """What stands above them; which of how many they are where there are more than rows."""
    count = len(_examples(session))
    if count <= height:
        return "Examples"
    first = _first(session, count, height)
    return f"Examples {first + 1}-{first + height} of {count}"


def example_lines(session: Session, width: int, height: int) -> Iterator[Line]:
    """One a row; those around the one at hand where there are more than rows."""
    words = [
        f"{number} {_labels(session.codebook, example)} ×{example.suspects}"
        for number, example in enumerate(_examples(session), start=1)
    ]
    first = _first(session, len(words), height)
    for number, text in enumerate(words[first : first + height], start=first + 1):
        yield [("▸" if number == session.example else " ", "mark"), (fit(text, width - 1), "")]


def glance(session: Session, width: int) -> list[Piece]:
    """All of them in one row: by what their codes are called, or by their keys where it is full.

    Nothing where there is but one, of one suspect.
    """
    examples = _examples(session)
    if len(examples) == 1 and examples[0].suspects == 1:
        return []
    common = set.intersection(*(set(example.values.items()) for example in examples))
    ways = (
        [f" {_labels(session.codebook, example)}" for example in examples],
        [f" {_labels(session.codebook, example, common)}" for example in examples],
        [f":{_keys(session.codebook, example)}" for example in examples],
    )
    for way in ways:
        pieces = list(_row(session.example, examples, way))
        if sum(cell_len(text) for text, _ in pieces) <= width:
            return pieces
    return list(_around(pieces, session.example, width))


def _first(session: Session, count: int, height: int) -> int:
    """How many are left out before the first one shown."""
    return max(0, min(session.example - 1 - height // 2, count - height))


def _examples(session: Session) -> Sequence[Example]:
    return (session.page.coding.examples if session.page else ()) or (Example(),)


def _row(current: int, examples: Sequence[Example], words: Sequence[str]) -> Iterator[Piece]:
    for number, (example, word) in enumerate(zip(examples, words, strict=True), start=1):
        sign = "▸" if number == current else " " if number > 1 else ""
        suspects = f" ×{example.suspects}" if example.suspects != 1 else ""
        blank = " " if number < len(words) else ""
        yield f"{sign}{number}{word}{suspects}{blank}", "strong" if number == current else ""


def _around(pieces: Sequence[Piece], current: int, width: int) -> Iterator[Piece]:
    """As many as there is room for, up to the current one or from the first on; the rest "…"."""
    kept = list(pieces)
    while len(kept) > 1 and sum(cell_len(text) for text, _ in kept) > width - 4:
        del kept[0 if kept[0] is not pieces[current - 1] else -1]
    yield "… " if kept[0] is not pieces[0] else "", "dim"
    yield from kept
    yield "… " if kept[-1] is not pieces[-1] else "", "dim"


def _codes(codebook: Codebook, example: Example) -> Iterator[tuple[str, Code]]:
    for field in codebook.fields:
        value = example.values.get(field.name)
        if value is not None and (code := field.code(value)):
            yield field.name, code


def _labels(
    codebook: Codebook, example: Example, common: Set[tuple[str, str]] = frozenset()
) -> str:
    codes = list(_codes(codebook, example))
    own = [code.label for name, code in codes if (name, code.name) not in common]
    return ", ".join(own or [code.label for _, code in codes]) or "not coded"


def _keys(codebook: Codebook, example: Example) -> str:
    return "".join(code.key for _, code in _codes(codebook, example)) or "–"
