"""What the report says in sentences."""

from annotator.report.pieces import NO_BREAK
from db.places import How
from db.report.placing import Placing
from db.report.records import EventCount, Period, Report

FEW = 20
"""Below so many cases on both sides of an event, the interval says more than the ratio."""


def nothing(report: Report, *, study: str = "STUDY", coding: bool = False) -> str:
    """Why there is no case to count and what to do next; "" where there are cases.

    Args:
        coding: whether it is read on a screen from which Esc leads back to coding.
    """
    where = report.progress
    if report.stage("cases").count:
        return ""
    if report.heading.filtered:
        return (
            f"No case passes the filter: {report.heading.filtered}."
            " On the screen f changes it; in a command leave an option out."
        )
    if where.uncoded:
        wait = "1 release waits" if where.uncoded == 1 else f"{where.uncoded:,} releases wait"
        todo = "Esc goes to them." if coding else f"annotator code {study}"
        return f"No case is coded yet, and {wait} to be read: {todo}"
    leave, bring = ("Leave the program (Esc, then q) and ", "bring") if coding else ("", "Bring")
    if where.releases:
        return (
            "There is no case to count: every release is excluded or linked to another."
            f" {leave}{bring} in more with: annotator import {study} FILE"
        )
    if where.outside_span or where.without_mention:
        see = f"{leave}see" if coding else "See"
        return (
            f"There is no release to read: {_aside(report)}. {see} the codebook:"
            f" annotator codebook show {study}"
        )
    return f"There are no releases yet. {leave}{bring} some in with: annotator import {study} FILE"


def _aside(report: Report) -> str:
    """Which releases are stored but not counted."""
    where = report.progress
    parts = []
    if where.outside_span:
        parts.append(f"{where.outside_span:,} dated outside the span of the study")
    if where.without_mention:
        parts.append(f"{where.without_mention:,} naming no platform")
    return " and ".join(parts)


def span(report: Report) -> str:
    """The days the study covers."""
    start, end = report.heading.start, report.heading.end
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"up to {end}" if end else "without a span"


def extremes(report: Report) -> str:
    """Cases in focus, and the quarters with most and least of them."""
    if not report.quarters or not report.stage("focus").count:
        return ""
    most = max(report.quarters, key=lambda one: one.focus)
    least = min(report.quarters, key=lambda one: one.focus)
    return (
        f"{focus_words(report)} · most {most.quarter} ({most.focus:,})"
        f" · least {least.quarter} ({least.focus:,})"
    )


def focus_words(report: Report) -> str:
    """How many cases are looked into: "366 focus cases", "638 cases" without a focus."""
    count = report.stage("focus").count
    cases = "case" if count == 1 else "cases"
    return f"{count:,} focus {cases}" if report.heading.focus else f"{count:,} {cases}"


def event_sentences(event: EventCount, report: Report) -> list[str]:
    """What the numbers around an event say, in words."""
    what = report.heading.track or report.heading.focus or "Use"
    if not event.before.quarters or not event.after.quarters:
        side = "after" if event.before.quarters else "before"
        return [f"No quarter of the study lies {side} it: there is nothing to compare."]
    if event.interval is None or event.p is None:
        return [f"{what}: no case before or after it, so there is nothing to compare."]
    low, high = event.interval
    ends = f"{ratio(low)} to {ratio(high)}" if high is not None else f"{ratio(low)} or more"
    grounds = f"{_PERCENT} interval {ends}; exact conditional test: {p_words(event.p)}"
    means = f"{what}: {_mean(event.before)} cases a quarter before and {_mean(event.after)} after"
    if event.rate_ratio is None:
        return [f"{means}, a ratio that cannot be given ({grounds})."]
    sentences = [f"{means}, a ratio of {ratio(event.rate_ratio)} ({grounds})."]
    if low <= 1 and (high is None or high >= 1):
        sentences.append("The interval includes 1: such counts also come about without a change.")
    return sentences


def moved_words(event: EventCount) -> str:
    """How much of the ratio hangs on the event's quarter; "" where nothing is compared."""
    parts = [
        f"{abs(one.by)} {'earlier' if one.by < 0 else 'later'} {ratio(one.rate_ratio)}"
        f" ({p_words(one.p)})"
        for one in event.moved
        if one.rate_ratio is not None and one.p is not None
    ]
    return f"Had it been so many quarters away: {', '.join(parts)}." if parts else ""


def placing_words(placing: Placing) -> str:
    """How the cases in focus were placed, and how many of these places are guesses."""
    ways: tuple[tuple[How, str], ...] = (
        ("dateline", "by the dateline"),
        ("named", "by places named in the text"),
        ("seat", "by the seat of the office"),
        ("analyst", "by the analyst"),
    )
    parts = [f"{words} {placing.of(how):,}" for how, words in ways if placing.of(how)]
    if placing.nowhere:
        parts.append(f"nowhere {placing.nowhere:,}")
    if not parts:
        return ""
    sentence = f"Placed {', '.join(parts)}."
    if placing.guesses:
        sentence += f" Guesses: {placing.guesses:,}; @ on the coding screen puts one right."
    return sentence


_PERCENT = f"95{NO_BREAK}%"
CAUTION = (
    "Releases are not all cases: offices choose what they publish. A change in the counts can be"
    " one of crime, of reporting, of prosecution or of publishing, and what came after an event"
    " need not come from it. A quarter counts as after an event when it begins after that day."
)
CAUTION_FEW = "With so few cases a handful more or less would change the ratio: read the interval."


def p_words(p: float) -> str:
    """A p-value as it is written: "p < 0.001", "p = 0.043"."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def ratio(value: float) -> str:
    """A ratio with two places, one from ten on."""
    return f"{value:,.1f}" if value >= 10 else f"{value:.2f}"


def _mean(period: Period) -> str:
    return f"{period.mean:.2f}" if period.mean else "no"
