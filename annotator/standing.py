"""How a release stands that is no case of its own: excluded why, linked to what. No widgets."""

from db.codebook import Codebook
from db.pages import Page, Queue
from db.words import state_words


class Standing:
    """Looks the lead of a linked release up once, however often the line is drawn."""

    def __init__(self) -> None:
        self._lead: tuple[int, str] = (0, "")
        """The lead looked up last: its id, and its date and title."""

    def words(self, page: Page | None, queue: Queue, codebook: Codebook) -> str:
        """In the manner of "excluded: Other reason", "update of 2018-10-04 Man Charged"; or ""."""
        if page is None:
            return ""
        if page.coding.lead is not None:
            return f"{page.coding.relation} of {self._named(page.coding.lead, queue)}"
        return state_words(page.coding, codebook) if page.coding.exclusion else ""

    def _named(self, release_id: int, queue: Queue) -> str:
        """Date and title of a release."""
        if self._lead[0] != release_id:
            try:
                page = queue.page(release_id)
                self._lead = (release_id, f"{page.published} {page.title}")
            except LookupError:
                self._lead = (release_id, "a release that is not read here")
        return self._lead[1]
