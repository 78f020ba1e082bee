"""The commands of the report screen."""

from annotator.keys import Command
from annotator.report_pieces import Piece

_PAGES = (
    ("overview", "Overview", "From the releases to the cases in focus, and what falls away."),
    ("categories", "Categories", "Cases and examples by category, with shares."),
    ("origins", "Fields", "The codes of each case, by group too."),
    ("quarters", "Quarters", "Cases by quarter, drawn and as a table."),
    ("events", "Events", "The quarters before and after each event."),
    ("places", "Places", "Cases by state."),
)

COMMANDS = (
    *(
        Command(f"report.{name}", str(n + 1), f"page_of({n})", label, text)
        for n, (name, label, text) in enumerate(_PAGES)
    ),
    Command("report.next", "tab,right", "turn(1)", "Next", "The next page of the report."),
    Command("report.previous", "shift+tab,left", "turn(-1)", "Previous", "The page before."),
    Command("report.down", "j,down", "scroll(1)", "Down", "One row down."),
    Command("report.up", "k,up", "scroll(-1)", "Up", "One row up."),
    Command("report.page_down", "space,pagedown", "page(1)", "Page down", "A page down."),
    Command("report.page_up", "pageup,b", "page(-1)", "Page up", "A page up."),
    Command("report.top", "home", "edge(False)", "Top", "The first row."),
    Command("report.end", "end", "edge(True)", "End", "The last row."),
    Command("report.close", "escape,q,t", "close", "Back", "Back to where you were."),
)


def key_line() -> list[Piece]:
    """The keys at the foot of the screen."""
    keys = (
        ("1-6", "part"),
        ("Tab", "next"),
        ("↓", "down"),
        ("Space", "page"),
        ("Esc", "back"),
    )
    pieces: list[Piece] = [(" ", "")]
    for key, label in keys:
        pieces += [(key, "key"), (f" {label}   ", "dim")]
    return pieces
