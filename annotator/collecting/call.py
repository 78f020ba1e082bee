"""One call of `annotator collect`: everything it needs set up, used, and put away in order."""

import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from annotator.collecting import ApiCollecting
from annotator.collecting.display import Display
from annotator.collecting.pages import SOURCE, collect_pages
from annotator.collecting.request import Request, agent
from annotator.collecting.words import Progress, Result
from db.collection import Collection
from db.collection.holder import Holder
from db.collection.intake import Intake
from db.collection.scope import Scope
from db.errors import StudyError
from db.study import Study
from importers.doj.api import Api
from importers.doj.client import Client
from importers.doj.limiter import Limiter, Sleeper, delay_after
from importers.doj.pages import addresses_in, addresses_listed
from importers.doj.robots import Robots
from importers.doj.source import ApiSource


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one call did."""

    counts: Counter[str]
    """As in the log of runs: new, changed, left_out, …, requests."""
    result: Result | None
    """How the API's pages came out; None for lists of addresses."""
    seconds: float


@dataclass(frozen=True, slots=True)
class _Line:
    client: Client
    display: Display
    holder: Holder


def collect(study: Study, request: Request, api: Api) -> Outcome:
    """Collect into an open study; whatever ends it, what came is in the study.

    Raises:
        CollectFailed: the source is down, or is not what it should be.
        StudyError: the study is in use by another collection, or cannot be written.
    """
    began = time.monotonic()
    scope = scope_of(study, request)
    by_address = request.urls or request.listing
    with _line(study, request) as line:
        collection = Collection(study, SOURCE if by_address else api.base_url)
        collection.set_scope(scope)
        if request.full:
            collection.forget()
        intake = Intake(study, collection, scope, request.source)
        try:
            if by_address:
                result = None
                _by_address(collection, intake, line, request)
            else:
                result = _by_page(collection, intake, line, api)
        except BaseException:
            intake.counts["requests"] = line.client.requests
            with suppress(StudyError):  # the first failure is the one to be told
                intake.log(finished=False)
            raise
        intake.counts["requests"] = line.client.requests
        intake.log(finished=True)
    return Outcome(intake.counts, result, time.monotonic() - began)


def scope_of(study: Study, request: Request) -> Scope:
    """Which releases the request wants, under the codebook in force."""
    return Scope.of(study.codebook, request.since, request.until, keep_all=request.keep_all)


def _by_page(collection: Collection, intake: Intake, line: _Line, api: Api) -> Result:
    source = ApiSource(api, line.client)
    try:
        return ApiCollecting(
            collection,
            intake,
            source,
            wanted=intake.wanted,
            on_page=_shown_on(line, intake),
            with_page=line.holder.note,
        ).run()
    finally:
        source.close()


def _by_address(collection: Collection, intake: Intake, line: _Line, request: Request) -> None:
    robots = Robots(line.client)
    if request.urls:
        addresses = addresses_in(request.urls)
    else:
        addresses = addresses_listed(line.client, robots, request.listing or "")
    collect_pages(
        collection,
        intake,
        line.client,
        robots,
        addresses,
        wanted=intake.wanted,
        on_page=_shown_on(line, intake),
        with_page=line.holder.note,
    )


def _shown_on(line: _Line, intake: Intake) -> Callable[[Progress], None]:
    def show(progress: Progress) -> None:
        intake.counts["requests"] = line.client.requests
        line.display.page(progress, intake.counts)

    return show


@contextmanager
def _line(study: Study, request: Request) -> Iterator[_Line]:
    """The claim on the study, the connection and the display."""
    holder = Holder(study)
    sleeper = Sleeper()
    limiter = Limiter(request.rate, sleep=sleeper)
    limiter.hold(delay_after(holder.last, time.time(), limiter.interval, orderly=holder.orderly))
    display = Display(
        sys.stderr,
        terminal=sys.stderr.isatty(),
        width=shutil.get_terminal_size().columns,
        requests=lambda: client.requests,
    )
    client = Client(
        agent=agent(request.contact), limiter=limiter, sleeper=sleeper, on_trouble=display.trouble
    )
    try:
        yield _Line(client, display, holder)
    finally:
        client.close()
        display.end()
        with suppress(StudyError):  # the first failure is the one to be told
            holder.release(sent=client.requests > 0)
