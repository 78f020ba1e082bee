"""A single record: what makes it a release, a reject or one left out."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from db.records import Imported, LeftOut, Reject, Release

Reading = Callable[..., list[Imported]]
Single = Callable[..., Release]

SOUND = {"title": "Title", "body": "A text.", "date": "2018-04-11"}


def of(**changed: object) -> str:
    return json.dumps([SOUND | changed])


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"title": "", "body": ""}, "empty title and empty text"),
        ({"body": " \n\u200b"}, "empty text"),
        ({"body": "<p>&nbsp;</p>\n"}, "empty text"),
        ({"body": None}, "empty text"),
        ({"date": ""}, "no date"),
        ({"date": None}, "no date"),
        ({"date": "soon"}, "date not understood: soon"),
        ({"date": "1852-12-31"}, "date not understood: 1852-12-31"),
        ({"date": {"value": ""}}, "no date"),
        (
            {"title": "", "body": "Powered and protected by Privacy"},
            "failed capture: the archive kept a placeholder instead of the page",
        ),
        (
            {"body": "<meta content=\"5; URL='/x?bm-verify=AAQ'\">"},
            "bot-check page instead of a release",
        ),
        (
            {"body": "Access Denied You don't have permission to access this. Reference #18.1"},
            "bot-check page instead of a release",
        ),
        (
            {"title": "Page Not Found | Department of Justice"},
            "error page instead of a release: Page Not Found | Department of Justice",
        ),
    ],
)
def test_what_cannot_be_a_release_says_why(
    changed: dict[str, object], reason: str, imported: Reading
) -> None:
    (found,) = imported(of(**changed))
    assert isinstance(found, Reject)
    assert found.reason == reason


def test_a_release_about_a_bot_check_is_a_release(release: Single) -> None:
    body = "The defendant's program passed 'verify you are human' checks. " * 50
    assert release(of(body=body)).title == "Title"


def test_identity_is_the_uuid_then_the_address_then_the_words(release: Single) -> None:
    url = "http://www.Justice.gov/usao-mn/pr/x/?utm_source=1#top"
    assert release(of(uuid="abc", url=url)).uid == "abc"
    assert release(of(id="abc", url=url)).uid == "https://www.justice.gov/usao-mn/pr/x"
    assert release(of()).uid == release(of(title=" Title\n")).uid
    assert release(of()).uid.startswith("sha256:")


def test_an_address_in_the_web_archive_is_the_release_s_own(release: Single) -> None:
    archived = "https://web.archive.org/web/20250202031525id_/http:/www.justice.gov/usao-mn/pr/x"
    found = release(of(url=archived))
    assert found.url == "https://www.justice.gov/usao-mn/pr/x"
    assert (found.state, found.fetched_at) == ("MN", "2025-02-02T03:15:25Z")
    assert release(of(waybackTimestamp="20250202031525")).fetched_at == "2025-02-02T03:15:25Z"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("www.justice.gov/usao-mn/pr/x", "https://www.justice.gov/usao-mn/pr/x"),
        (" https://www.justice.gov/\n usao-mn/pr/x/ ", "https://www.justice.gov/usao-mn/pr/x"),
        ("/usao-mn/pr/x", "/usao-mn/pr/x"),
        ("http://[broken/x", None),
        ("https://a.example/n.php?id=1&utm_source=x", "https://a.example/n.php?id=1"),
        ("https://www.justice.gov/", None),
        ("N/A", None),
        ("none", None),
    ],
)
def test_only_an_address_of_one_page_tells_releases_apart(
    address: str, url: str | None, release: Single
) -> None:
    found = release(of(url=address))
    assert found.url == url
    assert found.uid == (url or release(of()).uid)


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ({"id": "18-463"}, "18-463"),
        ({"id": "18 - 463"}, "18-463"),
        ({"id": "4711"}, None),
        ({"id": 4711}, None),
        ({"id": None}, None),
        ({"number": "2"}, "2"),
        ({"number": "", "id": "09-023"}, "09-023"),
    ],
)
def test_an_id_is_a_release_number_only_if_it_looks_like_one(
    given: dict[str, object], number: str | None, release: Single
) -> None:
    assert release(of(**given)).number == number


def test_the_original_is_kept_where_cleaning_changed_it(release: Single) -> None:
    assert release(of(body=" A text.\n")).original is None
    assert release(of(body="A&amp;B")).original == "A&amp;B"
    assert release(of(body="<p>A</p>")).original == "<p>A</p>"


def test_other_shapes_of_text(release: Single) -> None:
    assert release(of(body=["One.", "Two."])).text == "One.\n\nTwo."
    assert release(of(body={"value": "<p>One.</p>", "format": "html"})).text == "One."
    assert release(of(body="&lt;p&gt;One &amp;amp; two&lt;/p&gt;")).text == "One & two"


def test_a_subtitle_stands_above_the_text(release: Single) -> None:
    assert release(of(subtitle="Posed as a <i>classmate</i>")).text == (
        "Posed as a classmate\n\nA text."
    )
    assert release(of(subtitle="TITLE")).text == "A text."
    assert release(of(teaser="A summary")).text == "A text."


def test_the_page_s_own_date_goes_before_the_time_of_a_migration(release: Single) -> None:
    body = (
        "Justice.gov U.S. Attorneys District of Minnesota Press Releases Title Press Release Title "
        "Wednesday, April 10, 2013 Share Facebook X LinkedIn Email For Immediate Release A text."
    )
    found = release(of(body=body, date="2015-03-19T01:22:16.000Z"))
    assert found.published == date(2013, 4, 10)
    assert found.text == body
    assert release(of(body=body, date=None)).published == date(2013, 4, 10)
    silent = body.replace("Share Facebook", "See Facebook")
    assert release(of(body=silent, date="2015-03-19T01:22:16.000Z")).published == date(2015, 3, 18)


@pytest.mark.parametrize(
    "body",
    [
        "He used TwitterandFacebookor more",
        "<p>on Face<b>book</b></p>",
        "<p>on F&#97;cebook</p>",
        "<p>on Face&shy;book</p>",
        "on Face\u200bbook",
        "on Face\xadbook",
        "<p>a ></p><p>FACEBOOK</p>",
        "&lt;p&gt;on Facebook&lt;/p&gt;",
    ],
)
def test_a_mention_is_found_however_it_is_hidden(body: str, imported: Reading) -> None:
    (found,) = imported(of(body=body), wanted=lambda text: "facebook" in text.lower())
    assert isinstance(found, Release)
    assert "facebook" in found.text.lower()


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="https://facebook.com/doj">link</a></p>',
        "<p>x</p><!-- Facebook --><script>facebook()</script>",
        '<img alt="Facebook" src="x"><p>x</p>',
        "no platform",
    ],
)
def test_what_nobody_reads_is_no_mention(body: str, imported: Reading) -> None:
    wanted = lambda text: "facebook" in text.lower()  # noqa: E731
    (found,) = imported(of(body=body), wanted=wanted)
    assert isinstance(found, LeftOut)
    assert isinstance(imported(of(body=body), wanted=wanted, keep_all=True)[0], Release)


def test_title_and_subtitle_count_as_places_of_a_mention(imported: Reading) -> None:
    for changed in ({"title": "On Facebook"}, {"subtitle": "On Facebook"}):
        (found,) = imported(of(**changed), wanted=lambda text: "Facebook" in text)
        assert isinstance(found, Release)


def test_an_unsound_record_is_a_reject_even_without_a_mention(imported: Reading) -> None:
    (found,) = imported(of(date="soon"), wanted=lambda _: False)
    assert isinstance(found, Reject)


def test_identifiers_and_names_have_no_control_characters(release: Single) -> None:
    found = release(
        of(
            uuid="ab\x1b]0;pwn\x07\nc",
            topics=["Ta\x1b[2Jx", "\x07"],
            url="https://x.gov/a\x1b[2Jb",
            number="18\x1b-100",
            state="K\x1bY",
            fetched_at="2018-04-11\x1b[2J",
        )
    )
    assert (found.uid, found.topics, found.url) == ("ab c", ("Tax",), "https://x.gov/ab")
    assert (found.number, found.fetched_at) == ("18-100", "2018-04-11")


@pytest.mark.parametrize("uid", ["a  b", "x&amp;y", "<b>1</b>", "Ünïcode"])
def test_an_identifier_that_can_be_shown_stays_to_the_letter(uid: str, release: Single) -> None:
    assert release(of(uuid=uid)).uid == uid
