"""Kinds of case: what every count of cases is made of.

Cases that are coded alike are of one kind. Each kind is looked at once, however many cases are of
it; to which numbers of the report it belongs is decided here, in one place, for the counts and for
the list of releases behind them.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from db.codebook import Codebook
from db.states import Example, State

Measure = Literal["cases", "used", "focus", "track", "code", "group"]

_ONE = (Example(),)


class Of(NamedTuple):
    """What a number counts: a measure of cases, or one code or group of a field."""

    measure: Measure
    field: str = ""
    name: str = ""
    """Of the code or group."""


CASES, USED, FOCUS, TRACK = Of("cases"), Of("used"), Of("focus"), Of("track")


class Judge:
    """Says which numbers count a case, by the rules of one codebook.

    An example counts (is *used*) unless one of its codes, or of its case's, is one that does not
    count; it is in focus if it also has a focus code. The codes of the leading field are counted
    among the used examples, those of other fields among the examples in focus, and a code that
    does not count wherever it stands. A case without examples of its own has one, which is the
    case itself.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._leading = codebook.leading.name if codebook.leading else ""
        self._focus = codebook.focus
        self._track = {(field, code) for field, codes in codebook.track.items() for code in codes}
        self._codes = {
            (field.name, code.name): code for field in codebook.fields for code in field.codes
        }

    def suspects(self, kind: State, of: Of, codes: Mapping[str, str]) -> int:
        """How many suspects' examples of the measure have all these codes (field → code)."""
        return sum(
            example.suspects
            for example, values in self.examples(kind, of)
            if all(values.get(name) == code for name, code in codes.items())
        )

    def examples(self, kind: State, of: Of) -> Iterator[tuple[Example, Mapping[str, str]]]:
        """The examples that the measure counts, each with its codes and those of its case."""
        for example in kind.examples or _ONE:
            values = {**kind.values, **example.values}
            if of in self._of_example(values):
                yield example, values

    def numbers(self, kind: State) -> Mapping[Of, int]:
        """Every number that counts such a case, with the suspects it counts there."""
        found: dict[Of, int] = {}
        for example in kind.examples or _ONE:
            for of in self._of_example({**kind.values, **example.values}):
                found[of] = found.get(of, 0) + example.suspects
        return found

    def _of_example(self, values: Mapping[str, str]) -> list[Of]:
        codes = [(key, self._codes[key]) for key in values.items() if key in self._codes]
        used = all(code.counts for _, code in codes)
        focus = used and all(values.get(name) in among for name, among in self._focus.items())
        found = [CASES]
        if used:
            found.append(USED)
        if focus:
            found.append(FOCUS)
        for (field, name), code in codes:
            if not code.counts:
                found.append(Of("code", field, name))
            elif focus or (used and field == self._leading):
                found.append(Of("code", field, name))
                if code.group:
                    found.append(Of("group", field, code.group))
                if (field, name) in self._track:
                    found.append(TRACK)
        return found
