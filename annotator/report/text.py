"""The whole report as plain text of at most 80 columns, to read or to paste into notes."""

from annotator.report.overview import overview
from annotator.report.pieces import Line, paragraph, plain
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
from annotator.report.sentences import extremes, nothing, span
from annotator.wrapping import fit
from db.report.records import Report

WIDTH = 80


def report_text(report: Report, *, study: str = "STUDY") -> str:
    """Every part of the report, one under the other.

    Args:
        study: the file, as the sentences about what to do next name it.
    """
    heading = report.heading
    lines: list[Line] = [
        [(f" {fit(heading.title, WIDTH - 2)}", "")],
        [(f" {fit(f'{span(report)} · coded by {heading.coder}, pass {heading.number}', 78)}", "")],
        [(f" codebook {heading.codebook[:12]}", "")],
    ]
    if heading.filtered:
        lines += paragraph(f"only: {heading.filtered}", WIDTH)
    lines += _section("Overview", overview(report, WIDTH))
    if missing := nothing(report, study=study):
        lines += [[], *paragraph(missing, WIDTH)]
        return plain(lines) + "\n"
    if report.categories:
        lines += _section("Categories", categories(report, WIDTH))
    if case_fields(report):
        lines += _section("Fields of cases", origins(report, WIDTH))
    words = extremes(report)
    note = paragraph(f"{words}.", WIDTH) if words else []
    note += rate_note(report, (), WIDTH)
    lines += _section("Quarters, by the date of the lead release", quarters(report, WIDTH), note)
    lines += _section("Years", trends(report, WIDTH))
    if report.events:
        lines += _section("Events", events(report, WIDTH))
    lines += _section("Places, by the state in which the case lies", places(report, WIDTH))
    return plain(lines) + "\n"


def _section(title: str, *parts: list[Line]) -> list[Line]:
    lines: list[Line] = [[], [(f" {title}", "")], [(f" {'─' * len(title)}", "")]]
    return [*lines, *(line for part in parts for line in part)]
