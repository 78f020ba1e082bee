"""The report: every count of a reading, made once and shown by screen, text, JSON and exports."""

from collections.abc import Mapping, Sequence
from datetime import date

from db.codebook import Codebook, Event, Field
from db.readings import Reading
from db.report.as_json import to_json
from db.report.cases import Cases
from db.report.counts import Counts
from db.report.events import compare
from db.report.filter import EVERYTHING, ReportFilter
from db.report.placing import placing
from db.report.rates import Denominator
from db.report.records import Heading, Report
from db.report.releases import Standing
from db.report.scope import at_one_moment
from db.report.trends import years
from db.study import Study

__all__ = ["Report", "make_report", "to_json"]

CHOSEN = "A day chosen"
"""The name of a day that no event of the codebook falls on."""


def make_report(
    study: Study,
    reading: Reading,
    chosen: ReportFilter = EVERYTHING,
    *,
    denominator: Denominator | None = None,
    days: Sequence[date] = (),
    placed: bool = False,
) -> Report:
    """Count everything, in one read transaction: the numbers are of the same moment.

    Args:
        denominator: what the cases of each quarter are divided by.
        days: days around which cases are compared, besides the events of the codebook; each once.
        placed: whether to count how cases were placed, too.
    """
    codebook = study.codebook
    known = {event.date for event in codebook.events}
    chosen_days = [day for day in dict.fromkeys(days) if day not in known]
    compared = [*codebook.events, *(Event(CHOSEN, day) for day in chosen_days)]
    with at_one_moment(study):
        cases = Cases(study, reading, chosen)
        counts, standing = Counts(cases), Standing(cases.scope)
        where = standing.progress()
        quarters = counts.quarters(codebook)
        how_placed = placing(study, reading, chosen) if placed else None
    return Report(
        heading=_heading(codebook, reading, chosen),
        progress=where,
        funnel=counts.stages(where.releases),
        exclusions=standing.exclusions(),
        links=standing.links(),
        categories=counts.field(codebook.leading, codebook) if codebook.leading else None,
        fields=tuple(
            counts.field(field, codebook)
            for field in codebook.fields
            if field is not codebook.leading
        ),
        quarters=quarters,
        events=tuple(compare(event, quarters, codebook) for event in compared),
        places=counts.places(),
        placing=how_placed,
        years=years(quarters, start=cases.scope.start, end=cases.scope.end),
        numbers={name: dict(counts.cases_in.get(name, ())) for name in counts.span},
        denominator=denominator,
        stored=standing.stored,
    )


def _heading(codebook: Codebook, reading: Reading, chosen: ReportFilter) -> Heading:
    return Heading(
        title=codebook.title,
        start=codebook.start,
        end=codebook.end,
        coder=reading.coder,
        number=reading.number,
        codebook=codebook.hash,
        leading=codebook.leading.label if codebook.leading else "",
        focus=_label(codebook, codebook.focus),
        track=_label(codebook, codebook.track),
        chosen=chosen,
        filtered=chosen.words(codebook),
    )


def _label(codebook: Codebook, chosen: Mapping[str, tuple[str, ...]]) -> str:
    """Codes in words: the group where they are one, else their labels."""
    words: list[str] = []
    for name, codes in chosen.items():
        if field := codebook.field(name):
            words += _group(field, codes) or [
                code.label for code in field.codes if code.name in codes
            ]
    label = ", ".join(words)
    return label[:1].upper() + label[1:]


def _group(field: Field, codes: tuple[str, ...]) -> list[str]:
    """The name of the group that is just these codes, if there is one."""
    return [
        group
        for group in field.groups
        if {code.name for code in field.codes if code.group == group} == set(codes)
    ]
