"""The parts of the report as lines, for any width from 60 columns on."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from rich.cells import cell_len

from annotator.report.fields import BAR, field_lines, frame
from annotator.report.pieces import GAP, Cells, Line, bar, number, paragraph, table
from annotator.report.rating import decimals, rated, rates_of
from annotator.report.sentences import (
    CAUTION,
    CAUTION_FEW,
    FEW,
    event_sentences,
    moved_words,
    placing_words,
)
from annotator.wrapping import fit
from db.report.cells import CaseCell
from db.report.kinds import CASES, FOCUS, TRACK, USED, Of
from db.report.records import EventCount, FieldCount, QuarterCount, Report


def categories(report: Report, width: int) -> list[Line]:
    """The leading field, then the other fields of examples."""
    lines: list[Line] = []
    fields = [field for field in report.fields if field.per == "example"]
    shared = frame([*([report.categories] if report.categories else []), *fields], width)
    if report.categories:
        lines += field_lines(report.categories, "", width, shared)
    for field in fields:
        lines += [[], *field_lines(field, _in_focus(report), width, shared)]
    return lines


def origins(report: Report, width: int) -> list[Line]:
    """The other fields of cases, with their groups."""
    lines: list[Line] = []
    shared = frame(case_fields(report), width)
    for field in case_fields(report):
        lines += [*([[]] if lines else []), *field_lines(field, _in_focus(report), width, shared)]
    return lines


def case_fields(report: Report) -> list[FieldCount]:
    """The fields that `origins` shows."""
    return [field for field in report.fields if field.per == "case"]


def quarters(
    report: Report, width: int, *, bars: bool = True, drawn: Sequence[tuple[str, Of]] = ()
) -> list[Line]:
    """Every quarter with its counts, and a bar of the cases looked into.

    Where it is too narrow for all columns, shares, examples and others are left out.

    Args:
        drawn: names and measures of what a chart beside it shows: they are in the table too, and
            the first numbers to be opened.
    """
    columns = _quarter_columns(report, drawn)
    spares = ["Focus in cases", "Examples"]  # the least wanted first
    if drawn:
        spares += ["Used", "Cases", *reversed([_heading(name) for name, _ in drawn[1:]])]
    for spare in spares:
        if sum(len(name) + GAP for name in columns) + 1 > width:
            columns.pop(spare, None)
    headings = list(columns)
    most = max((one.focus for one in report.quarters), default=0)
    room = min(BAR, width - sum(len(name) + GAP for name in headings) - GAP - 1) if bars else 0
    rows = [
        [*(cell(one) for cell in columns.values()), bar(one.focus, most, room)]
        for one in report.quarters
    ]
    cells = [_quarter_cells(one, report, drawn) for one in report.quarters]
    return table([*headings, ""], rows, width, left=(0, len(headings)), cells=cells)


def _quarter_cells(
    one: QuarterCount, report: Report, drawn: Sequence[tuple[str, Of]] = ()
) -> Cells:
    """The numbers of a quarter that can be opened: what is drawn, then what is looked into."""
    counts = [("cases", CASES, one.cases), ("used", USED, one.used)]
    if report.heading.focus:
        counts.insert(0, ("focus", FOCUS, one.focus))
    if report.heading.track:
        counts.append((report.heading.track.lower(), TRACK, one.track or 0))
    if len(drawn) > 1:  # each part by its own name
        named = {of: name for name, of in drawn}
        counts = [(named.get(of, name), of, count) for name, of, count in counts]
    known = {of for _, of, _ in counts}
    counts += [
        (name, of, report.numbers[one.quarter].get(of, 0)) for name, of in drawn if of not in known
    ]
    first = [of for _, of in drawn]
    counts.sort(key=lambda count: first.index(count[1]) if count[1] in first else len(first))
    return [
        (f"{one.quarter} {name}", CaseCell(of, quarter=one.quarter))
        for name, of, count in counts
        if count
    ]


def _quarter_columns(
    report: Report, drawn: Sequence[tuple[str, Of]] = ()
) -> dict[str, Callable[[QuarterCount], str]]:
    """Headings of the columns, and how their cells are written."""
    columns: dict[str, Callable[[QuarterCount], str]] = {
        "Quarter": lambda one: one.quarter,
        "Cases": lambda one: number(one.cases),
        "Used": lambda one: number(one.used),
    }
    for name, of in drawn:
        if of not in (CASES, USED, FOCUS, TRACK):
            columns[_heading(name)] = partial(_of_quarter, report, of)
    if report.heading.focus:
        columns["Focus"] = lambda one: number(one.focus)
        columns["Examples"] = lambda one: number(one.examples)
    if report.heading.track:
        name = report.heading.track if len(report.heading.track) <= 14 else "Tracked"
        columns[name] = lambda one: number(one.track)
    if report.heading.focus:
        columns["Focus in cases"] = lambda one: (
            f"{100 * one.focus / one.cases:.0f} %" if one.focus else "·"
        )
    if denominator := report.denominator:
        rates = rates_of(report, denominator, rated(drawn)[1])
        places_ = decimals(rates.values())
        written = {
            quarter: "" if rate is None else f"{rate:,.{places_}f}" if rate else "·"
            for quarter, rate in rates.items()
        }
        heading = "Rate".rjust(max(map(len, written.values()), default=0))
        columns[heading] = lambda one: written[one.quarter]
    return columns


def _heading(name: str) -> str:
    """The heading of the column of what is drawn."""
    return fit(name.rpartition(": ")[2].removesuffix(" (group)"), 14)


def _of_quarter(report: Report, of: Of, one: QuarterCount) -> str:
    return number(report.numbers[one.quarter].get(of, 0))


def trends(report: Report, width: int) -> list[Line]:
    """Each year: cases in focus, change on the year before, highest and lowest quarter."""
    focus = {one.quarter: one.focus for one in report.quarters}
    rows = [
        (
            one.year if one.whole else f"{one.year} in part",
            number(one.focus),
            "" if one.change is None else f"{100 * one.change:+.0f} %".replace("-", "−"),
            f"{one.highest[5:]} ({focus[one.highest]:,})",
            f"{one.lowest[5:]} ({focus[one.lowest]:,})",
        )
        for one in report.years
    ]
    what = "Focus" if report.heading.focus else "Cases"
    return table(("Year", what, "Change", "Highest", "Lowest"), rows, width)


def events(report: Report, width: int) -> list[Line]:
    """Each event: the counts on both sides, what they say, and what they do not."""
    if not report.events:
        return paragraph(
            "The codebook names no event. One is added to it as [[report.event]] with a name and a"
            " date; the report then compares the quarters before and after.",
            min(width, 92),
        )
    width = min(width, 92)
    lines: list[Line] = []
    for event in report.events:
        lines.append([(f" {event.name}", "strong"), (f" · {event.date}", "dim")])
        sides = (("before", event.before), ("after", event.after))
        rows = [
            (name, number(side.quarters), number(side.cases), _mean(side.mean))
            for name, side in sides
        ]
        cells = [_side_cells(event, name, report) for name, _ in sides]
        lines += table(("", "Quarters", "Cases", "Cases a quarter"), rows, width, cells=cells)
        for sentence in event_sentences(event, report):
            lines += paragraph(sentence, width)
        if words := moved_words(event):
            lines += paragraph(words, width)
        if event.p is not None and event.before.cases + event.after.cases < FEW:
            lines += paragraph(CAUTION_FEW, width)
        lines.append([])
    return [*lines, *paragraph(CAUTION, width, "dim")]


def _side_cells(event: EventCount, side: str, report: Report) -> Cells:
    """The cases before or after an event; also where there is none, so that the row is reached."""
    quarters_ = [one.quarter for one in report.quarters]
    split = event.before.quarters
    among = tuple(quarters_[:split] if side == "before" else quarters_[split:])
    of = TRACK if event.measure == "track" else FOCUS
    name = f"{side} {event.name}, {event.date}"
    return [(name, CaseCell(of, among=among))] if among else []


def numbered_events(report: Report) -> list[EventCount]:
    """The event of each row of numbers that `events` makes."""
    return [
        event for event in report.events for side in (event.before, event.after) if side.quarters
    ]


def places(report: Report, width: int) -> list[Line]:
    """Cases by the state in which they lie, with the places that most of them name."""
    focus = report.heading.focus
    towns = report.placing.towns if report.placing else {}
    headings = ["State", *(["Focus"] if focus else []), "Cases", "", "Most named"]
    most = max((place.focus for place in report.places), default=0)
    room = max(0, min(BAR, width - 60))
    rows = []
    for place in report.places:
        counts = [number(place.focus)] if focus else []
        name = place.state or "not told"
        named = _towns(towns.get(place.state or "", {}), width - room - 32)
        drawn = bar(place.focus, most, room)
        rows.append([name, *counts, number(place.cases), drawn, named])
    cells = [
        [
            (f"{place.state or 'not told'} {name}", CaseCell(of, state=place.state or ""))
            for name, of, count in (("focus", FOCUS, place.focus), ("cases", CASES, place.cases))
            if count
        ]
        for place in report.places
    ]
    last = len(headings) - 1
    lines = table(headings, rows, width, left=(0, last - 1, last), cells=cells)
    if report.placing:
        lines += [[], *paragraph(placing_words(report.placing), min(width, 92), "dim")]
    return lines


def _towns(towns: Mapping[str, int], room: int) -> str:
    """The places of a state with their cases, most first, as many as find room."""
    words = ""
    for name, count in sorted(towns.items(), key=lambda item: (-item[1], item[0])):
        more = f"{', ' if words else ''}{name}{f' {count:,}' if count > 1 else ''}"
        if cell_len(words + more) > room:
            break
        words += more
    return words


def _in_focus(report: Report) -> str:
    return " in focus" if report.heading.focus else ""


def _mean(mean: float | None) -> str:
    return "" if mean is None else f"{mean:.2f}" if mean else "·"
