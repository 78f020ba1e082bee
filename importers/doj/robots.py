"""What a site's robots.txt allows a program like ours."""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from importers.doj.answer import Answer
from importers.doj.client import Client
from importers.doj.failures import BotCheck, CollectFailed

NAME = "release-annotator"
"""As which we look ourselves up."""
_LONGEST = 500_000
"""Characters of a robots.txt that are read."""
_SLOWEST = 60.0
"""Seconds of Crawl-delay that are obeyed at most."""


class Robots:
    """The robots.txt of each host, fetched once."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._hosts: dict[str, RobotFileParser | str] = {}

    def objection(self, address: str) -> str | None:
        """Why the address must not be fetched, or None where it may.

        Raises:
            BotCheck: the site sends bot checks instead.
        """
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._hosts:
            self._hosts[site] = self._rules(site)
        rules = self._hosts[site]
        if isinstance(rules, str):
            return rules
        allowed = rules.can_fetch(NAME, address)
        return None if allowed else f"{parts.netloc} does not allow it in its robots.txt"

    def _rules(self, site: str) -> RobotFileParser | str:
        try:
            rules = self._client.get(f"{site}/robots.txt", _parsed)
        except BotCheck:
            raise
        except CollectFailed as error:
            return f"robots.txt cannot be read, so nothing is fetched: {error}"
        if delay := rules.crawl_delay(NAME):
            self._client.limiter.slow_down(min(float(delay), _SLOWEST))
        return rules


def _parsed(answer: Answer) -> RobotFileParser:
    rules = RobotFileParser()
    if answer.status in (401, 403):
        rules.parse(["User-agent: *", "Disallow: /"])
    elif answer.status == 200 and "html" not in answer.content_type:
        rules.parse(answer.text[:_LONGEST].splitlines())
    else:
        rules.parse([])
    return rules
