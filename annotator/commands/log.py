"""`annotator log`: the journal in words."""

from pathlib import Path

import click


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option("--release", help="Only decisions on this release: its uid or its address.")
@click.option("--last", type=click.IntRange(min=1), help="Only the last so many.")
def command(study: Path, release: str | None, last: int | None) -> None:
    """Print every decision taken in STUDY in words, the oldest first.

    One line a decision and release: when, by whom, on which release, what.
    """
    from collections import deque

    from annotator.plain import harmless
    from db.errors import StudyError
    from db.releases import find
    from db.study import Study
    from db.tables.journals import journal_table

    with Study.open(study) as opened:
        wanted = None
        if release is not None:
            found = find(opened, release)
            if found is None:
                raise StudyError(f"{study}: has no release {release!r}; name its uid or address.")
            wanted = found[1]
        table = journal_table(opened)
        names = [column.name for column in table.columns]
        entries = (dict(zip(names, row, strict=True)) for row in table.rows)
        lines = (
            f"{entry['at']}  {entry['coder']} {entry['pass']}  {entry['release']}  {entry['words']}"
            for entry in entries
            if wanted in (None, entry["release"])
        )
        for line in deque(lines, last) if last else lines:
            click.echo(harmless(line))
