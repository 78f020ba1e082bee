"""The interrupted time series of each event, in words."""

from annotator.report.pieces import Line, paragraph, plain
from annotator.report.sentences import p_words, ratio
from db.report.interrupted import Effect, interrupted, is_available
from db.report.kinds import FOCUS, TRACK
from db.report.records import Report

_TITLE = "Interrupted time series"
_HOW = (
    "Poisson regression of the quarters with a trend, errors robust to overdispersion and to two"
    " quarters of autocorrelation. A change of level or slope at an event need not come from it."
)


def series_text(report: Report) -> str:
    """A section of the report as text; a word where statsmodels is not installed."""
    lines: list[Line] = [[], [(f" {_TITLE}", "")], [(f" {'─' * len(_TITLE)}", "")]]
    if not is_available():
        word = "Not computed: it needs statsmodels. pip install 'release-annotator[stats]'"
        return plain([*lines, *paragraph(word, 80)]) + "\n"
    for event in report.events:
        found = interrupted(report.series(TRACK if event.measure == "track" else FOCUS), event.date)
        words = "too few quarters or cases on a side."
        if found:
            words = f"level {_words(found.level)}; growth of a quarter {_words(found.slope)}."
        lines += paragraph(f"{event.name}, {event.date}: {words}", 80)
    return plain([*lines, *paragraph(_HOW, 80)]) + "\n"


def _words(effect: Effect) -> str:
    ends = f"{ratio(effect.lower)} to {ratio(effect.upper)}"
    return f"times {ratio(effect.ratio)} (95\xa0% {ends}, {p_words(effect.p)})"
