"""Releases that report no case, as their texts are kept."""

from dataclasses import dataclass

from annotator.demo.grammar import Bank, Template, bank, headed


@dataclass(frozen=True, slots=True)
class Start:
    """An opening paragraph with the titles that suit it."""

    titles: Bank
    opening: Template


@dataclass(frozen=True, slots=True)
class Occasion:
    """A kind of release that reports no case."""

    reason: str
    """Name of the exclusion."""
    starts: tuple[Start, ...]
    middles: Bank
    """Paragraphs of which some are taken, in their order."""
    mentions: Bank
    """Paragraphs that name the platform; one is always taken."""
    ends: Bank
    weight: int = 1
    """How often it occurs beside the others of its reason."""
    least: int = 1
    most: int = 3
    """How many middle paragraphs are taken."""
    memo: str = ""
    """What an analyst would note."""


def occasion(
    reason: str,
    starts: str,
    middles: str,
    mentions: str,
    ends: str,
    *,
    weight: int = 1,
    least: int = 2,
    most: int = 6,
    memo: str = "",
) -> Occasion:
    """An occasion from its texts; a start opens with its titles: `# title | title`."""
    return Occasion(
        reason,
        tuple(
            Start(tuple(Template(title) for title in titles), opening)
            for titles, opening in headed(starts)
        ),
        bank(middles),
        bank(mentions),
        bank(ends),
        weight,
        least,
        most,
        memo,
    )
