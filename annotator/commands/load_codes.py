"""`annotator load-codes`: reads back an edited table of codes."""

from collections.abc import Iterator
from pathlib import Path

import click

from annotator.plain import say
from db.errors import LoadFailed
from db.sheet.load import Loaded, load
from db.sheet.load_words import differences
from db.study import Study
from exports.codes_reader import read_codes


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--coder", help="Whose codes they are; the study's first coder's without it.")
@click.option(
    "--pass", "number", type=click.IntRange(min=1), default=1, help="Number of the pass; 1 without."
)
@click.option("--dry-run", is_flag=True, help="Change nothing; say what would change.")
def command(study: Path, file: Path, coder: str | None, number: int, dry_run: bool) -> None:
    """Set the codes of STUDY from FILE, an edited export of the table codes.

    All rows are loaded or none: whatever is wrong with the file is listed with its line. The
    whole of it is one step, which “u” on the coding screen takes back.
    """
    sheet = read_codes(_content(file), "standard input" if str(file) == "-" else file.name)
    with Study.open(study) as opened:
        loaded = load(opened, sheet, coder=coder, number=number, dry_run=dry_run)
        if dry_run:
            for line in differences(opened, loaded.plan):
                say(line)
    for sentence in _summary(loaded, dry_run=dry_run):
        click.echo(sentence, err=True)


def _content(file: Path) -> bytes:
    try:
        with click.open_file(str(file), "rb") as stream:
            content: bytes = stream.read()
            return content
    except OSError as error:
        raise LoadFailed(f"{file}: cannot be read: {error.strerror or error}.") from error


def _summary(loaded: Loaded, *, dry_run: bool) -> Iterator[str]:
    plan, changed = loaded.plan, len(loaded.plan.changes)
    whose = f"{loaded.reading.coder}, pass {loaded.reading.number}"
    if not changed:
        yield f"Nothing to change for {whose}: {_releases(plan.unchanged)} as before."
        return
    verb = "would change" if dry_run else "changed"
    begun = ", a new reading" if loaded.begun else ""
    yield f"{_releases(changed)} {verb} for {whose}{begun}; {plan.unchanged} as before."
    if plan.newer:
        yield f"Of these, {plan.newer} had been decided on after the table was exported."
    if not dry_run:
        yield "One undo on the coding screen (u) takes it all back."


def _releases(count: int) -> str:
    return f"{count} release" if count == 1 else f"{count} releases"
