"""The display of a running collection, on a terminal and in a log."""

import io

from annotator.collecting.display import Display, duration
from annotator.collecting.words import Progress


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_log_gets_a_line_every_ten_seconds_or_hundred_pages() -> None:
    out, clock = io.StringIO(), Clock()
    display = Display(out, terminal=False, requests=lambda: 4, clock=clock)
    for page in range(1, 151):
        clock.now += 0.01
        display.page(Progress(page, 5400, page * 50), {"new": 3})
    assert len(out.getvalue().splitlines()) == 2
    clock.now += 10
    display.page(Progress(151, 5400, 7550), {"new": 3})
    last = out.getvalue().splitlines()[-1]
    assert last.startswith("page 151/5,400 · 7,550 seen · 3 kept · 0.3/s · ≤ ")
    assert "\r" not in out.getvalue()


def test_a_terminal_has_one_line_that_fits() -> None:
    out, clock = io.StringIO(), Clock()
    display = Display(out, terminal=True, width=40, requests=lambda: 4, clock=clock)
    for page in range(1, 20):
        clock.now += 0.25
        display.page(Progress(page, 5400, page * 50), {})
    display.trouble("HTTP 503, text/html: “Sorry, we are down for a long time”; again in 3 s")
    display.end()
    assert out.getvalue().count("\n") == 1
    assert all(len(line) == 39 for line in out.getvalue().strip("\r\n").split("\r"))


def test_times_are_said_as_people_do() -> None:
    assert [duration(s) for s in (0.4, 99, 1500, 11400)] == ["0 s", "99 s", "25 min", "3 h 10 min"]
