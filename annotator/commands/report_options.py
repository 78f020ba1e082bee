"""The options that narrow what is counted, alike for every command that counts."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

import click

from db.report.filter import ReportFilter

DAY = click.DateTime(formats=["%Y-%m-%d"])
_OPTIONS = (
    click.option("--from", "start", type=DAY, help="Only releases from that day on: 2015-01-01."),
    click.option("--to", "end", type=DAY, help="Only releases up to that day."),
    click.option("--category", help="Only cases with that code of the leading field, by its name."),
    click.option("--state", help="Only releases of offices in that state: KY."),
    click.option("--office", help="Only releases of that office."),
    click.option("--platform", help="Only releases that name that platform."),
)


def narrowing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; it is called with `chosen`, a `ReportFilter`."""

    @wraps(command)
    def narrowed(
        *arguments: Any,
        start: datetime | None,
        end: datetime | None,
        category: str | None,
        state: str | None,
        office: str | None,
        platform: str | None,
        **others: Any,
    ) -> Any:
        chosen = ReportFilter(
            start=start.date() if start else None,
            end=end.date() if end else None,
            category=category,
            state=state.upper() if state else None,
            office=office,
            platform=platform,
        )
        return command(*arguments, chosen=chosen, **others)

    for option in reversed(_OPTIONS):
        narrowed = option(narrowed)
    return narrowed
