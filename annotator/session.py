"""A sitting at the coding screen: where one is, what a key means, what is said. No widgets."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.marks import Marking, Words
from annotator.selection import Selection
from db.codebook import Code, Field
from db.coding import Coding
from db.errors import CodingError
from db.families import make_lead, set_apart
from db.filters import Filter
from db.pages import ALL, Page, Queue
from db.readings import Reading, remember_place, tallies
from db.relatives.candidates import has_strong
from db.rules import asked, missing, status_of
from db.runs import log_past
from db.states import Evidence, Example, Relation, State, Step
from db.study import Study
from db.words import state_words, step_words


@dataclass(frozen=True, slots=True)
class Pace:
    """How the sitting goes."""

    decided: int
    """Releases brought to a decision in this sitting."""
    seconds: float | None
    """Mean time each took; None before the second."""


class Session:
    """One reading at work. Every method leaves `page` and `said` right for the screen."""

    def __init__(
        self,
        study: Study,
        reading: Reading,
        *,
        chosen: Filter = ALL,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.study = study
        self.codebook = study.codebook
        self.reading = reading
        self.coding = Coding(study, reading)
        self.queue = Queue(study, reading.id, chosen)
        self.page: Page | None = None
        self.suspected = False
        """Whether another release is very likely of the same case, and nobody has said so."""
        self.example = 1
        """Number of the example that codes go to."""
        self.said = ""
        """What just happened, for the status line."""
        self.ordinal = 0
        self.size = self.queue.size()
        self.tallies = tallies(study, reading.id)
        self.words = Words(self.codebook)
        self.walk = 0
        """What `n` goes over: 0 the mentions, then each group of the analyst's words, then all."""
        self.marking = Marking()
        self._clock = clock
        self._began = clock()
        self._decided: list[float] = []
        self._last_field: str | None = None
        self._last_coding: State | None = None

    def begin(self) -> None:
        """Go where the last sitting stopped: that release if uncoded, else the next uncoded one.

        Within a filter: to its first uncoded release, else to its first one.
        """
        if not self.queue.filter.is_empty:
            first = self.queue.next_uncoded() or self.queue.first()
            if first is None:
                self.walk_through(Filter())
                self.said = "no release passes that filter; these are all"
                first = self.queue.next_uncoded() or self.queue.first()
            if first is not None:
                self.go(first)
            return
        place = self.reading.place
        following = self.queue.next_uncoded(place)
        if place is not None and self._is_uncoded(place):
            following = place
        target = following if following is not None else place or self.queue.first()
        if target is not None:
            self.go(target)
            self.said = (
                "going on where you stopped"
                if place is not None
                else "press the key of a code · ? explains every one"
            )

    def go(self, release_id: int, *, ordinal: int | None = None) -> None:
        """Show a release; its number by date is worked out where it is not given."""
        before, page = self.page, self.queue.page(release_id)
        if ordinal is not None:
            self.ordinal = ordinal
        elif before is None:
            self.ordinal = self.queue.ordinal(release_id)
        else:
            self.ordinal += self.queue.distance(before.key, page.key)
        self.page = page
        self.suspected = has_strong(self.study, self.reading.id, release_id)
        self.example = 1
        self._last_field = None
        self._mark()

    def count_again(self) -> None:
        """Read again what another screen may have changed."""
        self._reload()

    def step(self, by: int) -> bool:
        """Go to the neighbour by date; False at the ends."""
        if self.page is None:
            return False
        target = self.queue.step(self.page.id, by)
        self.said = ""
        if target is None:
            self.said = "this is the last release" if by > 0 else "this is the first release"
            return False
        self.go(target, ordinal=self.ordinal + (1 if by > 0 else -1))
        return True

    def walk_through(self, chosen: Filter) -> None:
        """Let every way from release to release stay within a filter; the empty one ends that."""
        self.queue = Queue(self.study, self.reading.id, chosen)
        self.size = self.queue.size()
        if self.page is not None:
            self.ordinal = self.queue.ordinal(self.page.id)

    def next_walk(self) -> None:
        """Let `n` go over the next group of words, over all, or over the mentions again."""
        if not self.words.groups:
            self.said = "the codebook has no [[highlight]] groups"
            return
        self.walk = (self.walk + 1) % (len(self.words.groups) + 2)
        self._mark()
        self.said = f"n goes over: {self.walk_name} ({len(self.marking.stops)} here)"

    @property
    def walk_name(self) -> str:
        """What `n` goes over, in a word."""
        if self.walk == 0:
            return "mention"
        return self.words.groups[self.walk - 1] if self.walk <= len(self.words.groups) else "all"

    def repeat(self) -> str | None:
        """What the last coding would set here, in words; None where there is nothing to repeat."""
        if self.page is None or self._last_coding is None or self.page.status != "uncoded":
            return None
        return state_words(self._last_coding, self.codebook)

    def repeat_now(self) -> bool:
        """Set the last coding again; True if the next release is up."""
        page, last = self.page, self._last_coding
        if page is None or last is None:
            return False
        step = self._try(lambda: self.coding.repeat(page.id, last))
        return step is not None and self._decided_on(page, step)

    def remember_place(self) -> None:
        """Keep the release on show for the next sitting."""
        if self.page is not None:
            remember_place(self.study, self.reading.id, self.page.id)

    def meaning(self, key: str) -> tuple[Field, Code] | None:
        """The code a key stands for here: of a field that is asked now, else of any."""
        found = [
            (field, code)
            for field in self.codebook.fields
            for code in field.codes
            if code.key == key and not code.retired
        ]
        return next((pair for pair in found if self.is_asked(pair[0])), found[0] if found else None)

    def is_asked(self, field: Field) -> bool:
        """Whether a field is asked of the example at hand."""
        if self.page is None:
            return False
        state = self.page.coding
        return asked(field, state, self.codebook, self._example())

    def value(self, field: Field) -> str | None:
        """The field's code for the example at hand."""
        if self.page is None:
            return None
        return self.page.coding.value(field.name, self.example)

    def code(self, field: Field, code: Code) -> bool:
        """Code the release on show; True if that completed it and the next one is up."""
        page = self.page
        if page is None:
            return False
        step = self._try(
            lambda: self.coding.code(page.id, field.name, code.name, example=self.example)
        )
        if step is None:
            self.said = self.said or f"{field.label} is {code.label} already"
            return False
        self._last_field = field.name
        return self._decided_on(page, step)

    def exclude(self, key: str) -> bool | None:
        """Exclude for the reason of that key; None if no reason has it."""
        page = self.page
        reason = next((r for r in self.codebook.exclusions if r.key == key and not r.retired), None)
        if page is None or reason is None:
            return None
        step = self._try(lambda: self.coding.exclude(page.id, reason.name))
        if step is None:
            self.said = self.said or f"excluded already: {reason.label}"
            return False
        return self._decided_on(page, step)

    def clear(self) -> None:
        """Make the release uncoded again; its codes stay in the journal."""
        page = self.page
        if page is None:
            return
        step = self._try(
            lambda: (
                self.coding.unlink(page.id) if page.coding.relation else self.coding.clear(page.id)
            )
        )
        self._reload()
        if step is None:
            self.said = self.said or "nothing is decided here yet"
        else:
            self._say_saved(step)

    def skip(self) -> bool:
        """Put the release off and go on; True if there was another one."""
        page = self.page
        if page is None:
            return False
        if page.status != "uncoded":
            self.said = "decided already; ] goes on"
            return False
        following = self.queue.next_uncoded(page.id)
        if following is None or following == page.id:
            self.said = "this is the only uncoded release left"
            return False
        if self._try(lambda: self.coding.skip(page.id)) is None:
            return False
        self.said = f"put off · {self.ordinal} comes again at the end · u undoes"
        self.go(following)
        return True

    def flag(self) -> None:
        """Flag the release, or take the flag down."""
        self._note(self.coding.flag)

    def memo(self, text: str) -> None:
        """Keep a memo; an empty one removes it."""
        self._note(lambda release_id: self.coding.memo(release_id, text))

    def place(self, text: str) -> None:
        """Say where the case lies ("Paducah, KY"); nothing: where the text says."""
        from db.places.said import typed  # a gazetteer that few sittings need

        try:
            place = typed(text) if text.strip() else None
        except CodingError as error:
            self.said = str(error)
            return
        self._note(lambda release_id: self.coding.place(release_id, place))

    def undo(self) -> bool:
        """Take the last decision back and go there; True if another release is up."""
        return self._travel(self.coding.undo, "undone", "nothing to undo")

    def redo(self) -> bool:
        """Do again what was undone and go there; True if another release is up."""
        return self._travel(self.coding.redo, "done again", "nothing to redo")

    def link(self, lead_id: int, relation: Relation) -> bool:
        """Link the release on show to a case; True if the next one is up."""
        page = self.page
        if page is None:
            return False
        other = self.queue.page(lead_id)
        if page.status == "coded" and other.status == "uncoded":  # the coding stays where it is
            step = self._try(lambda: self.coding.link(lead_id, page.id, relation))
            self._reload()
            if step is not None:
                self._say_saved(step)
            return False
        step = self._try(lambda: self.coding.link(page.id, lead_id, relation))
        if step is None:
            self.said = self.said or "linked like that already"
            return False
        return self._decided_on(page, step)

    def unlink(self) -> None:
        """Take the release out of its case."""
        self._note(self.coding.unlink)

    def set_apart(self, other_id: int) -> None:
        """Remember that another release is not of this one's case."""
        self._note(lambda release_id: set_apart(self.coding, release_id, other_id))

    def make_lead(self, release_id: int) -> None:
        """Let that release lead its case."""
        self._note(lambda _: make_lead(self.coding, release_id))

    def next_example(self) -> None:
        """Let codes go to the next example of the release, in turn."""
        count = len(self.page.coding.examples) if self.page else 0
        if count < 2:
            self.said = "one example so far · a adds another"
            return
        self.example = self.example % count + 1
        self.said = f"example {self.example} of {count}"

    def add_example(self) -> None:
        """One more example; codes go to it."""
        self._note(self.coding.add_example)
        if self.page is not None:
            self.example = max(1, len(self.page.coding.examples))

    def remove_example(self) -> None:
        """Remove the example at hand."""
        number = self.example
        self._note(lambda release_id: self.coding.remove_example(release_id, number))

    def set_suspects(self, suspects: int) -> None:
        """Say how many suspects the example at hand stands for."""
        number = self.example
        self._note(lambda release_id: self.coding.suspects(release_id, number, suspects))

    def take_evidence(self, part: str, position: int) -> None:
        """Keep the sentence at a position of the text as the ground for the field coded last."""
        if part != "text":
            self.said = "this mention is in the heading · n goes to one in the text"
        elif self.page is not None:
            self.keep_evidence(Selection.at(self.page.text, position))

    def keep_evidence(self, chosen: Selection) -> None:
        """Keep a passage as the ground for the field coded last."""
        name = self._last_field or self._coded_field()
        if name is None:
            self.said = "code a field first; evidence is kept for the field coded last"
            return
        mark = Evidence(name, chosen.start, chosen.end, chosen.quote)
        self._note(lambda release_id: self.coding.evidence(release_id, mark))

    def select(self, chosen: Selection | None) -> None:
        """Show a passage as chosen, or none."""
        span = (chosen.start, chosen.end) if chosen else None
        self.marking = replace(self.marking, selection=span)

    def still_missing(self) -> str:
        """The labels of required fields without a code: "Mode, Origin"."""
        if self.page is None:
            return ""
        fields = missing(self.page.coding, self.codebook)
        return ", ".join(dict.fromkeys(field.label for field, _ in fields))

    def pace(self) -> Pace:
        """Releases decided in this sitting, and the mean time between them; idle time left out."""
        gaps = [b - a for a, b in pairwise(self._decided) if b - a < IDLE_SECONDS]
        return Pace(len(self._decided), sum(gaps) / len(gaps) if gaps else None)

    def end(self) -> str:
        """End the sitting: keep the place, log it, say how it went ("" if nothing was decided)."""
        self.remember_place()
        pace = self.pace()
        if not pace.decided:
            return ""
        seconds = sum(b - a for a, b in pairwise(self._decided) if b - a < IDLE_SECONDS)
        counts = {"decided": pace.decided, "seconds": round(seconds)}
        log_past(
            self.study, "sitting", self.reading.coder, counts, seconds=self._clock() - self._began
        )
        said = f"This sitting: {pace.decided} releases decided"
        left = self.tallies["uncoded"]
        if pace.seconds is not None:
            said += f" in {_duration(seconds)}, {pace.seconds:.0f} s each"
            if left:
                said += (
                    f". {left:,} uncoded are left, {_duration(left * pace.seconds)} at this pace"
                )
        return said + "."

    def ahead(self) -> tuple[Page, Marking] | None:
        """The release after this one with its marks, to be drawn while nobody waits for it."""
        following = self.queue.step(self.page.id, 1) if self.page else None
        if following is None:
            return None
        page = self.queue.page(following)
        return page, self._marking(page)

    def _mark(self) -> None:
        if self.page is not None:
            self.marking = self._marking(self.page)

    def _marking(self, page: Page) -> Marking:
        found = self.words.find(page)
        mentions = tuple(mention for mention in page.mentions if not mention.furniture)
        stops = mentions
        if self.walk > len(self.words.groups):
            places = [*mentions, *found]
            stops = tuple(sorted(places, key=lambda m: (m.part != "title", m.start)))
        elif self.walk:
            stops = tuple(mark for mark in found if mark.platform == self.walk_name)
        return Marking(stops, found)

    def _example(self) -> Example:
        examples = self.page.coding.examples if self.page else ()
        return examples[self.example - 1] if self.example <= len(examples) else Example()

    def _coded_field(self) -> str | None:
        """The last field of the codebook that has a code here."""
        coded = [field.name for field in self.codebook.fields if self.value(field)]
        return coded[-1] if coded else None

    def _is_uncoded(self, release_id: int) -> bool:
        try:
            return self.queue.page(release_id).status == "uncoded"
        except LookupError:
            return False

    def _decided_on(self, page: Page, step: Step) -> bool:
        """After a decision: stay, or go on where it brought an uncoded release to its end."""
        decided = step.changes[0].after
        if page.status != "uncoded" or status_of(decided, self.codebook) == "uncoded":
            example = self.example
            self._reload()
            self.example = example
            self._say_saved(step)
            return False
        self._decided.append(self._clock())
        self._last_coding = None if decided.relation else decided
        self.said = f"saved · {self.ordinal}: {state_words(decided, self.codebook)}"
        following = self.queue.next_uncoded(page.id)
        if following is None:
            self._reload()
            where = "" if self.queue.filter.is_empty else " among these (Esc: all)"
            self.said = f"no uncoded release is left{where} · t report · {self.said}"
            return False
        self.said += " · u undoes"
        self.tallies = tallies(self.study, self.reading.id)
        self.go(following)
        return True

    def _note(self, decide: Callable[[int], Step | None]) -> None:
        """A decision that stays on the release."""
        page = self.page
        if page is None:
            return
        step = self._try(lambda: decide(page.id))
        self._reload()
        if step is not None:
            self._say_saved(step)
        elif not self.said:
            self.said = "nothing to change"

    def _travel(self, move: Callable[[], Step | None], done: str, nothing: str) -> bool:
        step = self._try(move)
        if step is None:
            self.said = self.said or nothing
            return False
        moved = self.page is None or self.page.id != step.release_id
        self.go(step.release_id)
        self.tallies = tallies(self.study, self.reading.id)
        self.said = f"{done} · {self.ordinal}: {step_words(step, self.codebook)}"
        return moved

    def _reload(self) -> None:
        if self.page is not None:
            self.page = self.queue.page(self.page.id)
            self.suspected = has_strong(self.study, self.reading.id, self.page.id)
            self.example = min(self.example, max(1, len(self.page.coding.examples)))
        self.tallies = tallies(self.study, self.reading.id)

    def _say_saved(self, step: Step) -> None:
        rest = self.still_missing() if self.page and self.page.status == "uncoded" else ""
        words = step_words(step, self.codebook)
        self.said = f"saved · {words}" + (f" · still: {rest}" if rest else " · u undoes")

    def _try(self, decide: Callable[[], Step | None]) -> Step | None:
        """A decision, or None with the reason in `said`."""
        self.said = ""
        try:
            return decide()
        except CodingError as error:
            self.said = str(error)
            return None


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{max(1, minutes)} min"


IDLE_SECONDS = 300.0
"""A longer gap between two decisions is a break, not reading."""
