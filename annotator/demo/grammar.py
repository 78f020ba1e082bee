"""Sentences with choices and blanks in them.

`<today|this week>` stands for one of its parts, `{town}` for a fact. A bank is a text whose
sentences are set apart by empty lines, wherever its lines break.
"""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from annotator.demo.dice import Dice

_CHOICE = re.compile(r"<([^<>]*)>")


class Template:
    """One sentence or paragraph, ready to be filled in."""

    __slots__ = ("blanks", "parts")

    def __init__(self, text: str) -> None:
        pieces = _CHOICE.split(text)
        self.parts: tuple[str | tuple[str, ...], ...] = tuple(
            tuple(piece.split("|")) if place % 2 else piece for place, piece in enumerate(pieces)
        )
        self.blanks = frozenset(
            name for _, name, _, _ in Formatter().parse(text) if name is not None
        )
        """Names of all facts it may ask for."""

    def fill(self, dice: Dice, facts: Mapping[str, str]) -> str:
        """The text with its choices made and its blanks filled."""
        made = [part if isinstance(part, str) else dice.pick(part) for part in self.parts]
        return "".join(made).format_map(facts)


Bank = tuple[Template, ...]


def headed(text: str) -> Iterator[tuple[list[str], Template]]:
    """The templates of a text, each with what stands in the lines over it that begin with `# `.

    A head may be split at ` | ` or go on in the next line.
    """
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.split("\n")
        heads = [line[2:] for line in lines if line.startswith("# ")]
        body = " ".join(" ".join(lines[len(heads) :]).split())
        yield [part.strip() for part in " | ".join(heads).split(" | ")], Template(body)


def paragraphs(text: str) -> list[str]:
    """The parts of a text that are set apart by empty lines, each in one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def bank(text: str) -> Bank:
    """The templates of a text."""
    return tuple(Template(part) for part in paragraphs(text))


def capitalized(sentence: str) -> str:
    """The sentence with a capital at its start, and the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
