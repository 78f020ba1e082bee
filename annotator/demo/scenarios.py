"""What a case is about: a paragraph with its charge, its headings and how it may have begun."""

from dataclasses import dataclass

from annotator.demo.grammar import Template, headed


@dataclass(frozen=True, slots=True)
class Scenario:
    """One kind of accusation."""

    charge: str
    """Key into the table of charges."""
    headings: tuple[str, ...]
    """What a title calls the offense."""
    facts: Template
    """What is alleged; begins so that "according to the indictment," may stand before it."""
    origins: tuple[str, ...]
    """How such a case may have begun; empty: in any way."""
    told: bool
    """The facts themselves say how it began."""

    @property
    def people(self) -> int:
        """How many defendants the facts name."""
        return 3 if "Last3" in self.facts.blanks else 2 if "Last2" in self.facts.blanks else 1


def scenarios(text: str) -> tuple[Scenario, ...]:
    """The scenarios of a text; each opens with `# charge | heading; heading | origins`."""
    found = []
    for head, facts in headed(text):
        charge, headings, origins = (*head, "")[:3]
        found.append(
            Scenario(
                charge=charge,
                headings=tuple(heading.strip() for heading in headings.split(";")),
                facts=facts,
                origins=tuple(origins.removeprefix("told:").split()),
                told=origins.startswith("told:"),
            )
        )
    return tuple(found)
