"""`annotator import`: releases from files into a study."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.exits import Exit
from annotator.plain import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.records import Reject
    from db.releases import Outcome
    from db.study import Study


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--all",
    "keep_all",
    is_flag=True,
    help="Keep releases that name no platform too; they are stored, not queued.",
)
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column holds a field, where its name does not tell: title=headline.",
)
@click.option("--table", help="Which table of an SQLite file holds the releases.")
@click.option(
    "--rejects",
    is_flag=True,
    help="List what could not be read: file, line, reason, title. Without PATH: all so far.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def command(
    study: Path,
    paths: tuple[Path, ...],
    keep_all: bool,
    maps: tuple[str, ...],
    table: str | None,
    rejects: bool,
    as_json: bool,
) -> None:
    """Bring releases into STUDY from files and folders.

    JSON, JSONL, CSV, saved HTML pages or a table of an SQLite file, recognised by content.
    Only releases that name a platform of the codebook are kept, unless --all is given. Importing
    the same files again changes nothing.
    """
    from db.releases import rejects as known_rejects
    from db.study import Study

    if not paths and not rejects:
        raise click.UsageError("Name at least one file or folder to import.")
    with Study.open(study) as opened:
        found = list(known_rejects(opened))
        if paths:
            found = []
            outcome = _import(opened, paths, keep_all, _mapping(maps), table, found.append)
            _say(outcome, study, found, listed=rejects, as_json=as_json)
    if rejects:
        _list(found)
    if paths and found:
        raise click.exceptions.Exit(Exit.REJECTS)


def _import(
    study: Study,
    paths: tuple[Path, ...],
    keep_all: bool,
    mapping: dict[str, str],
    table: str | None,
    on_reject: Callable[[Reject], None],
) -> Outcome:
    from annotator.ahead import Incoming, Job, read_ahead
    from annotator.comparing import compare
    from db.errors import ImportFailed
    from db.records import Reject
    from db.releases import store
    from importers import Options, total_bytes

    if absent := [str(path) for path in paths if not path.exists()]:
        raise ImportFailed(f"{', '.join(absent)}: no such file or folder. Nothing was imported.")
    options = Options(mapping=mapping, table=table, keep_all=keep_all)
    job = Job(paths, options, study.codebook.toml)

    def records() -> Iterator[Incoming]:
        with _progress(total_bytes(paths)) as consumed:
            for record in read_ahead(job, consumed):
                if isinstance(record, Reject):
                    on_reject(record)
                yield record

    source = " ".join(str(path) for path in paths)
    outcome = store(study, records(), source=source, keep_all=keep_all)
    compare(study)
    return outcome


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    import sys

    if not sys.stderr.isatty():
        yield lambda count: None
        return
    waiting = 0
    with click.progressbar(length=total, label="Importing", file=sys.stderr) as bar:

        def consumed(count: int) -> None:
            nonlocal waiting
            waiting += count
            if waiting >= total / 200:
                bar.update(waiting)
                waiting = 0

        yield consumed
        bar.update(waiting)


def _mapping(maps: Iterable[str]) -> dict[str, str]:
    pairs = [entry.partition("=") for entry in maps]
    if wrong := [field for field, sign, column in pairs if not (field and sign and column)]:
        raise click.UsageError(f"--map wants FIELD=COLUMN, as in title=headline; got {wrong[0]!r}.")
    return {field.strip(): column.strip() for field, _, column in pairs}


def _say(
    outcome: Outcome, study: Path, rejects: list[Reject], *, listed: bool, as_json: bool
) -> None:
    if as_json:
        click.echo(json.dumps({"records": outcome.records, **outcome.counts}))
        return

    def tell(count: int, what: str) -> None:
        if count:
            click.echo(f"{count:>9,}  {what}", err=True)

    click.echo(f"{outcome.records:>9,}  records read", err=True)
    tell(outcome.new, "releases new in the study")
    tell(outcome.outside_span, "of these naming a platform, outside the span: stored, not queued")
    tell(outcome.without_mention, "of these naming no platform: stored, not queued")
    tell(outcome.changed, "known releases that have changed; earlier texts and dates are kept")
    tell(outcome.unchanged, "known already and the same")
    tell(outcome.left_out, "left out: they name no platform")
    tell(outcome.rejected, "rejected: not readable as a release")
    for reject in [] if listed else rejects[:5]:
        say(f"           {_words(reject)}", err=True)
    if rejects and not listed:
        click.echo(f"           list them with: annotator import {study} --rejects", err=True)
    if not outcome.new and not outcome.changed:
        click.echo("Nothing changed in the study.", err=True)
    elif outcome.new > outcome.outside_span + outcome.without_mention:
        click.echo(f"Code them with: annotator code {study}", err=True)


def _list(rejects: Iterable[Reject]) -> None:
    for reject in rejects:
        say(_words(reject))


def _words(reject: Reject) -> str:
    place = f"{reject.file}:{reject.line}" if reject.line else reject.file
    return f"{place}: {reject.reason}" + (f" ({reject.title})" if reject.title else "")
