"""Words that came from outside, on their way to the terminal."""

import re

import click

_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # control characters, that of escape sequences among them
    r"\u2028\u2029"  # ends of lines and paragraphs
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # signs that turn the line
    r"\u200b\u2060\ufeff"  # blanks of no width
    r"\ud800-\udfff"  # halves of signs, as in the name of a file that is not UTF-8
    r"\U000e0000-\U000e007f]"  # tags, which nobody sees
)


def harmless(text: str) -> str:
    """The text with whatever could move the cursor, ring, turn the line or hide shown as "·"."""
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub("·", text)


def say(line: str, *, err: bool = False) -> None:
    """Print a line with words from outside in it, so that they can do no harm."""
    click.echo(harmless(line), err=err)


def say_lines(text: str, *, err: bool = False) -> None:
    """Print a text of several lines in the same way."""
    for line in text.split("\n"):
        say(line, err=err)
