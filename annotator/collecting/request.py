"""What the analyst asked to collect, checked before anything is opened or sent."""

import math
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

MOST_POLITE_RATE = 4.0
"""Requests a second that the Justice Department asks not to exceed."""
_LONGEST_CONTACT = 200


@dataclass(frozen=True, slots=True)
class Request:
    """The options of one call."""

    base_url: str
    since: date | None
    until: date | None
    rate: float
    contact: str
    keep_all: bool
    full: bool
    urls: Path | None
    listing: str | None

    @property
    def source(self) -> str:
        """What is read, as the log of runs names it."""
        return self.listing or (str(self.urls) if self.urls else self.base_url)


def day(text: str | None, option: str) -> date | None:
    """The day that an option names; raises `click.UsageError` where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise click.UsageError(
            f"{option} {text!r} is no day of the calendar; write it as 2018-03-21."
        ) from None


def check_range(since: date | None, until: date | None, today: date) -> None:
    """Refuse a range in which no release can lie."""
    if since and until and since > until:
        raise click.UsageError(f"--since {since} is after --until {until}.")
    if since and since > today:
        raise click.UsageError(f"--since {since} is in the future; nothing is dated so.")


def check(request: Request) -> None:
    """Refuse what cannot be meant; raises `click.UsageError`."""
    from importers.doj.api import is_justice, is_web_address

    if request.urls and request.listing:
        raise click.UsageError("--urls and --listing exclude each other; call twice.")
    if request.listing and not is_web_address(request.listing):
        raise click.UsageError(f"--listing {request.listing!r} is no address of the web.")
    if not (math.isfinite(request.rate) and request.rate > 0):
        raise click.UsageError("--rate is a number of requests a second above 0.")
    justice = bool(request.urls) or is_justice(request.listing or request.base_url)
    if justice and request.rate > MOST_POLITE_RATE:
        raise click.UsageError(
            f"--rate {request.rate:g}: the Justice Department asks for at most"
            f" {MOST_POLITE_RATE:g} requests a second, and may block who sends more."
        )
    contact = request.contact
    if not contact.isascii() or not contact.isprintable() or len(contact) > _LONGEST_CONTACT:
        raise click.UsageError("--contact is an address or a name in plain letters, in one line.")


def agent(contact: str) -> str:
    """The User-Agent: the program, its version, and whom to write to."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("release-annotator")
    except PackageNotFoundError:
        number = "0"
    return f"release-annotator/{number}" + (f" ({contact})" if contact else "")
