"""Words that came from outside, on their way to the terminal."""

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with whatever could move the cursor, ring or turn the line shown as "·"."""
    return text if text.isascii() and text.isprintable() else _CONTROL.sub("·", text)
