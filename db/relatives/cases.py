"""A case as it is shown: its releases in order of time, and what is coded of each in words."""

from db.codebook import Codebook
from db.coding import Coding
from db.pages import Page, Queue
from db.words import NOT_IN_TEXT, code_words


def case_of(coding: Coding, release_id: int) -> list[Page]:
    """The releases of the case that a release is in, by date; one by itself is its own case.

    Raises:
        LookupError: the release is not in the reading.
    """
    queue = Queue(coding.study, coding.reading.id)
    lead = queue.page(release_id).coding.lead or release_id
    pages = [queue.page(id_) for id_ in (lead, *coding.family(lead))]
    return sorted(pages, key=lambda one: (one.published, one.id))


def told_of(page: Page, book: Codebook) -> list[str]:
    """Codes, examples, evidence and memo of one release, a line each."""
    state = page.coding
    told = [code_words(book, name, code) for name, code in state.values.items()]
    for number, example in enumerate(state.examples, start=1):
        words = ", ".join(code_words(book, *pair) for pair in example.values.items())
        told.append(f"Example {number} ×{example.suspects}: {words}")
    for mark in state.evidence:
        field = book.field(mark.field_name)
        gone = "" if mark.within(page.text) else f" ({NOT_IN_TEXT})"
        label = field.label if field else mark.field_name
        told.append(f"Evidence for {label}{gone}: “{mark.quote}”")
    if state.memo:
        told.append(f"✎ {state.memo}")
    return told
