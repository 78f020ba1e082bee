"""The map: each state and territory a tile in its place, with its count."""

from annotator.report.pieces import Line, NumberedLine
from annotator.wrapping import fit
from db.report.cells import CaseCell
from db.report.kinds import CASES, FOCUS
from db.report.records import Report

_GRID = (
    "AK .  .  .  .  .  .  .  .  .  ME",
    ".  .  .  .  .  .  .  .  .  VT NH",
    "WA ID MT ND MN IL WI MI NY RI MA",
    "OR NV WY SD IA IN OH PA NJ CT .",
    "CA UT CO NE MO KY WV VA MD DE .",
    ".  AZ NM KS AR TN NC SC DC .  .",
    "AS .  .  OK LA MS AL GA .  .  .",
    "HI MP GU TX .  .  .  .  FL PR VI",
)
TILES = tuple(tuple(row.split()) for row in _GRID)
"""Postal abbreviations in their places; "." is water, or another country."""
_SHADES = " ░▒▓█"


def map_lines(report: Report, width: int) -> list[Line]:
    """What is counted and what the shades mean, then two rows a tile: the name and the count."""
    of = FOCUS if report.heading.focus else CASES
    counts = {
        place.state or "": place.focus if of is FOCUS else place.cases for place in report.places
    }
    most = max((counts.get(name, 0) for row in TILES for name in row), default=0)
    tile = 6 if width > 6 * len(TILES[0]) else 5
    margin = " " * max(1, (width - tile * len(TILES[0])) // 2)
    lines = [_title(report, width), _legend(most)]
    for row in TILES:
        names: list[tuple[str, str]] = [(margin, "")]
        numbers: list[tuple[str, str]] = [(margin, "")]
        for name in row:
            count = counts.get(name, 0)
            if name == ".":
                names.append((" " * tile, ""))
                numbers.append((" " * tile, ""))
                continue
            shade = _SHADES[_shade(count, most)]
            names.append((f" {name}{shade * (tile - 4)} ", "strong" if count else "dim"))
            shown = f"{count:,}" if count else "·"
            numbers.append((shown.rjust(tile - 1) + " ", "accent" if count else "dim"))
        cells = [(name, CaseCell(of, state=name)) for name in row if counts.get(name)]
        places = [number for number, name in enumerate(row, start=1) if counts.get(name)]
        lines += [NumberedLine(names, cells, places) if cells else names, numbers]
    return lines


def _title(report: Report, width: int) -> Line:
    focus = report.heading.focus
    what = f"Cases in focus ({focus})" if focus else "Cases"
    where = ", by the state in which they lie"
    return [(f" {fit(what, width - len(where) - 2)}", "strong"), (where, "dim")]


def _shade(count: int, most: int) -> int:
    """Which of the shades: a quarter of the highest count each; 0 for none."""
    return -(-4 * count // most) if most else 0


def _legend(most: int) -> Line:
    """The shades with the counts that they stand for."""
    pieces: list[tuple[str, str]] = [(" ", "")]
    for shade in range(1, len(_SHADES)):
        low, high = (shade - 1) * most // 4 + 1, shade * most // 4
        if low <= high:
            counts = f"{low:,} to {high:,}" if low < high else f"{low:,}"
            pieces += [(_SHADES[shade] * 2, "strong"), (f" {counts}   ", "dim")]
    return [*pieces, ("· none", "dim")]
