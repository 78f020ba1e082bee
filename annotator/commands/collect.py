"""`annotator collect`: releases from the Justice Department's site into a study."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.exits import Exit
from annotator.plain import say_lines

if TYPE_CHECKING:
    from annotator.collecting.call import Outcome
    from annotator.collecting.request import Request

_COUNTS = {
    "requests": "requests sent",
    "seen": "releases looked at",
    "new": "releases new in the study",
    "outside_span": "of these naming a platform, outside the span: stored, not queued",
    "without_mention": "of these naming no platform: stored, not queued",
    "changed": "known releases that have changed; earlier texts and dates are kept",
    "unchanged": "known already and the same",
    "left_out": "left out: they name no platform",
    "outside_range": "left out: dated outside the range",
    "rejected": "rejected: not readable as a release",
}


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option("--since", metavar="DAY", help="First day; the first of the codebook without it.")
@click.option("--until", metavar="DAY", help="Last day; the last of the codebook without it.")
@click.option("--all", "keep_all", is_flag=True, help="Keep releases that name no platform too.")
@click.option(
    "--base-url",
    default="https://www.justice.gov/api/v1/",
    show_default=True,
    metavar="URL",
    help="Where the API is.",
)
@click.option(
    "--urls",
    type=click.Path(path_type=Path),
    help="Read the release pages whose addresses stand in this file, one a line.",
)
@click.option("--listing", metavar="URL", help="Read the releases on a listing page and the next.")
@click.option(
    "--rate", type=float, default=4.0, show_default=True, help="Requests a second at most."
)
@click.option("--contact", default="", help="Your address, for the operators of the site.")
@click.option("--full", is_flag=True, help="Read everything again, changed or not.")
@click.option("--dry-run", is_flag=True, help="Store nothing; say what would be done.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def command(
    study: Path,
    since: str | None,
    until: str | None,
    keep_all: bool,
    base_url: str,
    urls: Path | None,
    listing: str | None,
    rate: float,
    contact: str,
    full: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Collect releases from the Justice Department's API into STUDY.

    A whole collection takes about 25 minutes. It may be stopped at any time: the same command
    goes on from there, and later brings what is new or has changed.
    """
    from datetime import date

    from annotator.collecting.call import collect
    from annotator.collecting.request import Request, check, check_range, day
    from annotator.comparing import compare
    from db.study import Study
    from importers.doj.api import Api

    first, last = day(since, "--since"), day(until, "--until")
    try:
        api = Api(base_url)
    except ValueError as error:
        raise click.UsageError(f"--base-url {error}") from error
    with Study.open(study) as opened:
        request = Request(
            base_url=api.base_url,
            since=first or opened.codebook.start,
            until=last or opened.codebook.end,
            rate=rate,
            contact=contact.strip(),
            keep_all=keep_all,
            full=full,
            urls=urls,
            listing=listing,
        )
        check_range(request.since, request.until, date.today())
        check(request)
        if dry_run:
            from annotator.collecting.plan import plan

            say_lines(plan(opened, request, api))
            return
        try:
            outcome = collect(opened, request, api)
            compare(opened)
        except KeyboardInterrupt:
            click.echo("Stopped. What came is in the study; the same command goes on.", err=True)
            raise click.exceptions.Exit(Exit.FAILED) from None
    _say(outcome, study, request, as_json=as_json)
    if outcome.result and not outcome.result.complete:
        raise click.exceptions.Exit(Exit.FAILED)
    if outcome.counts["rejected"]:
        raise click.exceptions.Exit(Exit.REJECTS)


def _say(outcome: Outcome, study: Path, request: Request, *, as_json: bool) -> None:
    from annotator.collecting.display import duration

    counts, result = outcome.counts, outcome.result
    if as_json:
        click.echo(json.dumps(_record(outcome, request)))
        return
    for name, words in _COUNTS.items():
        if counts[name] or name in ("requests", "seen", "new"):
            click.echo(f"{counts[name]:>9,}  {words}", err=True)
    if counts["rejected"]:
        click.echo(f"           list them with: annotator import {study} --rejects", err=True)
    if result and result.early:
        click.echo(f"Nothing else has changed among {result.count:,} releases.", err=True)
    if result and result.gone:
        click.echo(f"{result.gone:,} known releases are withdrawn; the study keeps them.", err=True)
    if result and result.missing:
        click.echo(
            f"{result.missing:,} of the {result.count:,} releases that the source counts did not"
            " come. "
            + (
                "It does not show them on any page."
                if result.complete
                else "Its pages moved while they were read: call the same command again."
            ),
            err=True,
        )
    click.echo(f"Took {duration(outcome.seconds)}.", err=True)
    if counts["new"] > counts["outside_span"] + counts["without_mention"]:
        click.echo(f"Code them with: annotator code {study}", err=True)


def _record(outcome: Outcome, request: Request) -> dict[str, object]:
    result = outcome.result
    return {
        "source": request.source,
        "since": request.since.isoformat() if request.since else None,
        "until": request.until.isoformat() if request.until else None,
        "complete": result.complete if result else True,
        "count": result.count if result else outcome.counts["seen"],
        "missing": result.missing if result else 0,
        "seconds": round(outcome.seconds, 1),
        "pages": outcome.counts["pages"],
        **{name: outcome.counts[name] for name in _COUNTS},
    }
