"""Questions that the next keys answer: after `x`, `e`, `.` and `;`. No widgets."""

from abc import ABC, abstractmethod
from typing import Literal

from annotator.selection import Selection
from annotator.session import Session
from db.states import EMPTY, State

Keys = tuple[tuple[str, str], ...]
"""Keys as a person reads them, each with a word for what it does."""


class Prompt(ABC):
    """What keys mean until one of them is an answer; Esc always leaves things as they were."""

    said: str
    """The question, for the status line."""
    keys: Keys
    """What answers it, for the line of keys."""
    panel: Literal["codes", "exclusions", "examples"] = "codes"
    """What the panel shows meanwhile."""
    help_word = ""
    """What help is searched for if it is asked for meanwhile; "": all of it is shown."""
    offered: State = EMPTY
    """The codes or the exclusion that an answer would set, to be marked in the panel."""

    def decides(self, key: str) -> bool:
        """Whether that key would decide on the release, which then must have been seen."""
        return True

    @abstractmethod
    def answer(self, session: Session, key: str) -> "Prompt | None":
        """Do what the key says; the prompt that asks on, or None.

        A key that is no answer is refused in words, and the question stays: what was typed behind
        it was an answer too, and no code. `key` is the character, or Textual's name of a key that
        has none.
        """

    def refuse(self, session: Session, why: str, key: str) -> "Prompt":
        """Say that a key is no answer, and ask on."""
        shown = key if len(key) == 1 and key != " " else "that key"
        session.said = f"{shown}: {why} · Esc leaves"
        return self


class Excluding(Prompt):
    """The key of a reason."""

    said = "exclude: press the key of a reason"
    panel = "exclusions"
    help_word = "Exclude"

    def __init__(self, session: Session) -> None:
        reasons = " ".join(r.key for r in session.codebook.exclusions if not r.retired)
        self.keys = (
            *((reasons, "reason"), ("?", "definitions")),
            *(("x", "back to uncoded"), ("Esc", "leaves")),
        )

    def answer(self, session: Session, key: str) -> Prompt | None:
        """Exclude for that reason, or make the release uncoded."""
        if key == "escape":
            return None
        if key == "x":
            session.clear()
        elif session.exclude(key) is None:
            return self.refuse(session, "no reason has that key, nothing is excluded", key)
        return None


class Examples(Prompt):
    """What to do with the examples of a case."""

    keys = (
        *(("e", "next"), ("a", "add"), ("d", "remove")),
        *(("1-9", "suspects it stands for"), ("Esc", "leaves")),
    )
    panel = "examples"

    def __init__(self, session: Session) -> None:
        count = _examples(session)
        self.said = f"example {session.example} of {count}" if count else "no example yet"

    def answer(self, session: Session, key: str) -> Prompt | None:
        """Choose, add or remove an example, or say how many suspects it stands for."""
        if not _examples(session) and len(key) == 1 and key in "ed123456789":
            return self.refuse(session, "no example yet, code it first", key)
        if key == "e":
            session.next_example()
        elif key == "a":
            session.add_example()
        elif key == "d":
            session.remove_example()
        elif len(key) == 1 and key in "123456789":
            session.set_suspects(int(key))
        elif key != "escape":
            return self.refuse(session, "does nothing with examples", key)
        return None


def _examples(session: Session) -> int:
    """How many examples the release on show has; one that says nothing is none."""
    return len(session.page.coding.examples) if session.page else 0


class Repeating(Prompt):
    """Whether to set the last coding again."""

    keys = ((".", "sets it"), ("any other key", "does not"))

    def __init__(self, words: str, offered: State) -> None:
        self.said = f"again: {words}?"
        self.offered = offered
        self.panel = "exclusions" if offered.exclusion else "codes"

    def answer(self, session: Session, key: str) -> Prompt | None:
        """The second press sets it."""
        if key == ".":
            session.repeat_now()
        return None


class Selecting(Prompt):
    """Which passage to keep as evidence."""

    said = "evidence: the passage to keep"
    keys = (
        *(("j k", "sentence"), ("Space", "one more"), ("← →", "its end")),
        *(("Enter", "keeps"), ("Esc", "leaves")),
    )

    def __init__(self, chosen: Selection) -> None:
        self._chosen = chosen

    def decides(self, key: str) -> bool:
        """It shows what it would keep."""
        return False

    def answer(self, session: Session, key: str) -> Prompt | None:
        """Move or stretch the passage, keep it, or leave."""
        chosen = self._chosen
        if key in ("j", "down"):
            chosen = chosen.move(1)
        elif key in ("k", "up"):
            chosen = chosen.move(-1)
        elif key in ("l", "right"):
            chosen = chosen.by_words(1)
        elif key in ("h", "left"):
            chosen = chosen.by_words(-1)
        elif key == " ":
            chosen = chosen.longer()
        elif key in ("enter", "'", "escape"):
            session.select(None)
            if key != "escape":
                session.keep_evidence(chosen)
            return None
        else:
            return self.refuse(session, "does not move the passage", key)
        session.select(chosen)
        session.said = self.said
        return Selecting(chosen)
