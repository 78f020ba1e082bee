"""What a server sent back, and how to say it in a line."""

from dataclasses import dataclass

from importers.cleaning import plain_text
from importers.refusals import refusal

_SHOWN = 80
"""Characters of a body that are quoted in a sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, whole."""

    address: str
    """Where it came from, after redirections."""
    status: int
    content_type: str
    """As the server names it, without parameters: "application/json"."""
    body: bytes
    fetched_at: str
    """When it came (ISO 8601, UTC)."""

    @property
    def text(self) -> str:
        """The body as text; what is not UTF-8 in it is replaced."""
        return self.body.decode("utf-8-sig", "replace")

    @property
    def is_bot_check(self) -> bool:
        """Whether this is the page that asks for a browser."""
        if "json" in self.content_type:
            return False
        return (refusal("", self.text) or "").startswith("bot-check")

    def described(self) -> str:
        """Status, kind and the first characters, fit to be shown."""
        start = " ".join(plain_text(self.text[: _SHOWN * 8]).split())
        kind = clean(self.content_type) or "no content type"
        return f"HTTP {self.status}, {kind}: " + (f"“{start[:_SHOWN]}”" if start else "nothing")


def clean(text: str) -> str:
    """A short text from outside in one line, without control characters."""
    return " ".join(plain_text(text[:400]).split())[:_SHOWN]
