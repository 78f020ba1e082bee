"""A reading at work: what is decided, and what is said of it. No widgets."""

import time
from collections.abc import Callable

from annotator.browsing import TEXT_REPLACED, Browsing
from annotator.selection import Selection
from annotator.sitting import Clock, Pace, Sitting
from db.codebook import Code, Field
from db.coding import Coding
from db.errors import CodingError, StudyError
from db.families import make_lead, set_apart
from db.filters import Filter
from db.pages import ALL, Page
from db.readings import Reading, tallies
from db.rules import status_of
from db.states import EMPTY, Evidence, Relation, State, Step
from db.study import Study
from db.words import state_words, step_words


class Session(Browsing):
    """Decisions on the release on show. Each leaves `page` and `said` right for the screen."""

    def __init__(
        self,
        study: Study,
        reading: Reading,
        *,
        chosen: Filter = ALL,
        sitting: Sitting | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        """Begin a sitting, or take part in one that another screen has begun."""
        super().__init__(study, reading, chosen=chosen)
        self.coding = Coding(study, reading)
        self.sitting = sitting or Sitting(clock)
        self.escape = "all"
        """Where Esc leads from the releases walked through, in a word or two."""
        self._last_field: str | None = None
        self._last_coding: State | None = None

    def go(self, release_id: int, *, ordinal: int | None = None) -> None:
        """Show a release; its number by date is worked out where it is not given."""
        super().go(release_id, ordinal=ordinal)
        self._last_field = None

    def repeat(self) -> State | None:
        """What the last coding would set here; None where there is nothing to repeat."""
        if self.page is None or self.page.status != "uncoded":
            return None
        return self._last_coding

    def repeat_now(self) -> bool:
        """Set the last coding again; True if the next release is up."""
        page, last = self.page, self._last_coding
        if page is None or last is None:
            return False
        step = self._try(lambda: self.coding.repeat(page.id, last), page)
        return step is not None and self._decided_on(page, step)

    def code(self, field: Field, code: Code) -> bool:
        """Code the release on show; True if that completed it and the next one is up."""
        page = self.page
        if page is None:
            return False
        step = self._try(
            lambda: self.coding.code(page.id, field.name, code.name, example=self.example), page
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
        step = self._try(lambda: self.coding.exclude(page.id, reason.name), page)
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
            ),
            page,
        )
        self.reload()
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
        if self._try(lambda: self.coding.skip(page.id), page) is None:
            return False
        self.said = f"put off · {self.ordinal} comes again at the end · u undoes"
        self.go(following)
        return True

    def flag(self) -> None:
        """Flag the release, or take the flag down."""
        self._note(self.coding.flag)

    def memo(self, text: str) -> None:
        """Keep a memo; an empty one removes it. What was typed is never refused."""
        self._note(lambda release_id: self.coding.memo(release_id, text), any_text=True)

    def place(self, text: str) -> bool:
        """Say where the case lies ("Paducah, KY"); nothing: where the text says.

        Returns:
            Whether the words were understood.
        """
        from db.places.said import is_known, typed  # a gazetteer that few sittings need

        try:
            place = typed(text) if text.strip() else None
        except CodingError as error:
            self.said = str(error)
            return False
        self._note(lambda release_id: self.coding.place(release_id, place), any_text=True)
        if place and not is_known(place):
            self.said += f" · no place {place.words} is known"
        return True

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
        other = self.look_at(lead_id)
        if other is None:
            self.said = "that release is not read any more"
            return False
        if page.status == "coded" and other.status == "uncoded":  # the coding stays where it is
            step = self._try(lambda: self.coding.link(lead_id, page.id, relation), page)
            self.reload()
            if step is not None:
                self._say_saved(step)
            return False
        step = self._try(lambda: self.coding.link(page.id, lead_id, relation), page)
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
        if self.refuses("evidence"):
            return
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

    def refuses(self, what: str) -> bool:
        """Say why the release on show can have no examples or evidence, if it is no case."""
        coding = self.page.coding if self.page else EMPTY
        if coding.relation:
            self.said = f"no {what} here, linked as {coding.relation} · * shows the lead"
        elif coding.exclusion:
            self.said = f"no {what} here: it is excluded · a code takes it in again"
        else:
            return False
        return True

    def has_case(self) -> bool:
        """Whether other releases are linked with the one on show; that there are none is said."""
        page = self.page
        if page is None:
            return False
        linked = bool(page.coding.relation or self.coding.family(page.id))
        if not linked:
            self.said = "no other release is linked to it · = looks for some"
        return linked

    def pace(self) -> Pace:
        """How this sitting goes."""
        return self.sitting.pace()

    def end(self) -> str:
        """End the sitting: log it, say how it went ("" if nothing was decided)."""
        return self.sitting.end(self.study, self.reading, self.tallies["uncoded"])

    def _coded_field(self) -> str | None:
        """The last field of the codebook that has a code here."""
        coded = [field.name for field in self.codebook.fields if self.value(field)]
        return coded[-1] if coded else None

    def _decided_on(self, page: Page, step: Step) -> bool:
        """After a decision: stay, or go on where it brought an uncoded release to its end."""
        decided = step.changes[0].after
        if page.status != "uncoded" or status_of(decided, self.study.codebook) == "uncoded":
            example = self.example
            self.reload()
            self.example = example
            self._say_saved(step)
            return False
        self._last_coding = None if decided.relation else decided
        self.said = f"saved · {self.numbered}{state_words(decided, self.codebook)}"
        following = self.queue.next_uncoded(page.id)
        if following is None:
            self.reload()
            where = "" if self.queue.filter.is_empty else f" among these (Esc: {self.escape})"
            self.said = f"no uncoded release is left{where} · t report · {self.said}"
            return False
        self.said += " · u undoes"
        self.tallies = tallies(self.study, self.reading.id)
        self.go(following)
        return True

    def _note(self, decide: Callable[[int], Step | None], *, any_text: bool = False) -> None:
        """A decision that stays on the release.

        Args:
            any_text: kept though another text came in meanwhile; that is said.
        """
        page = self.page
        if page is None:
            return
        step = self._try(lambda: decide(page.id), None if any_text else page)
        replaced = self.reload()
        if step is not None:
            self._say_saved(step)
        elif not self.said:
            self.said = "nothing to change"
        if replaced:
            self.said = f"{TEXT_REPLACED} · {self.said}"

    def _travel(self, move: Callable[[], Step | None], done: str, nothing: str) -> bool:
        step = self._try(move)
        if step is None:
            self.said = self.said or nothing
            return False
        moved = self.page is None or self.page.id != step.release_id
        self.go(step.release_id)
        self.tallies = tallies(self.study, self.reading.id)
        examples = len(self.page.coding.examples) if self.page else 0
        self.example = max(1, min(step.detail.get("example", 1), examples))
        self.said = f"{done} · {self.numbered}{step_words(step, self.codebook)}"
        return moved

    def _say_saved(self, step: Step) -> None:
        rest = self.still_missing() if self.page and self.page.status == "uncoded" else ""
        words = step_words(step, self.codebook)
        self.said = f"saved · {words}" + (f" · still: {rest}" if rest else " · u undoes")

    def _try(self, decide: Callable[[], Step | None], page: Page | None = None) -> Step | None:
        """A decision, or None with the reason in `said`.

        Args:
            page: what was on show when it was taken. Where its text was replaced meanwhile the
                decision is refused, and the new text is shown.
        """
        self.said = ""
        try:
            with self.study.transaction():
                if page is not None:
                    self.coding.check_text(page.id, page.digest)
                step = decide()
        except CodingError as error:
            self.said = str(error)
            self.reload()
            return None
        except StudyError as error:
            self.said = str(error).removeprefix(f"{self.study.path}: ")
            return None
        if step is not None:
            self._count(step)
        return step

    def _count(self, step: Step) -> None:
        """Let the sitting know of a release that is decided now, or uncoded again."""
        change, codebook = step.changes[0], self.study.codebook
        was, now = status_of(change.before, codebook), status_of(change.after, codebook)
        if now == "uncoded":
            self.sitting.undecided(change.release_id)
        elif was == "uncoded":
            self.sitting.decided(change.release_id)
