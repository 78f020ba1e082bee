"""The pages of the report screen, laid out for any size."""

from dataclasses import dataclass, field

from rich.cells import cell_len

from annotator.report.chart import Mark, chart
from annotator.report.drawn import title_lines, what_is_drawn
from annotator.report.map import map_lines
from annotator.report.overview import overview
from annotator.report.pieces import Line, NumberedLine, fit_whole, length, paragraph, spread
from annotator.report.rating import rate_note
from annotator.report.sections import (
    case_fields,
    categories,
    events,
    origins,
    places,
    quarters,
    trends,
)
from annotator.report.sentences import extremes, focus_words, nothing
from annotator.report.stack import legend
from annotator.report.table import crosstab_lines
from annotator.wrapping import fit
from db.report.crosstab import Crosstab
from db.report.records import Report, Stage

OVERVIEW, CATEGORIES, ORIGINS, QUARTERS, TABLE, EVENTS, PLACES = range(7)
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
    further: int = 0
    """Columns to the right that find no room."""

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


@dataclass(frozen=True, slots=True)
class View:
    """What a reader chose to see on the pages that offer a choice."""

    measure: int = 0
    """Which of `drawn.measures` the chart of quarters draws."""
    stack: int = 0
    """Which of `stackings` its bars show, from 1; 0: none."""
    quarter: int = 0
    """Number of the quarter at hand."""
    crossed: Crosstab | None = None
    """What the page of tables shows."""
    shares: int = 0
    shift: int = 0
    """How many columns of the table are left out on the left."""


def page(
    report: Report,
    number: int,
    width: int,
    height: int,
    *,
    study: str = "STUDY",
    coding: bool = False,
    view: View = View(),
) -> Page:
    """One page of the report for that many columns and rows; see `nothing` for `coding`."""
    sentence = nothing(report, study=study, coding=coding)
    missing = paragraph(sentence, min(width, 92)) if sentence else []
    text_width = min(width, TEXT_WIDTH)
    if number == OVERVIEW:
        lines = overview(report, text_width)
        return Page([*missing, [], *lines] if missing else lines)
    if missing:
        return Page([[], *missing])
    if number == QUARTERS:
        return _quarters(report, width, height, view)
    if number == TABLE and view.crossed:
        lines, further = crosstab_lines(
            view.crossed, dimension_labels(report), view.shares, width, shift=view.shift
        )
        return Page(lines, further=further)
    if number == PLACES:
        drawn = map_lines(report, width)
        return Page([*drawn, [], *places(report, text_width)])
    parts = {CATEGORIES: categories, ORIGINS: origins, EVENTS: events, TABLE: categories}
    lines = parts[number](report, text_width)
    return Page(lines or [[], [(" The codebook asks nothing more of a case.", "")]])


def _quarters(report: Report, width: int, height: int, view: View) -> Page:
    drawn = what_is_drawn(report, view.measure, view.stack)
    marks = [Mark(event.name, event.date) for event in report.events]
    years = [[], [(" By year", "strong")], *trends(report, width)]
    beside = max(60, width - 2 * len(drawn.counts) - 10) if width >= WIDE else width
    table: list[Line] = quarters(report, beside, bars=False, drawn=drawn.of)
    table_width = max(length(line) for line in (*table, *years))
    below = [*rate_note(report, drawn.of, table_width), *years]
    table += below
    at = min(view.quarter, len(drawn.counts) - 1)

    def bars(room: int, rows: int) -> list[Line]:
        note = [legend(drawn.parts, room)] if drawn.parts else []
        title = title_lines(drawn, room, at)
        used = len(note) + len(title)
        figure = chart(
            drawn.counts,
            marks,
            room,
            rows - used,
            at=at,
            parts=drawn.parts,
            decimals=drawn.decimals,
            unknown=drawn.unknown,
        )
        return [*title, *figure, *note]

    if width >= WIDE and width - table_width >= len(drawn.counts) + 12:
        left = width - table_width - 3
        side = bars(left, min(_SIDE_ROWS, max(3, height)))
        return Page(table[1:], table[:1], side, left + 3)
    least, most = _CHART_ROWS
    rows = min(most, height - 9)
    if rows < least:
        table = [*quarters(report, width, drawn=drawn.of), *below]
        return Page(table[1:], table[:1])
    return Page(table[1:], [*bars(width, rows + 1), [], *table[:1]])


def dimension_labels(report: Report) -> dict[str, str]:
    """The labels of what the page of tables crosses."""
    counted = ([report.categories] if report.categories else []) + list(report.fields)
    return {one.name: one.label for one in counted} | {"quarter": "Quarter", "year": "Year"}


def _counted(stage: Stage) -> str:
    """A stage with its count: "1 case", "638 used"."""
    name = "case" if stage.name == "cases" and stage.count == 1 else stage.name
    return f"{stage.count:,} {name}"


def header(report: Report, number: int, width: int) -> Line:
    """Study, page and tallies."""
    heading = report.heading
    stages = [stage for stage in report.funnel if stage.name != "collected"]
    if not heading.focus:
        stages = stages[:2]
    if heading.filtered and width < WIDE:  # the filter is what must be read
        stages = stages[-1:]
    right = "  ".join(_counted(stage) for stage in stages) + " "
    where = f" · report: {names(report)[number].lower()}"
    if heading.filtered:
        room = width - len(where) - len(right) - 12
        where += fit(f" · only {heading.filtered}", max(12, room))
    title = fit(heading.title, max(8, width - len(where) - len(right) - 3))
    return spread([(f" {title}", "strong"), (where, "dim")], [(right, "")], width)


def names(report: Report) -> list[str]:
    """The names of the pages; the one of fields is named after the field if there is one."""
    fields = case_fields(report)
    origin = fit(fields[0].label, 14) if len(fields) == 1 else "Fields"
    return ["Overview", "Categories", origin, "Quarters", "Table", "Events", "Map"]


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


def marked(line: NumberedLine, column: int) -> Line:
    """The row under the cursor, with an arrow in a blank, so that it is seen without colour."""
    place = line.places[column] if line.places else 0
    text, style = line[place]
    if text[:1] != " ":
        return line
    return [*line[:place], ("▸", "mark"), (text[1:], style or "strong"), *line[place + 1 :]]


def status(
    report: Report,
    number: int,
    page_: Page,
    top: int,
    height: int,
    width: int,
    opened: str = "",
) -> Line:
    """What the page shows in a sentence, and how much of it is below."""
    below = len(page_.body) - top - page_.room(height)
    right = f"↓ {below} more " if below > 0 else " " * 10
    said = extremes(report) if number == QUARTERS else _progress(report)
    words = f"{opened} · {said}" if opened else said
    return spread([(f" {fit_whole(words, width - 14)}", "accent")], [(right, "dim")], width)


def _progress(report: Report) -> str:
    where = report.progress
    done = where.releases - where.uncoded
    count = report.stage("focus").count
    words = f"{done:,} of {where.releases:,} releases read"
    return f"{words} · {focus_words(report)}" if count else words
