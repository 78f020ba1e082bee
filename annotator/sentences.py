"""Sentences of a release, as offsets: for evidence and for the view of mentions only."""

import re

_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])"
    r"|(?<=\w\w)[.!?…]+[\"'”’)\]]*(?=[“‘(\[]*[A-Z](?!\.))"  # the blank was lost
    r"|\n\s*\n|\n(?=\s*[-•*])"
)
_ABBREVIATIONS = frozenset(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb
    nev okla ore pa tenn tex va vt wash wis wyo
    jan feb mar apr jun jul aug sept sep oct nov dec
    mr mrs ms dr jr sr st ste hon gov sen rep lt col gen sgt capt cpl det prof rev pres supt
    no nos vs v al etc inc corp co ltd llc bros dept dist div ave blvd rd hwy ft mt art sec secs
    para fig ch cf e.g i.e a.k.a approx est ext tel
    """.split()
)
"""Words whose full stop ends no sentence where a number or capital follows."""
_REACH = 100
"""How far around a full stop an address is looked for, in characters."""
_LAST_WORD = re.compile(r"([\w.]+)\.$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_ADDRESS = re.compile(r"\S*(?:@|www\.|://)\S*")
"""What has full stops before capitals and is no sentence: www.StopFraud.gov."""


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence around a position, without the blanks around it."""
    start, end = 0, len(text)
    for match in _END.finditer(text):
        if not _ends_sentence(text, match):
            continue
        if match.end() <= position:
            start = match.end()
        else:
            end = match.start() if text[match.start()] == "\n" else match.end()
            break
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences(text: str) -> list[tuple[int, int]]:
    """All sentences, in order."""
    found, start = [], 0
    for match in _END.finditer(text):
        if _ends_sentence(text, match):
            end = match.start() if text[match.start()] == "\n" else match.end()
            found.append((start, end))
            start = match.end()
    found.append((start, len(text)))
    return [span for span in (_trimmed(text, *span) for span in found) if span[0] < span[1]]


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    mark, start, end = match.group()[0], match.start(), match.end()
    if mark != "\n" and not text[end].isspace() and _in_address(text, start):
        return False
    if mark != ".":
        return True
    word = _LAST_WORD.search(text, max(0, start - 20), start + 1)
    if word is None:
        return True
    last = word[1].rpartition("\n")[2]
    return last.lower() not in _ABBREVIATIONS and not _INITIALS.fullmatch(last)


def _in_address(text: str, position: int) -> bool:
    """Whether what stands there between two blanks is an address of a page or of a person."""
    before = text[max(0, position - _REACH) : position].split()
    after = text[position : position + _REACH].split()
    return bool(_ADDRESS.fullmatch((before[-1] if before else "") + after[0]))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
