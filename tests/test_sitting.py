"""What a sitting counts, its pace, and what is said at its end."""

from annotator.sitting import Sitting
from db import readings
from db.study import Study


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def decide(sitting: Sitting, watch: Watch, release_id: int, seconds: float) -> None:
    watch.now += seconds
    sitting.decided(release_id)


def said(sitting: Sitting, study: Study, left: int) -> str:
    return sitting.end(study, readings.choose(study), left)


def test_time_and_pace_agree(study: Study) -> None:
    watch = Watch()
    sitting = Sitting(watch)
    for number, seconds in enumerate((2, 3, 4), start=1):
        decide(sitting, watch, number, seconds)
    assert (sitting.pace().decided, sitting.pace().seconds) == (3, 3.0)
    assert said(sitting, study, 40) == (
        "This sitting: 3 releases decided in 9 s, 3 s each. 40 uncoded are left, 2 min at this"
        " pace."
    )


def test_one_release_is_said_in_the_singular(study: Study) -> None:
    watch = Watch()
    sitting = Sitting(watch)
    decide(sitting, watch, 1, 30)
    assert said(sitting, study, 1) == (
        "This sitting: 1 release decided in 30 s. 1 uncoded is left, 30 s at this pace."
    )


def test_a_break_is_no_reading_time(study: Study) -> None:
    watch = Watch()
    sitting = Sitting(watch)
    decide(sitting, watch, 1, 20)
    decide(sitting, watch, 2, 3600)
    decide(sitting, watch, 3, 40)
    assert (sitting.pace().decided, sitting.pace().seconds) == (3, 30.0)
    assert said(sitting, study, 0) == "This sitting: 3 releases decided in 90 s, 30 s each."


def test_what_is_undone_does_not_count_and_its_time_goes_to_the_next_decision() -> None:
    watch = Watch()
    sitting = Sitting(watch)
    decide(sitting, watch, 1, 20)
    decide(sitting, watch, 2, 10)
    sitting.undecided(2)
    assert (sitting.pace().decided, sitting.pace().seconds) == (1, 20.0)
    decide(sitting, watch, 2, 10)
    assert (sitting.pace().decided, sitting.pace().seconds) == (2, 20.0)


def test_a_sitting_in_which_all_was_undone_is_not_spoken_of(study: Study) -> None:
    watch = Watch()
    sitting = Sitting(watch)
    decide(sitting, watch, 1, 20)
    sitting.undecided(1)
    sitting.undecided(7)
    assert said(sitting, study, 5) == ""
    assert study.connection.execute("select count(*) from runs").fetchone()[0] == 1  # the import
