"""A codebook's TOML as tables that notice every fault and know where it stands."""

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from db.errors import CodebookError

Path = tuple[str | int, ...]
"""A place in the document: ("field", 1, "code", 2, "key"), numbers from 0."""

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_STATEMENT = re.compile(
    rf"[ \t]*(?:(?P<open>\[\[?)[ \t]*(?P<header>{_DOTTED})[ \t]*\]\]?|(?P<key>{_DOTTED})[ \t]*=)"
)
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})|'
    r"'''.*?'''(?:'{0,2})|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*|[\[\]{},\n]|[^\s\[\]{},#\"']+|[ \t\r]+",
    re.DOTALL,
)


def lines_of(toml: str) -> dict[Path, int]:
    """The line, from 1, on which each table, key and array element of valid TOML begins.

    What stands in an inline table is not listed: look for the nearest path above it.
    """
    places: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    at, line = 0, 1
    while at < len(toml):
        statement = _STATEMENT.match(toml, at)
        value: Path = ()
        if statement and statement["header"]:
            table = _enter(statement["header"], counts, array=statement["open"] == "[[")
            for length in range(1, len(table) + 1):
                places.setdefault(table[:length], line)
        elif statement:
            value = table + _parts(statement["key"])
            for length in range(len(table) + 1, len(value) + 1):
                places.setdefault(value[:length], line)
        at, line = _skip_value(toml, statement.end() if statement else at, line, value, places)
    return places


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))


def _enter(header: str, counts: dict[Path, int], *, array: bool) -> Path:
    """The path of a table's header; a new element of an array of tables is counted."""
    path: Path = ()
    *above, last = _parts(header)
    for part in above:
        path += (part,)
        if path in counts:
            path += (counts[path] - 1,)
    path += (last,)
    if array:
        counts[path] = counts.get(path, 0) + 1
        path += (counts[path] - 1,)
    return path


def _skip_value(
    toml: str, at: int, line: int, path: Path, places: dict[Path, int]
) -> tuple[int, int]:
    """Where the next statement begins, and its line; the elements of an array are noted."""
    open_brackets, element = "", 0
    while token := _TOKEN.match(toml, at):
        text, at = token[0], token.end()
        if text == "\n" and not open_brackets:
            return at, line + 1
        if text in ("]", "}"):
            open_brackets = open_brackets[:-1]
        elif open_brackets == "[" and text == ",":
            element += 1
        elif open_brackets == "[" and not text.isspace() and not text.startswith("#"):
            places.setdefault((*path, element), line)
        if text in ("[", "{"):
            open_brackets += text
        line += text.count("\n")
    return at + 1, line


_HOMES = {
    "code": "[[field.code]], below its [[field]]",
    "event": "[[report.event]]",
    "focus": "in [report]",
    "track": "in [report]",
    "terms": "in a [[platform]]",
    "furniture": "in a [[platform]]",
}
"""Where keys belong that are easily put elsewhere."""


class Faults:
    """All that is wrong with one codebook, gathered so that it can be said at once."""

    def __init__(self, document: Mapping[str, Any], toml: str, name: str) -> None:
        self._document = document
        self._toml = toml
        self._name = name
        self._found: list[tuple[Path, str]] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, path: Path, text: str) -> None:
        """Note a fault: what is wrong at `path`, and its cure."""
        self._found.append((path, text))

    def under(self, key: str) -> bool:
        """Whether anything is wrong in the tables of that name."""
        return any(path[:1] == (key,) for path, _ in self._found)

    def error(self) -> CodebookError:
        """The faults as one error, one a line, in the order of the file."""
        places = lines_of(self._toml)
        placed = [(_line(path, places), path, text) for path, text in self._found]
        placed.sort(key=lambda fault: fault[0])
        return CodebookError("\n".join(self._sentence(*fault) for fault in placed))

    def _sentence(self, line: int, path: Path, text: str) -> str:
        place = f"{self._name}, line {line}" if line else self._name
        return f"{place}: {self._where(path)}{text}"

    def _where(self, path: Path) -> str:
        """The path in words: 'field 2 "mode", code 3 "images", key: '."""
        words: list[str] = []
        here: Any = self._document
        for step in path:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                here = None
            if isinstance(step, int):
                words[-1] += f" {step + 1}"
                if isinstance(here, Mapping) and isinstance(here.get("name"), str):
                    words[-1] += f' "{printable(here["name"])}"'
            else:
                words.append(printable(step))
        return f"{', '.join(words)}: " if words else ""


def _line(path: Path, places: Mapping[Path, int]) -> int:
    """The line of the path, or of the nearest above it; 0 for what the file has not at all."""
    above = (path[:length] for length in range(len(path), 0, -1))
    return next((places[part] for part in above if part in places), 0)


class Table:
    """One table of the document; each getter notes what is wrong and returns a stand-in."""

    def __init__(self, values: Mapping[str, Any], path: Path, faults: Faults) -> None:
        self.path = path
        self._values = values
        self._faults = faults
        self._asked: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def fault(self, text: str, *steps: str | int) -> None:
        """Note a fault of this table, or of what stands at `steps` in it."""
        self._faults.add(self.path + steps, text)

    def text(self, key: str, *, required: bool = False, paragraphs: bool = False) -> str:
        """A text in one line, or with `paragraphs` one whose blank lines are kept; "" without."""
        value = self._value(key)
        if value is None:
            if required:
                self.fault(f'has no {key}. Add a line {key} = "…".')
            return ""
        if not isinstance(value, str):
            example = value if isinstance(value, int | float | date) else "…"
            self.fault(f'must be a text. Put it in quotation marks: {key} = "{example}".', key)
            return ""
        if unprintable := [c for c in value if unicodedata.category(c) == "Cc" and c not in "\n\t"]:
            self.fault(f"has a control character (U+{ord(unprintable[0]):04X}). Take it out.", key)
            return ""
        if required and not value.strip():
            self.fault("is empty. Write something between the quotation marks.", key)
        return unwrapped(value) if paragraphs else " ".join(value.split())

    def flag(self, key: str, *, default: bool) -> bool:
        """A yes or no."""
        value = self._value(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.fault("must be true or false, without quotation marks.", key)
            return default
        return value

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A calendar day."""
        value = self._value(key)
        if value is None:
            if required:
                self.fault(f"has no {key}. Add a line like {key} = 2018-03-21.")
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self.fault(f"must be a day, without quotation marks or time: {key} = 2018-03-21.", key)
            return None
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts, as they stand; one text alone will do. Faulty ones become ""."""
        value = self._value(key)
        if value is None:
            if required:
                self.fault(f'has no {key}. Add a line {key} = ["…"].')
            return ()
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list):
            self.fault(f'must be a list of texts: {key} = ["…", "…"].', key)
            return ()
        if required and not listed:
            self.fault("is empty. Put at least one text into the list.", key)
        for number, text in enumerate(listed):
            if not isinstance(text, str):
                self.fault("must be a text. Put it in quotation marks.", key, number)
            elif not text.strip():
                self.fault("is empty. Take it out or write something in it.", key, number)
        return tuple(text if isinstance(text, str) else "" for text in listed)

    def choices(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table of names, each with one text or a list of them."""
        inner = self.table(key)
        return {name: inner.texts(name, required=True) for name in inner._values}

    def table(self, key: str) -> "Table":
        """The table of that name; an empty one where it is missing."""
        value = self._value(key)
        if value is not None and not isinstance(value, Mapping):
            self.fault(f"must be a table: write [{key}], or {key} = {{ … }}.", key)
            value = None
        return Table(value or {}, (*self.path, key), self._faults)

    def tables(self, key: str) -> list["Table"]:
        """The tables written `[[key]]`, in their order."""
        value = self._value(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            header = ".".join(step for step in (*self.path, key) if isinstance(step, str))
            self.fault(f"must be written [[{header}]], once for each.", key)
            return []
        return [Table(item, (*self.path, key, i), self._faults) for i, item in enumerate(value)]

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                home = f"It is written {_HOMES[key]}. " if key in _HOMES else ""
                meant = home or did_you_mean(key, self._asked)
                self.fault(f"is not known here. {meant}Known are {', '.join(self._asked)}.", key)

    def _value(self, key: str) -> Any:
        self._asked.append(key)
        return self._values.get(key)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """'Did you mean "…"? ' where one of the known words is close, else nothing."""
    close = difflib.get_close_matches(word, known, n=1)
    return f'Did you mean "{close[0]}"? ' if close else ""


def unknown(name: str, kind: str, known: Sequence[str]) -> str:
    """That there is nothing of that name, what may be meant, and what there is."""
    listed = f"Known are {', '.join(printable(word) for word in known)}." if known else ""
    return f'"{printable(name)}" is no {kind}. {did_you_mean(name, known)}{listed}'.rstrip()


def unwrapped(text: str) -> str:
    """The text with each paragraph in one line and one blank line between paragraphs."""
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text))
    return "\n\n".join(part for part in paragraphs if part)


def printable(text: str) -> str:
    """The text fit for a message: control characters escaped."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
