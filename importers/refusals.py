"""Recognises what was stored in place of a release: interstitials, error pages, failed captures."""

_SHORT, _SHORT_PAGE = 2_000, 12_000
"""Characters beyond which a text, or markup, is no interstitial."""
_HEAD = 1_000
"""Characters within which an interstitial gives itself away."""

_BOT_CHECKS = (
    "bm-verify",
    "_incapsula_resource",
    "incapsula incident",
    "pardon our interruption",
    "cf-chl-",
    "_cf_chl_opt",
    "enable javascript and cookies to continue",
    "verify you are human",
    "verifying you are human",
)
_DENIED = ("access denied", "reference #", "permission to access")
_FAILED_CAPTURES = (
    "powered and protected by privacy",
    "powered and protected by akamai",
    "wayback machine has not archived that url",
    "this page is not available on the web because",
)
_ERROR_TITLES = (
    "404",
    "404 not found",
    "not found",
    "page not found",
    "page not found (404)",
    "error 404",
    "access denied",
    "403 forbidden",
    "forbidden",
    "502 bad gateway",
    "503 service unavailable",
    "service unavailable",
    "the page you requested could not be found",
)


def refusal(title: str, source: str) -> str | None:
    """Why a record with this title and source text is no release, or None where it may be one.

    `source` may be HTML or text. Long texts are never refused for their words: a release may well
    be about a bot check.
    """
    plain_title = title.split("|")[0].strip().casefold()
    if plain_title in _ERROR_TITLES:
        return f"error page instead of a release: {title}"
    if len(source) > _SHORT and ("<" not in source or len(source) > _SHORT_PAGE):
        return None
    head = source[:_HEAD].casefold()
    if any(map(head.__contains__, _BOT_CHECKS)) or all(map(head.__contains__, _DENIED)):
        return "bot-check page instead of a release"
    if len(source) <= _SHORT and any(map(head.__contains__, _FAILED_CAPTURES)):
        return "failed capture: the archive kept a placeholder instead of the page"
    return None
