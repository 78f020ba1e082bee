"""What is compared of a release: found once, kept with the study, small."""

import json
import re
from array import array
from dataclasses import dataclass

from db.relatives.homes import homes
from db.relatives.names import Name, names_of
from db.relatives.stages import stage_of
from db.relatives.words import key_of, shingles, text_hash, words_of

VERSION = 2
"""Counted up when the rules change: what was found by older ones is then found anew."""

_DOCKET = re.compile(r"\b(?:\d+:)?(\d\d)-?(cr|cv|mj)-0*(\d{2,6})\b")
SKETCH = 12
"""Shingles by which near-copies meet: the least hashes of all (bottom-k of Broder 1997)."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of one release."""

    hash: int
    """Of the normalised text (63 bits)."""
    shingles: frozenset[int]
    names: dict[str, Name]
    dockets: frozenset[str]
    towns: frozenset[str]
    """Home towns of the accused."""
    heading: frozenset[str]
    """Words of the heading that say more than "man sentenced"."""
    stage: str

    def lookups(self) -> list[int]:
        """Where releases that share something rare meet: text, names, dockets, sampled runs."""
        return [
            self.hash,
            *(key_of("name", name) for name in self.names),
            *(key_of("docket", docket) for docket in self.dockets),
            *(key_of("run", str(run)) for run in sorted(self.shingles)[:SKETCH]),
        ]


def features_of(title: str, text: str) -> Features:
    """Find them: about a millisecond for a release of three kilobytes."""
    words = words_of(text)
    return Features(
        hash=int.from_bytes(text_hash(words)) >> 1,
        shingles=shingles(words),
        names={name.key: name for name in names_of(title, text)},
        dockets=_dockets(text.lower()),
        towns=homes(text[:4000]),
        heading=frozenset(word for word in words_of(title) if len(word) > 3),
        stage=stage_of(title, text),
    )


def _dockets(folded: str) -> frozenset[str]:
    if not any(kind in folded for kind in ("cr-", "cv-", "mj-")):
        return frozenset()
    return frozenset("-".join(parts) for parts in _DOCKET.findall(folded))


def to_row(features: Features) -> tuple[int, bytes, str]:
    """Hash, shingles and the rest, as they are stored."""
    rest = [
        [[n.key, n.shown, int(n.accused), n.age] for n in features.names.values()],
        sorted(features.dockets),
        sorted(features.towns),
        sorted(features.heading),
        features.stage,
    ]
    runs = array("I", sorted(features.shingles)).tobytes()
    return features.hash, runs, json.dumps(rest, ensure_ascii=False, separators=(",", ":"))


def from_row(hash_: int, runs: bytes, rest: str) -> Features:
    """What `to_row` wrote."""
    held = array("I")
    held.frombytes(runs)
    names, dockets, towns, heading, stage = json.loads(rest)
    return Features(
        hash=hash_,
        shingles=frozenset(held),
        names={key: Name(key, shown, bool(accused), age) for key, shown, accused, age in names},
        dockets=frozenset(dockets),
        towns=frozenset(towns),
        heading=frozenset(heading),
        stage=stage,
    )
