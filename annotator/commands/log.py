"""`annotator log`: the journal in words."""

from pathlib import Path

import click


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option("--release", help="Only decisions on this release: its uid or its address.")
@click.option("--last", type=click.IntRange(min=1), help="Only the last so many.")
@click.option("--utc", is_flag=True, help="Times in UTC to the millisecond, as the study has them.")
def command(study: Path, release: str | None, last: int | None, utc: bool) -> None:
    """Print every decision taken in STUDY in words, the oldest first.

    One line a decision and release: when (local time), by whom, on which release, what; at the
    end the release's uid.
    """
    from collections import deque
    from functools import lru_cache

    from annotator.plain import say
    from db.releases import find, told
    from db.study import Study
    from db.tables.journals import journal_table
    from db.words import local_minute

    with Study.open(study) as opened:
        wanted = None if release is None else find(opened, release)[1]

        @lru_cache(10_000)
        def heading(uid: str) -> str:
            return told(opened, find(opened, uid)[0])

        table = journal_table(opened)
        names = [column.name for column in table.columns]
        entries = (dict(zip(names, row, strict=True)) for row in table.rows)
        chosen = (entry for entry in entries if wanted in (None, entry["release"]))
        for entry in deque(chosen, last) if last else chosen:
            at, uid = str(entry["at"]), str(entry["release"])
            when = at if utc else local_minute(at)
            whose = f"{entry['coder']} {entry['pass']}"
            line = f"{when}  {whose}  {heading(uid)}  {entry['words']}  {uid}"
            say(line)
