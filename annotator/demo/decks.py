"""The cards from which cases and exclusions are dealt: their numbers add up to the study's."""

from collections.abc import Iterator

from annotator.demo.dice import Dice
from annotator.demo.quarters import Quarter
from annotator.demo.sitting import SITTING

_SINGLE = {"images": 168, "grooming": 154, "trafficking": 26}
"""Focus cases with one example, by mode."""
_SEVERAL: list[tuple[str, ...]] = [
    *[("images", "images")] * 7,
    *[("images", "grooming")] * 4,
    *[("trafficking", "trafficking")] * 6,
]
_THREE = ("images", "images", "images")
_FINAL_SEVERAL = [_THREE, ("trafficking", "trafficking")]
_FINAL_ORIGINS = ["ongoing", "public-tip"]
"""Of the last quarter, before the sitting: its cases of several suspects, and how they began."""
_ORIGINS = {"public-tip": 112, "undercover": 116, "ongoing": 105}
_TIPS = {"cyber-tip-platform": 20, "cyber-tip-ncmec": 13}
_CATEGORIES = {
    "fraud": 74,
    "threats": 66,
    "drugs": 32,
    "firearms": 30,
    "terrorism": 26,
    "gang": 18,
    "human-trafficking": 12,
    "other": 14,
}
_FIRST_QUARTER = ["fraud"] * 2 + ["threats"] * 2 + ["drugs", "terrorism"]
_FINAL_QUARTER = ["fraud", "threats", "drugs", "firearms", "gang"]
"""Categories of the last quarter's cases before the sitting."""
_REASONS = {"not-a-crime": 200, "awareness": 48, "in-passing": 24, "not-a-case": 18, "other": 10}


def _cards(counts: dict[str, int]) -> list[str]:
    return [name for name, count in counts.items() for _ in range(count)]


class Decks:
    """What is left to be dealt."""

    def __init__(self, dice: Dice) -> None:
        self.reasons = _cards(_REASONS)
        """Of the exclusions."""
        self._dice = dice
        self._single = dice.shuffled(_cards(_SINGLE))
        self._several = dice.shuffled(_SEVERAL)
        for several in _FINAL_SEVERAL[1:]:
            self._several.remove(several)
        self._origins = dice.shuffled(_cards(_ORIGINS))
        for origin in _FINAL_ORIGINS:
            self._origins.remove(origin)
        self._tips = dice.shuffled(_cards(_TIPS))
        self._categories = dice.shuffled(_cards(_CATEGORIES))
        planned = [what[0] for what in SITTING if what[0] in _CATEGORIES]
        for category in (*_FIRST_QUARTER, *_FINAL_QUARTER, *planned):
            self._categories.remove(category)

    def take(self, modes: tuple[str, ...], origin: str) -> str:
        """Takes a planned focus case out of the decks; gives its origin back."""
        if len(modes) > 1:
            self._several.remove(modes)
        else:
            self._single.remove(modes[0])
        (self._tips if origin in self._tips else self._origins).remove(origin)
        return origin

    def focus(self, quarter: Quarter, *, final: bool) -> Iterator[tuple[tuple[str, ...], str]]:
        """Modes and origin of a quarter's focus cases; of the last, those before the sitting."""
        planned = [what for what in SITTING if what[0] == "focus"] if final else []
        tips = quarter.tips - sum("cyber" in what[2] for what in planned)
        cases = quarter.focus - len(planned)
        if final:
            several = list(zip(_FINAL_SEVERAL, _FINAL_ORIGINS, strict=True))
        else:
            several = [
                (self._several.pop(), self._origin_without_undercover())
                for _ in range(quarter.examples - quarter.focus)
            ]
        yield from several
        for number in range(cases - len(several)):
            origin = self._tips.pop() if number < tips else self._origins.pop()
            yield (self._single.pop(),), origin

    def _origin_without_undercover(self) -> str:
        """The next origin under which several suspects may have been found."""
        place = max(place for place, origin in enumerate(self._origins) if origin != "undercover")
        return self._origins.pop(place)

    def categories(self, quarter: Quarter, *, final: bool) -> list[str]:
        """Categories of a quarter's other cases, those without use among them."""
        unused = quarter.cases - quarter.used
        if final:
            unused -= sum(what[0] == "not-used" for what in SITTING)
            used = _FINAL_QUARTER
        elif quarter.first.year == 2013 and quarter.first.month == 1:
            used = _FIRST_QUARTER
        else:
            count = quarter.used - quarter.focus
            used = [self._categories.pop() for _ in range(count)]
        return [*used, *["not-used"] * unused]
