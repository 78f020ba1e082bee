"""The programs whose keys are measured, and what each key must bring to the screen."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import studies
import synthetic
from studies import ANNOTATOR, PYTHON, SHARED
from terminal import Shows, Terminal

Expectation = Callable[[str], Shows]
"""Given the text before the key, what must be on the screen after it."""
Prepare = Callable[[Terminal], object]


@dataclass(frozen=True, slots=True)
class Step:
    """A key that is pressed a number of times."""

    name: str
    key: str | Callable[[str], str]
    """The key, or which it is by what is on the screen."""
    shows: Expectation | None = None
    """None: whatever it writes is what it should."""
    floor: str = ""
    """The step of the floor that is nearest to it."""
    before: Prepare = bool
    """Done before each press, unmeasured."""
    after: Prepare = bool
    """Done after each press, unmeasured."""
    begin: Prepare = bool
    """Done before the first press."""
    end: Prepare = bool
    """Done after the last."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program, how it is started, and its steps; the first is the key that is held down."""

    name: str
    command: list[str]
    ready: str
    """What is on the screen when it is up."""
    steps: tuple[Step, ...]
    term: str = "xterm-256color"
    held: bool = True


def number(text: str) -> int:
    """The number of the first release on the screen."""
    found = re.search(r"Matter (\d{6})", text)
    return int(found[1]) if found else 0


def annotator(study: Path) -> Program:
    """The coding screen."""
    return Program("annotator", [*ANNOTATOR, "code", str(study)], "Matter ", _OURS)


def floor(folder: Path, count: int) -> Program | str:
    """The fixed-rows floor on the same releases, or why there is none."""
    script = SHARED / "apps" / "floor_textual.py"
    if not script.exists():
        return f"the floor is not measured: there is no {script}"
    path = folder / f"floor-{count}.db"
    if not path.exists():
        _floor_database(path, count)
    command = [PYTHON, str(script), "rows", "--db", str(path)]
    return Program("floor", command, "DOC 000001", _FLOOR)


def less(folder: Path, count: int) -> Program | str:
    """`less` on one file of all releases, from title to title."""
    if not shutil.which("less"):
        return "less is not installed"
    path = folder / f"less-{count}.txt"
    if not path.exists():
        with path.open("w", encoding="utf-8") as file:
            for record in synthetic.read(studies.records(count)):
                file.write(f"{record['title']}\n\n{record['body']}\n\n")
    return Program("less", ["less", "+/^Matter", str(path)], "Matter ", _LESS, _PLAIN)


def visidata(folder: Path, count: int) -> Program | str:
    """VisiData on the same JSON lines."""
    if not (path := shutil.which("vd")):
        return "VisiData is not installed"
    return Program("VisiData", [path, str(studies.records(count))], "Matter ", _VISIDATA, _PLAIN)


def slate(folder: Path, count: int) -> Program | str:
    """SLATE, which reads every document when it starts: at 100,000 that is half a minute."""
    if not (path := shutil.which("slate")):
        return "SLATE is not installed"
    if count > 1000:
        return "SLATE is measured with 1,000 releases only"
    documents = folder / f"slate-{count}"
    if not documents.exists():
        documents.mkdir()
        for place, record in enumerate(synthetic.read(studies.records(count)), 1):
            text = f"{record['title']}\n\n{record['body']}\n"
            (documents / f"{place:06d}.txt").write_text(text, encoding="utf-8")
    listed = documents / "list"
    listed.write_text("".join(f"{file}\n" for file in sorted(documents.glob("*.txt"))))
    options = ["-t", "categorical", "-s", "document", "-sp", "-o", "-l", str(documents / "log")]
    return Program("SLATE", [path, "-d", str(listed), *options], "Matter ", _SLATE, _PLAIN, False)


_LISTED = 10
"""So many titles are on the screen only when it is a list; so many releases are looked at."""
_PLAIN = "screen-256color"
"""A terminal without the shorthands of xterm that pyte does not know."""


def _floor_database(path: Path, count: int) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    with connection:
        connection.execute("create table releases (id integer primary key, title, body)")
        connection.executemany(
            "insert into releases (title, body) values (:title, :body)",
            synthetic.read(studies.records(count)),
        )
    connection.close()


def _steps_by(count: int) -> Expectation:
    return lambda before: lambda text: number(text) == number(before) + count


def _toggles(words: str) -> Expectation:
    return lambda before: lambda text: (words in text) != (words in before)


def _says(words: str) -> Expectation:
    return lambda _: lambda text: words in text


def _below(text: str) -> int:
    """How many rows are below the screen."""
    found = re.search(r"↓ +(\d+)", text)
    return int(found[1]) if found else 0


def _mention(text: str) -> tuple[int, int]:
    """Number of the current mention, and of how many."""
    found = re.search(r"mention (\d+)/(\d+)", text)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _room_below(terminal: Terminal) -> None:
    """Be somewhere with rows below: at the top again, else at a longer release."""
    if not _below(terminal.text):
        terminal.press("\x1b[H")
    _go_on_until(terminal, _below)


def _go_on_until(terminal: Terminal, found: Shows) -> None:
    """Be at one of the next releases, the first for which that is so."""
    for _ in range(_LISTED):
        if found(terminal.text):
            return
        terminal.press("]")


def _several_mentions(terminal: Terminal) -> None:
    _go_on_until(terminal, lambda text: _mention(text)[1] > 1)


def _uncoded_fraud(terminal: Terminal) -> None:
    """All but the origin is set, so that the next code completes the release."""
    if "●3" not in terminal.text:
        terminal.press("3")


def _is_list(text: str) -> bool:
    return text.count("Matter ") > _LISTED


def _open_list(terminal: Terminal) -> None:
    terminal.press("l", _is_list)
    terminal.press(" ")  # the first page only takes the cursor to the foot


def _close_list(terminal: Terminal) -> None:
    terminal.press("q", lambda text: not _is_list(text))


def _ask_for(terminal: Terminal, word: str) -> None:
    terminal.press("/", lambda text: "Enter keeps" in text)
    terminal.press(word)


def _finding(rank: int) -> Step:
    word = synthetic.word(rank)
    return Step(
        f"find a word {'many' if rank < 100 else 'few'} have",
        "\r",
        lambda _: lambda text: word in text.partition("\n")[0],
        "next",
        before=lambda terminal: _ask_for(terminal, word),
        after=_close_list,
    )


_OURS = (
    Step("next release", "]", _steps_by(1), "next"),
    Step("previous release", "[", _steps_by(-1), "next"),
    Step(
        "a code that stays",
        lambda text: "3" if "●1" in text else "1",
        lambda before: lambda text: ("●3" if "●1" in before else "●1") in text,
        "code",
    ),
    Step("a code that completes", "o", _steps_by(1), "next", before=_uncoded_fraud),
    Step("flag", "f", _toggles("⚑ flagged"), "code"),
    Step(
        "scroll a line",
        "j",
        lambda before: lambda text: _below(text) == _below(before) - 1,
        "scroll",
        before=_room_below,
    ),
    Step(
        "page",
        " ",
        lambda before: lambda text: _below(text) < _below(before),
        "page",
        before=_room_below,
    ),
    Step(
        "next mention",
        "n",
        lambda before: lambda text: _mention(text) != _mention(before),
        "scroll",
        before=_several_mentions,
    ),
    Step("only mentions (Tab)", "\t", _toggles("only the sentences"), "next"),
    Step(
        "open the list",
        "l",
        lambda _: _is_list,
        "next",
        after=_close_list,
    ),
    Step(
        "page the list",
        " ",
        lambda before: lambda text: number(text) > number(before),
        "next",
        begin=_open_list,
        end=_close_list,
    ),
    _finding(30),
    _finding(3000),
    Step("undo", "u", _says("undone"), "next", before=lambda it: it.press("f")),
)
_FLOOR = (
    Step(
        "next",
        "j",
        lambda before: (
            lambda text: (
                f"DOC {_document(before) + 1:06d}" in text
                and f"RELEASE {_document(before) + 1:06d}" in text
            )
        ),
    ),
    Step("code", "1", lambda before: lambda text: _coded(text) == _coded(before) + 1),
    Step("scroll", "d", before=lambda it: it.press("u")),
    Step("page", " ", before=lambda it: it.press("b")),
)
_LESS = (
    Step("next release", "n", _steps_by(1), "next"),
    Step("page", " ", floor="page"),
)
_VISIDATA = (
    Step("next row", "j", floor="next"),
    Step("page", "\x1b[6~", floor="page"),
)
_SLATE = (Step("next document", "]", _steps_by(1), "next"),)


def _document(text: str) -> int:
    return int(re.search(r"DOC (\d{6})", text)[1])  # type: ignore[index]


def _coded(text: str) -> int:
    return int(re.search(r"presses (\d+)", text)[1])  # type: ignore[index]
