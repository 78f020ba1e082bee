"""`annotator new`: an empty study."""

from pathlib import Path

import click


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option(
    "--codebook",
    "codebook_file",
    type=click.Path(path_type=Path),
    help="The codebook to begin with (TOML); the default one is copied in without it.",
)
@click.option("--coder", help="Name of the coder; your login name without it.")
def command(study: Path, codebook_file: Path | None, coder: str | None) -> None:
    """Make an empty study in the file STUDY."""
    from annotator.environment import coder_name
    from db.codebook import file as books
    from db.study import Study

    book = books.load(codebook_file) if codebook_file else books.default()
    with Study.create(study, book, coder=coder or coder_name()):
        pass
    click.echo(f"{study}: an empty study, “{book.title}”.", err=True)
    click.echo(f"Bring releases in with: annotator import {study} FILE…", err=True)
