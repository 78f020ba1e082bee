"""`annotator export`: a table of the study as a file, or to the standard output."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from annotator.commands.report_options import narrowing
from db.readings import choose
from db.report.filter import ReportFilter, resolved
from db.study import Study
from db.tables import Table
from db.tables.releases import release_table
from exports.catalogue import OF_READING, OF_REPORT, OF_STUDY, TABLES
from exports.csv_file import write_csv
from exports.jsonl_file import write_jsonl
from exports.target import replacing

_FORMATS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.argument("table", type=click.Choice(TABLES))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write; the standard output without it.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["csv", "jsonl"]),
    help="By the ending of the file, or else csv.",
)
@click.option("--coder", help="Whose codes; those of the study's first coder without it.")
@click.option("--pass", "number", type=click.IntRange(min=1), help="Number of the pass; 1 without.")
@click.option("--text", is_flag=True, help="With the text of each release (releases only).")
@narrowing
@click.option("--excel", is_flag=True, help="Begin CSV with the mark that Excel needs for UTF-8.")
def command(
    study: Path,
    table: str,
    output: Path | None,
    format_: str | None,
    coder: str | None,
    number: int | None,
    text: bool,
    excel: bool,
    chosen: ReportFilter,
) -> None:
    """Write TABLE of STUDY as CSV or JSON Lines.

    A file that is there already is replaced when the new one is complete.
    """
    to_file = output if output and str(output) != "-" else None
    format_ = format_ or _format_of(to_file)
    if text and table != "releases":
        raise click.UsageError("--text is for the table releases.")
    if excel and format_ != "csv":
        raise click.UsageError("--excel is for CSV.")
    if table in OF_STUDY and (coder or number):
        raise click.UsageError(f"{table} is a table of the whole study; leave --coder and --pass.")
    if chosen and table not in OF_REPORT:
        raise click.UsageError(
            f"{table} is not narrowed; --from, --to, --category, --state, --office and --platform"
            f" are for {' and '.join(OF_REPORT)}."
        )
    with Study.open(study) as opened:
        chosen = resolved(chosen, opened)
        if table in OF_REPORT:
            written = OF_REPORT[table](opened, choose(opened, coder, number or 1), chosen)
        else:
            written = _table(opened, table, coder=coder, number=number or 1, text=text)
        if to_file is None:
            _write(written, sys.stdout.buffer, format_, excel=excel)
            return
        with replacing(to_file, keep=study) as out:
            _write(written, out, format_, excel=excel)
    click.echo(f"{to_file}: the table {table} of {study}.", err=True)


def _format_of(path: Path | None) -> str:
    if path is None:
        return "csv"
    try:
        return _FORMATS[path.suffix.lower()]
    except KeyError:
        raise click.UsageError(
            f"{path}: no format has the ending “{path.suffix}”. Name the file .csv or .jsonl,"
            " or say --format csv."
        ) from None


def _table(study: Study, name: str, *, coder: str | None, number: int, text: bool) -> Table:
    if name == "releases":
        return release_table(study, text=text)
    if name in OF_STUDY:
        return OF_STUDY[name](study)
    return OF_READING[name](study, choose(study, coder, number))


def _write(table: Table, out: BinaryIO, format_: str, *, excel: bool) -> None:
    if format_ == "csv":
        write_csv(table, out, excel=excel)
    else:
        write_jsonl(table, out)
