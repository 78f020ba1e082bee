"""`annotator codebook`: shows, checks and edits the codebook of a study."""

from pathlib import Path

import click

from annotator.codebook_draft import Draft
from annotator.codebook_lines import plan_lines, summary, use_lines
from annotator.environment import is_terminal
from annotator.exits import Exit
from annotator.plain import say, say_lines
from annotator.progress import progress_bar
from db.codebook import Codebook
from db.codebook import file as codebook_file
from db.codebook.change import CodebookChange, text_in_force
from db.codebook.use import in_use
from db.errors import CodebookError
from db.study import Study

_PATH = click.Path(path_type=Path, allow_dash=True)


@click.group()
def command() -> None:
    """Show, check or edit a codebook: what is asked of a release and how it is counted."""


@command.command()
@click.argument("study", type=_PATH, required=False)
@click.option("--default", is_flag=True, help="The default codebook; no study is needed.")
def show(study: Path | None, default: bool) -> None:
    """Print the codebook in force in STUDY as TOML."""
    if (study is None) != default:
        raise click.UsageError("Name a study, or say --default.")
    click.echo(codebook_file.default_toml() if study is None else _in_force(study), nl=False)


@command.command()
@click.argument("path", metavar="FILE_OR_STUDY", type=_PATH)
def check(path: Path) -> None:
    """Name every fault of a codebook with its line and the cure.

    Of a study also how many releases have which code, in whatever reading.
    """
    if not _is_database(path):
        click.echo(f"{path}: {summary(_load(path))}")
        return
    with Study.open(path) as study:
        click.echo(f"{path}: {summary(study.codebook)}")
        for line in use_lines(study.codebook, in_use(study)):
            say(line)


@command.command()
@click.argument("study", type=_PATH)
@click.option(
    "--from",
    "file",
    type=_PATH,
    help="Put this file in force instead of opening an editor; - is the standard input.",
)
@click.option("--dry-run", is_flag=True, help="Change nothing; say what would change.")
@click.option("--yes", is_flag=True, help="Do not ask before it is put in force.")
def edit(study: Path, file: Path | None, dry_run: bool, yes: bool) -> None:
    """Change the codebook of STUDY, in your editor or by a file.

    What would change is said first. No change of a codebook changes or drops a coding.
    """
    if file is not None:
        _put_in_force(study, file, dry_run=dry_run, ask=not yes)
        return
    draft = Draft(study, _in_force(study))
    try:
        done = _edit(study, draft, dry_run=dry_run, ask=not yes)
    except BaseException:
        _lay_down(study, draft)
        raise
    if done:
        draft.discard()
    else:
        _lay_down(study, draft)


def _edit(study: Path, draft: Draft, *, dry_run: bool, ask: bool) -> bool:
    """Open the editor until the codebook is sound or the person gives up; True if in force."""
    while True:
        draft.edit()
        if not draft.is_changed:
            click.echo("Nothing was changed.", err=True)
            return True
        try:
            return _put_in_force(study, draft.path, dry_run=dry_run, ask=ask)
        except CodebookError as error:
            if not is_terminal():
                raise
            say_lines(f"\n{error}\n", err=True)
        if not click.confirm("Open the editor again?", default=True, err=True):
            raise click.exceptions.Exit(Exit.FAILED)


def _lay_down(study: Path, draft: Draft) -> None:
    """Say where the text is that is not in force; one that nobody changed is taken away."""
    if not draft.is_changed:
        draft.discard()
        return
    click.echo(f"What you wrote is in {draft.path} and not in force. Later:", err=True)
    click.echo(f"  annotator codebook edit {study} --from {draft.path}", err=True)


def _put_in_force(study: Path, file: Path, *, dry_run: bool, ask: bool) -> bool:
    """Say what that file would change, ask, and do it; False in a dry run.

    Raises:
        CodebookError: the codebook is faulty, or lacks what the study uses.
    """
    new = _load(file)
    with Study.open(study) as opened:
        change = CodebookChange(opened, new)
        with progress_bar(change.to_search, "Searching") as searched:
            plan = change.plan(searched)
        if plan.refusals:
            raise CodebookError("\n".join(plan.refusals))
        for line in plan_lines(plan):
            say(line, err=not dry_run)
        if dry_run:
            return False
        if ask and is_terminal() and not click.confirm("Put it in force?", err=True):
            click.echo("Nothing was changed.", err=True)
            raise click.exceptions.Exit(Exit.FAILED)
        done = change.apply()
    if done != plan:
        click.echo("Another sitting came between; what was done is:", err=True)
        for line in plan_lines(done):
            say(line, err=True)
    click.echo(f"{study}: “{new.title}” is in force.", err=True)
    return True


def _load(file: Path) -> Codebook:
    if str(file) != "-":
        return codebook_file.load(file)
    with click.open_file("-", encoding="utf-8", errors="replace") as stream:
        return codebook_file.parse(stream.read(), name="standard input")


def _in_force(study: Path) -> str:
    with Study.open(study) as opened:
        return text_in_force(opened)


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False
