"""How likely two releases are of one case, and why, in words.

A score is a logistic sum of weighted clues. The weights are set by hand and by reading: a rare
accused in both is nearly enough by itself, a common text only tells copies, and what merely fits
(office, town, order of stages) tips the scale.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.relatives.features import Features
from db.relatives.reasons import Facts
from db.relatives.stages import ORDER
from db.relatives.words import key_of
from db.states import Relation

SHOWN = 0.62
"""Candidates below this score are not listed."""
FAMILY = 6
"""Releases of an ordinary large family: so many may share a name that is still rare."""
COPY = 0.62
"""From this share of common text on, a release is a repeat and not an update."""
FEWEST = 3
"""Common runs below which two texts have nothing in common worth a number."""
_BASE = -4.2
_FAR = 6 * 365
"""Days after which a case is seldom heard of again."""


@dataclass(frozen=True, slots=True)
class Release:
    """One side of a comparison."""

    published: date
    office: str | None
    features: Features
    weight: float
    """Of all its runs of words (see `Rarity.of_all`)."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many releases hold a name or a run of words, among how many."""

    releases: int
    names: Mapping[int, int]
    """By key (see `key_of`)."""
    runs: dict[int, int]
    """Runs that more than two hold."""
    offices: Mapping[str | None, int]

    def of_accused(self, name: str) -> float:
        """1 for a name in so few releases that they may be one family, falling with more."""
        return _falling(self.names.get(key_of("name", name), 2), FAMILY)

    def of_name(self, name: str) -> float:
        """The same for a name that may be an official's or a firm's."""
        return _falling(self.names.get(key_of("name", name), 2), 2)

    def of_all(self, runs: frozenset[int]) -> float:
        """The weight of runs of words: boilerplate weighs little."""
        common = self.runs.keys() & runs
        return len(runs) - sum(1 - _falling(self.runs[run], 2) for run in sorted(common))

    def of_office(self, office: str | None) -> float:
        """0 for the office that published everything, 1 for one that published one in fifty."""
        share = self.offices.get(office, 0) / max(1, self.releases)
        return min(1.0, -math.log(share) / 4) if share else 0.0


def _falling(count: int, least: int) -> float:
    return 1.0 if count <= least else least / count


@dataclass(frozen=True, slots=True)
class Finding:
    """What a comparison came to."""

    relation: Relation
    score: float
    """From 0 to 1."""
    facts: Facts
    """What spoke for it, to be put in words."""


def compare(one: Release, other: Release, rarity: Rarity) -> Finding | None:
    """Weigh two releases; `one` is the release at hand, and the facts are told from it.

    Returns:
        None where the score is below `SHOWN`.
    """
    a, b = one.features, other.features
    days = (one.published - other.published).days
    same = a.hash == b.hash and bool(a.shingles)
    if not same and _is_hopeless(one, other):
        return None
    alike = 1.0 if same else resemblance(one, other, rarity)
    accused, named, mentioned = _shared_names(a, b)
    dockets = a.dockets & b.dockets
    towns = a.towns & b.towns
    people = sum(rarity.of_accused(name) for name in accused)
    half = sum(rarity.of_name(name) for name in named)
    others = sum(rarity.of_name(name) for name in mentioned)
    head = _common(a.heading, b.heading)
    repeat = same or (alike >= COPY and (a.stage == b.stage or abs(days) <= 2))
    repeat = repeat or (alike >= 0.4 and abs(days) <= 3 and bool(accused or head > 0.7))
    score = (
        _BASE
        + 5.2 * min(1.0, people)
        + 0.7 * min(2.0, max(0.0, people - 1))
        + 2.6 * min(1.5, half)
        + 0.7 * min(1.5, others)
        + (4.0 if one.office == other.office else 1.0) * bool(dockets)
        + 6.0 * alike
        + 1.6 * head
        + 0.5 * bool(towns)
        + 0.8 * (rarity.of_office(one.office) if one.office == other.office else -0.2)
        + _order(a.stage, b.stage, days)
        - 1.0 * max(0.0, abs(days) / _FAR - 0.5)
        + _ages(a, b, accused, days)
        + (6.0 if same else 1.5 if repeat else 0.0)
    )
    likely = round(1 / (1 + math.exp(-score)), 3)
    if likely < SHOWN:
        return None
    facts = Facts(
        same=same,
        alike=alike,
        names=tuple(a.names[name].shown for name in (accused + named or mentioned)),
        dockets=tuple(sorted(dockets)),
        towns=tuple(sorted(towns)),
        office=one.office if one.office == other.office else None,
        days=days,
        stages=(b.stage, a.stage) if days >= 0 else (a.stage, b.stage),
    )
    return Finding(
        relation="duplicate" if repeat else "update",
        score=likely,
        facts=facts,
    )


def _is_hopeless(one: Release, other: Release) -> bool:
    """Whether two releases cannot reach `SHOWN`: most that meet by a run of words or two.

    Without a name or docket in common, heading, town, office and stage bring at most 3.7, and
    a text of which so little is common at most 0.96 more: 0.46 with `_BASE`, and 0.49 is needed.
    """
    a, b = one.features, other.features
    if not (a.names.keys().isdisjoint(b.names) and a.dockets.isdisjoint(b.dockets)):
        return False
    both = len(a.shingles & b.shingles)
    return both < FEWEST or both < 0.16 * (one.weight + other.weight - both)


def resemblance(one: Release, other: Release, rarity: Rarity) -> float:
    """The weighted share of common runs in all runs of both (Broder's resemblance)."""
    both = one.features.shingles & other.features.shingles
    if len(both) < FEWEST:
        return 0.0
    common = rarity.of_all(both)
    return common / (one.weight + other.weight - common)


def _common(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, len(a | b))


def _shared_names(a: Features, b: Features) -> tuple[list[str], list[str], list[str]]:
    """Names in both: of whom both, one, or neither speaks as of a defendant."""
    by_accusers: tuple[list[str], list[str], list[str]] = ([], [], [])
    for name in sorted(a.names.keys() & b.names.keys()):
        one, other = a.names[name], b.names[name]
        if one.shown in a.towns | b.towns or _are_namesakes(one.shown, other.shown):
            continue
        accusers = one.accused + other.accused
        by_accusers[2 - accusers].append(name)
    return by_accusers


def _are_namesakes(one: str, other: str) -> bool:
    """Whether two names with the same first and last word have other initials between."""
    middles = [[word[0] for word in name.split()[1:-1]] for name in (one, other)]
    return all(len(middle) == 1 for middle in middles) and middles[0] != middles[1]


def _order(stage: str, earlier: str, days: int) -> float:
    """Whether the later release tells a later stage."""
    place, before = ORDER.get(stage, 0), ORDER.get(earlier, 0)
    if not (place and before):
        return 0.0
    if days < 0:
        place, before = before, place
    return 0.8 if place > before else 0.0 if place == before else -0.8


def _ages(a: Features, b: Features, accused: list[str], days: int) -> float:
    """People of one name whose ages fit the time between are one, else two."""
    fits = 0.0
    for name in accused:
        ages = a.names[name].age, b.names[name].age
        if ages[0] and ages[1]:
            off = abs(ages[0] - ages[1] - days / 365.25)
            fits += 0.8 if off <= 1.1 else -1.5 if off > 3 else 0.0
    return max(-1.5, min(0.8, fits))
