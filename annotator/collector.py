"""Python's collector of garbage, which stands in the way of a program that is waited for."""

import gc

GARBAGE = 20_000
"""New objects after which the collector looks; at Python's 700 it does so several times a press."""


def rest() -> None:
    """Collect nothing while the program loads: nothing of that becomes garbage."""
    gc.disable()


def go_on() -> None:
    """Collect again, seldom, and only what is made from now on."""
    gc.freeze()
    gc.set_threshold(GARBAGE)
    gc.enable()
