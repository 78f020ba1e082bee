"""Why two releases may be of one case, in words."""

from dataclasses import dataclass, replace

_MOST = 3
"""Names told before "and n more"."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What two releases have in common, told from the one at hand."""

    same: bool
    """The normalised texts are the same."""
    alike: float
    """Share of common text, from 0 to 1."""
    names: tuple[str, ...]
    """In both, defendants first."""
    dockets: tuple[str, ...]
    towns: tuple[str, ...]
    office: str | None
    """The office that published both."""
    days: int
    """How much later the release at hand was published; negative if earlier."""
    stages: tuple[str, str]
    """Of the earlier and of the later release; "" where none is told."""

    def seen_from_the_other(self) -> "Facts":
        """The same facts, told from the other release."""
        return replace(self, days=-self.days)

    def words(self) -> list[str]:
        """A few words each, the strongest first."""
        told = ["same text"] if self.same else []
        if self.names:
            rest = len(self.names) - _MOST
            more = f" and {rest} more" if rest > 0 else ""
            plural = "s" if len(self.names) > 1 else ""
            told.append(f"same name{plural}: {', '.join(self.names[:_MOST])}{more}")
        if self.dockets:
            told.append(f"same docket: {', '.join(self.dockets[:_MOST])}")
        if self.towns:
            told.append(f"same town: {', '.join(self.towns[:2])}")
        if self.office:
            told.append("same office")
        told.append(_days(self.days))
        before, after = self.stages
        if before and after and before != after:
            told.append(f"{before} → {after}")
        if not self.same and self.alike >= 0.01:
            told.append(f"{100 * self.alike:.0f} % same text")
        return told


def _days(days: int) -> str:
    if days == 0:
        return "same day"
    count = abs(days)
    return f"{count} day{'s' if count > 1 else ''} {'later' if days > 0 else 'earlier'}"
