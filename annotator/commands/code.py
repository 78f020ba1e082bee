"""`annotator code`: the coding screen."""

from pathlib import Path

import click


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option("--coder", help="Code as this coder; the study's first coder without it.")
@click.option(
    "--pass",
    "number",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Number of the pass: 2 is a second one, blind to the first.",
)
@click.option(
    "--only",
    type=click.Choice(["uncoded", "coded", "excluded", "linked", "flagged", "changed"]),
    help="Walk only through releases in that state; changed: their text is another than then.",
)
def command(
    study: Path, coder: str | None = None, number: int = 1, only: str | None = None
) -> None:
    """Open STUDY on the coding screen, where the last sitting stopped."""
    import sys

    from annotator.collector import rest
    from annotator.environment import is_terminal
    from db.errors import StudyError

    if not is_terminal():
        raise StudyError("the coding screen needs a terminal at both ends.")
    rest()
    from annotator.app import run
    from db.filters import typed

    chosen, _ = typed(f"is:{only}" if only else "")
    sys.exit(run(study, coder=coder, number=number, chosen=chosen))
