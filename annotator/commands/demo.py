"""`annotator demo`: the practice study."""

from pathlib import Path

import click


@click.command()
@click.argument("study", required=False, type=click.Path(path_type=Path))
@click.option("--no-open", is_flag=True, help="Make it, print where it is, and do not open it.")
@click.option("--blank", is_flag=True, help="Leave every release uncoded.")
@click.option("--complete", is_flag=True, help="Code the last forty releases too.")
def command(study: Path | None, no_open: bool, blank: bool, complete: bool) -> None:
    """Make a practice study and open it: 1,387 invented releases, coded but for the last forty.

    Without STUDY it is kept in your data folder, and opened again the next time.
    """
    import sys

    from annotator.collector import rest
    from annotator.environment import coder_name, data_folder, is_terminal

    if blank and complete:
        raise click.UsageError("--blank and --complete exclude each other.")
    name = "practice-blank.db" if blank else "practice-complete.db" if complete else "practice.db"
    path = study or data_folder() / name
    if path.exists():
        if blank or complete:
            click.echo(f"{path}: is there already; opening it as it is.", err=True)
    else:
        from annotator.demo.making import make

        click.echo("Making the practice study…", err=True)
        make(path, coder=coder_name(), blank=blank, complete=complete)
    if no_open or not is_terminal():
        click.echo(path)
        return
    rest()
    from annotator.app import run

    sys.exit(run(path))
