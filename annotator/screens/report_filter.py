"""The dialog that narrows a report: a part a row, changed by the arrows."""

from dataclasses import dataclass, replace
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from annotator.keys import bindings
from annotator.report.pieces import Line, pad
from annotator.screens.ask import AskScreen
from annotator.widgets.rows import Rows
from annotator.wrapping import fit
from db.errors import StudyError
from db.places.regions import REGIONS
from db.readings import Reading, all_readings
from db.report.filter import Choices, ReportFilter, choices, take
from db.study import Study


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the dialog gives back."""

    chosen: ReportFilter
    reading: Reading


class FilterScreen(ModalScreen[Narrowed | None]):
    """Chooses a filter; None when left with Esc."""

    BINDINGS = bindings("report_filter")
    DEFAULT_CSS = """
    FilterScreen {
        background: $background 1%;
        align: left bottom;
        Rows { height: 11; width: 1fr; background: $panel; }
    }
    """
    PARTS = ("start", "end", "category", "state", "office", "platform", "reading")
    LABELS = ("From", "To", "Category", "State", "Office", "Platform", "Coder, pass")

    def __init__(self, study: Study, reading: Reading, chosen: ReportFilter) -> None:
        super().__init__(name="report_filter")
        self._choices: Choices = choices(study)
        self._study, self._codebook = study, study.codebook
        self._readings = all_readings(study)
        self._reading, self._chosen = reading, chosen
        self._cursor, self._said = 0, ""

    def compose(self) -> ComposeResult:
        yield Rows(id="filter")

    def on_resize(self, event: events.Resize) -> None:
        """Another width: drawn anew."""
        self.call_after_refresh(self._draw)

    def action_move(self, by: int) -> None:
        """Go to another part."""
        self._cursor = (self._cursor + by) % len(self.PARTS)
        self._draw()

    def action_turn(self, by: int) -> None:
        """The next value of the part, "any" among them; a year for days."""
        part = self.PARTS[self._cursor]
        if part == "reading":
            ids = [one.id for one in self._readings]
            place = ids.index(self._reading.id)
            self._reading = self._readings[(place + by) % len(ids)]
        elif part in ("start", "end"):
            self._turn_day(part, by)
        else:
            values = (None, *self._values(part))
            now = getattr(self._chosen, part)
            self._set(part, values[(values.index(now) + by) % len(values)])
        self._draw()

    def action_type(self) -> None:
        """Type a day, or a name in full or in part."""
        part = self.PARTS[self._cursor]
        if part == "reading":
            return

        def typed(text: str | None) -> None:
            if text is not None:
                self._take(part, text.strip())
            self._draw()

        hint = " (2015-01-01)" if part in ("start", "end") else " (part of it will do)"
        self.app.push_screen(AskScreen(f"{self.LABELS[self._cursor]}{hint}", enter="sets"), typed)

    def action_clear(self) -> None:
        """Count everything again."""
        self._chosen = ReportFilter()
        self._draw()

    def action_keep(self) -> None:
        """Count so."""
        start, end = self._chosen.start, self._chosen.end
        if start and end and start > end:
            self._said = f"no day lies from {start} to {end}: exchange the two"
            self._draw()
        else:
            self.dismiss(Narrowed(self._chosen, self._reading))

    def _set(self, part: str, value: object) -> None:
        self._chosen = replace(self._chosen, **{part: value})  # type: ignore[arg-type]
        self._said = ""

    def _take(self, part: str, text: str) -> None:
        if not text:
            self._set(part, None)
        elif part in ("start", "end"):
            try:
                self._set(part, date.fromisoformat(text))
            except ValueError:
                self._said = f"“{text}” is no day: write 2015-01-01"
        else:
            self._take_name(part, text)

    def _take_name(self, part: str, text: str) -> None:
        """A name or part of one; what a whole state is meant by goes to its row."""
        try:
            chosen = take(replace(self._chosen, **{part: None}), part, text, self._study)
        except StudyError as error:
            self._said = str(error)
            return
        if part == "office" and chosen.office is None:
            self._said = f"all offices of {self._named_state(chosen.state)}"
            self._cursor = self.PARTS.index("state")
        else:
            self._said = ""
        self._chosen = chosen

    def _turn_day(self, part: str, by: int) -> None:
        """Step by a year; from "any" to the first or last year of the study."""
        day: date | None = getattr(self._chosen, part)
        edge = self._codebook.start if part == "start" else self._codebook.end
        if day is None:
            day = edge or date.today()
        year = day.year + (by if getattr(self._chosen, part) else 0)
        self._set(part, date(year, 1, 1) if part == "start" else date(year, 12, 31))

    def _values(self, part: str) -> tuple[str, ...]:
        return {
            "category": self._choices.categories,
            "state": self._choices.states,
            "office": self._choices.offices,
            "platform": self._choices.platforms,
        }[part]

    def _draw(self) -> None:
        width = self.size.width
        said = fit(self._said, width - 16)
        lines: list[Line] = [[(" Count only", "strong"), (f"   {said}", "warning")], []]
        for place, (part, label) in enumerate(zip(self.PARTS, self.LABELS, strict=True)):
            here = place == self._cursor
            lines.append(
                [
                    ("▸ " if here else "  ", "mark"),
                    (pad(label, 13), "strong" if here else "dim"),
                    (fit(self._shown(part), width - 18), "cursor" if here else ""),
                ]
            )
        keys = (("↑↓", "row"), ("←→", "value"), ("/", "type it"), ("x", "clear"))
        foot: list[tuple[str, str]] = [(" ", "")]
        for key, word in (*keys, ("Enter", "count so"), ("Esc", "leave")):
            foot += [(key, "key"), (f" {word}   ", "dim")]
        self.query_one("#filter", Rows).show([*lines, [], foot])

    def _shown(self, part: str) -> str:
        if part == "reading":
            return f"{self._reading.coder}, pass {self._reading.number}"
        value = getattr(self._chosen, part)
        if value is None:
            return "any"
        code = (
            self._codebook.leading.code(value)
            if part == "category" and self._codebook.leading
            else None
        )
        if part == "state":
            return self._named_state(str(value))
        return code.label if code else str(value)

    def _named_state(self, state: str | None) -> str:
        """The state in short and in full: "KY Kentucky"."""
        return f"{state} {REGIONS[state]}" if state in REGIONS else state or ""
