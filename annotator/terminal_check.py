"""Whether the terminal can show what the screens draw."""

import os
import sys
from collections.abc import Iterator, Mapping

from db.health import Check

LEAST_SIZE = 80, 24
"""Columns and rows for which the screens are laid out; smaller ones work, folded."""

DRAWN = "○●✕↳⚑✎⟦⟧▁█·│“”–"
"""Signs that screens and reports are made of."""


def terminal(environ: Mapping[str, str] = os.environ) -> Check:
    """What is to be said of the terminal at hand; nothing is, where there is none."""
    if not sys.stdout.isatty():
        return Check("terminal", "note", "not looked at, as the output goes elsewhere")
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    wrong = tuple(_wrong(environ, sys.stdout.encoding, columns, rows))
    found = f"{environ.get('TERM') or 'of no name'}, {columns}×{rows}, {sys.stdout.encoding}"
    if wrong:
        return Check(
            "terminal", "fault", f"{found}: the screens will not look as they should", wrong
        )
    return Check("terminal", "ok", f"{found}: shows {DRAWN[:6]}")


def _wrong(environ: Mapping[str, str], encoding: str, columns: int, rows: int) -> Iterator[str]:
    if environ.get("TERM", "") in ("", "dumb", "unknown"):
        yield "the kind of terminal is not known. Set it, as with: export TERM=xterm-256color"
    if not _shows(encoding) or _locale(environ) == "other":
        yield "the encoding is not UTF-8. Set it, as with: export LC_ALL=C.UTF-8"
    if columns < LEAST_SIZE[0] or rows < LEAST_SIZE[1]:
        least = "×".join(map(str, LEAST_SIZE))
        yield f"the window is {columns}×{rows}. Make it {least} or larger"


def _shows(encoding: str) -> bool:
    try:
        DRAWN.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _locale(environ: Mapping[str, str]) -> str:
    """What the locale says of the encoding: "utf-8", "other", or "" where it says nothing."""
    named = next(
        (environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), ""
    )
    _, point, encoding = named.partition(".")
    if not point:
        return ""
    plain = encoding.partition("@")[0].lower().replace("-", "")
    return "utf-8" if plain == "utf8" else "other"
