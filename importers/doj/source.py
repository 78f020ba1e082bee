"""The API as a stream of pages: some under way at once, delivered in order."""

from collections.abc import Iterable, Iterator

from importers.doj.api import Api, ApiPage
from importers.doj.client import Client
from importers.doj.window import Window


class ApiSource:
    """Pages of the API, fetched by a client."""

    def __init__(self, api: Api, client: Client) -> None:
        self.api = api
        self._client = client
        self._proven = False
        self._window: Window[int, ApiPage] = Window(self.page)

    @property
    def ahead(self) -> int:
        """Pages that may be under way at once."""
        return self._window.width

    def page(self, number: int) -> ApiPage:
        """One page; see `Client.get` and `Api.read` for what it raises."""
        page = self._client.get(
            self.api.address(number),
            lambda answer: self.api.read(answer, number, proven=self._proven),
        )
        self._proven = True
        return page

    def pages(self, numbers: Iterable[int]) -> Iterator[ApiPage]:
        """The pages of those numbers in that order; a number is asked for when there is room."""
        return self._window.results(numbers)

    def close(self) -> None:
        """Give up what is under way."""
        self._client.close()
        self._window.close()
