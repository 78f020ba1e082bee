"""What can go wrong between us and a web server."""

from db.errors import AnnotatorError


class CollectFailed(AnnotatorError):
    """The source cannot be read, for good or after many tries; the text says what came back."""


class BotCheck(CollectFailed):
    """The server wants to see a browser, and answers every page with its check."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address}: the server sent a bot-check page instead of the page asked for, and would"
            " do so again. Try later, or from another network; pages that a browser saved can be"
            " brought in with: annotator import"
        )


class Passing(Exception):
    """A failure that may well be gone at the next try: an outage, a line cut half way."""

    def __init__(self, reason: str, *, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait
        """Seconds that the server asked us to wait at least."""


class Stopped(Exception):
    """The collection ends; whoever waits for a turn or an answer gives up."""
