"""The report: every count of a reading, made once and shown by screen, text, JSON and exports."""

from collections.abc import Mapping

from db.codebook import Codebook, Field
from db.readings import Reading
from db.report_cases import Cases
from db.report_counts import Counts
from db.report_events import compare
from db.report_json import to_json
from db.report_records import Heading, Report
from db.report_releases import exclusions, links, progress
from db.report_scope import Span, at_one_moment
from db.study import Study

__all__ = ["Report", "make_report", "to_json"]


def make_report(study: Study, reading: Reading) -> Report:
    """Count everything, in one read transaction: the numbers are of the same moment."""
    codebook = study.codebook
    with at_one_moment(study) as connection:
        span = Span(connection, reading, codebook)
        counts = Counts(Cases(study, reading))
        where = progress(study, reading, span)
        quarters = counts.quarters(codebook)
        return Report(
            heading=_heading(codebook, reading),
            progress=where,
            funnel=counts.stages(where.releases),
            exclusions=exclusions(connection, reading, codebook, span),
            links=links(connection, reading, span),
            categories=counts.field(codebook.leading, codebook) if codebook.leading else None,
            fields=tuple(
                counts.field(field, codebook)
                for field in codebook.fields
                if field is not codebook.leading
            ),
            quarters=quarters,
            events=tuple(compare(event, quarters, codebook) for event in codebook.events),
            places=counts.places(),
        )


def _heading(codebook: Codebook, reading: Reading) -> Heading:
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
