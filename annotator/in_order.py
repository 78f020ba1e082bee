"""Keys one after the other: each has done all it does before the next is looked at.

Textual hands a key on at once and looks for its binding when it has bubbled up, so of keys that
arrive together (a slow line delivers them in bursts) a later one may be served first, or go to a
screen that the earlier one was about to cover. Here a key that comes too soon waits.
"""

from collections.abc import Sequence
from functools import partial

from textual import events
from textual.dom import DOMNode

from annotator.themes import ThemedApp

PATIENCE = 5.0
"""Seconds after which a key whose end was not seen keeps later ones waiting no longer."""


class InOrder(ThemedApp):
    """An app that takes keys in the order in which they were typed."""

    def __init__(self, theme: str) -> None:
        super().__init__(theme)
        self._keys: list[events.Key] = []
        """The key that is being served, and those that wait."""

    async def on_event(self, event: events.Event) -> None:
        """Serve a key, or let it wait until those before it are done."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._keys.append(event)
        if len(self._keys) == 1:
            await self._serve()
        elif len(self._keys) == 2:
            self._be_patient()

    async def _serve(self) -> None:
        key, at = self._keys[0], self.focused or self.screen
        if len(self._keys) > 1:
            self._be_patient()
        await super().on_event(key)
        # What a key does in a line of text may be a message of its own, which takes the same way.
        rounds = 1 if at is self.screen else 2
        await self._follow(key, at.ancestors_with_self * rounds)

    def _be_patient(self) -> None:
        self.set_timer(PATIENCE, partial(self._done, self._keys[0]))

    async def _follow(self, key: events.Key, way: Sequence[DOMNode]) -> None:
        """Go the way of a key: what is called later is called after all that came before it."""
        for number, node in enumerate(way, start=1):
            if node.call_later(self._follow, key, way[number:]):
                return
        if not self.screen.is_mounted:  # the key opened it, and the next one is for it
            await self._follow(key, [self.screen, self])
        else:
            await self._done(key)

    async def _done(self, key: events.Key) -> None:
        """Serve the next one, unless that key has been done with already."""
        if self._keys and self._keys[0] is key:
            self._keys.pop(0)
            if self._keys:
                await self._serve()
