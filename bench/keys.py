"""How long after a key its answer is on the screen, beside other programs in the same minutes.

python bench/keys.py [--releases 1000 100000] [--sizes 80x24 120x40] [--rounds 3] [--presses 12]
"""

import argparse
import random
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import programs
import studies
from figures import heading, percentile, table, times
from programs import Program, Step
from terminal import Press, Terminal

FRAME = 1 / 60
"""A press comes anywhere within a frame."""


@dataclass
class Run:
    """One run of a program: each step's presses, and how the program is besides."""

    start: Press
    presses: dict[str, list[Press]] = field(default_factory=lambda: defaultdict(list))
    memory: float = 0.0
    idle: float = 0.0
    behind: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--releases", type=int, nargs="+", default=[1000])
    parser.add_argument("--sizes", nargs="+", default=["80x24", "120x40"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--presses", type=int, default=12, help="of each key in a round")
    chosen = parser.parse_args()
    for count in chosen.releases:
        with studies.workspace() as folder:
            measured = _programs(folder, count)
            for size in chosen.sizes:
                runs = _rounds(measured, folder, size, chosen.rounds, chosen.presses)
                heading(f"{size}, {count:,} releases, {chosen.rounds} × {chosen.presses} presses")
                _report(measured, runs)


def _programs(folder: Path, count: int) -> list[Program]:
    found = [programs.annotator(studies.make(folder, count))]
    for other in (programs.floor, programs.less, programs.visidata, programs.slate):
        program = other(folder, count)
        if isinstance(program, str):
            print(f"({program})")
        else:
            found.append(program)
    return found


def _rounds(
    measured: list[Program], folder: Path, size: str, rounds: int, presses: int
) -> dict[str, list[Run]]:
    """Each program in turn, round by round, so that a busy minute hits all alike."""
    columns, rows = map(int, size.split("x"))
    runs: dict[str, list[Run]] = {program.name: [] for program in measured}
    for turn in range(rounds):
        for program in measured[turn % len(measured) :] + measured[: turn % len(measured)]:
            variables = {"TERM": program.term, "COLORTERM": "truecolor"}
            environment = {**studies.environment(folder), **variables}
            with Terminal(program.command, columns, rows, environment) as terminal:
                runs[program.name].append(_run(terminal, program, presses))
    return runs


def _run(terminal: Terminal, program: Program, presses: int) -> Run:
    run = Run(terminal.ready(lambda text: program.ready in text))
    if not run.start.met:
        raise SystemExit(f"{program.name} does not start:\n{terminal.text}")
    terminal.idle(1.5)  # what it still does in the background
    for step in program.steps:
        step.begin(terminal)
        for _ in range(presses):
            press = _press(terminal, step)
            if press.size:  # nothing is below to scroll to, and nobody said that there is
                run.presses[step.name].append(press)
        step.end(terminal)
    run.memory = terminal.memory()
    run.idle = terminal.idle(2.0)
    if program.held and isinstance(key := program.steps[0].key, str):
        run.behind, _ = terminal.hold(key)
    return run


def _press(terminal: Terminal, step: Step) -> Press:
    step.before(terminal)
    before = terminal.text
    key = step.key if isinstance(step.key, str) else step.key(before)
    time.sleep(random.uniform(0, FRAME))
    press = terminal.press(key, step.shows(before) if step.shows else None)
    step.after(terminal)
    return press


def _report(measured: list[Program], runs: dict[str, list[Run]]) -> None:
    floor = runs.get("floor", [])
    rows = [
        _key_row(program, step, runs[program.name], floor)
        for program in measured
        for step in program.steps
        if any(run.presses[step.name] for run in runs[program.name])
    ]
    table(
        [
            *("", "p50 ms", "p95", "p99", "settled", "cpu ms", "bytes", "deflated", "missed"),
            *("paint ÷ floor", "cpu ÷", "bytes ÷"),
        ],
        rows,
    )
    print()
    table(
        ["", "start ms", "÷ floor", "MB", "÷ floor", "idle bytes/s", "held key: ms behind"],
        [_program_row(name, taken, floor) for name, taken in runs.items()],
    )


def _key_row(program: Program, step: Step, runs: list[Run], floor: list[Run]) -> list[str]:
    presses = [press for run in runs for press in run.presses[step.name]]
    paints = [press.paint for press in presses]
    figures = [
        *(f"{percentile(paints, share):.1f}" for share in (0.5, 0.95, 0.99)),
        f"{median(press.settle for press in presses):.1f}",
        f"{median(press.cpu for press in presses):.1f}",
        f"{median(press.size for press in presses):,.0f}",
        f"{median(press.deflated for press in presses):,.0f}",
        str(sum(not press.met for press in presses)),
    ]
    ratios = [_ratio(step, what, runs, floor) for what in ("paint", "cpu", "size")]
    return [f"{program.name}: {step.name}", *figures, *ratios]


def _ratio(step: Step, what: str, runs: list[Run], floor: list[Run]) -> str:
    """Median over the rounds of the ratio to the floor's nearest key within the round."""
    ratios = []
    for run, least in zip(runs, floor, strict=False):
        ours, its = run.presses[step.name], least.presses[step.floor]
        if ours and its:
            values = [median(getattr(press, what) for press in presses) for presses in (ours, its)]
            ratios.append(values[0] / values[1] if values[1] else 0.0)
    return f"{median(ratios):.2f}" if ratios else "·"


def _program_row(name: str, runs: list[Run], floor: list[Run]) -> list[str]:
    start, memory = median(run.start.paint for run in runs), median(run.memory for run in runs)
    return [
        name,
        f"{start:.0f}",
        times(start, median(run.start.paint for run in floor)) if floor else "·",
        f"{memory:.0f}",
        times(memory, median(run.memory for run in floor)) if floor else "·",
        f"{median(run.idle for run in runs):.0f}",
        f"{median(run.behind for run in runs):.0f}",
    ]


if __name__ == "__main__":
    main()
