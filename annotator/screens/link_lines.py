"""Two releases laid out to be compared: side by side where there is room, else as one text."""

import re
from difflib import SequenceMatcher

from rich.cells import cell_len

from annotator.differences import differences
from annotator.screens.coding_lines import SIGNS
from annotator.widgets.rows import Line, Piece
from annotator.wrapping import fit, wrap
from db.codebook import Codebook
from db.pages import Page
from db.words import state_words

WIDE = 100
"""From this many columns on two releases stand side by side."""
_RULE: Piece = (" │ ", "rule")
_WORD = re.compile(r"\S+")
_STYLES = {"same": "", "removed": "dim", "added": "mention", "skipped": "dim"}

Span = tuple[int, int]


def heading_of(page: Page, codebook: Codebook, width: int) -> list[Line]:
    """Date, office and title of a release, and where it stands."""
    words = page.status if page.status == "uncoded" else state_words(page.coding, codebook)
    title = " ".join(page.title.split())
    office = fit(f"{page.published}  {page.office or ''}".rstrip(), width)
    return [
        [(office, "dim")],
        *[[(title[a:b], "strong")] for a, b in wrap(title, width)[:3]],
        [(f"{SIGNS[page.status]} ", "mark"), (fit(words, width - 2), "dim")],
    ]


def compared(one: Page, other: Page, codebook: Codebook, width: int) -> list[Line]:
    """The release at hand and a candidate, what differs marked word by word."""
    if width < WIDE:
        return _interleaved(one, other, codebook, width - 2)
    return _beside(one, other, codebook, (width - 5) // 2)


def _interleaved(one: Page, other: Page, codebook: Codebook, width: int) -> list[Line]:
    lines: list[Line] = [[("this release", "accent")], *heading_of(one, codebook, width)]
    lines += [[("the candidate", "accent")], *heading_of(other, codebook, width)]
    lines.append([("─" * width, "rule")])
    if one.text == other.text:
        lines += [[(one.text[a:b], "")] for a, b in wrap(one.text, width)]
    else:
        lines.append([("[-only here-]", "dim"), ("  {+only there+}", "mention")])
        for line in differences(one.text, other.text, width, context=None):
            lines.append([(text, _STYLES[style]) for text, style in line])
    return [[(" ", ""), *line] for line in lines]


def _beside(one: Page, other: Page, codebook: Codebook, width: int) -> list[Line]:
    heads = [heading_of(page, codebook, width) for page in (one, other)]
    tall = max(map(len, heads))
    mine, theirs = unlike(one.text, other.text)
    left = [*heads[0], *[[]] * (tall - len(heads[0])), [], *_marked(one.text, mine, width)]
    right = [*heads[1], *[[]] * (tall - len(heads[1])), [], *_marked(other.text, theirs, width)]
    height = max(len(left), len(right))
    left += [[]] * (height - len(left))
    right += [[]] * (height - len(right))
    return [
        [(" ", ""), *a, (" " * (width - sum(cell_len(text) for text, _ in a)), ""), _RULE, *b]
        for a, b in zip(left, right, strict=True)
    ]


def unlike(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Where each text has words that the other has not at that place, as offsets."""
    mine, theirs = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    matcher = SequenceMatcher(
        None, [word[0] for word in mine], [word[0] for word in theirs], autojunk=False
    )
    gone: list[Span] = []
    come: list[Span] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            if a < b:
                gone.append((mine[a].start(), mine[b - 1].end()))
            if c < d:
                come.append((theirs[c].start(), theirs[d - 1].end()))
    return gone, come


def _marked(text: str, spans: list[Span], width: int) -> list[Line]:
    """The text in rows, with the spans underlined."""
    lines: list[Line] = []
    for start, end in wrap(text, width):
        line: list[Piece] = []
        position = start
        for first, last in spans:
            first, last = max(first, position), min(last, end)
            if first >= last:
                continue
            line += [(text[position:first], ""), (text[first:last], "differs")]
            position = last
        line.append((text[position:end], ""))
        lines.append(line)
    return lines
