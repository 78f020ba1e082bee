"""A passage chosen by keys: by sentences, its end by words."""

import re
from dataclasses import dataclass, replace
from typing import Self

from annotator.sentences import sentence_at, sentences

_WORD_END = re.compile(r"\S(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Selection:
    """A passage of a text, as offsets; moving it gives a new one."""

    text: str
    start: int
    end: int

    @classmethod
    def at(cls, text: str, position: int) -> Self:
        """The sentence around a position."""
        return cls(text, *sentence_at(text, position))

    def move(self, by: int) -> Self:
        """The next or the previous sentence; the same at the ends."""
        found = sentences(self.text)
        here = sum(1 for start, _ in found if start <= self.start) - 1
        start, end = found[max(0, min(here + by, len(found) - 1))]
        return replace(self, start=start, end=end)

    def longer(self) -> Self:
        """With one more sentence at its end."""
        later = [end for _, end in sentences(self.text) if end > self.end]
        return replace(self, end=later[0]) if later else self

    def by_words(self, by: int) -> Self:
        """With its end a word later or earlier; at least a word stays."""
        ends = [match.end() for match in _WORD_END.finditer(self.text, self.start)]
        here = sum(1 for end in ends if end <= self.end) - 1
        return replace(self, end=ends[max(0, min(here + by, len(ends) - 1))]) if ends else self

    @property
    def quote(self) -> str:
        """The passage itself."""
        return self.text[self.start : self.end]
