"""How far a long piece of work has come, on a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_WORTH_A_BAR = 2000
"""What is done before a bar could be read gets none."""


@contextmanager
def progress_bar(total: int, label: str) -> Iterator[Callable[[int], None]]:
    """A bar on the standard error while work goes on; nothing elsewhere, or for little work.

    It comes with the first count and goes with the last, so that lines may be printed around it.

    Yields:
        What is to be called with counts as they are done.
    """
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        yield lambda count: None
        return
    with ExitStack() as stack:
        bar: ProgressBar[int] | None = None
        done = 0

        def show(count: int) -> None:
            nonlocal bar, done
            done += count
            if bar is None:
                bar = stack.enter_context(
                    click.progressbar(length=total, label=label, file=sys.stderr)
                )
            bar.update(count)
            if done >= total:
                stack.close()

        yield show
