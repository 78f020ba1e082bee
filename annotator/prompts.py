"""Questions that the next key answers: after `x`, `e`, `.` and `;`. No widgets."""

from abc import ABC, abstractmethod
from typing import Literal

from annotator.selection import Selection
from annotator.session import Session


class Prompt(ABC):
    """What the next key means until it is answered; Esc always leaves things as they were."""

    said: str
    """The question, for the status line."""
    panel: Literal["codes", "exclusions", "examples"] = "codes"
    """What the panel shows meanwhile."""

    def decides(self, key: str) -> bool:
        """Whether that key would decide on the release, which then must have been seen."""
        return True

    @abstractmethod
    def answer(self, session: Session, key: str) -> "Prompt | None":
        """Do what the key says; the prompt that asks on, or None.

        `key` is the character, or Textual's name of a key that has none.
        """


class Excluding(Prompt):
    """The key of a reason."""

    said = "exclude: press the key of a reason"
    panel = "exclusions"

    def answer(self, session: Session, key: str) -> Prompt | None:
        """Exclude for that reason, or make the release uncoded."""
        if key == "x":
            session.clear()
        elif session.exclude(key) is None:
            session.said = "not excluded: no reason has that key"
        return None


class Examples(Prompt):
    """What to do with the examples of a case."""

    panel = "examples"

    def __init__(self, session: Session) -> None:
        count = max(1, len(session.page.coding.examples)) if session.page else 1
        self.said = (
            f"example {session.example} of {count}: e next · a add · d remove"
            " · 1-9 suspects it stands for · Esc"
        )

    def answer(self, session: Session, key: str) -> Prompt | None:
        """Choose, add or remove an example, or say how many suspects it stands for."""
        if key == "e":
            session.next_example()
        elif key == "a":
            session.add_example()
        elif key == "d":
            session.remove_example()
        elif key in "123456789":
            session.set_suspects(int(key))
        return None


class Repeating(Prompt):
    """Whether to set the last coding again."""

    def __init__(self, words: str) -> None:
        self.said = f"again: {words}? . sets it · any other key does not"

    def answer(self, session: Session, key: str) -> Prompt | None:
        """The second press sets it."""
        if key == ".":
            session.repeat_now()
        return None


class Selecting(Prompt):
    """Which passage to keep as evidence."""

    said = "j k sentence · Space one more · ← → its end by words · Enter keeps · Esc leaves"

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
        else:
            session.select(None)
            session.said = "nothing kept"
            if key in ("enter", "'"):
                session.keep_evidence(chosen)
            return None
        session.select(chosen)
        session.said = self.said
        return Selecting(chosen)
