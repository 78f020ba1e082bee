"""What putting another codebook in force would do to a study, in words and numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from db.codebook.standing import Standing


@dataclass(frozen=True, slots=True)
class Plan:
    """A change of the codebook, weighed before it is made. No count here alters a coding."""

    refusals: tuple[str, ...] = ()
    """Why it can not be made, a sentence each with its cure; nothing else is worked out then."""
    differences: tuple[str, ...] = ()
    """What the new codebook says otherwise; none where only remarks and layout differ."""
    is_new: bool = True
    """False: it is the codebook in force, to the letter."""
    marked: int = 0
    """Releases whose mentions are others than before."""
    entering: int = 0
    """Releases that come into the queue, and into every first pass."""
    leaving: int = 0
    """Releases that leave it: they no longer qualify, and nobody ever decided on them."""
    outside: int = 0
    """Releases that were decided on but lie outside the span now: queued, but not counted."""
    unnamed: int = 0
    """Releases that were decided on but name no platform now: queued, and counted."""
    standing: Standing = field(default_factory=Standing)
    """What becomes of coded and uncoded releases."""
    adds_terms: bool = False
    """A platform has a term that it had not, so that an import would find more."""

    def effects(self) -> Iterator[str]:
        """What becomes of the releases, a clause each; nothing where they stay as they are."""
        standing = self.standing
        if self.marked:
            yield f"{_releases(self.marked, 'has', 'have')} other mentions than before"
        if self.entering:
            yield f"{_releases(self.entering, 'comes', 'come')} into the queue"
        if self.leaving:
            yield f"{_releases(self.leaving, 'leaves', 'leave')} the queue, undecided by anyone"
        if self.outside:
            yield (
                f"{_releases(self.outside, 'was', 'were')} decided on, now outside the span:"
                " the codings stay, but the report does not count them"
            )
        if self.unnamed:
            yield (
                f"{_releases(self.unnamed, 'was', 'were')} decided on, now without a mention:"
                " the codings stay and are counted; exclude what is not to count"
            )
        if standing.reopened:
            yield (
                f"{_releases(standing.reopened, 'becomes', 'become')} uncoded again, lacking"
                f" what is now required: {_by_field(standing.lacking)}"
            )
        if standing.completed:
            yield f"{_releases(standing.completed, 'is', 'are')} coded now: nothing is missing"
        if standing.unasked:
            yield (
                "codes that are no longer asked for stay until their release is coded again:"
                f" {_by_field(standing.unasked)}"
            )
        if self.adds_terms:
            yield (
                "releases left out at import, as they named no platform, are not in the study:"
                " import them again to have them searched for the new terms"
            )


def _releases(count: int, one: str, several: str) -> str:
    return f"1 release {one}" if count == 1 else f"{count:,} releases {several}"


def _by_field(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} ({count:,})" for name, count in counts.items())
