"""`annotator cases`: which releases may be of one case, and what a case is made of."""

import json
from pathlib import Path

import click

from annotator.environment import is_terminal
from annotator.exits import Exit
from annotator.progress import progress_bar
from db.coding import Coding
from db.families import Repeats, exact_repeats, link_repeats
from db.pages import Queue
from db.readings import choose
from db.relatives.candidates import Candidate, all_candidates
from db.relatives.store import bring_up_to_date, missing
from db.study import Study

_STUDY = click.argument("study", type=click.Path(path_type=Path))


@click.group()
def command() -> None:
    """Find releases of one case: candidates for scripts, and exact repeats linked at a stroke."""


@command.command()
@_STUDY
@click.option("--json", "as_json", is_flag=True, help="Print every release with its candidates.")
def candidates(study: Path, as_json: bool) -> None:
    """List the likely relatives of every release of STUDY, best first, with the reasons."""
    with Study.open(study) as opened:
        _compare(opened)
        found = all_candidates(opened)
        if as_json:
            _print_json(found)
            return
        for uid, _, listed in found:
            for one in listed:
                click.echo(f"{uid}  {one.score:.2f} {one.relation:<9}  {one.uid}")
                click.echo(f"    {' · '.join(one.reasons)}")


def _print_json(found: object) -> None:
    """One array, a release a line, so that a large study needs no memory."""
    before = "["
    for uid, url, listed in found:  # type: ignore[attr-defined]
        release = {"release": uid, "url": url, "candidates": [_entry(one) for one in listed]}
        click.echo(before + json.dumps(release, ensure_ascii=False), nl=False)
        before = ",\n"
    click.echo("]" if before != "[" else "[]")


def _entry(one: Candidate) -> dict[str, object]:
    return {
        "release": one.uid,
        "url": one.url,
        "relation": one.relation,
        "score": one.score,
        "reasons": list(one.reasons),
    }


@command.command()
@_STUDY
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Change nothing; list what would be linked.")
@click.option("--coder", help="In whose reading; that of the study's first coder without it.")
@click.option("--pass", "number", type=click.IntRange(min=1), default=1, help="Number of the pass.")
def link_exact(study: Path, yes: bool, dry_run: bool, coder: str | None, number: int) -> None:
    """Link the releases of STUDY that repeat another one word for word, as one step.

    The oldest leads. What is coded, excluded or linked already is left as it is.
    """
    with Study.open(study) as opened:
        _compare(opened)
        coding = Coding(opened, choose(opened, coder, number))
        repeats = exact_repeats(coding)
        count = sum(len(one.others) for one in repeats)
        if not count:
            click.echo("No undecided release repeats another word for word.", err=True)
            return
        for one in repeats:
            _tell(Queue(opened, coding.reading.id), one, err=not dry_run)
        words = f"{count:,} release{'s' if count > 1 else ''} as duplicates"
        if dry_run:
            click.echo(f"Would link {words}.", err=True)
            return
        if not yes:
            if not is_terminal():
                raise click.UsageError("Say --yes to link them without being asked.")
            if not click.confirm(f"Link {words}?", err=True):
                click.echo("Nothing was changed.", err=True)
                raise click.exceptions.Exit(Exit.FAILED)
        link_repeats(coding, repeats)
        click.echo(f"Linked {words}; u in annotator code undoes it as one step.", err=True)


def _tell(queue: Queue, one: Repeats, *, err: bool) -> None:
    for place, release_id in enumerate((one.lead, *one.others)):
        page = queue.page(release_id)
        sign = "   ↳" if place else "●"
        click.echo(f"{sign} {page.published}  {page.title}  ({page.uid})", err=err)


def _compare(study: Study) -> None:
    """Find what is missing, with a bar on a terminal."""
    waiting = missing(study)
    if waiting:
        with progress_bar(waiting, "Comparing") as compared:
            bring_up_to_date(study, compared)
