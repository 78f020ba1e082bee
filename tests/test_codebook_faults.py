"""What is refused in a codebook, and in what words."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.codebook.conditions import may_meet
from db.codebook.file import default_toml, parse
from db.codebook.source import Path as Place
from db.codebook.source import lines_of
from db.errors import CodebookError

DATA = Path(__file__).parent / "data"
SMALL = (DATA / "small_codebook.toml").read_text(encoding="utf-8")
SECOND = (DATA / "second_codebook.toml").read_text(encoding="utf-8")


def faults(toml: str) -> list[str]:
    """What is said against a codebook, one fault an entry."""
    with pytest.raises(CodebookError) as caught:
        parse(toml)
    return str(caught.value).split("\n")


# What is refused. `#!` marks the line on which the fault must be reported.

FAULTS = [
    # study
    ('title = "A study"', "", 'study: has no title. Add a line title = "…"'),
    ('title = "A study"', 'title = ""  #!', "study, title: is empty"),
    ('title = "A study"', "title = 2013  #!", 'quotation marks: title = "2013"'),
    ("from = 2013-01-01", 'from = "2013-01-01"  #!', "without quotation marks or time"),
    ("from = 2013-01-01", "from = 2013-01-01T00:00:00  #!", "must be a day"),
    ("from = 2013-01-01", "from = 2020-01-01  #!", "from: comes after to. Exchange"),
    ('title = "A study"', 'title = "A study"\ntitel = 1  #!', 'Did you mean "title"?'),
    ("[study]", "[study]\nfocus = 1  #!", "It is written in [report]."),
    # platforms
    ('name = "Facebook"', "#", 'platform 1: has no name. Add a line name = "…"'),
    ('terms = ["facebook"]', "#", 'platform 1 "Facebook": has no terms'),
    ('terms = ["facebook"]', "terms = []  #!", "terms: is empty. Put at least one text"),
    ('terms = ["facebook"]', 'terms = ["facebook",\n3]  #!', "terms 2: must be a text"),
    ('terms = ["facebook"]', 'terms = ["facebook",\n " "]  #!', "terms 2: is empty"),
    ('terms = ["facebook"]', 'terms = ["x"]  #!', "at least two characters"),
    ('terms = ["facebook"]', 'terms = [" fb"]  #!', "Take the blank out"),
    (
        'terms = ["facebook"]',
        'terms = ["fb", "FB"]  #!',
        "stands already under Facebook. Take one out",
    ),
    ('terms = ["facebook"]', "terms = 1  #!", 'a list of texts: terms = ["…", "…"]'),
    ("us on facebook']", "us on (facebook']  #!", "is not a regular expression"),
    ("['follow us on facebook']", "[\n'a',\n'+1']  #!", r"as it stands: \+1"),
    ("['follow us on facebook']", "['.*facebook.*']  #!", "so that none would count"),
    # exclusions
    ('key = "2"\nname = "aw', 'key = "1"  #!\nname = "aw', "already the key of exclusion 1"),
    ('key = "2"\nname = "aw', 'key = "x"  #!\nname = "aw', '"x" is the command "exclude"'),
    ('name = "awareness"', 'name = "not-a-crime"  #!', "already the name of exclusion 1"),
    ('name = "awareness"', 'name = "Public Awareness"  #!', 'Write "public-awareness"'),
    ('name = "awareness"', 'name = "-a"  #!', 'Write "a"'),
    ('name = "awareness"', 'label = "x"', "exclusion 2: has no name"),
    # names
    ('name = "mode"', 'name = "category"  #!', "already the name of field 1"),
    ('name = "mode"', 'name = "pass"  #!', "a column of the codes table already"),
    ('name = "mode"', 'name = "the_mode"  #!', 'Write "the-mode"'),
    ('name = "grooming"', 'name = "images"  #!', "already the name of code 1"),
    ('name = "grooming"', 'name = "вербовка"  #!', "only small letters a-z, digits"),
    ('name = "tip"', 'name = "cyber"', '"cyber" is also the name of a code'),
    ('name = "tip"', 'name = "tip"\nlabel = "a\\u001b[31mb"  #!', "control character (U+001B)"),
    # keys
    ('key = "i"', 'key = "f"  #!', '"f" is the command "flag". Take a digit or one of the'),
    ('key = "i"', 'key = "G"  #!', '"G" is no key for a code. Take a digit'),
    ('key = "i"', 'key = "im"  #!', '"im" is not one key'),
    ('key = "i"', "key = 1  #!", 'Put it in quotation marks: key = "1"'),
    ('key = "i"', "#", 'field 2 "mode", code 1 "images": has no key'),
    ('key = "i"', 'key = "g"', "already the key of code 1"),
    ('key = "i"', 'key = "3"  #!', 'also the key of field 1 "category", code 2 "fraud"'),
    ('key = "p"', 'key = "g"  #!', 'also the key of field 2 "mode", code 2 "grooming"'),
    # fields
    ('per = "case"', "#", 'field 3 "origin": has no per'),
    ('per = "case"', 'per = "release"  #!', 'per: must be "case" or "example".'),
    ("required = true", 'required = "yes"  #!', "must be true or false, without quotation"),
    ("counts = false", "counts = 0  #!", "must be true or false"),
    ('per = "case"', 'per = "case"\nwhen = { mood = "images" }  #!', 'Did you mean "mode"?'),
    ("[report]", '[[field]]  #!\nname = "e"\nper = "case"\n[report]', "has no codes. Add a"),
    (
        'name = "images"\n',
        'name = "images"\ngrup = "x"  #!\n',
        'code 1 "images", grup: is not known here. Did you mean "group"?',
    ),
    # conditions
    ('["exploitation"] }', '["exploitatoin"] }  #!', 'Did you mean "exploitation"?'),
    ('["exploitation"] }', '["exploitatoin"] }  #!', 'is no code of "category"'),
    ('["exploitation"] }', "[] }  #!", "when, category: is empty"),
    ('when = { category = ["exploitation"] }', "when = 1  #!", "must be a table"),
    ('{ category = ["exploitation"] }', '{ mode = "images" }  #!', "in a circle: mode → mode"),
    (
        'per = "example"\nrequired = true',
        'per = "example"\nwhen = { mode = "images" }  #!',
        "in a circle: category → mode → category",
    ),
    # report
    ('focus = { category = "expl', 'focus = { catgory = "expl', 'Did you mean "category"?'),
    ('"exploitation" }\ntrack', '"fruad" }  #!\ntrack', '"fruad" is no code or group of "cat'),
    ('"exploitation" }\ntrack', '"not-used" }  #!\ntrack', "has counts = false"),
    ('track = { origin = "cyber" }', 'track = { origin = "cy" }  #!', "is no code or group"),
    (
        'track = { origin = "cyber" }',
        'track = { origin = "tip", mode = "images" }  #!',
        "names several fields. Name one",
    ),
    ("date = 2018-03-21", "#", 'event 1 "The law": has no date'),
    ("date = 2018-03-21", "date = 2018  #!", "date: must be a day"),
    ("[[report.event]]", "[report.event]  #!", "must be written [[report.event]]"),
    ("[report]", "[reprot]  #!", 'reprot: is not known here. Did you mean "report"?'),
    ("[report]", '[[code]]  #!\nkey = "1"\n[report]', "[[field.code]], below its [[field]]"),
]


@pytest.mark.parametrize(("old", "new", "said"), FAULTS)
def test_a_fault_is_named_with_its_line_and_cure(old: str, new: str, said: str) -> None:
    assert old in SMALL
    toml = SMALL.replace(old, new, 1)
    start = "codebook"
    if "#!" in toml:
        start = f"codebook, line {toml[: toml.index('#!')].count(chr(10)) + 1}: "
    found = faults(toml)
    assert any(fault.startswith(start) and said in fault for fault in found), found
    assert all(re.match(r"codebook(, line \d+)?: ", fault) for fault in found)


def test_all_faults_are_said_at_once_in_the_order_of_the_file() -> None:
    toml = SMALL.replace('key = "i"', 'key = "q"').replace("2019-12-31", "1999-12-31")
    found = faults(toml.replace('origin = "cyber"', 'origin = "cybre"').replace("per =", "pre ="))
    lines = [int(fault.split("line ")[1].split(":")[0]) for fault in found]
    assert lines == sorted(lines)
    assert len(found) == 3 + 3 * 2
    assert 'command "quit"' in "\n".join(found)


def test_what_the_file_lacks_altogether_has_no_line() -> None:
    assert faults("# nothing\n") == [
        'codebook: study: has no title. Add a line title = "…".',
        "codebook: no [[platform]]: nothing would be searched for in the releases. "
        'Add one with name = "…" and terms = ["…"].',
        "codebook: no [[field]]: nothing would be coded. Add one with its [[field.code]]s.",
    ]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("a = facebook", "line 1, column 5: not valid TOML: Invalid value. A text stands in"),
        (
            '\n\na = "\\d"',
            "line 3, column 8: not valid TOML: Unescaped '\\' in a string. Put a pat",
        ),
        ("a = 1\na = 2\nb = 1", "line 2, column 6: not valid TOML: Cannot overwrite a value. The"),
        ('[study]\ntitle = "x', "line 2, at its end: not valid TOML: Unterminated string. A clos"),
        ("from = 2013-02-30", "line 1, column 8: not valid TOML: Invalid date or datetime. There"),
        ("[study]\n[study]", "line 2, column 7: not valid TOML: Cannot declare"),
        ('a = ["x"\nb = 1', "Before here a comma or a closing bracket is missing."),
        ("a = " + "[" * 5000, "too many brackets within brackets"),
        ("a = " + "9" * 5000, "not valid TOML"),
        ("\x00", "line 1, column 1: not valid TOML"),
    ],
)
def test_bad_toml_is_told_with_line_column_and_cure(toml: str, said: str) -> None:
    (only,) = faults(toml)
    assert said in only


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_done_to_a_codebook_it_is_read_or_refused_in_words(data: st.DataObject) -> None:
    lines = SMALL.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["drop", "double", "swap", "cut", "list", "number"]))
        line = lines[at]
        key = line.partition("=")[0]
        lines[at : at + 1] = {
            "drop": [],
            "double": [line, line],
            "swap": [lines[-at], line],
            "cut": [line[: len(line) // 2]],
            "list": [f"{key}= [{{ a = 1 }}, 'b']"],
            "number": [f"{key}= -1"],
        }[change]
    try:
        parse("\n".join(lines))
    except CodebookError as error:
        assert str(error)


# Which keys may be used twice


def three(when_b: str, when_c: str, *, b: str = "example", c: str = "example") -> str:
    """A codebook whose fields b and c share the key g and are asked under these conditions."""
    return f"""
[study]
title = "T"
[[platform]]
name = "P"
terms = ["pp"]
[[field]]
name = "top"
per = "case"
code = [{{ key = "8", name = "t1" }}, {{ key = "9", name = "t2" }}]
[[field]]
name = "a"
per = "example"
code = [{{ key = "1", name = "a1" }}, {{ key = "2", name = "a2" }}, {{ key = "3", name = "a3" }}]
[[field]]
name = "middle"
per = "example"
when = {{ a = "a1" }}
code = [{{ key = "4", name = "m1" }}, {{ key = "5", name = "m2" }}]
[[field]]
name = "b"
per = "{b}"
when = {{ {when_b} }}
code = [{{ key = "g", name = "b1" }}]
[[field]]
name = "c"
per = "{c}"
when = {{ {when_c} }}
code = [{{ key = "g", name = "c1" }}]
"""


@pytest.mark.parametrize(
    ("when_b", "when_c", "b", "c", "meet"),
    [
        ("", "", "example", "example", True),
        ('a = "a1"', "", "example", "example", True),
        ('a = "a1"', 'a = "a2"', "example", "example", False),
        ('a = ["a1", "a3"]', 'a = ["a2", "a3"]', "example", "example", True),
        ('top = "t1"', 'a = "a2"', "example", "example", True),
        # through the field that a condition names
        ('middle = "m1"', 'a = "a2"', "example", "example", False),
        ('middle = "m1"', 'a = "a1"', "example", "example", True),
        ('middle = "m1"', 'middle = "m2"', "example", "example", False),
        ('b = "b1"', "", "example", "example", None),
        ('a = "a1"', 'b = "b1"', "example", "example", True),
        # a case has several examples, so that both conditions may hold
        ('a = "a1"', 'a = "a2"', "case", "case", True),
        ('a = "a1"', 'a = "a2"', "case", "example", True),
        ('top = "t1"', 'top = "t2"', "case", "example", False),
        ('top = "t1"', 'top = "t2"', "case", "case", False),
        ('top = "t1"', 'top = "t2"', "example", "example", False),
    ],
)
def test_a_key_may_be_shared_where_two_fields_are_never_asked_together(
    when_b: str, when_c: str, b: str, c: str, meet: bool | None
) -> None:
    toml = three(when_b, when_c, b=b, c=c)
    if meet is None:
        assert any("circle: b → b" in fault for fault in faults(toml))
    elif meet:
        (fault,) = faults(toml)
        assert "also the key of field 4" in fault
    else:
        book = parse(toml)
        assert not may_meet(book.fields[3], book.fields[4], book)


def test_what_a_per_example_field_demands_of_its_case_counts_for_whoever_depends_on_it() -> None:
    toml = three('top = "t1"', 'top = "t2"') + (
        '[[field]]\nname = "d"\nper = "case"\nwhen = { b = "b1" }\n'
        'code = [{ key = "g", name = "d1" }]\n'
    )
    found = faults(toml)
    assert len(found) == 1, found  # d is asked with b, never with c
    assert 'also the key of field 4 "b"' in found[0]


def test_conditions_that_exclude_each_other_are_found() -> None:
    found = faults(three('middle = "m1", a = "a2"', ""))
    assert any('field 4 "b", when: can never hold' in fault for fault in found)


# Lines


def test_lines_are_found_in_any_toml() -> None:
    toml = '''# [not.a.table]
title = "a # b [c]"
text = """
[[not]]
x = 1
""" # ]
other = \'\'\'
[no]\'\'\'
list = [ # [
  "one",
  [ "two", "three" ],   # ,
  { a = 1, b = [2] },

  'four',
]
[ table . "quoted key" ]
a.b.c = 1
[[field]]
x = 2013-01-01T00:00:00
[[field.code]]
[[field.code]]
k = { a = """
b""" }
[[field]]
[field.when]
y = [[1],
[2]]
[[field.code]]
z = "\\"]"
last = 1'''
    expected: dict[Place, int] = {
        ("title",): 2,
        ("text",): 3,
        ("other",): 7,
        ("list",): 9,
        ("list", 0): 10,
        ("list", 1): 11,
        ("list", 2): 12,
        ("list", 3): 14,
        ("table", "quoted key"): 16,
        ("table", "quoted key", "a"): 17,
        ("table", "quoted key", "a", "b"): 17,
        ("table", "quoted key", "a", "b", "c"): 17,
        ("field", 0): 18,
        ("field", 0, "x"): 19,
        ("field", 0, "code", 0): 20,
        ("field", 0, "code", 1): 21,
        ("field", 0, "code", 1, "k"): 22,
        ("field", 1): 24,
        ("field", 1, "when"): 25,
        ("field", 1, "when", "y"): 26,
        ("field", 1, "when", "y", 0): 26,
        ("field", 1, "when", "y", 1): 27,
        ("field", 1, "code", 0): 28,
        ("field", 1, "code", 0, "z"): 29,
        ("field", 1, "code", 0, "last"): 30,
    }
    tomllib.loads(toml)
    found = lines_of(toml)
    assert {place: found.get(place) for place in expected} == expected
    others = {("table",), ("field",), ("field", 0, "code"), ("field", 1, "code")}
    assert set(found) - set(expected) == others


@pytest.mark.parametrize("toml", [default_toml(), SECOND, SMALL])
def test_every_name_of_a_codebook_is_found_on_its_line(toml: str) -> None:
    lines, found, document = toml.split("\n"), lines_of(toml), tomllib.loads(toml)
    for number, field in enumerate(document["field"]):
        assert f'"{field["name"]}"' in lines[found["field", number, "name"] - 1]
        for place, code in enumerate(field["code"]):
            assert f'"{code["name"]}"' in lines[found["field", number, "code", place, "name"] - 1]


def test_messages_hold_no_control_characters() -> None:
    (fault,) = faults(SMALL.replace('name = "mode"', r'name = "mo\u001bde"'))[:1]
    assert "U+001B" in fault
    assert json.dumps(fault).count(r"\u001b") == 0
    unknown_key = faults(SMALL + '"\\u001b" = 1\n')
    assert all(line.isprintable() for line in unknown_key)
