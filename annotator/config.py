"""The settings file: keys, theme and screen, checked entry by entry."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from annotator.keys import CODING, COMMANDS, Command, commands
from db.codebook.keys import CODE_KEYS
from db.errors import AnnotatorError

THEMES = ("annotator-dark", "annotator-light", "annotator-contrast", "ansi-dark", "ansi-light")
SECTIONS = {"keys": None, "theme": ("name",), "screen": ("mouse",)}
"""Sections and what may stand in them; in `keys` the ids of commands."""


class ConfigError(AnnotatorError):
    """The settings file is not usable; the text names every wrong entry."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the analyst set; the defaults are those of the program."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Id of a command → its keys, separated by commas."""
    theme: str = THEMES[0]
    mouse: bool = False
    """Whether the program gets the mouse; without it the terminal's own selection works."""


def load(path: Path) -> Config:
    """The settings of that file; the defaults where there is none.

    Raises:
        ConfigError: it cannot be read, or entries are wrong; all are named.
    """
    try:
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    if faults := list(_faults(kept)):
        raise ConfigError("\n".join(f"{path}: {fault}" for fault in faults))
    return Config(
        keys=kept.get("keys", {}),
        theme=kept.get("theme", {}).get("name", THEMES[0]),
        mouse=kept.get("screen", {}).get("mouse", False),
    )


def keys_in_force(config: Config) -> list[tuple[Command, str]]:
    """Every command with its keys, the analyst's own where he set some."""
    return [(command, config.keys.get(command.id, command.keys)) for command in COMMANDS]


def _faults(kept: Mapping[str, Any]) -> Iterator[str]:
    for section, entries in kept.items():
        if section not in SECTIONS:
            yield f"[{section}] is no section{_near(section, SECTIONS)}"
        elif not isinstance(entries, dict):
            yield f"{section} must be a section: [{section}]"
        elif allowed := SECTIONS[section]:
            for name in entries:
                if name not in allowed:
                    yield f"[{section}] {name} is not known{_near(name, allowed)}"
    keys, theme, screen = (_section(kept, name) for name in ("keys", "theme", "screen"))
    yield from _key_faults(keys)
    if theme.get("name", THEMES[0]) not in THEMES:
        yield f"[theme] name: {theme['name']!r} is no theme; take one of {', '.join(THEMES)}"
    if not isinstance(screen.get("mouse", False), bool):
        yield "[screen] mouse must be true or false"


def _section(kept: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = kept.get(name, {})
    return found if isinstance(found, dict) else {}


def _key_faults(keys: Mapping[str, Any]) -> Iterator[str]:
    known = {command.id: command for command in COMMANDS}
    screens = {name: commands(name) for name in {one.screen for one in COMMANDS}}
    taken: dict[tuple[str, str], str] = {}
    for id_, command in known.items():
        set_to = keys.get(id_, command.keys)
        if not isinstance(set_to, str) or not all(set_to.split(",")):
            yield f'[keys] "{id_}" wants the names of keys, as in "n" or "n,down"'
            continue
        for key in set_to.split(","):
            if id_ in keys and command.screen in CODING and key in CODE_KEYS:
                yield f'[keys] "{id_}": "{key}" is kept for codes'
            there = [one for one in screens if command in screens[one]]
            others = [taken.setdefault((screen, key), id_) for screen in there]
            for other in {*others} - {id_}:
                yield f'[keys] "{id_}": "{key}" is the key of "{other}" already'
    for id_ in keys:
        if id_ not in known:
            yield f'[keys] "{id_}" is no command{_near(id_, known)}'


def _near(name: str, known: Any) -> str:
    found = get_close_matches(name, list(known), 1)
    return f"; did you mean {found[0]}?" if found else f"; there are: {', '.join(list(known)[:12])}"
