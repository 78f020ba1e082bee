"""Whether the release at hand was in sight when a key was typed: if not, the key meant another."""

from annotator.terminal import Terminal


class Sight:
    """From a release's being drawn to its standing on the analyst's own screen."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._release: int | None = None
        self._since: float | None = None
        """From when on (monotonic seconds) keys were typed with it in sight; None: not yet."""

    def turn_to(self, release_id: int) -> bool:
        """A release is about to be drawn; False where it is the one that was. See `drawn`."""
        if release_id == self._release:
            return False
        self._release, self._since = release_id, None
        return True

    def drawn(self) -> None:
        """To be called when the release has been written to the terminal."""
        release_id = self._release

        def seen(at: float) -> None:
            if release_id == self._release:
                self._since = at

        self.terminal.tell_when_seen(seen)

    def turn_away(self) -> None:
        """What is on show has another meaning now, and must be seen again."""
        self._release = self._since = None

    def is_early(self, at: float) -> bool:
        """Whether a key typed at that moment was typed without sight of the release.

        Where the terminal's answer is overdue it is asked once more, or no key would ever count.
        """
        early = self._since is None or at < self._since
        if early and self.terminal.is_late:
            self.terminal.forget()
            self.drawn()
        return early
