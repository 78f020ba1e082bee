"""Keeps a spreadsheet from taking text for a formula, and takes the mark off again.

A cell is marked by one apostrophe in front where it begins, after any apostrophes and white space,
like a formula. Reading takes one apostrophe off a cell that is so marked, so whatever was written
comes back: a text that had the apostrophe of its own has two in the file.
"""

import re

_SPACE = "[\\s\u200b\ufeff]"  # some spreadsheets strip it before they look
_FORMULA = re.compile(
    f"'*(?:{_SPACE}*[=+\\-@＝＋－＠]|[\t\r\n])"  # full-width signs count where such are typed
)


def defused(text: str) -> str:
    """The text, marked if a spreadsheet could take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """The text that was marked; any other as it is."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
