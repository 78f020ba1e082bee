"""The coding screen: one release, one press a code."""

from textual import events

from annotator.keys import bindings, key_line, own_keys
from annotator.prompts import Examples, Excluding, Prompt, Repeating, Selecting
from annotator.screens.coding_lines import dropped_words
from annotator.screens.coding_view import CodingView
from annotator.selection import Selection
from annotator.session import Session
from annotator.terminal import PATIENCE, Terminal
from db.codebook import Code, Field
from db.codebook.keys import CODE_KEYS
from db.filters import Filter
from db.words import state_words

PLACE_SECONDS = 0.3
"""Pause after which the place of a reader who only moves about is kept; at most twice as long."""
VIEW, MENTIONS = "view", "mentions"
"""The fact of the study that keeps the choice of view, and its value for mentions only."""


class CodingScreen(CodingView):
    """Takes codes and commands for the release at hand."""

    BINDINGS = bindings("coding")
    GROUP = "coding"
    """Whose commands its keys are."""
    KEYS: tuple[str, ...] = ("exclude", "skip", "undo", "list", "report")
    """The commands named at the foot."""

    def __init__(self, session: Session, terminal: Terminal) -> None:
        super().__init__(self.GROUP, session, terminal)
        self._dropped: list[str] = []
        """Keys not taken since the last one that was typed with the release in sight."""

    def on_mount(self) -> None:
        self.begin()
        self._place_timer = self.set_interval(PLACE_SECONDS, self.keep_place)
        self.reader.mentions_only = self.session.study.fact(VIEW) == MENTIONS
        self.own_line = key_line(self.GROUP, *self.KEYS, own=own_keys(self))

    def begin(self) -> None:
        """Go to the release that is shown first."""
        self.session.begin()

    def on_key(self, event: events.Key) -> None:
        """Codes and answers; every other key is a command and goes to the bindings."""
        if self.sight.is_in_view(event.time):
            self._dropped = []
        if self.prompt:
            event.stop()
            self._answer(self.prompt, event)
        elif event.character and (meaning := self.session.meaning(event.character)):
            event.stop()
            if not self._is_early(event):
                self.decide(*meaning)
        elif event.character and event.character in CODE_KEYS:
            # of no code here, unless the codebook was edited meanwhile
            self.refresh_all()

    def decide(self, field: Field, code: Code) -> None:
        """Code the release on show."""
        self.session.code(field, code)
        self.refresh_all()

    def exclude(self, reason: str) -> None:
        """Exclude the release on show for the reason of that key."""
        self.session.exclude(reason)
        self.refresh_all()

    def walk_over(self, number: int) -> None:
        """Let `n` go over a group of the analyst's words, counted from 1; 0: the mentions."""
        self.session.walk_over(number)
        self.refresh_all()

    def action_step(self, by: int) -> None:
        """Go to the next or the previous release."""
        self.session.step(by)
        self.refresh_all()
        self._place_timer.reset()  # one who flips through keeps only the place where he pauses

    def action_scroll(self, by: int) -> None:
        """Scroll by a row."""
        self.reader.scroll_rows(by)
        self.refresh_place()

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        self.reader.scroll_page(by)
        self.refresh_place()

    def action_top(self) -> None:
        """Go to the beginning of the release."""
        self.reader.scroll_edge(end=False)
        self.refresh_place()

    def action_bottom(self) -> None:
        """Go to the end of the release."""
        self.reader.scroll_edge(end=True)
        self.refresh_place()

    def action_mention(self, by: int) -> None:
        """Go to the next or the previous mention."""
        self.reader.go_to_stop(by)
        self.refresh_place()

    def action_mentions_only(self) -> None:
        """Show only the sentences around mentions, or all again."""
        only = not self.reader.mentions_only
        self.reader.show_mentions_only(only)
        self.session.keep_fact(VIEW, MENTIONS if only else "whole")
        self.session.said = "only the sentences around mentions" if only else "the whole release"
        self.refresh_all()

    def action_walk(self) -> None:
        """Choose what `n` goes over."""
        self.session.next_walk()
        self.refresh_all()

    def action_repeat(self) -> None:
        """Say what the last coding would set here; the second press sets it."""
        offered = self.session.repeat()
        if offered is None:
            self.session.said = "nothing to repeat here: code a release first, then an uncoded one"
            self.refresh_all()
        else:
            self._ask(Repeating(state_words(offered, self.session.codebook), offered))

    def action_exclude(self) -> None:
        """Ask for the reason to exclude."""
        if self.session.page is not None:
            self._ask(Excluding(self.session))

    def action_examples(self) -> None:
        """Ask what to do with the examples of this case."""
        if self.session.page is None:
            return
        if self.session.refuses("examples"):
            self.refresh_all()
        else:
            self._ask(Examples(self.session))

    def action_undo(self) -> None:
        """Take the last decision back and go there."""
        self.session.undo()
        self.refresh_all()

    def action_redo(self) -> None:
        """Do again what was undone and go there."""
        self.session.redo()
        self.refresh_all()

    def action_skip(self) -> None:
        """Put the release off."""
        self.session.skip()
        self.refresh_all()

    def action_flag(self) -> None:
        """Flag the release, or take the flag down."""
        self.session.flag()
        self.refresh_all()

    def action_evidence(self) -> None:
        """Keep the sentence at the mention as evidence."""
        stop = self.reader.stop
        if stop is not None:
            self.session.take_evidence(stop.part, stop.start)
            self.refresh_all()

    def action_select(self) -> None:
        """Choose a passage by keys, from the sentence at hand."""
        page, stop = self.session.page, self.reader.stop
        if page is None or not page.text.strip():
            return
        if self.session.refuses("evidence"):
            self.refresh_all()
            return
        seen = stop is not None and stop.part == "text" and self.reader.sees("text", stop.start)
        start = stop.start if stop is not None and seen else self.reader.first_offset
        chosen = Selection.at(page.text, start)
        self.session.select(chosen)
        self._ask(Selecting(chosen))

    def action_memo(self) -> None:
        """Write a note on the release."""
        from annotator.screens.ask import AskScreen

        if self.session.page is None:
            return

        def keep(memo: str | None) -> None:
            if memo is not None:
                self.session.memo(memo)
            self.refresh_all()

        self.app.push_screen(AskScreen("Memo", self.session.page.coding.memo), keep)

    def action_place(self) -> None:
        """Say where the case lies."""
        from annotator.screens.ask import AskScreen

        page = self.session.page
        if page is None:
            return

        def keep(text: str | None) -> None:
            understood = text is None or text.strip() == words or self.session.place(text)
            self.refresh_all()
            if not understood:
                ask(text or "", anew=False)

        def ask(value: str, *, anew: bool) -> None:
            self.app.push_screen(AskScreen("Place (Paducah, KY)", value, anew=anew), keep)

        words = page.placed.place.words if page.placed else ""
        ask(words, anew=True)

    def action_list(self) -> None:
        """Show the list of releases."""
        self._open_list(finding=False)

    def action_all(self) -> None:
        """Walk through all releases again."""
        self.session.walk_through(Filter())
        self.session.said = "all releases"
        self.refresh_all()

    def action_find(self) -> None:
        """Search titles and texts."""
        self._open_list(finding=True)

    def action_link(self) -> None:
        """Choose the case that the release belongs to."""
        from annotator.screens.link import LinkScreen

        if self.session.page is not None:
            self.app.push_screen(LinkScreen(self.session, self.sight.terminal))

    def action_case(self) -> None:
        """Show the releases of the case."""
        from annotator.screens.case import CaseScreen

        if self.session.has_case():
            self.app.push_screen(CaseScreen(self.session))
        else:
            self.refresh_all()

    def action_difference(self) -> None:
        """Show what changed in the text since it was decided on."""
        from annotator.screens.difference import DifferenceScreen

        session = self.session
        if session.page is not None:
            self.app.push_screen(DifferenceScreen(session.study, session.reading.id, session.page))

    def action_details(self) -> None:
        """Show all that is known of the release."""
        from annotator.screens.details import DetailsScreen

        if self.session.page is not None:
            self.app.push_screen(DetailsScreen(self.session, self.session.page))

    def action_report(self) -> None:
        """Show the counts so far."""
        from annotator.screens.report import ReportScreen

        def back(_: None) -> None:  # a release opened from a number may have been coded
            if self.session.page is not None:
                self.session.count_again()
            self.refresh_all()

        session = self.session
        report = ReportScreen(session.study, session.reading, sitting=session.sitting)
        self.app.push_screen(report, back)

    def action_quit(self) -> None:
        """Leave; everything is saved already."""
        self.session.remember_place()
        self.say_at_the_end(self.session.end())
        if self.sight.terminal.is_quiet:
            self.app.exit()
        else:  # an answer under way would land in the shell
            self.sight.terminal.tell_when_seen(lambda at: self.app.exit())
            self.set_timer(PATIENCE, self.app.exit)

    def keep_place(self) -> None:
        """Keep the release on show for the next sitting."""
        if self.session.remember_place():
            self._place_timer.pause()

    def _open_list(self, *, finding: bool) -> None:
        from annotator.screens.listing import ListScreen

        def go(release_id: int | None) -> None:
            if release_id is not None:
                self.session.said = ""
                self.session.go(release_id)
            self.refresh_all()

        self.app.push_screen(ListScreen(self.session, finding=finding), go)

    def _ask(self, prompt: Prompt) -> None:
        self.prompt = prompt
        self.session.said = prompt.said
        self.refresh_all()

    def _answer(self, prompt: Prompt, event: events.Key) -> None:
        """A key while something is asked; `?` shows help and leaves the question as it is."""
        if event.character == "?":
            self._help(prompt.help_word)
            return
        key = event.character if event.is_printable and event.character else event.key
        if key == "escape" or not (prompt.decides(key) and self._is_early(event)):
            self.session.said = ""
            self.prompt = prompt.answer(self.session, key)
        if key == "escape":
            self.session.said = ""
        self.refresh_all()
        if span := self.session.marking.selection:
            self.reader.bring_up("text", span[0])
            self.refresh_place()

    def _help(self, word: str) -> None:
        from annotator.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.session.codebook, word=word))

    def _is_early(self, event: events.Key) -> bool:
        """Whether a key was typed before the release at hand was on screen: it meant another."""
        early = self.sight.is_early(event.time)
        if early:
            self._dropped.append(event.character or event.key)
            self.session.said = dropped_words(self._dropped)
            self.refresh_all()
        return early
