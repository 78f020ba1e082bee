"""Saved web pages: the release and not the page around it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db.records import Imported, LeftOut, Reject, Release
from importers import read

Reading = Callable[..., list[Imported]]


def the_only(path: Path) -> Imported:
    (found,) = read(path)
    return found


def test_a_page_of_2018(data: Path) -> None:
    found = the_only(data / "page_2018.html")
    assert isinstance(found, Release)
    assert found.title == "Fictional Man Charged With Enticing a Minor Over Facebook"
    assert found.published == date(2018, 4, 11)
    assert found.uid == found.url == "https://www.justice.gov/usao-wdky/pr/fictional-man-charged"
    assert (found.office, found.state, found.number) == ("W.D. Kentucky", "KY", "18-041")
    assert found.topics == ("Project Safe Childhood",)
    assert found.components == ("USAO - Kentucky, Western", "Criminal Division")
    assert found.text == (
        "Defendant Posed As A Classmate\n\n"
        "PADUCAH, Ky. - A federal grand jury indicted an invented man.\n\n"
        "He wrote to the minor on Facebook & elsewhere:\n\n"
        "  - first count;\n  - second count.\n\nPenalties\n\n1. Ten years."
    )
    assert found.original is not None and found.original.startswith("<p><strong>PADUCAH")


def test_a_page_since_2023(data: Path) -> None:
    found = the_only(data / "page_2023.html")
    assert isinstance(found, Release)
    assert found.title == "Invented Woman Sentenced for Messages to a Minor"
    assert found.published == date(2024, 3, 5)
    assert found.url == "https://www.justice.gov/usao-mn/pr/invented-woman-sentenced"
    assert (found.office, found.state, found.number) == ("D. Minnesota", "MN", "24-117")
    assert found.topics == ("Cybercrime", "Project Safe Childhood")
    assert found.components == ("USAO - Minnesota",)
    assert found.text == (
        "MINNEAPOLIS – An invented woman was sentenced today.\n\nShe used Facebook Messenger."
    )


def test_the_page_s_own_share_buttons_are_no_mention(data: Path, imported: Reading) -> None:
    for name in ("page_2018.html", "page_2023.html"):
        page = (data / name).read_text()
        silent = page.replace("Face<em>book</em>", "paper").replace("Facebook Messenger", "paper")
        silent = silent.replace("Over Facebook", "Over Nothing")
        assert "Facebook" in silent
        (found,) = imported(silent, wanted=lambda text: "facebook" in text.lower())
        assert isinstance(found, LeftOut)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("bot_check.html", "bot-check page instead of a release"),
        ("not_found.html", "error page instead of a release: Page Not Found"),
        ("listing_2023.html", "not a release but a list of 5: Press Releases"),
    ],
)
def test_a_page_that_is_no_release_says_what_it_is(name: str, reason: str, data: Path) -> None:
    found = the_only(data / name)
    assert isinstance(found, Reject)
    assert found.reason.startswith(reason)


def test_what_a_release_page_lacks_is_named(data: Path, imported: Reading) -> None:
    page = (data / "page_2023.html").read_text()
    for part, reason in (
        ("node-body", "no body of a release"),
        ("node-date", "no date"),
    ):
        (found,) = imported(page.replace(part, "other"))
        assert isinstance(found, Reject)
        assert reason in found.reason


def test_a_page_from_the_web_archive_has_its_own_address(data: Path, imported: Reading) -> None:
    page = (data / "page_2023.html").read_text()
    prefix = "https://web.archive.org/web/20250202031525/"
    (found,) = imported(page.replace('href="https://', f'href="{prefix}https://'))
    assert isinstance(found, Release)
    assert found.url == "https://www.justice.gov/usao-mn/pr/invented-woman-sentenced"
    assert found.fetched_at == "2025-02-02T03:15:25Z"
    assert found.state == "MN"


def test_a_page_in_windows_characters(data: Path, imported: Reading) -> None:
    page = (data / "page_2023.html").read_text()
    (found,) = imported(page.encode("cp1252"))
    assert isinstance(found, Release)
    assert found.text.startswith("MINNEAPOLIS – An")
