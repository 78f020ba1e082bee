"""Plain records of what comes in: the only part of `db` that importers see."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Release:
    """One press release as an importer read it."""

    uid: str
    """Identity of the release for good; see `release_uid`."""
    title: str
    """Heading, in one line."""
    text: str
    """Cleaned plain text; offsets of mentions and evidence count its code points."""
    published: date
    """Calendar date in US Eastern time."""
    file: str = ""
    """File or address it was read from."""
    line: int = 0
    """Line, row or record number within the file, from 1; 0 where there is only one."""
    url: str | None = None
    """Canonical address (see `canonical_url`)."""
    office: str | None = None
    """Office that published it: "W.D. Kentucky", "Office of Public Affairs"."""
    state: str | None = None
    """Postal abbreviation of the office's state or territory: "KY", "PR"."""
    number: str | None = None
    """The office's release number; repeats and gaps occur, so it is no key."""
    topics: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    """Every component named by the source, as it names them."""
    original: str | None = None
    """The body as it came, where cleaning changed it."""
    fetched_at: str | None = None
    """When the source was fetched from the web (ISO 8601), where known."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that cannot be a release, kept so that nothing vanishes silently."""

    file: str
    line: int
    reason: str
    """Why, in words: "no date", "empty text", "bot-check page"."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sound record that an importer saw to name no platform and did not convert."""

    file: str
    line: int


Imported = Release | Reject | LeftOut

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id)(?:=|$)")


def canonical_url(url: str) -> str:
    """The address without what may differ between two captures of one page.

    https, host in lower case, no fragment, trailing slash or tracking parameters; what else stands
    in the query names the page with some press offices. What is no address is left as it is.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return url
    if not parts.netloc:
        return url
    plain = f"https://{parts.netloc.lower()}{parts.path.rstrip('/')}"
    kept = [pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair)]
    return f"{plain}?{'&'.join(kept)}" if kept else plain


def release_uid(uuid: str | None, url: str | None, title: str, published: date, text: str) -> str:
    """The source's own id, else the canonical address, else a hash of title, date and text."""
    if uuid:
        return uuid
    if url:
        return canonical_url(url)
    digest = hashlib.sha256(f"{title}\n{published.isoformat()}\n{text}".encode())
    return f"sha256:{digest.hexdigest()[:32]}"
