"""`annotator report`: the counts, as text, JSON or a screen."""

import json
import sys
from pathlib import Path

import click

from db import readings
from db.readings import Reading
from db.report import make_report, to_json
from db.study import Study


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="As JSON, for scripts.")
@click.option("--screen", is_flag=True, help="On the report screen.")
@click.option("--coder", help="Whose codes; those of the study's first coder without it.")
@click.option(
    "--pass",
    "number",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Number of the pass.",
)
def command(study: Path, as_json: bool, screen: bool, coder: str | None, number: int) -> None:
    """Count STUDY: releases, cases, categories, fields, quarters, events, places."""
    if as_json and screen:
        raise click.UsageError("--json is for scripts and --screen for people: choose one.")
    with Study.open(study) as opened:
        reading = readings.choose(opened, coder, number)
        if screen:
            sys.exit(_show(opened, reading))
        report = make_report(opened, reading)
    if as_json:
        text = json.dumps(to_json(report), ensure_ascii=False, indent=2) + "\n"
    else:
        from annotator.report_text import report_text

        text = report_text(report, study=str(study))
    click.echo(text, nl=False)


def _show(study: Study, reading: Reading) -> int:
    from annotator.environment import is_terminal
    from db.errors import StudyError

    if not is_terminal():
        raise StudyError("the report screen needs a terminal at both ends; leave --screen out.")
    from annotator.app import AnnotatorApp

    app = AnnotatorApp(study, reading, start="report")
    app.run(mouse=False)
    return app.return_code or 0
