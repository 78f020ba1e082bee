"""HTML as sources deliver it: recognised, rid of what nobody reads, turned into text."""

import html
import re
from collections.abc import Iterator

_INLINE_TAGS = (
    "a|abbr|acronym|b|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|"
    "sup|tt|u|o:p"
)
_BLOCK_TAGS = (
    "address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figure|footer|form|"
    "h[1-6]|head|header|hr|html|iframe|img|li|link|main|meta|nav|ol|p|pre|script|section|style|"
    "table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_INLINE = re.compile(rf"</?(?:{_INLINE_TAGS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{_BLOCK_TAGS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_KNOWN = re.compile(f"{_INLINE.pattern}|{_BLOCK.pattern}|<!--", re.IGNORECASE)
_TAG = re.compile(r"""<(?:/?[A-Za-z][\w:-]*+(?=[\s/>])|\?)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
"""Any tag; one with a quotation mark too many counts as text."""
_STRAY_ANGLE = re.compile(rf"<(?!{_TAG.pattern[1:]})")
_STRAY_AMPERSAND = re.compile(
    r"&(?!#\d+;|#[xX][\dA-Fa-f]+;|[A-Za-z]\w*;|(?:amp|copy|gt|lt|nbsp|quot|reg)\b)"
)

_UNSHOWN = re.compile(r"<(head|script|style)(?=[\s/>])[^<>]*>|<!--", re.IGNORECASE)
_REMAINS = re.compile(r"</?(?:head|script|style)(?=[\s/>])[^<>]*>|<!(?!--)[^<>]*>|<!-*", re.I)
"""Halves of what is not shown, and declarations: conditions by Word, CDATA."""

_RENAMED = {
    "p": re.compile(r"(</?)h[1-6](?=[\s/>])", re.IGNORECASE),
    "div": re.compile(r"(</?)(?:blockquote|pre)(?=[\s/>])", re.IGNORECASE),
    "span": re.compile(r"(</?)(?:code|tt|kbd|s|strike|del|abbr|acronym)(?=[\s/>])", re.IGNORECASE),
}
"""Plain stand-ins for tags to which html2text would add signs: `##`, `>`, backquotes, `~~`."""

_SPACES = re.compile(r"\s{2,}")
_TABLE_RULE = re.compile(r"(?<=\S) *\n---(?:\|---)* *(?=\n)")
_BACKSLASH = "\ue05c"
"""Stands for the source's own backslashes, while all others are html2text's."""


def is_html(text: str) -> bool:
    """Whether `text` is marked up, as opposed to prose that happens to contain `<` or `&amp;`."""
    return "<" in text and _KNOWN.search(text) is not None


def unwrapped_html(text: str) -> str | None:
    """The markup in `text`: itself where it is HTML, unescaped where it came escaped, or None.

    Some tables hold `&lt;p&gt;…&lt;/p&gt;`; only block tags are believed there.
    """
    if is_html(text):
        return text
    if "&lt;" in text:
        unescaped = html.unescape(text)
        if _BLOCK.search(unescaped):
            return unescaped
    return None


def without_known_tags(line: str) -> str:
    """`line` without HTML tags; where a tag would break the line there is a space."""
    return _INLINE.sub("", _BLOCK.sub(" ", line))


def shown(markup: str) -> str:
    """`markup` without comments, scripts, styles, head and declarations.

    Of those that are opened and never closed, or closed and never opened, only the tag itself
    goes: both Python's parser and html2text would lose the rest of the release.
    """
    if "<!" in markup or _UNSHOWN.search(markup) or _REMAINS.search(markup):
        return _REMAINS.sub("", "".join(_pieces(markup)))
    return markup


def tagless(markup: str, between: str) -> str:
    """What is shown of `markup`, with `between` in place of each tag and entities decoded."""
    return html.unescape(_sound(_TAG.sub(between, shown(markup))))


def converted(markup: str) -> str:
    """The text of `markup` by html2text, with Markdown's own signs left out or taken back."""
    markup = _sound(_SPACES.sub(" ", shown(markup))).replace("\\", _BACKSLASH)
    for plain, tags in _RENAMED.items():
        markup = tags.sub(rf"\g<1>{plain}", markup)
    text = _TABLE_RULE.sub("", _by_html2text(markup))
    return text.replace("\\", "").replace(_BACKSLASH, "\\")


def _pieces(markup: str) -> Iterator[str]:
    """The stretches between comments, scripts, styles and heads."""
    lower = markup.lower() if len(markup.lower()) == len(markup) else markup
    at, never_closed = 0, set[str]()
    while opening := _UNSHOWN.search(markup, at):
        end = f"</{opening[1].lower()}" if opening[1] else "-->"
        close = -1 if end in never_closed else lower.find(end, opening.end())
        if close < 0:
            never_closed.add(end)
            yield markup[at : opening.end()]
            at = opening.end()
            continue
        yield markup[at : opening.start()]
        at = close + len(end) if end == "-->" else markup.find(">", close) + 1 or len(markup)
    yield markup[at:]


def _sound(markup: str) -> str:
    """`markup` with `<` and `&` escaped where they start neither a tag nor a reference.

    Python's parser would give up on all that follows some of them, and html2text makes "AT&T;" of
    "AT&T".
    """
    if "&" in markup:
        markup = _STRAY_AMPERSAND.sub("&amp;", markup)
    return _STRAY_ANGLE.sub("&lt;", markup)


def _by_html2text(markup: str) -> str:
    """A new converter each time: an unclosed tag of one page would change the next."""
    from html2text import HTML2Text

    converter = HTML2Text(bodywidth=0)
    converter.ignore_links = True
    converter.ignore_images = True
    converter.ignore_emphasis = True
    converter.unicode_snob = True
    converter.ul_item_mark = "-"
    return converter.handle(markup)
