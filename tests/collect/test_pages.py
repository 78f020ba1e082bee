"""Lists of addresses and listing pages, robots.txt, and pages that are none."""

from pathlib import Path

import pytest

from db.errors import ImportFailed
from db.releases import rejects
from db.study import Study
from importers.doj.failures import BotCheck, CollectFailed
from importers.doj.listing import listing
from tests.collect.conftest import Collecting, stored
from tests.collect.standin import StandIn, status

LISTINGS = Path(__file__).parents[2].parent / "shared" / "data" / "listing"
DATA = Path(__file__).parents[1] / "data"


def page(number: int, words: str = "used Facebook") -> str:
    return (
        f"<html><head><title>Release {number}</title></head><body>"
        "<article class='node-press-release'>"
        f"<h1 class='page-title'>Man {number} Charged</h1>"
        "<div class='node-date'><time datetime='2018-04-11T12:00:00Z'>x</time></div>"
        f"<div class='node-body'><div class='field_body'><p>He {words}.</p></div></div>"
        "</article></body></html>"
    )


def listed(numbers: range, following: str = "") -> str:
    articles = "".join(
        "<article class='news-content-listing node-press-release'><h2 class='news-title'>"
        f"<a href='/usao-wdky/pr/{n}'>Man {n}</a></h2></article>"
        for n in numbers
    )
    onward = f"<li class='pager__item--next'><a href='{following}'>next</a></li>"
    return f"<html><body>{articles}{onward if following else ''}</body></html>"


def site(
    standin: StandIn, numbers: range, robots: str = "User-agent: *\nDisallow: /admin/"
) -> None:
    standin.pages = {f"/usao-wdky/pr/{n}": (200, "text/html", page(n)) for n in numbers} | {
        "/robots.txt": (200, "text/plain", robots)
    }


def test_a_list_of_addresses(
    standin: StandIn, collecting: Collecting, blank: Study, host: str, tmp_path: Path
) -> None:
    site(standin, range(1, 6))
    pages = dict(standin.pages)
    pages["/usao-wdky/pr/4"] = (200, "text/html", page(4, "robbed a bank"))
    pages["/usao-wdky/pr/5"] = (200, "text/html", "<html><title>About us</title><p>We.</p>")
    standin.pages = pages
    urls = tmp_path / "urls.txt"
    urls.write_text(
        "# ours\n\n"
        + "".join(f"{host}/usao-wdky/pr/{n}\n" for n in (1, 2, 2, 3, 4, 5, 9))
        + f"no address\n{host}/admin/x\n"
    )
    outcome = collecting(urls=urls)
    assert outcome.counts["new"] == 3 and outcome.counts["left_out"] == 1
    reasons = sorted(reject.reason.partition(":")[0] for reject in rejects(blank))
    assert reasons == [
        "127.0.0.1",  # … does not allow it in its robots.txt
        "no address of a web page",
        "no page but HTTP 404",
        "not a release page (no body of a release in it)",
    ]
    row = blank.connection.execute(
        "select file, published, fetched_at from releases join originals on release_id = id"
    ).fetchone()
    assert row["file"] == f"{host}/usao-wdky/pr/1"
    assert row["published"] == "2018-04-11" and row["fetched_at"]
    again = collecting(urls=urls)
    assert again.counts["requests"] <= 1  # robots.txt, for the address it forbids
    assert len(stored(blank)) == 3


def test_robots_txt_is_asked_once_and_obeyed(
    standin: StandIn, collecting: Collecting, blank: Study, host: str, tmp_path: Path
) -> None:
    site(standin, range(1, 5), robots="User-agent: *\nCrawl-delay: 0\nDisallow: /usao-wdky/")
    urls = tmp_path / "urls.txt"
    urls.write_text("".join(f"{host}/usao-wdky/pr/{n}\n" for n in range(1, 5)))
    collecting(urls=urls)
    assert standin.asked == ["/robots.txt"]
    assert [r.reason.endswith("in its robots.txt") for r in rejects(blank)] == [True] * 4


def test_listing_pages_are_followed(
    standin: StandIn, collecting: Collecting, blank: Study, host: str
) -> None:
    site(standin, range(1, 31))
    pages = dict(standin.pages)
    pages["/news"] = (200, "text/html", listed(range(1, 16), "/news/2"))
    pages["/news/2"] = (200, "text/html", listed(range(15, 31), "/news"))  # and round again
    standin.pages = pages
    collecting(listing=f"{host}/news")
    assert len(stored(blank)) == 30
    assert len(standin.asked) == 1 + 2 + 30
    standin.asked.clear()
    collecting(listing=f"{host}/news")
    assert len(standin.asked) == 1 + 2


def test_a_bot_check_ends_the_collection_and_is_never_stored(
    standin: StandIn, collecting: Collecting, blank: Study, host: str, tmp_path: Path
) -> None:
    site(standin, range(1, 5))
    check = (DATA / "bot_check.html").read_text(encoding="utf-8")
    standin.pages = dict(standin.pages) | {"/usao-wdky/pr/2": (200, "text/html", check)}
    urls = tmp_path / "urls.txt"
    urls.write_text("".join(f"{host}/usao-wdky/pr/{n}\n" for n in range(1, 5)))
    with pytest.raises(BotCheck, match="bot-check page"):
        collecting(urls=urls)
    assert len(stored(blank)) == 1
    assert list(rejects(blank)) == []


def test_an_address_that_fails_is_tried_again_by_the_next_call(
    standin: StandIn, collecting: Collecting, blank: Study, host: str, tmp_path: Path
) -> None:
    site(standin, range(1, 3))
    urls = tmp_path / "urls.txt"
    urls.write_text(f"http://127.0.0.1:1/x\n{host}/usao-wdky/pr/1\n")
    assert collecting(urls=urls).counts["rejected"] == 1
    assert len(stored(blank)) == 1


def test_a_dead_network_ends_the_collection(
    standin: StandIn, collecting: Collecting, host: str, tmp_path: Path
) -> None:
    site(standin, range(1, 40))
    standin.faults.extend([None, *[status(503)] * 500])
    urls = tmp_path / "urls.txt"
    urls.write_text("".join(f"{host}/usao-wdky/pr/{n}\n" for n in range(1, 40)))
    with pytest.raises(CollectFailed, match="5 addresses in a row failed"):
        collecting(urls=urls)


def test_what_is_no_listing_and_what_is_no_file(
    standin: StandIn, collecting: Collecting, host: str, tmp_path: Path
) -> None:
    standin.pages = {"/x": (200, "text/html", "<p>Hello</p>")}
    with pytest.raises(CollectFailed, match="no release is listed"):
        collecting(listing=f"{host}/x")
    with pytest.raises(CollectFailed, match="HTTP 404"):
        collecting(listing=f"{host}/nothing")
    with pytest.raises(ImportFailed, match="cannot be read"):
        collecting(urls=tmp_path / "absent.txt")


def test_both_markups_of_a_listing() -> None:
    found, following = listing(
        (DATA / "listing_2023.html").read_text(encoding="utf-8"), "https://www.justice.gov/news"
    )
    assert len(found) == 5 and all(a.startswith("https://www.justice.gov/") for a in found)
    if not LISTINGS.is_dir():
        pytest.skip("the real listings in ../shared/data are not here")
    real = (LISTINGS / "index_000.html").read_text(encoding="utf-8")
    found, following = listing(real, "https://www.justice.gov/news?page=0")
    assert len(found) == 50
    assert found[0].startswith("https://www.justice.gov/opa/pr/south-florida")
    assert following and following.endswith("page=1")


def test_links_that_leave_the_host_are_not_followed() -> None:
    markup = listed(range(1, 3)).replace("/usao-wdky/pr/1", "https://evil.example/pr/1")
    assert listing(markup, "https://www.justice.gov/news") == (
        ["https://www.justice.gov/usao-wdky/pr/2"],
        None,
    )
