"""The report as JSON: what scripts rely on. `docs/report.md` names every key."""

from typing import Any

from db.report.placing import Placing
from db.report.records import CodeCount, EventCount, FieldCount, Period, QuarterCount, Report, Stage


def to_json(report: Report) -> dict[str, Any]:
    """The report as plain data, shares and means unrounded, dates in ISO form."""
    heading, where = report.heading, report.progress
    listed = ([report.categories] if report.categories else []) + list(report.fields)
    return {
        "study": {
            "title": heading.title,
            "from": heading.start.isoformat() if heading.start else None,
            "to": heading.end.isoformat() if heading.end else None,
            "coder": heading.coder,
            "pass": heading.number,
            "codebook": heading.codebook,
        },
        "filter": heading.chosen.to_json() if heading.chosen else None,
        "progress": {
            "releases": where.releases,
            "uncoded": where.uncoded,
            "excluded": where.excluded,
            "linked": where.linked,
            "coded": where.coded,
            "flagged": where.flagged,
            "outside_span": where.outside_span,
            "without_mention": where.without_mention,
        },
        "funnel": [_stage(stage) for stage in report.funnel],
        "exclusions": [
            {"name": reason.name, "label": reason.label, "releases": reason.releases}
            for reason in report.exclusions
        ],
        "links": dict(report.links),
        "categories": [_code(c, examples=True) for c in report.categories.codes]
        if report.categories
        else [],
        "fields": {
            field.name: [_code_of(field, code) for code in field.codes] for field in report.fields
        },
        "groups": {field.name: _groups(field) for field in listed if field.groups},
        "quarters": [
            {
                "quarter": one.quarter,
                "cases": one.cases,
                "used": one.used,
                "focus": one.focus,
                "examples": one.examples,
                "track": one.track,
                "categories": dict(one.categories),
                "groups": {field: dict(groups) for field, groups in one.groups.items()},
                **_rate(report, one),
            }
            for one in report.quarters
        ],
        "years": [
            {
                "year": one.year,
                "quarters": one.quarters,
                "whole": one.whole,
                "focus": one.focus,
                "change": one.change,
                "highest": one.highest,
                "lowest": one.lowest,
            }
            for one in report.years
        ],
        "denominator": {"name": report.denominator.name, "unit": report.denominator.unit}
        if report.denominator
        else None,
        "events": [_event(event) for event in report.events],
        "places": [
            {"state": place.state, "focus": place.focus, "cases": place.cases}
            for place in report.places
        ],
        "placed": _placed(report.placing) if report.placing else None,
    }


def _stage(stage: Stage) -> dict[str, Any]:
    plain: dict[str, Any] = {"stage": stage.name, "unit": stage.unit, "count": stage.count}
    return plain if stage.examples is None else plain | {"examples": stage.examples}


def _code(code: CodeCount, *, examples: bool) -> dict[str, Any]:
    plain: dict[str, Any] = {"name": code.name, "label": code.label}
    if code.group:
        plain["group"] = code.group
    plain["cases"] = code.cases
    if examples:
        plain["examples"] = code.examples
    plain |= {"share": code.share, "ci95": list(code.interval) if code.interval else None}
    if not code.counts:
        plain["counts"] = False
    return plain


def _code_of(field: FieldCount, code: CodeCount) -> dict[str, Any]:
    plain = _code(code, examples=field.per == "example")
    if field.stated is None:
        return plain
    return plain | {"share_of_stated": field.share_of_stated(code)}


def _groups(field: FieldCount) -> list[dict[str, Any]]:
    plain = []
    for group in field.groups:
        counts = _code_of(field, group)
        del counts["name"], counts["label"]
        plain.append({"group": group.name, **counts})
    return plain


def _event(event: EventCount) -> dict[str, Any]:
    return {
        "name": event.name,
        "date": event.date.isoformat(),
        "measure": event.measure,
        "before": _period(event.before),
        "after": _period(event.after),
        "rate_ratio": event.rate_ratio,
        "ci95": list(event.interval) if event.interval else None,
        "p": event.p,
        "moved": [{"by": m.by, "rate_ratio": m.rate_ratio, "p": m.p} for m in event.moved],
    }


def _placed(placing: Placing) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"by": how, "sureness": sureness, "focus": count}
        for (how, sureness), count in sorted(placing.by.items())
    ]
    if placing.nowhere:
        found.append({"by": None, "sureness": None, "focus": placing.nowhere})
    return found


def _rate(report: Report, one: QuarterCount) -> dict[str, float | None]:
    """Cases in focus for each unit of the denominator, where one was given."""
    denominator = report.denominator
    return {"rate": denominator.rate(one.quarter, one.focus)} if denominator else {}


def _period(period: Period) -> dict[str, Any]:
    return {"quarters": period.quarters, "cases": period.cases, "mean": period.mean}
