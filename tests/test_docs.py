"""The manual names every command, option and key there is, and none that is not."""

import re
from pathlib import Path

import click
import pytest

from annotator.__main__ import COMMANDS, cli
from annotator.keys import COMMANDS as KEYS

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands() -> dict[str, click.Command]:
    context = click.Context(cli)
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        command = cli.get_command(context, name)  # type: ignore[attr-defined]
        assert command is not None
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {sub}": item for sub, item in command.commands.items()}
    return found


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_in_the_manual(name: str) -> None:
    manual = read("docs/commands.md")
    heading, _, _ = name.partition(" ")
    section = manual.partition(f"## `annotator {heading}")[2].partition("\n## ")[0]
    assert section, f"docs/commands.md has no section on {heading}"
    for parameter in commands()[name].params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert f"{option}" in section, f"{name}: {option} is not in docs/commands.md"


def test_the_manual_names_no_option_that_is_not_there() -> None:
    known = {
        option
        for command in commands().values()
        for parameter in command.params
        for option in parameter.opts
    }
    for option in re.findall(r"--[a-z][a-z-]+", read("docs/commands.md") + read("README.md")):
        assert option in known | {"--help", "--quiet", "--editable"}, option


def test_every_key_is_in_the_manual_with_its_id() -> None:
    manual = read("docs/keys.md")
    for command in KEYS:
        keys = " ".join(f"`{key}`" for key in command.shown.split(" "))
        assert f"| {keys} | {command.help} | `{command.id}` |" in manual, command.id
    assert len(re.findall(r"\| `\w+\.\w+` \|$", manual, re.M)) == len(KEYS)


def test_no_command_takes_a_key_that_a_code_may_have() -> None:
    from db.codebook.keys import CODE_KEYS

    for command in KEYS:
        if command.screen == "coding":
            assert not set(command.keys.split(",")) & set(CODE_KEYS), command.id


def test_the_readme_begins_with_the_two_commands_one_line_each() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", read("README.md"), re.M | re.S)
    assert len(blocks) == 2
    assert all(block.count("\n") == 1 for block in blocks)
    assert "annotator demo" in blocks[0] and "pytest" in blocks[1]


def test_links_of_the_manual_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
