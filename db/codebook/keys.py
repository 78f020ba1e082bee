"""Which keys codes and exclusions may have, and that no key means two things at once."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from db.codebook import Code, Codebook, Exclusion
from db.codebook.conditions import may_meet
from db.codebook.source import Faults, Path, printable

CODE_KEYS = "0123456789acdgiopvwyz"
"""The keys that codes and exclusions may have; all others are kept for commands."""

COMMAND_KEYS = {
    "]": "next release",
    "[": "previous release",
    "j": "scroll down",
    "k": "scroll up",
    "n": "next mention",
    "N": "previous mention",
    "b": "previous mention",
    "u": "undo",
    "U": "redo",
    "r": "redo",
    "s": "skip",
    "f": "flag",
    "m": "memo",
    "x": "exclude",
    "=": "link to a case",
    "e": "examples",
    "'": "take as evidence",
    "/": "find",
    "l": "list of releases",
    "t": "report",
    "?": "help",
    "h": "help",
    ":": "palette",
    "q": "quit",
}
"""What the coding screen does with the other keys."""

_Choice = TypeVar("_Choice", Code, Exclusion)

_KEYS_IN_WORDS = "a digit or one of the letters " + " ".join(CODE_KEYS[10:])


def check_keys(codebook: Codebook, faults: Faults) -> None:
    """Note keys that cannot be, and keys used twice where both may be asked."""
    _check_own_keys(codebook.exclusions, ("exclusion",), "exclusion", faults)
    for number, field in enumerate(codebook.fields):
        _check_own_keys(field.codes, ("field", number, "code"), "code", faults)
    for (first, one), (second, other) in combinations(enumerate(codebook.fields), 2):
        taken = {code.key: (place, code) for place, code in _live(one.codes)}
        shared = [(place, code) for place, code in _live(other.codes) if code.key in taken]
        if not shared or not may_meet(one, other, codebook):
            continue
        for place, code in shared:
            place_of_one, code_of_one = taken[code.key]
            faults.add(
                ("field", second, "code", place, "key"),
                f'"{code.key}" is also the key of field {first + 1} "{printable(one.name)}", '
                f'code {place_of_one + 1} "{printable(code_of_one.name)}", and both can be asked '
                "at the same time. Give one of them another key.",
            )


def _check_own_keys(choices: Sequence[_Choice], path: Path, kind: str, faults: Faults) -> None:
    first: dict[str, int] = {}
    for number, choice in enumerate(choices):
        if fault := _key_fault(choice.key):
            faults.add((*path, number, "key"), fault)
    for number, choice in _live(choices):
        if choice.key in first:
            faults.add(
                (*path, number, "key"),
                f'"{choice.key}" is already the key of {kind} {first[choice.key] + 1}. '
                "Give one of them another key.",
            )
        first.setdefault(choice.key, number)


def _key_fault(key: str) -> str:
    if not key or (len(key) == 1 and key in CODE_KEYS):
        return ""
    if key in COMMAND_KEYS:
        return f'"{key}" is the command "{COMMAND_KEYS[key]}". Take {_KEYS_IN_WORDS}.'
    if len(key) > 1:
        return f'"{printable(key)}" is not one key. Take {_KEYS_IN_WORDS}.'
    return f'"{printable(key)}" is no key for a code. Take {_KEYS_IN_WORDS}.'


def _live(choices: Sequence[_Choice]) -> Iterator[tuple[int, _Choice]]:
    """Those still offered that have a usable key, with their numbers."""
    return (
        (number, choice)
        for number, choice in enumerate(choices)
        if not choice.retired and choice.key and not _key_fault(choice.key)
    )
