"""Every command of the screens, said once: keys, footer, palette, help and manual follow.

Codes are not here: their keys are the codebook's (digits and the letters it may use).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from textual.binding import Binding, BindingType
from textual.keys import format_key
from textual.screen import Screen

DISPLAY = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "enter": "Enter",
    "escape": "Esc",
    "equals_sign": "=",
    "apostrophe": "'",
    "asterisk": "*",
    "slash": "/",
    "question_mark": "?",
    "at": "@",
    "backslash": "\\",
    "colon": ":",
    "full_stop": ".",
    "comma": ",",
    "semicolon": ";",
    "quotation_mark": '"',
    "ctrl+p": "Ctrl-P",
}


def keys_shown(keys: str) -> str:
    """Keys as a person reads them: "] →" for Textual's names separated by commas."""
    return " ".join(DISPLAY.get(key) or format_key(key) for key in keys.split(","))


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a key does on one screen."""

    id: str
    """Name for the config file: `coding.next`."""
    keys: str
    """Keys as Textual names them, separated by commas."""
    action: str
    label: str
    """A word or two, for the palette and the line of keys."""
    help: str
    """A sentence for help and manual."""

    @property
    def shown(self) -> str:
        """The keys as a person reads them."""
        return keys_shown(self.keys)

    @property
    def screen(self) -> str:
        """The screen it belongs to."""
        return self.id.partition(".")[0]

    def binding(self) -> Binding:
        """The binding for Textual."""
        return Binding(self.keys, self.action, self.label, id=self.id, tooltip=self.help)


def _moving(
    screen: str, close: str, back: str, *, action: str = "scroll", one: str = "line"
) -> tuple[Command, ...]:
    """The commands of every screen that is looked through, and left again.

    Args:
        close: the key that opened the screen and closes it, too; "" for none.
        action: what moves: the text, or a cursor ("move").
        one: what a step is.
    """
    leave = ",".join(key for key in ("escape,q", close) if key)
    return (
        Command(f"{screen}.down", "j,down", f"{action}(1)", "Down", f"One {one} down."),
        Command(f"{screen}.up", "k,up", f"{action}(-1)", "Up", f"One {one} up."),
        Command(f"{screen}.page_down", "space,pagedown", "page(1)", "Page down", "A page down."),
        Command(f"{screen}.page_up", "pageup,b", "page(-1)", "Page up", "A page up."),
        Command(f"{screen}.close", leave, "close", "Back", back),
    )


COMMANDS = (
    Command(
        "coding.next", "right_square_bracket,right", "step(1)", "Next", "The next release by date."
    ),
    Command(
        "coding.previous", "left_square_bracket,left", "step(-1)", "Previous", "The release before."
    ),
    Command("coding.down", "j,down", "scroll(1)", "Down", "One line down."),
    Command("coding.up", "k,up", "scroll(-1)", "Up", "One line up."),
    Command(
        "coding.page_down",
        "space,pagedown",
        "page(1)",
        "Page down",
        "A page down; never decides anything.",
    ),
    Command("coding.page_up", "pageup", "page(-1)", "Page up", "A page up."),
    Command("coding.top", "home", "top", "Top", "The beginning of the release."),
    Command("coding.end", "end", "bottom", "End", "The end of the release."),
    Command(
        "coding.next_mention",
        "n",
        "mention(1)",
        "Next mention",
        "The next place where the platform is named.",
    ),
    Command(
        "coding.previous_mention", "N,b", "mention(-1)", "Previous mention", "The mention before."
    ),
    Command(
        "coding.walk",
        "comma",
        "walk",
        "What n goes over",
        "Mentions, a group of your own words, or all, in turn.",
    ),
    Command(
        "coding.mentions_only",
        "tab",
        "mentions_only",
        "Mentions only",
        "Only the sentences around mentions, or all again.",
    ),
    Command(
        "coding.repeat",
        "full_stop",
        "repeat",
        "Repeat",
        "The last coding again: once to see what it would set, twice to set it.",
    ),
    Command(
        "coding.exclude",
        "x",
        "exclude",
        "Exclude",
        "Exclude: then the key of the reason; x again makes it uncoded.",
    ),
    Command(
        "coding.undo",
        "u",
        "undo",
        "Undo",
        "Take the last decision back and go there, across sittings too.",
    ),
    Command("coding.redo", "U,r", "redo", "Redo", "Do again what was undone."),
    Command("coding.skip", "s", "skip", "Skip", "Put the release off until the others are done."),
    Command("coding.flag", "f", "flag", "Flag", "Flag the release, or take the flag down."),
    Command("coding.memo", "m", "memo", "Memo", "Write a note on the release."),
    Command(
        "coding.link",
        "equals_sign",
        "link",
        "Link to a case",
        "Link the release to the case it belongs to, or take it out.",
    ),
    Command(
        "coding.place",
        "at",
        "place",
        "Place",
        "Say where the case lies: Paducah, KY; nothing: by its text.",
    ),
    Command("coding.case", "asterisk", "case", "Case", "The releases of the case this one is in."),
    Command(
        "coding.examples",
        "e",
        "examples",
        "Examples",
        "Several suspects or uses: choose, add or remove an example.",
    ),
    Command(
        "coding.select",
        "semicolon",
        "select",
        "Select evidence",
        "Choose a passage by keys and keep it as evidence.",
    ),
    Command(
        "coding.difference",
        "quotation_mark",
        "difference",
        "What changed",
        "What changed in the text since the release was decided on.",
    ),
    Command(
        "coding.evidence",
        "apostrophe",
        "evidence",
        "Evidence",
        "Keep the sentence at the mention as the ground for the field coded last.",
    ),
    Command(
        "coding.details",
        "backslash",
        "details",
        "Details",
        "Source, place, evidence, memo and every decision on the release.",
    ),
    Command("coding.find", "slash", "find", "Find", "Search titles and texts."),
    Command("coding.list", "l", "list", "List", "All releases, by state."),
    Command("coding.all", "escape", "all", "All releases", "Walk through all releases again."),
    Command("coding.report", "t", "report", "Report", "The counts so far."),
    Command("coding.quit", "q", "quit", "Quit", "Leave; everything is saved already."),
    Command(
        "behind.close", "escape,q,l,t", "quit", "Back to the list", "Back to the number's releases."
    ),
    Command("behind.find", "slash", "find", "Find", "Search the releases behind the number."),
    Command(
        "anywhere.help",
        "question_mark,h",
        "app.help",
        "Help",
        "Every key of the screen on show, and every code with its definition.",
    ),
    Command(
        "anywhere.palette",
        "colon,ctrl+p",
        "app.command_palette",
        "Commands",
        "Every command of the screen on show, by name.",
    ),
    *_moving("list", "", "Back to where you were.", action="move", one="release"),
    Command("list.top", "home", "edge(-1)", "Top", "The first release."),
    Command("list.end", "end", "edge(1)", "End", "The last release."),
    Command("list.find", "slash", "find", "Find", "Search titles and texts."),
    Command(
        "list.state",
        "tab",
        "next_state",
        "State",
        "Only uncoded, coded, excluded, linked or flagged ones, in turn.",
    ),
    Command("list.open", "enter", "choose", "Open", "Open the release, or choose it as the lead."),
    *(
        Command(f"report.{name}", str(number), f"page_of({number - 1})", label, text)
        for number, (name, label, text) in enumerate(
            (
                (
                    "overview",
                    "Overview",
                    "From the releases to the cases in focus, and what falls away.",
                ),
                ("categories", "Categories", "Cases and examples by category, with shares."),
                ("origins", "Fields", "The codes of each case, by group too."),
                ("quarters", "Quarters", "Cases by quarter, drawn and as a table."),
                ("table", "Table", "A field by another field, by quarter or by year."),
                ("events", "Events", "The quarters before and after each event."),
                ("places", "Map", "Cases by state."),
            ),
            start=1,
        )
    ),
    Command("report.next", "tab", "turn(1)", "Next", "The next page of the report."),
    Command("report.previous", "shift+tab", "turn(-1)", "Previous", "The page before."),
    Command("report.down", "j,down", "move(1)", "Down", "To the next row of numbers."),
    Command("report.up", "k,up", "move(-1)", "Up", "To the row of numbers before."),
    Command("report.right", "right", "across(1)", "Number", "To the next number of the row."),
    Command("report.left", "left", "across(-1)", "Number before", "To the number before."),
    Command("report.open", "enter", "open", "Open", "The releases behind the number."),
    Command("report.choose", "c", "choose", "Choose", "What is drawn; the table's columns."),
    Command("report.stack", "g", "stack", "Stack", "The bars by groups or codes, or whole."),
    Command(
        "report.denominator",
        "o",
        "denominator",
        "Rates",
        "Cases as rates of all releases, or of what a file counts; or as they are.",
    ),
    Command("report.export", "e", "export", "Export", "Write the numbers of the page to a CSV."),
    Command("report.rows", "r", "rows", "Rows", "What the rows of the table are."),
    Command("report.pivot", "p", "pivot", "Pivot", "Rows to columns and columns to rows."),
    Command("report.shares", "v", "shares", "Shares", "Counts, shares of rows or of columns."),
    Command("report.day", "d", "day", "Day", "Compare before and after any day you type."),
    Command("report.forget", "x", "forget", "Drop day", "Take away the typed day at the cursor."),
    Command("report.filter", "f", "filter", "Filter", "Count only a span, category, state, …"),
    Command("report.page_down", "space,pagedown", "page(1)", "Page down", "A page down."),
    Command("report.page_up", "pageup,b", "page(-1)", "Page up", "A page up."),
    Command("report.top", "home", "edge(False)", "Top", "The first row."),
    Command("report.end", "end", "edge(True)", "End", "The last row."),
    Command("report.close", "escape,q,t", "close", "Back", "Back to where you were."),
    *(
        Command(f"report_filter.{name}", keys, action, label, text)
        for name, keys, action, label, text in (
            ("down", "j,down", "move(1)", "Down", "One part down."),
            ("up", "k,up", "move(-1)", "Up", "One part up."),
            ("right", "right,space", "turn(1)", "Next value", "The next value of the part."),
            ("left", "left", "turn(-1)", "Value before", "The value before."),
            ("type", "slash", "type", "Type", "Type a day, or a name or part of one."),
            ("clear", "x", "clear", "Clear", "Count everything again."),
            ("keep", "enter", "keep", "Count", "Count so."),
            ("close", "escape,q", "dismiss(None)", "Leave", "Leave it as it was."),
        )
    ),
    *(
        Command(f"report_choice.{name}", keys, action, label, text)
        for name, keys, action, label, text in (
            ("down", "j,down,c", "move(1)", "Down", "One entry down."),
            ("up", "k,up", "move(-1)", "Up", "One entry up."),
            ("page_down", "space,pagedown", "move(10)", "Page down", "Ten entries down."),
            ("page_up", "pageup,b", "move(-10)", "Page up", "Ten entries up."),
            ("top", "home", "move(-1000)", "First", "The first entry."),
            ("end", "end", "move(1000)", "Last", "The last entry."),
            ("keep", "enter", "keep", "Draw it", "Draw the entry under the cursor."),
            ("close", "escape,q", "dismiss(None)", "Leave", "Leave it as it was."),
        )
    ),
    *(
        Command(f"link.{name}", keys, action, label, text)
        for name, keys, action, label, text in (
            ("update", "u", "link('update')", "Update", "This release is an update of that case."),
            ("duplicate", "d", "link('duplicate')", "Duplicate", "The same release once more."),
            ("apart", "n", "apart", "Not the same", "Not the same case; it is not asked again."),
            ("next", "right_square_bracket,right", "step(1)", "Next", "The next candidate."),
            (
                "previous",
                "left_square_bracket,left",
                "step(-1)",
                "Previous",
                "The candidate before.",
            ),
            ("unlink", "x", "unlink", "Take out", "Take this release out of its case."),
            ("case", "c", "case", "Its case", "The releases of the case this one is in."),
            ("find", "slash", "find", "Find", "Compare with any release, found by words."),
        )
    ),
    *_moving("link", "equals_sign", "Back, linking nothing.", action="move"),
    *(
        Command(f"case.{name}", keys, action, label, text)
        for name, keys, action, label, text in (
            ("down", "j,down", "move(1)", "Down", "One release down."),
            ("up", "k,up", "move(-1)", "Up", "One release up."),
            (
                "lead",
                "w",
                "lead",
                "Let it lead",
                "The release leads the case and takes its coding; asks once.",
            ),
            ("open", "enter", "open", "Open", "Go to the release."),
            ("close", "escape,q", "close", "Back", "Back to where you were."),
        )
    ),
    *_moving("difference", "quotation_mark", "Back to the release."),
    *_moving("details", "backslash", "Back to the release."),
    *_moving("help", "question_mark,h", "Back to where you were."),
    Command("help.find", "slash", "find", "Search", "Only what contains a word."),
    *_moving("aside", "", "Back to the report."),
    Command("aside.open", "enter", "open", "Open", "The text of the release."),
    *_moving("stored", "", "Back to the list."),
)
"""All of them, in the order in which help shows them."""
CODING = ("coding", "behind")
"""The screens on which codes are taken."""
_NOT_BEHIND = {f"coding.{name}" for name in ("find", "list", "all", "report", "quit")}
"""What the coding screen does otherwise, or not at all, on a release behind a number."""


def commands(screen: str) -> list[Command]:
    """The commands of one screen; behind a number those of coding, but for the ways elsewhere."""
    own = [command for command in COMMANDS if command.screen == screen]
    if screen != "behind":
        return own
    return [*(one for one in commands("coding") if one.id not in _NOT_BEHIND), *own]


def bindings(screen: str) -> list[BindingType]:
    """The bindings of one screen."""
    return [command.binding() for command in commands(screen)]


def key_line(
    screen: str, *ids: str, own: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[str, str]]:
    """The line of keys at the foot of a screen, help first; `own` are the analyst's keys by id."""
    there = (*commands("anywhere"), *commands(screen))
    known = {command.id.partition(".")[2]: command for command in there}
    pieces: list[tuple[str, str]] = [(" ", "")]
    first = [] if screen == "help" else ["help"]
    for name in (*first, *ids):
        command = known[name]
        shown = keys_shown(own.get(command.id, command.keys)).split(" ")[0]
        pieces += [(shown, "key"), (f" {command.label.lower()}   ", "dim")]
    return pieces


def own_keys(screen: Screen[Any]) -> Mapping[str, str]:
    """The analyst's keys by id, as the app of that screen has them."""
    own: Mapping[str, str] = getattr(screen.app, "own_keys", {})
    return own
