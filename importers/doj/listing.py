"""Listing pages of the HTML site, in both markups: the releases on them, and the next page."""

from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_RELEASES = (
    "article.news-content-listing h2.news-title a, article.node-press-release h2 a[href],"
    ".views-row .views-field-title a"
)
_NEXT = (
    "li.pager__item--next a, li.pager-next a, a.usa-pagination__next-page, a[rel=next],"
    "a[title='Go to next page']"
)


def listing(markup: str, address: str) -> tuple[list[str], str | None]:
    """The addresses of the releases on a listing page, in its order, and of the page after it.

    Only addresses on the listing's own host count.

    Args:
        markup: the page.
        address: where it came from, for links that leave the host out.
    """
    tree = LexborHTMLParser(markup)
    releases = dict.fromkeys(_links(tree, _RELEASES, address))
    following = next(iter(_links(tree, _NEXT, address)), None)
    return list(releases), following if following != address else None


def _links(tree: LexborHTMLParser, selector: str, address: str) -> list[str]:
    host = urlsplit(address).netloc.lower()
    found = []
    for node in tree.css(selector):
        try:
            target = urljoin(address, (node.attributes.get("href") or "").strip())
            parts = urlsplit(target)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc.lower() == host:
            found.append(parts._replace(fragment="").geturl())
    return found
