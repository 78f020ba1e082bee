"""The date that a scraped page's own furniture gives, where a scraper kept it in the text."""

import re

_HEAD = 4_000
_DATELINE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s+([A-Z][a-z]+ \d{1,2}, \d{4})\s+"
    r"Share\s+(?:right caret\s+)?Facebook\b"
)


def dateline(text: str) -> str | None:
    """The date that stands right before the share buttons ("Monday, June 3, 2013 Share Facebook").

    Scrapers that take a whole page keep its head: breadcrumbs, title, date, share buttons. That
    date is the one the office gave the release, while a time stamp beside it may be when the site
    was moved: hundreds of releases of 2013 and 2014 carry 2015-03-19. So it is believed before any
    column, but only in this exact place.
    """
    if text.find("Share", 0, _HEAD) < 0:
        return None
    found = _DATELINE.search(text, 0, _HEAD)
    return found[1] if found else None
