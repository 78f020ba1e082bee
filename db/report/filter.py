"""What a report is narrowed to: days, a category, a state, an office, a platform."""

from dataclasses import dataclass, fields
from datetime import date

from db.codebook import Codebook
from db.errors import StudyError
from db.study import Study


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which releases a report counts; the parts combine, None: any."""

    start: date | None = None
    """First day."""
    end: date | None = None
    """Last day."""
    category: str | None = None
    """A code of the leading field: only cases with such an example."""
    state: str | None = None
    """Postal abbreviation of the office's state."""
    office: str | None = None
    platform: str | None = None
    """Name of a platform that title or text names outside its furniture."""

    def __bool__(self) -> bool:
        return any(getattr(self, part.name) is not None for part in fields(self))

    def words(self, codebook: Codebook) -> str:
        """The filter for a heading: "2015-01-01 to 2016-12-31 · Fraud · KY"; "" without one."""
        parts = []
        if self.start and self.end:
            parts.append(f"{self.start} to {self.end}")
        elif self.start or self.end:
            parts.append(f"from {self.start}" if self.start else f"up to {self.end}")
        if self.category:
            code = codebook.leading.code(self.category) if codebook.leading else None
            parts.append(code.label if code else self.category)
        parts += [part for part in (self.state, self.office, self.platform) if part]
        return " · ".join(parts)

    def to_json(self) -> dict[str, str | None]:
        """The filter as the report's JSON names it."""
        return {
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
            "category": self.category,
            "state": self.state,
            "office": self.office,
            "platform": self.platform,
        }


EVERYTHING = ReportFilter()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by in a study, each in the order in which it is offered."""

    categories: tuple[str, ...]
    states: tuple[str, ...]
    offices: tuple[str, ...]
    platforms: tuple[str, ...]


def choices(study: Study) -> Choices:
    """The values that a filter of this study can take."""
    rows = study.connection.execute("select office, state from offices").fetchall()
    leading = study.codebook.leading
    return Choices(
        categories=tuple(code.name for code in leading.codes) if leading else (),
        states=tuple(sorted({row["state"] for row in rows if row["state"]})),
        offices=tuple(sorted({row["office"] for row in rows if row["office"]})),
        platforms=tuple(platform.name for platform in study.codebook.platforms),
    )


def check(chosen: ReportFilter, study: Study) -> None:
    """Refuse a filter that names what the study does not have.

    Raises:
        StudyError: with the names that there are.
    """
    if chosen.start and chosen.end and chosen.start > chosen.end:
        raise StudyError(f"no day lies from {chosen.start} to {chosen.end}: exchange the two.")
    known = choices(study)
    for what, name, names in (
        ("category", chosen.category, known.categories),
        ("state", chosen.state, known.states),
        ("office", chosen.office, known.offices),
        ("platform", chosen.platform, known.platforms),
    ):
        if name is not None and name not in names:
            raise StudyError(
                f"{study.path}: there is no {what} “{name}”; the study has:"
                f" {', '.join(names) or 'none'}."
            )
