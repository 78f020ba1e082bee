"""Which keys a page of the report names at its foot: only those that do something there."""

from annotator.report.pages import EVENTS, QUARTERS, TABLE, Page
from annotator.report.pieces import NumberedLine
from annotator.report.sentences import nothing
from db.report import CHOSEN
from db.report.records import Report

_MOST = 5


def offered(report: Report, number: int, page: Page, *, rates: bool) -> list[str]:
    """Names of commands, without their screen; those of the page first.

    Args:
        rates: whether there is something to divide by.
    """
    own: list[str] = []
    if nothing(report):
        own = []
    elif number == QUARTERS:
        own = ["choose", "stack", *(["denominator"] if rates else [])]
    elif number == TABLE:
        own = ["choose", "rows", "pivot", "shares"]
    elif number == EVENTS:
        typed = any(event.name == CHOSEN for event in report.events)
        own = ["day", *(["forget"] if typed else [])]
    opened = any(isinstance(line, NumberedLine) for line in page.body)
    return [*own, *(["open"] if opened else []), "filter", "close"][:_MOST]
