"""How the cases of a report were placed, and where in each state they lie."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from db.places import How, Sureness
from db.readings import Reading
from db.report.cases import Cases
from db.report.filter import EVERYTHING, ReportFilter
from db.report.kinds import FOCUS
from db.report.scope import at_one_moment
from db.study import Study


@dataclass(frozen=True, slots=True)
class Placing:
    """Cases in focus by how they were placed, and by place."""

    by: Mapping[tuple[How, Sureness], int]
    """Cases by what placed them and how sure that is."""
    nowhere: int
    """Cases that neither text nor office places."""
    towns: Mapping[str, Mapping[str, int]]
    """State → place → cases; cases of which only the state is known are left out."""

    def of(self, how: How) -> int:
        """Cases placed in that way."""
        return sum(count for (one, _), count in self.by.items() if one == how)

    @property
    def guesses(self) -> int:
        """Cases whose place is a guess."""
        return sum(count for (_, sureness), count in self.by.items() if sureness == "guess")


def placing(study: Study, reading: Reading, chosen: ReportFilter = EVERYTHING) -> Placing:
    """Count how the cases in focus were placed."""
    by: Counter[tuple[How, Sureness]] = Counter()
    towns: defaultdict[str, Counter[str]] = defaultdict(Counter)
    nowhere = 0
    with at_one_moment(study):
        found = Cases(study, reading, chosen).places(FOCUS)
    for (said, name, state, how, sureness), count in found.items():
        if said:
            name, state = json.loads(said)
            how, sureness = "analyst", "sure"
        if how is None:
            nowhere += count
            continue
        by[how, sureness] += count
        if name and how != "seat":
            towns[state][name] += count
    return Placing(by, nowhere, towns)
