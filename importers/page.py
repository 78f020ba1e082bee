"""A saved web page of a release, in the Justice Department's two markups, into a record."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from importers.refusals import refusal

Record = dict[str, object]

_NUMBER = re.compile(r"Press Release Number:?\s*([\w]+(?:\s*[-–]\s*\w+)?)")
_LISTINGS = ".views-row, article.news-content-listing"
_MANY = 5


def record_of(markup: str) -> Record | str:
    """The record that a page holds, by our columns' usual names, or why it holds none."""
    tree = LexborHTMLParser(markup)
    record = _drupal_7(tree) or _since_2023(tree)
    if record is None:
        return _shortcoming(tree, markup)
    return record | {"url": _address(tree)}


def _drupal_7(tree: LexborHTMLParser) -> Record | None:
    """Pages up to 2022."""
    body = _first(tree, ".field--name-field-pr-body .field__item, .field--name-field-pr-body")
    if body is None:
        return None
    return {
        "title": _text(tree, "#node-title") or _content(tree, '[property="dc:title"]'),
        "subtitle": _text(tree, "#node-subtitle, .field--name-field-pr-subtitle"),
        "date": _content(tree, '[property="dc:date"]') or _text(tree, ".field--name-field-pr-date"),
        "body": _inside(body),
        "components": _texts(tree, ".field--name-field-pr-component .field__item"),
        "topics": _texts(tree, ".field--name-field-pr-topic .field__item"),
        "number": _text(tree, ".field--name-field-pr-number .field__item"),
    }


def _since_2023(tree: LexborHTMLParser) -> Record | None:
    body = _first(tree, ".node-body .field_body, .node-body")
    if body is None:
        return None
    time = _first(tree, ".node-date time[datetime]")
    number = _NUMBER.search(_text(tree, ".node-press-release"))
    return {
        "title": _text(tree, "h1.page-title"),
        "subtitle": _text(tree, ".node-subtitle .field_subtitle, .node-subtitle"),
        "date": (time and time.attributes.get("datetime")) or _text(tree, ".node-date"),
        "body": _inside(body),
        "components": _texts(tree, ".node-component .field__item"),
        "topics": _texts(tree, ".node-topics .field__item"),
        "number": number[1] if number else None,
    }


def _address(tree: LexborHTMLParser) -> str:
    canonical = _first(tree, 'link[rel="canonical"]')
    href = canonical.attributes.get("href") if canonical else None
    return href or _content(tree, 'meta[property="og:url"]')


def _shortcoming(tree: LexborHTMLParser, markup: str) -> str:
    title = _text(tree, "title")[:100]
    if reason := refusal(title, markup):
        return reason
    listed = len(tree.css(_LISTINGS))
    if listed >= _MANY:
        return f"not a release but a list of {listed}: {title}"
    return f"not a release page (no body of a release in it): {title or 'without a title'}"


def _first(tree: LexborHTMLParser, selector: str) -> LexborNode | None:
    """The first match of the first of the alternatives that matches at all."""
    for alternative in selector.split(", "):
        if node := tree.css_first(alternative):
            return node
    return None


def _text(tree: LexborHTMLParser, selector: str) -> str:
    node = _first(tree, selector)
    return " ".join(node.text(separator=" ").split()) if node else ""


def _texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def _content(tree: LexborHTMLParser, selector: str) -> str:
    node = _first(tree, selector)
    return (node.attributes.get("content") or "") if node else ""


def _inside(node: LexborNode) -> str:
    return node.inner_html or ""
