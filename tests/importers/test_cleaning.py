"""Cleaning: what a person reads must be the release's own words and nothing else."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.cleaning import plain_text, quick_text, text_from_html, title_line
from importers.markup import is_html, unwrapped_html

TOKENS = """
<p> </p> <b> </b> <br> <ul> <li> </li> </ul> <script> </script> <style>x</style> <!-- --> <![endif]>
<td> </table> <table> <h2> &amp; &nbsp; &#146; &lt;b&gt; &shy; face book - 1. \\ * < > & &# " ' é
<a_title="x>y"> \u200b \xad \x92 \x1b[31m
"""
MARKUP = st.lists(
    st.sampled_from([token.replace("_", " ") for token in TOKENS.split()] + [" ", "\xa0", "\n"])
).map("".join)
ANY_TEXT = (
    st.text() | MARKUP | st.text(alphabet="a &;#x146<>\n\r\t\x00\x1b[m\x85\x92\u200b\xad\ufeff")
)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("R&D and AT&T", "R&D and AT&T"),
        ("AT&copyright", "AT&copyright"),
        ("the defendant&#146;s phone", "the defendant’s phone"),
        ("the defendant\x92s phone", "the defendant’s phone"),
        ("the defendantâ€™s phone", "the defendant’s phone"),
        ("“curly” quotes stay", "“curly” quotes stay"),
        ("José de la Peña", "José de la Peña"),
        ("Jose\u0301", "José"),
        ("of\xa0the", "of the"),
        ("\ufeffText", "Text"),
        ("Face\u200bbook, Face\xadbook", "Facebook, Facebook"),
        ("\u202eright to left\u202c", "right to left"),
        ("a\x1b[31mred\x1b[0m \x1b]0;title\x07word", "ared word"),
        ("bell\x07 and null\x00", "bell and null"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one  \n\n\n\n\ntwo", "one\n\ntwo"),
        ("one\u2028two", "one\ntwo"),
        ("\uf0b7 item", "• item"),
        ("un\ufb01led", "unfiled"),
        ("half a pair \ud83d of surrogates", "half a pair of surrogates"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("[DOJ] [/red] [sic]", "[DOJ] [/red] [sic]"),
    ],
)
def test_plain_text_is_mended(raw: str, read: str) -> None:
    assert plain_text(raw) == read


def test_no_paragraph_is_invented() -> None:
    assert plain_text("one. two.\nthree\n\nfour") == "one. two.\nthree\n\nfour"


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("Scheme \r\nto Defraud", "Scheme to Defraud"),
        ("President\x92s  Task\tForce ", "President’s Task Force"),
        ("Man <em>Charged</em><br/>in Ky.", "Man Charged in Ky."),
        ("R&amp;D &lt;b&gt;x", "R&D x"),
        ("", ""),
    ],
)
def test_a_title_is_one_line(raw: str, read: str) -> None:
    assert title_line(raw) == read


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<p>1. First&nbsp;count</p><p>- dash</p>", "1. First count\n\n- dash"),
        ("<p>“$5 million” – DOJ<br>next</p>", "“$5 million” – DOJ\nnext"),
        ("<p><b>WASHINGTON</b> - Today</p>", "WASHINGTON - Today"),
        ("<p><b>Sec</b>1. of 2. or + x</p>", "Sec1. of 2. or + x"),
        ("<h2>Penalties</h2><p>Ten years</p>", "Penalties\n\nTen years"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n  - two"),
        (
            "<table><tr><th>Name</th><th>Age</th></tr><tr><td>Roe</td><td>34</td></tr></table>",
            "Name| Age\nRoe| 34",
        ),
        ('<a href="http://x.org">a link</a> <img alt="seal" src="y">', "a link"),
        ("<p>Face<em>book</em></p>", "Facebook"),
        ("<blockquote><p>said he</p></blockquote>", "said he"),
        ("<p>a<!-- hidden -->b<script>var x;</script><style>p{}</style>c</p>", "abc"),
        ("<p>before</p></script><p>after a lost end tag</p>", "before\n\nafter a lost end tag"),
        ("<p>before</p><!-- never closed <p>after</p>", "before\n\nnever closed\n\nafter"),
        ("<p>before</p><script><p>after</p>", "before\n\nafter"),
        ("<![if !supportLists]>a<![endif]><![<b>b</b>", "a[b"),
        ("<p>less < more &# and <john@example.gov></p>", "less < more &# and <john@example.gov>"),
        ("<p>AT&T, H&R Block &amp; R&D; &copy 2018</p>", "AT&T, H&R Block & R&D; © 2018"),
        (r"<p>C:\1. and \- and \\srv\_x</p>", r"C:\1. and \- and \\srv\_x"),
        ("<p>&amp;lt;tag&amp;gt;</p>", "<tag>"),
    ],
)
def test_html_reads_as_text(markup: str, read: str) -> None:
    assert text_from_html(markup) == read


@pytest.mark.parametrize(
    ("text", "marked_up"),
    [
        ("<p>x</p>", True),
        ("x<br>y", True),
        ("x<BR/>y", True),
        ("a <b >bold</b> word", True),
        ("AT&amp;T", False),
        ("5 < 6", False),
        ("mail <jdoe@example.gov> or <URL removed>", False),
        ("<pursuant to> the plea", False),
    ],
)
def test_html_is_told_from_text_with_signs(text: str, marked_up: bool) -> None:
    assert is_html(text) is marked_up


def test_html_that_came_escaped_is_unwrapped() -> None:
    assert unwrapped_html("&lt;p&gt;A&amp;amp;B&lt;/p&gt;") == "<p>A&amp;B</p>"
    assert unwrapped_html("x &lt;y&gt; z") is None


@settings(deadline=None)
@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)
    assert title_line(title_line(text)) == title_line(text)


@settings(deadline=None)
@given(ANY_TEXT)
def test_no_control_character_survives(text: str) -> None:
    for cleaned in (plain_text(text), title_line(text), text_from_html(text)):
        strange = {unicodedata.category(c) for c in cleaned if c != "\n"} & {"Cc", "Cf", "Cs", "Zl"}
        assert not strange
        assert cleaned == cleaned.strip()
        cleaned.encode()


@settings(deadline=None)
@given(MARKUP)
def test_the_quick_text_misses_no_word_of_the_real_one(markup: str) -> None:
    quick = quick_text(markup)
    for word in text_from_html(markup).split():
        if word.strip('|-*."0123456789'):
            assert word.strip('|-*."\\0123456789') in quick


@pytest.mark.parametrize("piece", ['<a "', "<!--", "<script>", "&#", " \n", "<p>x", "<", "\x1b]"])
def test_no_text_takes_for_ever(piece: str) -> None:
    text_from_html(piece * 3_000)
    quick_text(piece * 30_000)
    plain_text(piece * 30_000)
    title_line(piece * 30_000)


def test_blanks_in_a_row_become_one_but_lists_keep_their_shape() -> None:
    assert (
        plain_text("60  months.    The end\n  - one   item") == "60 months. The end\n  - one item"
    )
