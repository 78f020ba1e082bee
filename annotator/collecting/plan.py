"""What a call of `annotator collect` would do, in words; stores nothing."""

import math
from collections.abc import Iterator
from datetime import date

from annotator.collecting.call import scope_of
from annotator.collecting.display import duration
from annotator.collecting.order import ENOUGH_PAGES
from annotator.collecting.request import Request, agent
from db.collection.standing import Standing, standing
from db.study import Study
from importers.doj.api import Api, ApiPage
from importers.doj.client import Client
from importers.doj.limiter import Limiter, Sleeper
from importers.doj.pages import addresses_in


def plan(study: Study, request: Request, api: Api) -> str:
    """Range, requests and time. For the API one request is sent, for its count of releases.

    Raises:
        CollectFailed: the API does not answer that request.
    """
    return "\n".join(_lines(study, request, api))


def _lines(study: Study, request: Request, api: Api) -> Iterator[str]:
    scope = scope_of(study, request)
    yield f"source    {request.source}"
    yield f"range     {_day(request.since)} … {_day(request.until)}"
    yield f"keeps     {'every release' if scope.keep_all else 'releases that name a platform'}"
    yield f"as        {agent(request.contact)}"
    if request.urls:
        count = sum(1 for _ in addresses_in(request.urls))
        yield _cost(count + 1, request, "at most, with robots.txt")
    elif request.listing:
        yield "requests  one for each listing page, and one for each release that is not known"
    else:
        page = _first_page(request, api)
        yield f"releases  {page.count:,} at the source, {page.size} a page"
        yield from _api(page, standing(study, api.base_url, scope), request)


def _api(page: ApiPage, kept: Standing | None, request: Request) -> Iterator[str]:
    if kept is None or request.full or kept.reopens:
        yield _cost(page.pages + 2, request, "for all pages")
    elif kept.next_page:
        yield f"goes on   at page {kept.next_page:,} of {page.pages:,}"
        yield _cost(max(0, page.pages - kept.next_page) + 3, request, "for the rest")
    elif not kept.whole:
        yield _cost(page.pages + 2, request, "for all pages")
    else:
        yield f"updates   {kept.known:,} releases are known"
        few = min(ENOUGH_PAGES, page.pages)
        yield _cost(few, request, "where little is new and the source sorts by change")
        yield _cost(page.pages + 2, request, "where it does not sort")


def _cost(requests: int, request: Request, words: str) -> str:
    seconds = math.ceil(requests / request.rate)
    return f"requests  {requests:,} {words}: {duration(seconds)} at {request.rate:g} a second"


def _first_page(request: Request, api: Api) -> ApiPage:
    sleeper = Sleeper()
    limiter = Limiter(request.rate, sleep=sleeper)
    client = Client(agent=agent(request.contact), limiter=limiter, sleeper=sleeper)
    try:
        return client.get(api.address(0), lambda answer: api.read(answer, 0, proven=False))
    finally:
        client.close()


def _day(day: date | None) -> str:
    return day.isoformat() if day else "any day"
