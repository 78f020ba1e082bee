"""Reads a codebook from TOML, and refuses it with every fault named and its cure."""

import hashlib
import re
import tomllib
from datetime import date
from pathlib import Path

from db.codebook import Code, Codebook, Event, Exclusion, Field, Highlight, Platform
from db.codebook.rules import check, expand
from db.codebook.source import Faults, Table
from db.errors import CodebookError

_DEFAULT = Path(__file__).with_name("default_codebook.toml")

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")

_CURES = {
    "Invalid value": "A text stands in straight quotation marks, a day is written 2018-03-21, "
    "yes and no are true and false.",
    "Unescaped '\\'": "Put a pattern with a backslash in single quotation marks: '…'.",
    "Cannot overwrite": "The same key is written twice in one table, or a [[field.code]] stands "
    "before its [[field]].",
    "twice": "A table of which there are several has two brackets: [[…]].",
    "Illegal character": "A text in single or double quotation marks ends on its own line; "
    'a longer one stands in """ … """.',
    "Expected newline": "There is one key a line, a day has two digits for month and day, and a "
    "text with quotation marks in it stands in the other kind of them.",
    "Expected '='": "A key is one word, followed by = and its value.",
    "Expected ']": "A closing bracket is missing.",
    "Invalid statement": "A line is a [table], a key = value, or begins with #.",
    "Invalid date": "There is no such day; a day is written 2018-03-21.",
    "Unterminated": "A closing quotation mark is missing.",
    "Unclosed": "Before here a comma or a closing bracket is missing.",
    "recursion": "There are too many brackets within brackets.",
}
"""What to do about a message of tomllib's that has these words in it."""


def load(path: Path) -> Codebook:
    """Read the codebook in that file; CodebookError where it cannot be read or used."""
    try:
        toml = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CodebookError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path} is not text in UTF-8. Save it again as UTF-8.") from error
    return parse(toml, name=path.name)


def default_toml() -> str:
    """The source of the default codebook, which `new` copies into a study."""
    return _DEFAULT.read_text(encoding="utf-8")


def default() -> Codebook:
    """The default codebook."""
    return parse(default_toml(), name=_DEFAULT.name)


def parse(toml: str, *, name: str = "codebook") -> Codebook:
    """Make a codebook from its TOML; `name` stands before each fault of a CodebookError.

    Line ends are made the same first, so that a file saved on another system is the same version.
    """
    toml = toml.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        document = tomllib.loads(toml)
    except (ValueError, RecursionError) as error:
        raise CodebookError(_syntax(error, toml, name)) from error
    faults = Faults(document, toml, name)
    codebook = _codebook(Table(document, (), faults), toml)
    check(codebook, faults)
    if faults:
        raise faults.error()
    return expand(codebook)


def _syntax(error: Exception, toml: str, name: str) -> str:
    """tomllib's message with its place first and what to do last."""
    message = str(error)
    place = _PLACE.search(message)
    where = ""
    if place and place["line"]:
        where = f", line {place['line']}, column {place['column']}"
    elif place:
        where = f", line {toml.rstrip().count(chr(10)) + 1}, at its end"
    what = message[: place.start()] if place else message
    cure = next((cure for words, cure in _CURES.items() if words in what), "")
    return f"{name}{where}: not valid TOML: {what}. {cure}".rstrip()


def _codebook(top: Table, toml: str) -> Codebook:
    """The records as far as they can be made; each fault is noted, and its place kept."""
    study = top.table("study")
    report = top.table("report")
    codebook = Codebook(
        title=study.text("title", required=True),
        start=study.day("from"),
        end=study.day("to"),
        platforms=tuple(_platform(table) for table in top.tables("platform")),
        highlights=tuple(_highlight(table) for table in top.tables("highlight")),
        exclusions=tuple(_exclusion(table) for table in top.tables("exclusion")),
        fields=tuple(_field(table) for table in top.tables("field")),
        focus=report.choices("focus"),
        track=report.choices("track"),
        events=tuple(_event(table) for table in report.tables("event")),
        toml=toml,
        hash=hashlib.sha256(toml.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    for table in (study, report, top):
        table.close()
    return codebook


def _platform(table: Table) -> Platform:
    platform = Platform(
        name=table.text("name", required=True),
        terms=table.texts("terms", required=True),
        furniture=table.texts("furniture"),
    )
    table.close()
    return platform


def _highlight(table: Table) -> Highlight:
    highlight = Highlight(
        name=table.text("name", required=True), terms=table.texts("terms", required=True)
    )
    table.close()
    return highlight


def _exclusion(table: Table) -> Exclusion:
    retired = table.flag("retired", default=False)
    name = table.text("name", required=True)
    exclusion = Exclusion(
        key=table.text("key", required=not retired),
        name=name,
        label=table.text("label") or _readable(name),
        definition=table.text("definition", paragraphs=True),
        retired=retired,
    )
    table.close()
    return exclusion


def _field(table: Table) -> Field:
    name = table.text("name", required=True)
    per = table.text("per", required=True)
    if per not in ("case", "example", ""):
        table.fault('must be "case" or "example".', "per")
    field = Field(
        name=name,
        label=table.text("label") or _readable(name),
        per="case" if per == "case" else "example",
        codes=tuple(_code(inner) for inner in table.tables("code")),
        required=table.flag("required", default=False),
        when=table.choices("when"),
        definition=table.text("definition", paragraphs=True),
    )
    table.close()
    return field


def _code(table: Table) -> Code:
    retired = table.flag("retired", default=False)
    name = table.text("name", required=True)
    code = Code(
        key=table.text("key", required=not retired),
        name=name,
        label=table.text("label") or _readable(name),
        definition=table.text("definition", paragraphs=True),
        group=table.text("group") or None,
        counts=table.flag("counts", default=True),
        retired=retired,
    )
    table.close()
    return code


def _event(table: Table) -> Event:
    event = Event(
        name=table.text("name", required=True), date=table.day("date", required=True) or date.min
    )
    table.close()
    return event


def _readable(name: str) -> str:
    """ "child-exploitation" as "Child exploitation"."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]
