"""Where releases name a platform, and what of it is furniture."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html2text
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codebook import Codebook, Platform
from db.codebook.file import default
from db.mentions import Finder, Mention, fold, fold_plain

DATA = Path(__file__).parents[1].parent / "shared" / "data"
real_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the real releases are not on this machine (../shared/data)"
)


def finder(*terms: str, furniture: tuple[str, ...] = ()) -> Finder:
    """A finder of one platform."""
    return Finder(Codebook("test", (), platforms=(Platform("P", terms, furniture),)))


def found(text: str, *terms: str) -> list[str]:
    """The mentions of these terms, as they stand in the text."""
    return [text[m.start : m.end] for m in finder(*terms).find("", text)]


@pytest.fixture(scope="module")
def facebook() -> Finder:
    return Finder(default())


# What is found


@pytest.mark.parametrize(
    "text",
    [
        "announcedonFacebooktoday",
        "TwitterandFacebookor",
        "a fake facebook.com/profile",
        "Facebooks geo-targeted alerts",
        "Suarezs Facebook postings",
        "DOJ FACEBOOK LIVE",
        "Facebook®",
        "«Facebook»",
        "FACEBOOKS",
        "\x92Facebook\x92",
        "Facebook\u0301 with a combining accent",
        "via Faceboo\N{KELVIN SIGN} – odd, but a k",
        "Facebook Messenger",
    ],
)
def test_the_name_is_found_however_it_is_written(facebook: Finder, text: str) -> None:
    (mention,) = facebook.find("", text)
    assert text[mention.start : mention.end].lower() == "facebook"
    assert (mention.part, mention.platform, mention.furniture) == ("text", "Facebook", False)
    assert facebook.may_name(text)


@pytest.mark.parametrize("text", ["", "the FBI", "Messenger", "face book", "FB", "Face-book"])
def test_other_words_are_not_found(facebook: Finder, text: str) -> None:
    assert facebook.find("", text) == ()
    assert not facebook.may_name(text)


def test_the_title_comes_first_and_counts_its_own_characters(facebook: Finder) -> None:
    assert facebook.find("Man met girl on Facebook", "On Facebook") == (
        Mention("title", 16, 24, "Facebook", False),
        Mention("text", 3, 11, "Facebook", False),
    )


def test_a_term_of_several_words_is_found_across_any_white_space() -> None:
    text = "Signal app, signal\n  APP, signal\u00a0\tapp, signalapp, signal-app"
    assert found(text, "signal app") == ["Signal app", "signal\n  APP", "signal\u00a0\tapp"]


def test_markup_between_the_words_does_not_hide_a_release_from_the_quick_test() -> None:
    assert finder("signal app").may_name("<b>Signal</b>&nbsp;app")
    assert not finder("signal app").may_name("a sign")


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        (("facebook", "facebook messenger"), "Facebook Messenger", ["Facebook Messenger"]),
        (("facebook", "facebook.com"), "facebook.com/x", ["facebook.com"]),
        (("book", "facebook"), "Facebook book", ["Facebook", "book"]),
        (("ab", "bcd"), "abcd", ["ab"]),
        (("xa", "aa"), "xaaa", ["xa", "aa"]),
        (("aa",), "aaaaa", ["aa", "aa"]),
        (("a a",), "a a a a", ["a a", "a a"]),
        (("a.c", "(x"), "abc a.c (x", ["a.c", "(x"]),
    ],
)
def test_of_overlapping_terms_the_first_and_longest_is_taken(
    terms: tuple[str, ...], text: str, expected: list[str]
) -> None:
    assert found(text, *terms) == expected


def test_all_platforms_are_found_in_the_order_of_the_text() -> None:
    platforms = (Platform("Telegram", ("telegram",)), Platform("WhatsApp", ("whatsapp",)))
    several = Finder(Codebook("test", (), platforms=platforms))
    text = "WhatsApp and Telegram, then WhatsApp"
    names = [mention.platform for mention in several.find("", text)]
    assert names == ["WhatsApp", "Telegram", "WhatsApp"]


def test_a_codebook_without_platforms_finds_nothing() -> None:
    nothing = Finder(Codebook("test", ()))
    assert nothing.find("Facebook", "Facebook") == ()
    assert not nothing.may_name("Facebook")


# Offsets


@pytest.mark.parametrize(
    "before", ["İ", "İİİ ", "ß", "ẞ", "ﬁ", "é", "e\u0301", "𝕏", "ΑΣ", "\ud800"]
)
def test_offsets_are_those_of_the_stored_text(facebook: Finder, before: str) -> None:
    text = f"{before}Facebook{before}"
    (mention,) = facebook.find("", text)
    assert text[mention.start : mention.end] == "Facebook"


def test_terms_in_other_alphabets_are_found_in_any_case() -> None:
    assert found("ОНКОНТАКТЕ, Вконтакте", "вконтакте") == ["Вконтакте"]
    assert found("ΟΔΟΣ οδος ΟΔΟΣΑ", "οδος") == ["ΟΔΟΣ", "οδος", "ΟΔΟΣ"]
    assert found("İstanbul istanbul", "İstanbul") == ["İstanbul"]
    assert found("STRASSE Straße", "straße") == ["Straße"]


def test_composed_and_decomposed_letters_are_different_terms() -> None:
    text = unicodedata.normalize("NFD", "café")
    assert found(text, "café") == []


def test_folding_keeps_every_code_point_in_its_place() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    folded, plain = fold(everything), fold_plain(everything)
    assert len(folded) == len(plain) == len(everything)
    ascii_ones = [(sign, quick) for sign, quick in zip(folded, plain, strict=True) if sign < "\x80"]
    assert all(sign == quick for sign, quick in ascii_ones)
    assert sum(quick < "\x80" for quick in plain) == len(ascii_ones)


words = st.text(min_size=1, max_size=6).filter(str.strip)
odd_words = st.text("aAbBiIİıßẞsSſkK\u212aςσΣ\u0301 \n", min_size=1, max_size=5).filter(str.strip)
term_lists = st.lists(st.one_of(words, odd_words).map(str.strip), min_size=1, max_size=4)


@st.composite
def texts_with_terms(draw: st.DrawFn) -> tuple[list[str], str]:
    terms = draw(term_lists)
    filler = st.one_of(st.text(max_size=12), odd_words)
    piece = st.one_of(filler, st.sampled_from(terms), st.sampled_from(terms).map(str.upper))
    return terms, "".join(draw(st.lists(piece, max_size=12)))


def same(text: str) -> str:
    """The text by which two writings of one term are equal."""
    return " ".join(text.casefold().split())


@given(texts_with_terms())
def test_what_is_found_is_a_term_and_mentions_never_overlap(case: tuple[list[str], str]) -> None:
    terms, text = case
    one = finder(*terms)
    mentions = one.find("", text)
    for mention in mentions:
        assert same(text[mention.start : mention.end]) in map(same, terms)
    ends = [0, *(mention.end for mention in mentions)]
    starts = [*(mention.start for mention in mentions), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert one.may_name(text) or not mentions


@given(texts_with_terms())
def test_a_term_as_it_is_written_is_never_missed(case: tuple[list[str], str]) -> None:
    terms, text = case
    mentions = finder(*terms).find("", text)
    for term in terms:
        for hit in re.finditer(re.escape(term), text):
            assert any(m.start < hit.end() and hit.start() < m.end for m in mentions)


@given(texts_with_terms())
def test_one_pattern_of_all_terms_would_find_the_same(case: tuple[list[str], str]) -> None:
    terms, text = case
    folded = sorted({tuple(fold(term).split()) for term in terms}, key=lambda w: -len(" ".join(w)))
    simple = [w[0] for w in folded if len(w) == 1]
    if len(simple) < len(folded):
        return  # white space makes lengths differ from hit to hit
    expected = [hit.span() for hit in re.finditer("|".join(map(re.escape, simple)), fold(text))]
    assert [(m.start, m.end) for m in finder(*terms).find("", text)] == expected


# Furniture

FURNITURE = [
    "Tuesday, September 15, 2015 Share Facebook X LinkedIn Email For Immediate Release",
    "Share Facebook Twitter LinkedIn",
    "Share\nFacebook\nX\nLinkedIn\nEmail",
    "Share\n\n  * Facebook\n  * Twitter\n",
    "Share on Facebook",
    "2019 Share on Facebook Share on Twitter",
    "share on facebook",
    "SHARE ON FACEBOOK",
    "Share this on Facebook",
    "Follow us on Facebook",
    "You can also follow us on Facebook.",
    "FOLLOW US ON FACEBOOK",
    "Follow  us\u00a0on Facebook",
    "Follow us on Twitter @USAO_CT and on Facebook",
    "Follow us on Twitter, Instagram and Facebook.",
    "Like us on Facebook!",
    "Please find us on Facebook",
    "Connect with us on Facebook at www.facebook.com/USAOWDKY",
    "Like the FTC on Facebook and follow them on Twitter.",
    "call 1-877-FTC-HELP (1-877-382-4357). Like the FTC on Facebook",
    "Like the U.S. Attorney's Office for the Western District of Kentucky on Facebook",
    "Follow the U.S. Attorney’s Office on Twitter and Facebook",
    "Visit our Facebook page",
    "visit our official Facebook page",
    "For more, visit the U.S. Attorney’s Office’s Facebook page.",
    "Twitter | Facebook | Instagram",
    "Facebook | Twitter",
    "Twitter | Facebook",
    "Twitter Instagram Facebook YouTube RSS Email",
    "Facebook Twitter LinkedIn Print",
    "https://www.facebook.com/USAOWDKY",
    "http://www.facebook.com/DOJ",
]

SENTENCES = [
    "The group was for defendants who like to share images on Facebook.",
    "He asked her to follow him on Facebook.",
    "They conspired with others to share child pornography on Facebook.",
    "Like many others he met the girl on Facebook.",
    "Like his brother, Smith met her on Facebook.",
    "Man Admits He Used Fake Accounts to Find Minors on Facebook",
    "Men Who Conspired to Share on Facebook Images of Minors Sentenced",
    "He saved the pictures to share on Facebook.",
    "He would share Facebook passwords with them.",
    "accounts, including Facebook, Twitter and Tumblr.",
    "via Facebook/Instagram/WhatsApp",
    "the most familiar names, be it Twitter to Facebook to YouTube videos.",
    "an app that would be like a Facebook for business",
    "he could acquire shares of Facebook and other social media stock",
    "She contacted us on Facebook, the mother said.",
    "The forum will also be featured on the Department of Justice Facebook Live page.",
    "agents visited the office of the company and the Facebook page",
    "He invited her to visit his Facebook page.",
    "Facebook",
    "* Facebook",
    "They used:\n* Facebook\n* Instagram\n* Kik",
    "facebook.com/john.roe.1",
    "He wrote: follow me on Instagram. The girl answered on Facebook.",
]


@pytest.mark.parametrize("text", FURNITURE)
def test_share_buttons_and_follow_us_lines_do_not_count(facebook: Finder, text: str) -> None:
    for put in (text, f"He pleaded guilty. {text}", f"{text}\n\nA man was charged."):
        mentions = facebook.find("", put)
        assert mentions
        assert all(mention.furniture for mention in mentions), put


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_about_the_platform_counts(facebook: Finder, text: str) -> None:
    buttons = "Share Facebook X LinkedIn Email For Immediate Release"
    for put in (text, f"{buttons} {text}", f"{text} Follow us on Facebook."):
        assert any(not mention.furniture for mention in facebook.find("", put)), put


def test_a_wide_pattern_stays_within_its_sentence_and_reach() -> None:
    wide = finder("facebook", furniture=("like .* on facebook",))

    def counts(text: str) -> list[bool]:
        return [not mention.furniture for mention in wide.find("", text)]

    assert counts("Like the FTC on Facebook") == [False]
    assert counts("Like us on Facebook. He met her on Facebook.") == [False, True]
    assert counts("He would like to see her. They met on Facebook.") == [True]
    assert counts("He would like to see her\nThey met on Facebook") == [True]
    assert counts("What is it like? They met on Facebook") == [True]
    assert counts("They were like friends.Then they met on Facebook") == [True]
    assert counts("Like the U.S. Attorney's Office on Facebook") == [False]
    assert counts(f"He would like to see {'the very same girl again ' * 4}on Facebook") == [True]
    assert counts("On Facebook he looked for boys who like him on Facebook") == [True, False]


def test_a_pattern_must_hold_the_whole_name() -> None:
    assert (
        not finder("facebook", furniture=("follow us on",))
        .find("", "follow us on Facebook")[0]
        .furniture
    )
    assert (
        not finder("facebook.com", furniture=("us on facebook",))
        .find("", "follow us on facebook.com")[0]
        .furniture
    )


def test_a_pattern_finds_its_hit_even_after_a_start_that_leads_nowhere() -> None:
    greedy = finder("facebook", furniture=("us on [a-z ]{0,12}facebook",))
    assert greedy.find("", "join us on the web and us on facebook")[0].furniture


def test_a_pattern_holds_for_its_own_platform_only() -> None:
    platforms = (Platform("A", ("alpha",), ("share (alpha|beta)",)), Platform("B", ("beta",)))
    both = Finder(Codebook("test", (), platforms=platforms))
    assert [m.furniture for m in both.find("", "share alpha, share beta")] == [True, False]


def test_caret_and_dollar_stand_for_the_ends_of_a_line_or_sentence() -> None:
    lone = finder("facebook", furniture=(r"^\W*facebook\W*$",))
    text = "The end. Facebook.\nFacebook\nOn Facebook\n"
    assert [m.furniture for m in lone.find("", text)] == [True, True, False]


@given(st.text(max_size=200), st.text(max_size=200))
def test_text_around_never_breaks_the_search_for_furniture(
    facebook: Finder, before: str, after: str
) -> None:
    text = f"{before} follow us on facebook {after}"
    mentions = facebook.find("", text)
    assert any(m.start == len(before) + 14 and m.furniture for m in mentions)


# Real releases, counted by eye


def rows(name: str) -> Iterator[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@real_data
def test_releases_of_the_office_of_public_affairs(facebook: Finder) -> None:
    """35 releases name it in their text; all but one mean it: "Like the FTC on Facebook"."""
    named = []
    for row in rows("opa-2009-2018-sample.jsonl"):
        if mentions := facebook.find(row["title"], row["contents"]):
            named.append((row["title"].strip(), mentions))
    assert len(named) == 35
    assert sum(len(mentions) for _, mentions in named) == 61
    furniture = [(title, m) for title, mentions in named for m in mentions if m.furniture]
    assert [title for title, _ in furniture] == [
        "Federal Agencies Announce National Initiative to Combat Immigration Services Scams"
    ]


@real_data
def test_releases_of_attorneys_offices_as_scraped(facebook: Finder) -> None:
    """92 of 200 rows name it, all in their share buttons; two mean it as well."""
    counting = []
    named = furniture = 0
    for row in rows("usao-wayback-sample.jsonl"):
        text = row["body"] or ""
        mentions = facebook.find(row["title"] or "", text)
        named += bool(mentions)
        furniture += sum(m.furniture for m in mentions)
        counting += [text[m.start - 16 : m.end] for m in mentions if not m.furniture]
    assert (named, furniture) == (92, 92)
    assert counting == ["would be like a Facebook", "quire shares of Facebook"]


@real_data
def test_the_answer_of_the_api_names_it_nowhere(facebook: Finder) -> None:
    results = json.loads((DATA / "doj-api-2020-page0.json").read_bytes())["results"]
    assert len(results) == 100
    assert not any(facebook.may_name(result["title"] + result["body"]) for result in results)


@real_data
def test_the_chrome_of_whole_saved_pages_does_not_count(facebook: Finder) -> None:
    """Every page carries links to the department's own account and share links."""
    reader = html2text.HTML2Text()
    reader.body_width = 0
    reader.ignore_links = True
    pages = sorted((DATA / "html").glob("*.html"))
    assert len(pages) == 59
    meant = set()
    for page in pages:
        text = reader.handle(page.read_text(encoding="utf-8", errors="replace"))
        mentions = facebook.find("", text)
        assert sum(m.furniture for m in mentions) >= 2, page.name
        if not all(m.furniture for m in mentions):
            meant.add(page.name)
    assert len(meant) == 36  # 37 name it in their text; one of these is "Like the FTC on Facebook"
