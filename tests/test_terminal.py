"""Keys typed before the terminal showed a release never code it, however slow the line."""

import time

import pytest
from textual import events

from annotator.app import AnnotatorApp
from annotator.sight import Sight
from annotator.terminal import QUESTION, Terminal
from db import readings
from db.coding import Coding
from db.study import Study


def test_answers_go_to_those_who_asked_in_order() -> None:
    written: list[str] = []
    terminal, seen = Terminal(written.append), []
    terminal.tell_when_seen(lambda at: seen.append(("a", at)))
    terminal.tell_when_seen(lambda at: seen.append(("b", at)))
    assert written == [QUESTION.format(1), QUESTION.format(2)] and not terminal.is_quiet
    terminal.answered(1.0, 1)
    assert seen == [("a", 1.0)]
    terminal.answered(2.0, 2)
    assert seen == [("a", 1.0), ("b", 2.0)] and terminal.is_quiet
    terminal.answered(3.0, 2)  # nobody asked: a report of the terminal's own


def test_an_answer_that_is_waited_for_no_more_is_nobody_elses() -> None:
    terminal, seen = Terminal(lambda question: None), []
    terminal.tell_when_seen(lambda at: seen.append("a"))
    terminal.tell_when_seen(lambda at: seen.append("b"))
    terminal.forget()  # a key came while the line stood still: asked once more
    terminal.tell_when_seen(lambda at: seen.append("c"))
    terminal.answered(1.0, 1)
    terminal.answered(2.0, 2)
    assert seen == [] and not terminal.is_quiet
    terminal.answered(3.0, 3)
    assert seen == ["c"]


def test_a_lost_answer_keeps_nobody_waiting() -> None:
    terminal, seen = Terminal(lambda question: None), []
    terminal.tell_when_seen(lambda at: seen.append("a"))
    terminal.tell_when_seen(lambda at: seen.append("b"))
    terminal.answered(2.0, 2)
    assert seen == ["b"] and terminal.is_quiet


def test_a_terminal_that_never_answers_is_not_asked_again() -> None:
    written: list[str] = []
    terminal, seen = Terminal(written.append), []
    terminal.tell_when_seen(seen.append)
    terminal.give_up_if_mute()
    terminal.tell_when_seen(seen.append)
    assert len(seen) == 2 and written == [QUESTION.format(1)]


def test_one_that_answers_goes_on_being_asked() -> None:
    written: list[str] = []
    terminal = Terminal(written.append)
    terminal.tell_when_seen(lambda at: None)
    terminal.answered(1.0, 1)
    terminal.give_up_if_mute()
    terminal.tell_when_seen(lambda at: None)
    assert written == [QUESTION.format(1), QUESTION.format(2)]


async def test_on_a_slow_line_only_keys_typed_with_sight_count(study: Study) -> None:
    """The terminal answers half a second late; keys typed meanwhile meant the release before."""
    app = AnnotatorApp(study, readings.choose(study))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.sight.terminal = slow = Terminal(lambda question: None)  # type: ignore[attr-defined]
        await pilot.press("3", "p")
        await pilot.press("3", "p", "v", "3", "p")  # typed ahead, from memory
        coding = Coding(study, readings.choose(study))
        assert coding.state(2).values == {} and coding.state(2).examples == ()
        assert not slow.is_quiet
        app.post_message(events.CursorPosition(0, 0))
        slow.answered(time.monotonic(), 1)
        await pilot.press("4", "v")
        assert coding.state(2).value("category") == "threats"
        assert coding.state(3).examples == ()


@pytest.mark.parametrize("answer", ["\x1b[1;1R", "\x1b[24;80R"])
def test_textual_tells_the_answer_from_a_key(answer: str) -> None:
    """We rely on its parser: it must give a position, not keys that would code something."""
    from textual._xterm_parser import XTermParser

    found = list(XTermParser().feed(answer))
    assert [type(event) for event in found] == [events.CursorPosition]


def test_a_release_is_in_sight_only_when_the_answer_for_it_has_come() -> None:
    terminal = Terminal(lambda question: None)
    sight = Sight(terminal)
    assert sight.turn_to((1, b"")) and sight.is_early(10.0)
    sight.drawn()
    assert sight.turn_to((2, b"")) and not sight.turn_to((2, b""))
    sight.drawn()
    terminal.answered(5.0, 1)  # for the first one, which is gone
    assert sight.is_early(6.0)
    terminal.answered(7.0, 2)
    assert sight.is_early(6.9) and not sight.is_early(7.0)
    sight.turn_away()
    assert sight.is_early(8.0) and sight.turn_to((2, b""))
