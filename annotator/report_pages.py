"""The pages of the report screen, laid out for any size."""

from dataclasses import dataclass, field

from rich.cells import cell_len

from annotator.report_chart import Mark, chart
from annotator.report_pieces import Line, length, paragraph, spread
from annotator.report_sections import (
    case_fields,
    categories,
    events,
    origins,
    overview,
    places,
    quarters,
)
from annotator.report_sentences import extremes, focus_words, nothing
from annotator.wrapping import fit
from db.report_records import Report

OVERVIEW, CATEGORIES, ORIGINS, QUARTERS, EVENTS, PLACES = range(6)
TEXT_WIDTH = 100
"""Tables of text are set no wider."""
WIDE = 120
"""From this many columns on, the table of quarters stands beside its chart."""
_CHART_ROWS = (6, 16)
"""The least rows that a chart above its table is worth, and the most it takes."""

_SIDE_ROWS = 26
"""The most it takes beside it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what stays, and below it what scrolls; or beside it, where `side` is there."""

    body: list[Line]
    fixed: list[Line] = field(default_factory=list)
    side: list[Line] = field(default_factory=list)
    side_width: int = 0

    def room(self, height: int) -> int:
        """How many rows of the body are seen at once."""
        return max(0, height - len(self.fixed))

    def rows(self, top: int, height: int) -> list[Line]:
        """What is seen, with the body scrolled down by `top` rows."""
        lines = [*self.fixed, *self.body[top : top + self.room(height)]]
        if not self.side:
            return lines
        lines += [[]] * (height - len(lines))
        return [
            [*left, (" " * (self.side_width - length(left)), ""), *right]
            for left, right in zip(self._left(height), lines, strict=True)
        ]

    def _left(self, height: int) -> list[Line]:
        return [*self.side, *[[]] * height][:height]


def page(report: Report, number: int, width: int, height: int, *, study: str = "STUDY") -> Page:
    """One page of the report for that many columns and rows."""
    sentence = nothing(report, study=study)
    missing = paragraph(sentence, min(width, 92)) if sentence else []
    text_width = min(width, TEXT_WIDTH)
    if number == OVERVIEW:
        lines = overview(report, text_width)
        return Page([*missing, [], *lines] if missing else lines)
    if missing:
        return Page([[], *missing])
    if number == QUARTERS:
        return _quarters(report, width, height)
    parts = {CATEGORIES: categories, ORIGINS: origins, EVENTS: events, PLACES: places}
    lines = parts[number](report, text_width)
    return Page(lines or [[], [(" The codebook asks nothing more of a case.", "")]])


def _quarters(report: Report, width: int, height: int) -> Page:
    counts = [(one.quarter, one.focus) for one in report.quarters]
    marks = [Mark(event.name, event.date) for event in report.events]
    table = quarters(report, width, bars=False)
    table_width = max(length(line) for line in table)
    title: Line = [(f" {fit(_title(report), width - 12)} a quarter", "dim")]
    if width >= WIDE and width - table_width >= len(counts) + 12:
        left = width - table_width - 3
        side = [title, *chart(counts, marks, left, min(_SIDE_ROWS, max(1, height - 1)))]
        return Page(table[1:], table[:1], side, left + 3)
    least, most = _CHART_ROWS
    rows = min(most, (height - 1) // 2)
    if rows < least:
        table = quarters(report, width)
        return Page(table[1:], table[:1])
    drawn = [title, *chart(counts, marks, width, rows), []]
    return Page(table[1:], [*drawn, *table[:1]])


def _title(report: Report) -> str:
    focus = report.heading.focus
    return f"Cases in focus ({focus})" if focus else "Cases"


def header(report: Report, number: int, width: int) -> Line:
    """Study, page and tallies."""
    heading = report.heading
    stages = [stage for stage in report.funnel if stage.name != "collected"]
    if not heading.focus:
        stages = stages[:2]
    right = "  ".join(f"{stage.count:,} {stage.name}" for stage in stages) + " "
    where = f" · report: {names(report)[number].lower()}"
    title = fit(heading.title, max(8, width - len(where) - len(right) - 3))
    return spread([(f" {title}", "strong"), (where, "dim")], [(right, "")], width)


def names(report: Report) -> list[str]:
    """The names of the pages; the one of fields is named after the field if there is one."""
    fields = case_fields(report)
    origin = fit(fields[0].label, 14) if len(fields) == 1 else "Fields"
    return ["Overview", "Categories", origin, "Quarters", "Events", "Places"]


def tabs(report: Report, number: int, width: int) -> Line:
    """The pages by their keys, the one on show marked by brackets as well as by style."""
    titles = names(report)
    if 4 * len(titles) + sum(map(cell_len, titles)) > width:  # too narrow for all of them
        room = max(3, (width - 4 * len(titles) - cell_len(titles[number])) // (len(titles) - 1))
        titles = [
            title if place == number else fit(title, room) for place, title in enumerate(titles)
        ]
    pieces: list[tuple[str, str]] = []
    for place, title in enumerate(titles):
        shown = place == number
        pieces += [
            ("[" if shown else " ", "mark"),
            (str(place + 1), "key"),
            (f" {title}", "strong" if shown else "dim"),
            ("]" if shown else " ", "mark"),
        ]
    return pieces


def status(report: Report, number: int, page_: Page, top: int, height: int, width: int) -> Line:
    """What the page shows in a sentence, and how much of it is below."""
    below = len(page_.body) - top - page_.room(height)
    right = f"↓ {below} more " if below > 0 else " " * 10
    said = extremes(report) if number == QUARTERS else _progress(report)
    return spread([(f" {fit(said, width - 14)}", "accent")], [(right, "dim")], width)


def _progress(report: Report) -> str:
    where = report.progress
    done = where.releases - where.uncoded
    count = report.stage("focus").count
    words = f"{done:,} of {where.releases:,} releases read"
    return f"{words} · {focus_words(report)}" if count else words
