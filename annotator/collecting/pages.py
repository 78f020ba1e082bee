"""Collects release pages of the HTML site, one address after the other, each stored as it comes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotator.collecting.words import Progress
from db.collection import Collection
from db.collection.intake import Intake, Shown
from db.collection.place import Verdict
from db.records import Imported, Reject
from importers.addresses import release_url
from importers.doj.client import Client
from importers.doj.failures import BotCheck, CollectFailed
from importers.doj.pages import release_at
from importers.doj.robots import Robots
from importers.doj.window import Window

SOURCE = "release pages"
"""Name of the collection that knows which addresses were read."""
_MOST_FAILURES = 5
"""Addresses in a row that fail before the network is taken to be down."""

Job = tuple[str, Reject | None]
"""An address, and why it is not fetched at all."""


@dataclass(frozen=True, slots=True)
class _Fetched:
    address: str
    record: Imported
    settled: bool = False
    """Not to be read again by a later call."""
    failed: bool = False
    """There was no answer, though the address may be sound."""


def collect_pages(
    collection: Collection,
    intake: Intake,
    client: Client,
    robots: Robots,
    addresses: Iterable[str | Reject],
    *,
    wanted: Callable[[str], bool] | None,
    on_page: Callable[[Progress], None] = lambda progress: None,
    with_page: Callable[[], None] = lambda: None,
) -> None:
    """Read the addresses that no earlier call has read.

    One that fails is kept as a reject, and tried again by the next call.

    Raises:
        BotCheck: the site wants to see a browser.
        CollectFailed: one address after the other fails.
    """

    def fetch(job: Job) -> _Fetched:
        address, reject = job
        if reject:
            return _Fetched(address, reject)
        try:
            return _Fetched(address, release_at(client, address, wanted), settled=True)
        except BotCheck:
            raise
        except CollectFailed as error:
            return _Fetched(address, Reject(address, 0, str(error)), failed=True)

    window = Window(fetch)
    failures = 0
    try:
        for page in window.results(_jobs(collection, intake, robots, addresses)):
            intake.counts["seen"] += 1
            intake.counts["pages"] += 1
            shown = Shown(_key(page.address), int(page.settled), page.record)
            intake.take([shown], place={}, also=with_page)
            on_page(Progress(intake.counts["pages"], 0, intake.counts["seen"]))
            failures = failures + 1 if page.failed else 0
            if failures >= _MOST_FAILURES and isinstance(page.record, Reject):
                raise CollectFailed(f"{failures} addresses in a row failed: {page.record.reason}")
    finally:
        client.close()
        window.close()


def _jobs(
    collection: Collection, intake: Intake, robots: Robots, addresses: Iterable[str | Reject]
) -> Iterator[Job]:
    for address in addresses:
        if isinstance(address, Reject):
            yield f"{address.file}:{address.line}", address
            continue
        seen = collection.seen([_key(address)]).get(_key(address))
        if seen and seen.changed and seen.verdict is not Verdict.OPEN:
            intake.counts["unchanged"] += 1
            intake.counts["seen"] += 1
        elif objection := robots.objection(address):
            yield address, Reject(address, 0, objection)
        else:
            yield address, None


def _key(address: str) -> str:
    return release_url(address) or address
