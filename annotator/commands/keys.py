"""`annotator keys`: the table of keys in force, and what the terminal really sends."""

import click


@click.command()
@click.option("--test", is_flag=True, help="Show what the terminal sends for each key you press.")
def command(test: bool) -> None:
    """Print every key with its command and id, your own settings included."""
    from annotator.config import keys_in_force, load
    from annotator.environment import config_file, is_terminal
    from annotator.keys import keys_shown

    config = load(config_file())
    if test:
        if not is_terminal():
            raise click.UsageError("--test needs a terminal at both ends.")
        from annotator.key_test import KeyTest

        app = KeyTest(config)
        app.run(mouse=False)
        raise click.exceptions.Exit(app.return_code or 0)
    for one, keys in keys_in_force(config):
        mark = "*" if one.id in config.keys else " "
        click.echo(f"{mark}{keys_shown(keys):<16} {one.label:<18} {one.id:<24} {one.help}")
    click.echo(f"Settings: {config_file()}", err=True)
