"""Looking for likely relatives of releases that have just come in."""

import click

from annotator.progress import progress_bar
from db.relatives.store import bring_up_to_date, missing
from db.study import Study

AT_ONCE = 5000
"""More new releases than this are compared when relatives are asked for: it takes longer than to
bring them in."""


def compare(study: Study) -> None:
    """Compare what is new with everything, or say how that is done where it is much."""
    waiting = missing(study)
    if waiting > AT_ONCE:
        click.echo(
            f"{waiting:,} releases are not yet compared with each other; that is done by:"
            f" annotator cases candidates {study.path}",
            err=True,
        )
        return
    with progress_bar(waiting, "Comparing") as compared:
        bring_up_to_date(study, compared)
