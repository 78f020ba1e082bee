"""Where the reader is: the release on show, the way to the next, what stands there. No widgets."""

from contextlib import suppress
from dataclasses import replace

from annotator.marks import Marking, Words
from annotator.selection import Selection
from annotator.standing import Standing
from db.codebook import Code, Field
from db.errors import StudyError
from db.filters import Filter
from db.mentions import Mention
from db.pages import ALL, Page, Queue
from db.readings import Reading, remember_place, tallies, told_apart
from db.relatives.candidates import has_strong
from db.rules import asked, missing
from db.states import Example
from db.study import Study

TEXT_REPLACED = "another text came in meanwhile: this is it"


class Browsing:
    """One reading looked through; it changes nothing but the place kept for the next sitting."""

    def __init__(self, study: Study, reading: Reading, *, chosen: Filter = ALL) -> None:
        self.study = study
        self.codebook = study.codebook
        """The one whose keys are on show; see `follow_codebook`."""
        self.reading = reading
        self.reading_words = told_apart(study, reading)
        """Coder and pass, where they are not the study's first."""
        self.queue = Queue(study, reading.id, chosen)
        self.page: Page | None = None
        self.suspected = False
        """Whether another release is very likely of the same case, and nobody has said so."""
        self.example = 1
        """Number of the example that codes go to."""
        self.said = ""
        """What just happened, for the status line."""
        self.ordinal = 0
        """Number of the release on show among those walked through."""
        self.is_among = True
        """Whether it is one of them; else its number means nothing."""
        self.size = self.queue.size()
        self.tallies = tallies(study, reading.id)
        self.words = Words(self.codebook)
        self.walk = 0
        """What `n` goes over: 0 the mentions, then each group of the analyst's words, then all."""
        self.marking = Marking()
        self._standing = Standing()
        self._found: tuple[str, str, tuple[Mention, ...]] = ("", "", ())
        """Title and text of the release made ready, and the analyst's own words in them."""

    def begin(self) -> None:
        """Go to the first release of the sitting, and keep the place: somebody sits here now."""
        self._go_to_the_first()
        self.remember_place()

    def _go_to_the_first(self) -> None:
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
        self.is_among = ordinal is not None or self.queue.passes(release_id)
        self.suspected = has_strong(self.study, self.reading.id, release_id)
        self.example = 1
        self._mark()

    def follow_codebook(self) -> bool:
        """Take up the codebook that another program put in force meanwhile; whether one did.

        A release that is no longer to be read gives way to the next uncoded one.
        """
        now = self.study.follow_codebook()
        if now.hash == self.codebook.hash:
            return False
        self.codebook, self.words, self.walk = now, Words(now), 0
        self._found = ("", "", ())
        self.size = self.queue.size()
        self.said = " · ".join(filter(None, ("the codebook was edited meanwhile", self.said)))
        self._find_again()
        return True

    def _find_again(self) -> None:
        """Show the same release, its number counted afresh."""
        here, example, self.page = self.page, self.example, None
        try:
            if here is None:
                self._go_elsewhere()
            else:
                self.go(here.id)
                self.example = min(example, max(1, len(here.coding.examples)))
        except LookupError:
            self._go_elsewhere()
        self.tallies = tallies(self.study, self.reading.id)

    def _go_elsewhere(self) -> None:
        """Show the next uncoded release, where the one on show has left the reading."""
        self.page = None
        other = self.queue.next_uncoded() or self.queue.first()
        if other is not None:
            self.go(other)

    def count_again(self) -> None:
        """Read again what another screen may have changed."""
        if self.reload():
            self.said = " · ".join(filter(None, (TEXT_REPLACED, self.said)))

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

    @property
    def numbered(self) -> str:
        """The number of the release on show, to stand before words: "12: "; "" if it has none."""
        return f"{self.ordinal}: " if self.is_among else ""

    def walk_through(self, chosen: Filter) -> None:
        """Let every way from release to release stay within a filter; the empty one ends that."""
        self.queue = Queue(self.study, self.reading.id, chosen)
        self.size = self.queue.size()
        if self.page is not None:
            self.ordinal = self.queue.ordinal(self.page.id)
            self.is_among = self.queue.passes(self.page.id)

    def next_walk(self) -> None:
        """Let `n` go over the next group of words, over all, or over the mentions again."""
        if not self.words.groups:
            self.said = "the codebook has no [[highlight]] groups"
            return
        self.walk_over((self.walk + 1) % (len(self.words.groups) + 2))

    def walk_over(self, number: int) -> None:
        """Let `n` go over what has that number; see `walk`."""
        self.walk = number
        self._mark()
        self.said = f"n goes over: {self.walk_name} ({len(self.marking.stops)} here)"

    @property
    def walk_name(self) -> str:
        """What `n` goes over, in a word."""
        if self.walk == 0:
            return "mention"
        return self.words.groups[self.walk - 1] if self.walk <= len(self.words.groups) else "all"

    def select(self, chosen: Selection | None) -> None:
        """Show a passage as chosen, or none."""
        span = (chosen.start, chosen.end) if chosen else None
        self.marking = replace(self.marking, selection=span)

    def remember_place(self) -> bool:
        """Keep the release on show for the next sitting; False where the study is busy."""
        if self.page is not None:
            try:
                remember_place(self.study, self.reading.id, self.page.id)
            except StudyError:
                return False
        return True

    def keep_fact(self, name: str, value: str) -> None:
        """Keep a choice with the study; where that is busy it ends with the sitting."""
        with suppress(StudyError):
            self.study.set_fact(name, value)

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

    @property
    def standing(self) -> str:
        """Why the release on show is no case of its own; "" where it is one or may become one."""
        return self._standing.words(self.page, self.queue, self.codebook)

    def still_missing(self) -> str:
        """The labels of required fields without a code: "Mode, Origin"."""
        if self.page is None:
            return ""
        fields = missing(self.page.coding, self.codebook)
        return ", ".join(dict.fromkeys(field.label for field, _ in fields))

    def look_at(self, release_id: int) -> Page | None:
        """Another release, to be shown beside the one at hand; None where it is read no more."""
        try:
            return self.queue.page(release_id)
        except LookupError:
            return None

    def reload(self) -> bool:
        """Read again what a decision may have changed; whether the text is another one now."""
        before = self.page
        if before is not None:
            self.page = self.look_at(before.id)
            if self.page is None:
                self._go_elsewhere()
        replaced = bool(
            before and self.page and self.page.id == before.id and self.page.digest != before.digest
        )
        if replaced:
            self._mark()
        if self.page is not None:
            self.suspected = has_strong(self.study, self.reading.id, self.page.id)
            self.example = min(self.example, max(1, len(self.page.coding.examples)))
        self.tallies = tallies(self.study, self.reading.id)
        return replaced

    def ahead(self) -> tuple[Page, Marking] | None:
        """The release after this one with its marks, to be drawn while nobody waits for it."""
        following = self.queue.step(self.page.id, 1) if self.page else None
        if following is None:
            return None
        page = self.queue.page(following)
        self._found = (page.title, page.text, self.words.find(page))
        return page, self._marking(page)

    def _mark(self) -> None:
        if self.page is not None:
            self.marking = self._marking(self.page)

    def _words_in(self, page: Page) -> tuple[Mention, ...]:
        """The analyst's own words; those of the release made ready are not looked for again."""
        title, text, found = self._found
        return found if (title, text) == (page.title, page.text) else self.words.find(page)

    def _marking(self, page: Page) -> Marking:
        found = self._words_in(page)
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

    def _is_uncoded(self, release_id: int) -> bool:
        page = self.look_at(release_id)
        return page is not None and page.status == "uncoded"
