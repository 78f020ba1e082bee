"""`annotator runs`: the study's log of imports, collections and other changes from outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.plain import harmless

if TYPE_CHECKING:
    from db.runs import Run


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="As JSON, for scripts.")
def command(study: Path, as_json: bool) -> None:
    """List what came into STUDY, when and from where, with its counts; the first first."""
    from db.runs import runs
    from db.study import Study

    with Study.open(study) as opened:
        log = runs(opened)
    if as_json:
        click.echo(json.dumps([_record(run) for run in log], ensure_ascii=False, indent=2))
        return
    for run in log:
        click.echo(_line(run))  # of which only the source is from outside
    if not log:
        click.echo(f"Nothing has come into {study} yet. Try: annotator collect {study}", err=True)


def _record(run: Run) -> dict[str, object]:
    return {
        "id": run.id,
        "kind": run.kind,
        "source": run.source,
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "counts": dict(run.counts),
    }


def _line(run: Run) -> str:
    counts = ", ".join(
        f"{count:,} {name.replace('_', ' ')}" for name, count in run.counts.items() if count
    )
    source = harmless(run.source)
    if run.finished_at is None:
        counts = f"broken off or under way; so far: {counts or 'nothing'}"
    return f"{run.started_at}  {run.kind:<8}  {source}\n    {counts or 'nothing came'}"
