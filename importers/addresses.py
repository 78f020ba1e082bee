"""Addresses as releases have them, out of what captures made of them."""

import re

from db.records import canonical_url
from importers.cleaning import one_line

_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})[a-z_]*/(.+)", re.IGNORECASE)
_SINGLE_SLASH = re.compile(r"^(https?):/(?!/)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"https?://[^/?#]+/[^/?#]", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/\w", re.IGNORECASE)
_PATH = re.compile(r"/\w")


def release_url(address: str) -> str | None:
    """The release's own canonical address, taken out of a web archive's where it is in one.

    None for what leads to no single page ("N/A", a site's front page): releases are told apart by
    their addresses.
    """
    address = "".join(one_line(address).split())
    if "web.archive.org" in address and (capture := _WAYBACK.match(address)):
        address = _SINGLE_SLASH.sub(r"\1://", capture[2])
    if _WITHOUT_SCHEME.match(address):
        address = f"https://{address}"
    if not _ABSOLUTE.match(address):
        return address if _PATH.match(address) else None
    canonical = canonical_url(address)
    return canonical if canonical.startswith("https://") else None  # "http://[broken/x" stays


def capture_time(address: str) -> str | None:
    """When the web archive captured the page (ISO 8601), where `address` is one of its own."""
    capture = _WAYBACK.match(address.strip())
    return stamp(capture[1]) if capture else None


def stamp(digits: str) -> str | None:
    """A web archive's time stamp, "20250202031525", as ISO 8601 in UTC."""
    if not re.fullmatch(r"\d{14}", digits):
        return None
    d = digits
    return f"{d[:4]}-{d[4:6]}-{d[6:8]}T{d[8:10]}:{d[10:12]}:{d[12:]}Z"
