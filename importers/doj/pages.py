"""Release pages of the HTML site, by their addresses."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from db.errors import ImportFailed
from db.records import Imported, Reject
from importers.doj.answer import Answer
from importers.doj.api import is_web_address
from importers.doj.client import Client
from importers.doj.failures import CollectFailed
from importers.doj.listing import listing
from importers.doj.robots import Robots
from importers.options import Options
from importers.page import record_of
from importers.record import Converter

MOST_LISTING_PAGES = 10_000


def addresses_in(file: Path) -> Iterator[str | Reject]:
    """The addresses in a file, one a line, each once; a reject for a line that is none.

    Empty lines and those that begin with # are passed over.

    Raises:
        ImportFailed: the file cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError as error:
        raise ImportFailed(f"{file}: cannot be read: {error.strerror or error}.") from error
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        address = line.strip()
        if not address or address.startswith("#") or address in seen:
            continue
        seen.add(address)
        if is_web_address(address):
            yield address
        else:
            yield Reject(str(file), number, "no address of a web page", "")


def addresses_listed(client: Client, robots: Robots, start: str) -> Iterator[str]:
    """The releases on a listing page and on all that follow it, each once.

    Raises:
        CollectFailed: a page is no listing, or may not be fetched.
    """
    address: str | None = start
    pages: set[str] = set()
    seen: set[str] = set()
    while address and address not in pages and len(pages) < MOST_LISTING_PAGES:
        if objection := robots.objection(address):
            raise CollectFailed(f"{address}: {objection}.")
        pages.add(address)
        found, following = client.get(address, _listing)
        if not found and len(pages) == 1:
            raise CollectFailed(f"{address}: no release is listed there. Check the address.")
        yield from (release for release in found if release not in seen)
        seen.update(found)
        address = following


def release_at(client: Client, address: str, wanted: Callable[[str], bool] | None) -> Imported:
    """What the page at an address holds; see `Client.get` for what it raises."""
    return client.get(address, lambda answer: _release(answer, address, wanted))


def _listing(answer: Answer) -> tuple[Iterable[str], str | None]:
    if answer.status != 200:
        raise CollectFailed(f"{answer.address}: is no listing page but {answer.described()}.")
    return listing(answer.text, answer.address)


def _release(answer: Answer, address: str, wanted: Callable[[str], bool] | None) -> Imported:
    if answer.status != 200:
        return Reject(address, 0, f"no page but HTTP {answer.status}")
    record = record_of(answer.text)
    if isinstance(record, str):
        return Reject(address, 0, record)
    about = {"url": record.get("url") or answer.address, "fetched_at": answer.fetched_at}
    return Converter(address, Options(), wanted)(record | about, 0)
