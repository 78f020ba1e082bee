"""The first page of the report: from the releases to the cases in focus."""

from annotator.report.pieces import Cells, Line, number, percent, table
from db.report.cells import CaseCell, Cell, ReleaseCell, Standing
from db.report.kinds import CASES, FOCUS, USED
from db.report.records import Report, Stage

_INDENT, _DEEPER = "   ", "       "


class _Rows:
    """Rows of label, count and note, each with its style and the number that it opens."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []
        self.styles: list[str] = []
        self.cells: list[Cells] = []

    def add(
        self, label: str, count: int, note: str = "", style: str = "", cell: Cell | None = None
    ) -> None:
        self.rows.append((label, number(count), note))
        self.styles.append(style)
        self.cells.append([(label.strip(), cell)] if cell and count else [])


def overview(report: Report, width: int) -> list[Line]:
    """The way from the releases to the cases in focus, with what falls away and why.

    What falls away and the cases add up to the releases, with a filter too.
    """
    rows = _Rows()
    _releases(report, rows)
    _cases(report, rows)
    where = report.progress
    beside: tuple[tuple[str, int, Standing], ...] = (
        ("⚑ flagged, wherever they stand", where.flagged, "flagged"),
        ("Not read: dated outside the span", where.outside_span, "outside_span"),
        ("Not read: naming no platform", where.without_mention, "without_mention"),
    )
    for label, count, standing in beside:
        if count:
            rows.add(label, count, style="dim", cell=ReleaseCell(standing))
    return table(
        ("", "count", ""), rows.rows, width, left=(0, 2), styles=rows.styles, cells=rows.cells
    )


def _releases(report: Report, rows: _Rows) -> None:
    """The releases, and those that are no case of their own."""
    where = report.progress
    all_ = where.releases
    rows.add(
        "Releases collected",
        all_,
        "in the span, naming a platform",
        style="strong",
        cell=ReleaseCell("collected"),
    )
    rows.add(
        f"{_INDENT}○ uncoded",
        where.uncoded,
        _of(where.uncoded, all_, "releases, still to be read"),
        cell=ReleaseCell("uncoded"),
    )
    rows.add(
        f"{_INDENT}✕ excluded",
        where.excluded,
        _of(where.excluded, all_, "releases, by reason:"),
        cell=ReleaseCell("excluded"),
    )
    for reason in report.exclusions:
        cell = ReleaseCell("exclusion", reason.name)
        rows.add(f"{_DEEPER}{reason.label}", reason.releases, style="dim", cell=cell)
    rows.add(
        f"{_INDENT}↳ linked to a case",
        where.linked,
        _of(where.linked, all_, "releases, told already:"),
        cell=ReleaseCell("linked"),
    )
    for relation, count in report.links.items():
        rows.add(f"{_DEEPER}{relation}", count, style="dim", cell=ReleaseCell("link", relation))


def _cases(report: Report, rows: _Rows) -> None:
    """The cases, and those that are not in focus."""
    cases, used, focus = (report.stage(name) for name in ("cases", "used", "focus"))
    all_ = report.progress.releases
    if others := report.progress.coded - cases.count:
        rows.add(
            f"{_INDENT}● of other categories",
            others,
            _of(others, all_, "releases, filtered out"),
            cell=CaseCell(CASES, left_out=True),
        )
    share = _of(cases.count, all_, "releases")
    if _some_do_not_count(report):
        rows.add("Cases", cases.count, share, "strong", CaseCell(CASES))
        dropped = cases.count - used.count
        rows.add(
            f"{_INDENT}not used as a means",
            dropped,
            _of(dropped, cases.count, "cases, by their code"),
            cell=CaseCell(CASES, without=USED),
        )
        share = _of(used.count, cases.count, "cases")
        rows.add("Used as a means", used.count, _counted(share, used), "strong", CaseCell(USED))
    else:
        rows.add("Cases", cases.count, _counted(share, used), "strong", CaseCell(CASES))
    if report.heading.focus:
        apart = used.count - focus.count
        note = _of(apart, used.count, "these, coded otherwise")
        cell = CaseCell(USED, without=FOCUS)
        rows.add(f"{_INDENT}not in focus", apart, note, cell=cell)
        share = _of(focus.count, used.count, "these")
        label = f"Focus: {report.heading.focus}"
        rows.add(label, focus.count, _counted(share, focus), "strong", CaseCell(FOCUS))


def _of(count: int, total: int, what: str) -> str:
    return f"{percent(count / total)} of {what}" if count and total else ""


def _counted(share: str, stage: Stage) -> str:
    """A share, with the examples of a stage."""
    of = "example" if stage.examples == 1 else "examples"
    words = f"{stage.examples:,} {of}" if stage.examples else ""
    return " · ".join(part for part in (share, words) if part)


def _some_do_not_count(report: Report) -> bool:
    fields = [*report.fields, *([report.categories] if report.categories else [])]
    return any(not code.counts for field in fields for code in field.codes)
