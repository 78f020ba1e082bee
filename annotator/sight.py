"""Whether the release at hand was in sight when a key was typed: if not, the key meant another."""

from annotator.terminal import Terminal

Shown = tuple[int, bytes]
"""A release by its id and the digest of its text: another text must be seen, too."""


class Sight:
    """From a release's being drawn to its standing on the analyst's own screen."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._shown: Shown | None = None
        self._since: float | None = None
        """From when on (monotonic seconds) keys were typed with it in sight; None: not yet."""

    def turn_to(self, shown: Shown) -> bool:
        """A release is about to be drawn; False where it is the one that was. See `drawn`."""
        if shown == self._shown:
            return False
        self._shown, self._since = shown, None
        return True

    def drawn(self) -> None:
        """To be called when the release has been written to the terminal."""
        shown = self._shown

        def seen(at: float) -> None:
            if shown == self._shown:
                self._since = at

        self.terminal.tell_when_seen(seen)

    def turn_away(self) -> None:
        """What is on show has another meaning now, and must be seen again."""
        self._shown = self._since = None

    def is_in_view(self, at: float) -> bool:
        """Whether the release had been seen by that moment."""
        return self._since is not None and at >= self._since

    def is_early(self, at: float) -> bool:
        """Whether a key typed at that moment was typed without sight of the release.

        Where the terminal's answer is overdue it is asked once more, or no key would ever count.
        """
        early = not self.is_in_view(at)
        if early and self.terminal.is_late:
            self.terminal.forget()
            self.drawn()
        return early
