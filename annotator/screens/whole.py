"""Screens that are painted when they are whole, not while they are being put together."""

from contextlib import ExitStack

from textual import events
from textual.screen import Screen, ScreenResultType

from annotator.themes import ThemedApp


class WholeScreen(Screen[ScreenResultType]):
    """A screen that is first painted when its rows have their sizes and their contents.

    Textual would paint it empty and half laid out before, which is seen on a slow line.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self._holding: ExitStack | None = None
        self.is_begun = False
        """Whether it has been on top once."""

    def lay_out(self) -> None:
        """Show the contents in rows of the size they now have."""
        raise NotImplementedError

    def say_at_the_end(self, farewell: str) -> None:
        """What is to be said in the shell when the program has left the screen."""
        if isinstance(self.app, ThemedApp):
            self.app.farewell = farewell

    def on_screen_resume(self) -> None:
        """On top for the first time: nothing is painted until all is there."""
        if not self.is_begun:
            self.is_begun = True
            self._holding = ExitStack()
            self._holding.enter_context(self.app.batch_update())

    def on_resize(self, event: events.Resize) -> None:
        """Another size, or the first one."""
        self.call_after_refresh(self._make_whole)

    def on_unmount(self) -> None:
        """Gone, perhaps before it was whole."""
        self._let_go()

    def _make_whole(self) -> None:
        self.lay_out()
        self.call_later(self._let_go)

    def _let_go(self) -> None:
        holding, self._holding = self._holding, None
        if holding:
            holding.close()
            self.refresh(repaint=False, layout=True)
