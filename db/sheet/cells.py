"""Single cells of a table of codes: what they mean, or why they mean nothing."""

from collections.abc import Sequence

from db.codebook import Code, Exclusion
from db.codebook.source import did_you_mean, printable
from db.states import RELATIONS

_YES, _NO = ("1", "true", "yes"), ("", "0", "false", "no")


def flag(cell: str) -> bool:
    """Whether the cell says yes.

    Raises:
        ValueError: it says neither yes nor no.
    """
    word = cell.strip().lower()
    if word not in _YES + _NO:
        raise ValueError(f"flagged is {quoted(cell)}. Write 1 or 0.")
    return word in _YES


def whole(cell: str, column: str) -> int:
    """The number, at least one, that a cell holds.

    Raises:
        ValueError: it holds none.
    """
    word = cell.strip()
    if not (word.isascii() and word.isdigit() and 0 < int(word) < 2**31):
        raise ValueError(f"{column} is {quoted(cell)}. Write a whole number from 1.")
    return int(word)


def chosen(cell: str, choices: Sequence[Code] | Sequence[Exclusion], column: str) -> str:
    """The name of the code or exclusion that a cell names; retired ones are known too.

    Raises:
        ValueError: there is none of that name; a label or key is told its name.
    """
    word = cell.strip()
    names = [choice.name for choice in choices]
    if word in names:
        return word
    for choice in choices:
        if word.casefold() in (choice.label.casefold(), choice.name) or word == choice.key:
            raise ValueError(f"{column} is {quoted(cell)}. Write its name, “{choice.name}”.")
    known = f"Known are {', '.join(names)}." if names else "The codebook has none."
    hint = did_you_mean(word.lower(), names)
    raise ValueError(f"the codebook has no {column} {quoted(cell)}. {hint}{known}")


def relation(cell: str) -> str:
    """ "update", "duplicate", "lead" or, for a blank, "".

    Raises:
        ValueError: it is none of these.
    """
    word = cell.strip().lower()
    known = ["lead", *RELATIONS]
    if word and word not in known:
        hint = did_you_mean(word, known)
        raise ValueError(f"relation is {quoted(cell)}. {hint}Known are {', '.join(known)}.")
    return word


def quoted(cell: str) -> str:
    """A cell as it stands in a message: in one line, and not too long."""
    words = printable(" ".join(cell.split()))
    return f"“{words if len(words) <= 60 else words[:59] + '…'}”"
