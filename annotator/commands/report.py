"""`annotator report`: the counts, as text, JSON or a screen."""

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from annotator.commands.report_options import DAY, narrowing
from annotator.report.options import ONLY_NAMED, ReportOptions
from db import readings
from db.errors import StudyError
from db.readings import Reading
from db.report import Report, make_report, to_json
from db.report.filter import ReportFilter, resolved
from db.report.rates import all_releases, read_denominator
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
@narrowing
@click.option(
    "--event", "dates", type=DAY, multiple=True, help="A day to compare before and after, too."
)
@click.option(
    "--its", is_flag=True, help="With an interrupted time series of each event; needs statsmodels."
)
@click.option(
    "--denominator",
    type=click.Path(path_type=Path),
    help="A CSV of quarter and number to give rates by; `all`: all releases collected.",
)
@click.option(
    "--per",
    "unit",
    type=click.FloatRange(min=0, min_open=True),
    default=1000.0,
    show_default=True,
    help="How many of the denominator a rate is of.",
)
def command(
    study: Path,
    as_json: bool,
    screen: bool,
    coder: str | None,
    number: int,
    chosen: ReportFilter,
    dates: tuple[date, ...],
    its: bool,
    denominator: Path | None,
    unit: float,
) -> None:
    """Count STUDY: releases, cases, categories, fields, quarters, events, places."""
    if its and (as_json or screen):
        raise click.UsageError("--its belongs to the report as text: leave --json and --screen.")
    of_all = denominator == Path("all")
    rate = read_denominator(denominator, unit) if denominator and not of_all else None
    if as_json and screen:
        raise click.UsageError("--json is for scripts and --screen for people: choose one.")
    with Study.open(study) as opened:
        reading = readings.choose(opened, coder, number)
        chosen = resolved(chosen, opened)
        if screen:
            options = ReportOptions(chosen, rate, of_all=of_all, unit=unit, days=dates)
            sys.exit(_show(opened, reading, options))
        report = make_report(
            opened,
            reading,
            chosen,
            denominator=rate,
            days=dates,
            placed=True,
        )
    if of_all:
        report = _of_all(report, unit)
    if as_json:
        text = json.dumps(to_json(report), ensure_ascii=False, indent=2) + "\n"
    else:
        from annotator.report.text import report_text

        text = report_text(report, study=str(study))
        if its:
            from annotator.report.series import series_text

            text += series_text(report)
    click.echo(text, nl=False)


def _of_all(report: Report, unit: float) -> Report:
    """The report with rates of all releases, where the study holds more than those it reads."""
    if not report.progress.without_mention:
        raise StudyError(ONLY_NAMED)
    return replace(report, denominator=all_releases(report.stored, unit))


def _show(study: Study, reading: Reading, options: ReportOptions) -> int:
    from annotator.environment import config_file, is_terminal

    if not is_terminal():
        raise StudyError("the report screen needs a terminal at both ends; leave --screen out.")
    from annotator.collector import rest

    rest()
    from annotator.app import AnnotatorApp
    from annotator.config import load

    config = load(config_file())
    app = AnnotatorApp(study, reading, start="report", config=config)
    app.report_options = options
    app.run(mouse=config.mouse)
    return app.return_code or 0
