"""Makes readable plain text of what sources deliver: HTML, entities, mojibake, control characters.

The text that leaves here is what is stored, searched, marked and quoted: offsets count its code
points. So every step is settled before a mention is looked for, and cleaning a clean text changes
nothing. Most texts are clean, and a clean text costs a few microseconds.
"""

import html
import re
import unicodedata

from importers.markup import converted, tagless, without_known_tags

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE_SEQUENCE = re.compile(
    r"\x1b(?:\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|[\[(#%][0-?]*[ -/]*[@-~]|[@-Z\\^_])"
)
_WIDE = re.compile(r"(?<=\S) {2,}")
"""Blanks in a row within a line; those before it are the shape of a list."""
_BLANK_LINES = re.compile(r"\n{3,}")
_MOJIBAKE_SIGNS = "ÂÃÄÅâãïðÐÑËÊÎ√‚¬ΓГ╬"
"""Characters of which at least one stands in UTF-8 that was read as another encoding."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPECIAL = {"\t": " ", "\x0b": " ", "\x0c": " ", "\u2028": "\n", "\u2029": "\n", "\uf0b7": "•"}
_MOST_ROUNDS = 20


def plain_text(text: str) -> str:
    """`text` without entities, mojibake and invisible characters; line ends are LF.

    Paragraphs are kept as they are and none is invented: only trailing spaces and more than two
    line ends in a row go. Entities are decoded until none is left, since doubly escaped ones are
    common; those without a semicolon are left alone ("AT&T").
    """
    text = _readable(text)
    if " \n" in text:
        text = "\n".join([line.rstrip(" ") for line in text.split("\n")])
    if "  " in text:
        text = _WIDE.sub(" ", text)
    if "\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n", text)
    return text.strip()


def title_line(text: str) -> str:
    """`text` as a heading: plain, without tags, in one line with single spaces."""
    line = " ".join(_readable(text).split()) if text else ""
    for _ in range(_MOST_ROUNDS):
        if "<" not in line:
            break
        line, before = " ".join(without_known_tags(line).split()), line
        line = _readable(line)
        if line == before:
            break
    return line


def one_line(text: str) -> str:
    """A name or identifier without what cannot be shown, in one line; others stay to the letter."""
    return text if text.isprintable() else " ".join(_visible(text).split())


def quick_text(markup: str) -> str:
    """Two cheap renderings of HTML, a line each: tags left out, and tags turned into spaces.

    What `text_from_html` can show stands in at least one of them, so that a search for words in
    both may find too much but never too little, at a tenth of the cost. Empty where there is
    nothing to read.
    """
    one_line = markup.replace("\r", " ").replace("\n", " ")
    marked = _readable(tagless(one_line, "\n"))
    joined, spaced = marked.replace("\n", ""), marked.replace("\n", " ")
    return f"{_folded(joined)}\n{_folded(spaced)}" if spaced.strip() else ""


def text_from_html(markup: str) -> str:
    """The readable text of an HTML body; about 1 ms per kB.

    Paragraphs, lists and tables keep their shape; emphasis, headings, links and images leave only
    their words.
    """
    return plain_text(converted(markup))


def _readable(text: str) -> str:
    """`text` in characters that can be shown; over and over, as `&amp;#7;` hides another one."""
    for _ in range(_MOST_ROUNDS):
        before = text
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if "&" in text:
            text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        if not text.isascii():
            text = _mended(text)
        if not text.replace("\n", " ").isprintable():
            text = _visible(text)
        if text == before:
            break
    return text


def _folded(line: str) -> str:
    while "  " in line:
        line = line.replace("  ", " ")
    return line.strip()


def _mended(text: str) -> str:
    text = text.replace("\xa0", " ")
    if any(map(text.__contains__, _MOJIBAKE_SIGNS)):
        text = _without_mojibake(text)
    if any(map(text.__contains__, _LIGATURES)):
        for ligature, letters in _LIGATURES.items():
            text = text.replace(ligature, letters)
    return unicodedata.normalize("NFC", text)


def _without_mojibake(text: str) -> str:
    from ftfy import TextFixerConfig, fix_text

    only_encoding = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return fix_text(text, only_encoding)


def _visible(text: str) -> str:
    if "\x1b" in text:
        text = _ESCAPE_SEQUENCE.sub("", text)
    for character in set(text):
        if character != "\n" and not character.isprintable():
            text = text.replace(character, _instead_of(character))
    return text


def _instead_of(character: str) -> str:
    """What stands in for a character that cannot be printed, "" for most."""
    if character in _SPECIAL:
        return _SPECIAL[character]
    if "\x80" <= character <= "\x9f":  # CP1252 that was read as Latin-1
        return character.encode("latin-1").decode("cp1252", "ignore")
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return character if category == "Cn" else ""  # Cn: newer than this Python's Unicode
