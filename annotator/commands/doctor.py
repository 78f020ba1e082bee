"""`annotator doctor`: checks a study from end to end, makes backups, and repairs."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path

import click

from annotator.exits import Exit
from annotator.plain import say
from annotator.progress import progress_bar
from annotator.terminal_check import terminal
from db.backup import Backup, backup
from db.health import Check, examine
from db.health_disk import disk, file_system, in_bytes, log
from db.mention_search import release_count
from db.rebuild import rebuild
from db.study import Study

_PATH = click.Path(path_type=Path)
_SIGNS = {"ok": "ok", "note": "note", "fault": "!!"}


@click.command()
@click.argument("study", type=_PATH)
@click.option("--backup", "target", type=_PATH, help="First copy the study to this new file.")
@click.option(
    "--repair",
    is_flag=True,
    help="Then make indexes, mentions, states and tallies anew from texts and journal;"
    " wants a backup first.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
def command(study: Path, target: Path | None, repair: bool, as_json: bool) -> None:
    """Check STUDY from end to end; exit code 1 when something is wrong.

    "ok" is as it should be, "note" is worth knowing, "!!" is wrong and says what to do.
    """
    if repair and target is None:
        raise click.UsageError("A repair wants a backup first: --repair --backup FILE.")
    for stream in (sys.stdout, sys.stderr):  # an encoding too poor is to be told of, not died of
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    with Study.open(study) as opened:
        made = backup(opened, target) if target else None
        if made and not as_json:
            click.echo(_backup_words(made))
        if repair:
            rebuild(opened)
            click.echo("Made anew: indexes, mentions, states and tallies.", err=True)
        found = []
        for check in _checks(opened):
            found.append(check)
            if not as_json:
                _say(check, study)
    wrong = sum(check.status == "fault" for check in found)
    if as_json:
        click.echo(_as_json(study, found, made, repaired=repair))
    elif wrong:
        click.echo(f"{wrong} of {len(found)} checks found something wrong.", err=True)
    if wrong:
        raise click.exceptions.Exit(Exit.FAILED)


def _checks(study: Study) -> Iterator[Check]:
    yield terminal()
    yield disk(study.path)
    yield log(study.path)
    yield file_system(study.path)
    with progress_bar(release_count(study), "Searching") as searched:
        yield from examine(study, searched)


def _say(check: Check, study: Path) -> None:
    text = check.text.replace("STUDY", str(study))
    say(f"{_SIGNS[check.status]:<4}  {check.name:<11}  {text}")
    for detail in check.details:
        say(f"{'':19}{detail}")


def _backup_words(made: Backup) -> str:
    held = f"{made.releases:,} releases and {made.decisions:,} decisions"
    return f"ok    backup       {made.path}, {in_bytes(made.size)}: opened, it holds {held}"


def _as_json(study: Path, found: list[Check], made: Backup | None, *, repaired: bool) -> str:
    report = {
        "study": str(study),
        "ok": all(check.status != "fault" for check in found),
        "repaired": repaired,
        "backup": asdict(made) if made else None,
        "checks": [asdict(check) for check in found],
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=str)
