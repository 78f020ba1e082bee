"""What a collection is to keep: asked anew at each call, compared with the call before."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Self

from db.codebook import Codebook


@dataclass(frozen=True, slots=True)
class Scope:
    """Which releases are wanted."""

    since: date | None
    """First day; None: no bound."""
    until: date | None
    keep_all: bool
    """Whether also those that name no platform."""
    terms: str
    """A digest of the codebook's platforms; "" where everything is kept."""

    @classmethod
    def of(
        cls, codebook: Codebook, since: date | None, until: date | None, *, keep_all: bool
    ) -> Self:
        """The scope of a call under that codebook."""
        names = repr([(p.name, p.terms, p.furniture) for p in codebook.platforms])
        everything = keep_all or not codebook.platforms
        digest = "" if everything else hashlib.sha256(names.encode()).hexdigest()[:16]
        return cls(since, until, everything, digest)

    def covers(self, day: date) -> bool:
        """Whether a release of that day is wanted."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    def terms_changed(self, earlier: "Scope") -> bool:
        """Whether what was left out for its words must be looked at again."""
        return self.terms != earlier.terms

    def to_json(self) -> str:
        """As it is kept in the study."""
        return json.dumps(
            {
                "since": self.since.isoformat() if self.since else None,
                "until": self.until.isoformat() if self.until else None,
                "keep_all": self.keep_all,
                "terms": self.terms,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """As `to_json` wrote it."""
        kept = json.loads(text)
        since, until = (
            date.fromisoformat(kept[name]) if kept[name] else None for name in ("since", "until")
        )
        return cls(since, until, kept["keep_all"], kept["terms"])
