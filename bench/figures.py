"""Figures: percentiles, and tables that are easy to read."""

import os
import time
from collections.abc import Callable, Sequence
from statistics import median


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies, between two of them by proportion."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def typical(measure: Callable[[], object], rounds: int = 5) -> float:
    """Median seconds that something takes, done once before without being counted."""
    measure()
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        measure()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def times(value: float, other: float) -> str:
    """How many times `other` a value is."""
    return f"{value / other:.2f} ×" if other else "·"


def heading(text: str) -> None:
    """A heading, with how busy the machine is: other work spoils times, and ratios less."""
    print(f"\n{text} · load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table; the first column left, numbers right."""
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    for row in (columns, *rows):
        first, *rest = (f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True))
        print("  " + "  ".join([f"{first.strip():<{widths[0]}}", *rest]).rstrip())
