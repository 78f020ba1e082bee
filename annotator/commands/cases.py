"""`annotator cases`: which releases may be of one case, and what a case is made of."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from annotator.environment import is_terminal
from annotator.exits import Exit
from annotator.plain import say
from annotator.progress import progress_bar
from db.codebook import Codebook
from db.coding import Coding
from db.errors import StudyError
from db.families import Repeats, exact_repeats, link_repeats
from db.pages import Page, Queue
from db.readings import choose
from db.relatives.candidates import Candidate, all_candidates
from db.relatives.cases import case_of, told_of
from db.relatives.stages import stage_of
from db.relatives.store import bring_up_to_date, missing
from db.releases import find
from db.study import Study

_STUDY = click.argument("study", type=click.Path(path_type=Path))


@click.group()
def command() -> None:
    """Find releases of one case, link exact repeats at a stroke, and show a case."""


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
                say(f"{uid}  {one.score:.2f} {one.relation:<9}  {one.uid}")
                say(f"    {' · '.join(one.reasons)}")


def _print_json(found: Iterable[tuple[str, str | None, list[Candidate]]]) -> None:
    """One array, a release a line, so that a large study needs no memory."""
    before = "["
    for uid, url, listed in found:
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
        say(f"{sign} {page.published}  {' '.join(page.title.split())}  ({page.uid})", err=err)


@command.command()
@_STUDY
@click.argument("release")
@click.option("--json", "as_json", is_flag=True, help="Print the releases of the case as JSON.")
@click.option("--coder", help="In whose reading; that of the study's first coder without it.")
@click.option("--pass", "number", type=click.IntRange(min=1), default=1, help="Number of the pass.")
def show(study: Path, release: str, as_json: bool, coder: str | None, number: int) -> None:
    """Print the case that RELEASE (its uid or its address) of STUDY is in, by date."""
    with Study.open(study) as opened:
        id_, _ = find(opened, release)
        coding = Coding(opened, choose(opened, coder, number))
        try:
            pages = case_of(coding, id_)
        except LookupError:
            who = coding.reading.coder
            raise StudyError(
                f"{study}: {release!r} is not among the releases {who} codes."
            ) from None
        if as_json:
            told = [_page_entry(page, pages, opened.codebook) for page in pages]
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for page in pages:
            stage = stage_of(page.title, page.text) or "-"
            say(
                f"{page.published}  {page.coding.relation or 'lead':<9}  {stage:<13}"
                f"  {' '.join(page.title.split())}  ({page.uid})"
            )
            for words in told_of(page, opened.codebook):
                say(f"    {' '.join(words.split())}")


def _page_entry(page: Page, pages: list[Page], book: Codebook) -> dict[str, object]:
    """A release of a case: names of codes for scripts, and all of it in words."""
    state = page.coding
    return {
        "release": page.uid,
        "url": page.url,
        "published": page.published,
        "relation": state.relation or "lead",
        "lead": next((one.uid for one in pages if one.id == state.lead), None),
        "stage": stage_of(page.title, page.text) or None,
        "title": page.title,
        "status": page.status,
        "values": dict(state.values),
        "examples": [
            {"suspects": one.suspects, "values": dict(one.values)} for one in state.examples
        ],
        "evidence": [
            {"field": one.field_name, "quote": one.quote, "start": one.start, "end": one.end}
            for one in state.evidence
        ],
        "memo": state.memo or None,
        "words": told_of(page, book),
    }


def _compare(study: Study) -> None:
    """Find what is missing, with a bar on a terminal."""
    waiting = missing(study)
    if waiting:
        with progress_bar(waiting, "Comparing") as compared:
            bring_up_to_date(study, compared)
