"""How long the program takes to start: its help, and its screen beside the least Textual program.

python bench/start.py [--releases 1000 100000] [--rounds 5]
"""

import argparse
from pathlib import Path
from statistics import median

import studies
from figures import heading, table, times
from studies import ANNOTATOR, PYTHON
from terminal import Press, Terminal

HELLO = [PYTHON, str(Path(__file__).with_name("floor_hello.py"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--releases", type=int, nargs="+", default=[1000])
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    with studies.workspace() as folder:
        made = {count: studies.make(folder, count) for count in chosen.releases}
        _help(folder, chosen.rounds)
        _screens(folder, made, chosen.rounds)


def _help(folder: Path, rounds: int) -> None:
    runs = {"python -c pass": ([PYTHON, "-c", "pass"], []), "--help": (ANNOTATOR, ["--help"])}
    costs = {
        name: [studies.run(*rest, home=folder, program=program) for _ in range(rounds + 1)][1:]
        for name, (program, rest) in runs.items()
    }
    heading("Commands, warm")
    bare = median(cost.seconds for cost in costs["python -c pass"])
    rows = []
    for name, taken in costs.items():
        seconds = median(cost.seconds for cost in taken)
        cpu = median(cost.cpu for cost in taken)
        rows.append([name, f"{seconds * 1e3:.0f}", f"{cpu * 1e3:.0f}", times(seconds, bare)])
    table(["", "ms", "cpu ms", "python"], rows)


def _screens(folder: Path, made: dict[int, Path], rounds: int) -> None:
    """Start them in turn, so that a busy moment of the machine hits them alike."""
    programs = {"least Textual program": (HELLO, "ready")}
    for count, study in made.items():
        programs[f"annotator code, {count:,}"] = ([*ANNOTATOR, "code", str(study)], "Matter ")
    starts: dict[str, list[tuple[Press, float]]] = {name: [] for name in programs}
    for _ in range(rounds + 1):
        for name, (command, word) in programs.items():
            with Terminal(command, 120, 40, studies.environment(folder)) as terminal:
                press = terminal.ready(lambda text, word=word: word in text)
                starts[name].append((press, terminal.memory()))
    heading("Screens, from the command to the paint, 120×40")
    rows, least = [], None
    for name, taken in starts.items():
        paint = median(press.paint for press, _ in taken[1:])
        cpu = median(press.cpu for press, _ in taken[1:])
        memory = median(held for _, held in taken[1:])
        least = least or (paint, cpu, memory)
        ratios = [times(*pair) for pair in zip((paint, cpu, memory), least, strict=True)]
        missed = sum(not press.met for press, _ in taken)
        row = [f"{paint:.0f}", ratios[0], f"{cpu:.0f}", ratios[1], f"{memory:.0f}", ratios[2]]
        rows.append([name, *row, str(missed)])
    table(["", "ms", "least", "cpu ms", "least", "MB", "least", "missed"], rows)


if __name__ == "__main__":
    main()
