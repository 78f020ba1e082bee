"""What is marked in a release: mentions, the analyst's own words, evidence, a selection."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db.codebook import Codebook, Platform
from db.mentions import Finder, Mention, Part
from db.pages import Page

Mark = tuple[int, int, str]
"""First code point, code point after the last, name of the style."""


class Words:
    """The codebook's highlight groups: the analyst's own words, found where they are shown."""

    def __init__(self, codebook: Codebook) -> None:
        self.groups = tuple(group.name for group in codebook.highlights)
        as_platforms = tuple(Platform(group.name, group.terms) for group in codebook.highlights)
        self._finder = Finder(replace(codebook, platforms=as_platforms))

    def find(self, page: Page) -> tuple[Mention, ...]:
        """Where they stand; the group is in `platform`."""
        return self._finder.find(page.title, page.text) if self.groups else ()


@dataclass(frozen=True, slots=True)
class Marking:
    """Everything to be marked on the release on show."""

    stops: tuple[Mention, ...] = ()
    """What `n` and `N` go over, in order."""
    words: tuple[Mention, ...] = ()
    """The analyst's own words that are shown."""
    selection: tuple[int, int] | None = None
    """A passage of the text that is being chosen."""

    def of(self, part: Part, page: Page, current: Mention | None) -> list[Mark]:
        """The marks of a part in order, none over another: what is more particular comes first."""
        layers: list[Iterable[Mark]] = []
        if current is not None and current.part == part:
            layers.append([(current.start, current.end, "current")])
        mentions = [mention for mention in page.mentions if mention.part == part]
        layers.append((m.start, m.end, "furniture" if m.furniture else "mention") for m in mentions)
        layers.append((m.start, m.end, "word") for m in self.words if m.part == part)
        if part == "text":
            if self.selection:
                layers.append([(*self.selection, "selection")])
            found = (evidence.within(page.text) for evidence in page.coding.evidence)
            layers.append((*span, "evidence") for span in found if span)
        return laid_over(layers)


def laid_over(layers: Iterable[Iterable[Mark]]) -> list[Mark]:
    """The marks of all layers, later ones filling only what earlier ones leave free."""
    flat: list[Mark] = []
    for layer in layers:
        flat = sorted([*flat, *(free for mark in layer for free in _free(mark, flat))])
    return flat


def _free(mark: Mark, taken: Sequence[Mark]) -> Iterable[Mark]:
    """The parts of a mark that no other one covers."""
    position, end, style = mark
    for left, right, _ in taken:
        if right <= position or left >= end:
            continue
        if left > position:
            yield position, left, style
        position = max(position, right)
    if position < end:
        yield position, end, style
