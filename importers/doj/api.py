"""One page of the Justice Department's JSON API: its address, and what is in the answer."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from importers.doj.answer import Answer
from importers.doj.failures import CollectFailed, Passing
from importers.doj.wholesome import wholesome

BASE_URL = "https://www.justice.gov/api/v1/"
PAGE_SIZE = 50
"""Releases asked for at once: the most that the API gives since 2023."""
_RESOURCE = "press_releases.json"


@dataclass(frozen=True, slots=True)
class ApiPage:
    """A page of releases as the API serves it."""

    address: str
    number: int
    """From 0."""
    count: int
    """Releases that the source says it has, over all pages."""
    size: int
    """Releases on a full page, as the source cuts them."""
    records: tuple[object, ...]
    """The releases as they came; normally mappings."""
    fetched_at: str

    @property
    def pages(self) -> int:
        """Pages that hold `count` releases."""
        return math.ceil(self.count / self.size)


class Api:
    """The addresses of the API's pages, and the reading of their answers."""

    def __init__(self, base_url: str = BASE_URL) -> None:
        """`base_url` ends before or with the resource's name.

        Raises:
            ValueError: it is no address of the web; the text says so.
        """
        base = base_url.strip().partition("?")[0].removesuffix(_RESOURCE).rstrip("/") + "/"
        if not is_web_address(base):
            raise ValueError(f"{base_url!r} is no address of the web: https://HOST/api/v1/")
        self.base_url = base

    def address(self, number: int) -> str:
        """Where page `number` is, the releases changed last first, where the source sorts at all.

        In that order nothing but the withdrawal of a release moves another one to an earlier page.
        """
        asked = {"pagesize": PAGE_SIZE, "page": number, "sort": "changed", "direction": "DESC"}
        return f"{self.base_url}{_RESOURCE}?{urlencode(asked)}"

    def read(self, answer: Answer, number: int, *, proven: bool) -> ApiPage:
        """The page in an answer.

        Args:
            answer: what came for `address(number)`.
            number: of the page.
            proven: whether this source has answered well before, so that a strange answer is taken
                for a passing failure.

        Raises:
            Passing: the answer is broken, and may be whole at the next try.
            CollectFailed: this is no such API; the text says what came back.
        """
        if answer.status != 200:
            raise self._stranger(answer, proven)
        try:
            content = json.loads(answer.text)
        except (ValueError, RecursionError) as error:
            if "json" in answer.content_type or answer.body.lstrip()[:1] == b"{":
                raise Passing(f"JSON that is broken or cut short ({answer.described()})") from error
            raise self._stranger(answer, proven) from error
        if "\\ud" in answer.text.lower():
            content = wholesome(content)
        try:
            page = _page(answer, content, number)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._stranger(answer, proven) from error
        if not page.records and page.number < page.pages:
            raise Passing(f"page {number} came empty though {page.count:,} releases are counted")
        return page

    def _stranger(self, answer: Answer, proven: bool) -> Exception:
        if proven:
            return Passing(f"no answer of the API but {answer.described()}")
        return CollectFailed(
            f"{self.base_url}: is no press-release API. {answer.address} answered"
            f" {answer.described()}. Check --base-url."
        )


def is_web_address(address: str) -> bool:
    """Whether it begins with http or https and names a host, and has no odd characters."""
    if not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def is_justice(address: str) -> bool:
    """Whether the address lies with the Justice Department."""
    host = (urlsplit(address).hostname or "").lower().rstrip(".")
    return host == "justice.gov" or host.endswith(".justice.gov")


def _page(answer: Answer, content: object, number: int) -> ApiPage:
    if not isinstance(content, Mapping):
        raise TypeError
    about, records = content["metadata"]["resultset"], content["results"]
    if not isinstance(records, list):
        raise TypeError
    return ApiPage(
        address=answer.address,
        number=number,
        count=max(0, int(about["count"])),
        size=max(1, int(about.get("pagesize") or 0) or len(records)),
        records=tuple(records),
        fetched_at=answer.fetched_at,
    )
