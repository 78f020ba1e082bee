"""The command line: finds the command, loads it, and turns failures into sentences."""

import importlib
import io
import sys
from typing import Any

import click

from annotator.exits import Exit
from annotator.plain import say_lines
from db.errors import AnnotatorError

COMMANDS = {
    "demo": "Make a practice study and open it.",
    "new": "Make an empty study.",
    "collect": "Collect releases from the Justice Department's site.",
    "import": "Bring in releases from files.",
    "runs": "Show what came in, when and from where.",
    "code": "Open the coding screen.",
    "report": "Show the counts as text, JSON or a screen.",
    "export": "Write a table to a file.",
    "load-codes": "Read back an edited table of codes.",
    "cases": "Find releases of one case, and link exact repeats.",
    "codebook": "Show, check or edit a codebook.",
    "keys": "Show every key, your own included.",
    "log": "Show the journal in words.",
    "doctor": "Check a study from end to end.",
}
"""Every command with its line of help; its module is loaded only when it is called."""


class LazyGroup(click.Group):
    """A group whose commands are modules, so that `--help` loads none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order a study meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        name = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")
        module = importlib.import_module(f"annotator.commands.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command, the study opened last is opened again.",
)
@click.version_option(package_name="release-annotator", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Code press releases in the terminal: collect, read, code, count, export.

    A study is one file. Make one with "annotator new", or try "annotator demo".
    """
    if ctx.invoked_subcommand is None:
        from annotator.environment import last_study

        path = last_study()
        if path is None:
            click.echo(ctx.get_help())
        else:
            from annotator.commands.code import command

            ctx.invoke(command, study=path)


def main(arguments: list[str] | None = None) -> Any:
    """Run the program; the one place where our errors become a sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Latin-1 terminal is no reason to stop
    try:
        code = cli.main(args=arguments, prog_name="annotator", standalone_mode=False)
    except AnnotatorError as error:
        say_lines(f"annotator: {error}", err=True)
        code = Exit.FAILED
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nannotator: stopped.", err=True)
        code = Exit.FAILED
    except BrokenPipeError:
        sys.stderr.close()
        code = Exit.FAILED
    sys.exit(code or Exit.FINE)


if __name__ == "__main__":
    main()
