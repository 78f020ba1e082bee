"""The options that narrow what is counted, alike for every command that counts."""

import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import click

from db.report.filter import ReportFilter


class Day(click.ParamType[date]):
    """A day as people write it in ISO form."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a fault that shows how one is written."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value.strip())
        except ValueError:
            example = f"{value}-01-01" if re.fullmatch(r"(19|20)\d\d", value) else "2018-03-21"
            self.fail(f"“{value}” is no day. Write {example}.", param, ctx)


DAY = Day()
_OPTIONS = (
    click.option("--from", "start", type=DAY, help="Only releases from that day on: 2015-01-01."),
    click.option("--to", "end", type=DAY, help="Only releases up to that day."),
    click.option("--category", help="Only cases with that category: its name or label."),
    click.option("--state", help="Only releases of offices in that state: KY, Kentucky."),
    click.option("--office", help="Only releases of that office; part of its name will do."),
    click.option("--platform", help="Only releases that name that platform."),
)


def narrowing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; it is called with `chosen`, a `ReportFilter`."""

    @wraps(command)
    def narrowed(
        *arguments: Any,
        start: date | None,
        end: date | None,
        category: str | None,
        state: str | None,
        office: str | None,
        platform: str | None,
        **others: Any,
    ) -> Any:
        chosen = ReportFilter(
            start=start,
            end=end,
            category=category,
            state=state,
            office=office,
            platform=platform,
        )
        return command(*arguments, chosen=chosen, **others)

    for option in reversed(_OPTIONS):
        narrowed = option(narrowed)
    return narrowed
