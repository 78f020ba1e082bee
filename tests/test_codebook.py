"""Codebooks: what is read, what is refused, and the two that come with the project."""

import hashlib
import re
import time
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

from db.codebook import Codebook
from db.codebook import file as codebook_file
from db.codebook.file import default, default_toml, load, parse
from db.codebook.keys import CODE_KEYS, COMMAND_KEYS
from db.codebook.rules import CODES_COLUMNS
from db.errors import CodebookError

SECOND = Path(__file__).parent / "data" / "second_codebook.toml"

SMALL = (Path(__file__).parent / "data" / "small_codebook.toml").read_text(encoding="utf-8")


# What is read


def test_the_parts_of_a_codebook_are_read() -> None:
    book = parse(SMALL)
    assert (book.title, book.start, book.end) == ("A study", date(2013, 1, 1), date(2019, 12, 31))
    assert [platform.terms for platform in book.platforms] == [("facebook",)]
    assert [highlight.name for highlight in book.highlights] == ["origin"]
    assert [(reason.key, reason.label) for reason in book.exclusions] == [
        ("1", "Not a crime"),
        ("2", "Awareness"),
    ]
    assert [(field.name, field.per, field.required) for field in book.fields] == [
        ("category", "example", True),
        ("mode", "example", False),
        ("origin", "case", False),
    ]
    assert book.fields[1].when == {"category": ("exploitation",)}
    assert book.fields[2].groups == ("cyber",)
    assert (book.focus, book.track) == (
        {"category": ("exploitation",)},
        {"origin": ("cyber-tip",)},
    )
    assert [(event.name, event.date) for event in book.events] == [("The law", date(2018, 3, 21))]


def test_a_codebook_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        parse(SMALL).title = "Another"  # type: ignore[misc]


def test_the_least_codebook_has_no_span_focus_or_exclusions() -> None:
    book = parse(
        '[study]\ntitle="T"\n[[platform]]\nname="P"\nterms="pp"\n'
        '[[field]]\nname="f"\nper="case"\n[[field.code]]\nkey="1"\nname="a"\n'
    )
    assert (book.start, book.end, book.focus, book.track) == (None, None, {}, {})
    assert (book.exclusions, book.events) == ((), ())
    assert book.platforms[0].terms == ("pp",)
    assert book.covers(date(1900, 1, 1))


def test_a_definition_may_be_wrapped_and_have_paragraphs() -> None:
    wrapped = '"""\nOne line\n  and its rest.\n\nA second\nparagraph.\n"""'
    book = parse(SMALL.replace('name = "fraud"', f'name = "fraud"\ndefinition = {wrapped}'))
    fraud = book.fields[0].code("fraud")
    assert fraud is not None
    assert fraud.definition == "One line and its rest.\n\nA second paragraph."


def test_the_version_is_the_hash_of_the_text_whatever_its_line_ends() -> None:
    book = parse(SMALL)
    assert book.hash == hashlib.sha256(SMALL.encode()).hexdigest()
    assert book.toml == SMALL
    assert parse("\ufeff" + SMALL.replace("\n", "\r\n")) == book
    assert parse(SMALL + "# a remark\n").hash != book.hash


def test_focus_and_track_take_codes_groups_and_lists_of_fields_of_either_kind() -> None:
    book = parse(
        SMALL.replace('{ category = "exploitation" }', '{ origin = ["cyber", "tip"] }').replace(
            'track = { origin = "cyber" }', 'track = { mode = "images" }'
        )
    )
    assert book.focus == {"origin": ("tip", "cyber-tip")}
    assert book.track == {"mode": ("images",)}
    assert book.leading is not None
    assert book.leading.name == "origin"


def test_a_retired_code_stays_but_gives_its_key_away() -> None:
    retired = SMALL.replace('name = "fraud"', 'name = "fraud"\nretired = true')
    book = parse(retired.replace('key = "0"', 'key = "3"'))
    assert [code.name for code in book.fields[0].codes if not code.retired] == [
        "exploitation",
        "not-used",
    ]
    keyless = retired.replace('key = "3"\n', "")
    assert parse(keyless).fields[0].codes[1].key == ""


def test_a_file_is_read_and_named_in_its_faults(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert load(path) == parse(SMALL)
    path.write_text(SMALL.replace('title = "A study"', ""), encoding="utf-8")
    with pytest.raises(CodebookError, match=r"^mine\.toml, line 3: study: has no title"):
        load(path)
    path.write_bytes(b'[study]\ntitle = "\xe9"\n')
    with pytest.raises(CodebookError, match="not text in UTF-8"):
        load(path)
    with pytest.raises(CodebookError, match=r"none\.toml cannot be read: No such file"):
        load(tmp_path / "none.toml")


# Keys


def test_no_key_is_both_a_code_and_a_command() -> None:
    assert not set(CODE_KEYS) & set(COMMAND_KEYS)


def test_the_commands_of_the_coding_screen_leave_the_keys_of_codes_alone() -> None:
    commands = pytest.importorskip("annotator.keys").COMMANDS
    signs = {"right_square_bracket": "]", "left_square_bracket": "[", "equals_sign": "="}
    signs |= {"apostrophe": "'", "slash": "/", "question_mark": "?", "colon": ":"}
    pressed = {
        signs.get(key, key)
        for command in commands
        if command.screen == "coding"
        for key in command.keys.split(",")
    }
    assert not pressed & set(CODE_KEYS)
    assert {key for key in pressed if len(key) == 1} <= set(COMMAND_KEYS)


# The default codebook

NAMES = {
    "exclusion": "1 not-a-crime 2 awareness 3 in-passing 4 not-a-case 9 other",
    "category": "1 child-exploitation 2 terrorism 3 fraud 4 threats 5 drugs 6 firearms 7 gang "
    "8 human-trafficking 9 other 0 not-used",
    "mode": "i images g grooming w trafficking",
    "origin": "p public-tip v undercover o ongoing c cyber-tip-platform y cyber-tip-ncmec "
    "z not-stated",
}


def test_the_default_codebook_has_the_names_and_keys_that_scripts_rely_on() -> None:
    book = default()
    choices = {field.name: field.codes for field in book.fields}
    written = {
        name: " ".join(f"{code.key} {code.name}" for code in codes)
        for name, codes in choices.items()
    }
    written["exclusion"] = " ".join(f"{reason.key} {reason.name}" for reason in book.exclusions)
    assert written == NAMES
    assert [(field.per, field.required) for field in book.fields] == [
        ("example", True),
        ("example", True),
        ("case", True),
    ]
    assert [field.when for field in book.fields] == [{}, {"category": ("child-exploitation",)}, {}]
    assert [code.name for code in choices["category"] if not code.counts] == ["not-used"]
    assert [code.group for code in choices["origin"]] == [
        *("investigation", "investigation", "investigation"),
        *("cyber tip", "cyber tip", None),
    ]


def test_the_default_codebook_is_that_of_the_published_study() -> None:
    book = default()
    assert (book.start, book.end) == (date(2013, 1, 1), date(2019, 12, 31))
    assert [platform.name for platform in book.platforms] == ["Facebook"]
    assert book.focus == {"category": ("child-exploitation",)}
    assert book.track == {"origin": ("cyber-tip-platform", "cyber-tip-ncmec")}
    assert [(event.name, event.date) for event in book.events] == [
        ("FOSTA-SESTA passed", date(2018, 3, 21))
    ]
    assert book.toml == default_toml()
    assert parse(default_toml()) == book


def definitions(book: Codebook) -> dict[str, str]:
    """Every definition of a choice, by the name of the choice."""
    listed = [(reason.name, reason.definition) for reason in book.exclusions]
    for field in book.fields:
        listed += [(f"{field.name} {code.name}", code.definition) for code in field.codes]
    return dict(listed)


@pytest.mark.parametrize(("name", "text"), definitions(default()).items())
def test_every_choice_of_the_default_has_a_definition_fit_for_the_help_screen(
    name: str, text: str
) -> None:
    assert 150 <= len(text) <= 420
    assert len(re.findall(r"[.:?](?= |$)", text)) >= 2
    assert text.isprintable()
    assert text.endswith(".")
    assert not re.search(r"[*_`#<>]", text)


def test_the_published_rule_for_recruitment_is_written_out() -> None:
    said = definitions(default())
    assert "served only to recruit the minor is grooming, not images" in said["mode grooming"]
    assert "served only to recruit the minor" in said["mode images"]


def test_reading_the_default_codebook_takes_no_time_worth_noting() -> None:
    started = time.process_time()
    for _ in range(5):
        default()
    assert time.process_time() - started < 1  # 5 ms each; the bound is for a busy machine


# The second codebook


def test_the_second_codebook_shares_nothing_with_the_default() -> None:
    book, first = load(SECOND), default()
    assert not {field.name for field in book.fields} & {field.name for field in first.fields}
    assert not {p.name for p in book.platforms} & {p.name for p in first.platforms}
    assert not {r.name for r in book.exclusions} & {r.name for r in first.exclusions}
    assert book.focus == {"purpose": ("selling", "supply")}
    assert book.track == {"substance": ("fentanyl", "heroin", "other-drug")}
    assert [event.date.year for event in book.events] == [2021, 2023]


def test_codebooks_survive_a_round_through_their_own_source() -> None:
    for book in (default(), load(SECOND), parse(SMALL)):
        assert parse(book.toml) == book


def test_the_default_lies_in_the_package() -> None:
    assert Path(codebook_file.__file__).with_name("default_codebook.toml").is_file()


# The manual

MANUAL = (Path(__file__).parents[1] / "docs" / "codebook.md").read_text(encoding="utf-8")


def test_the_least_codebook_of_the_manual_is_accepted() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)
    assert parse(example).title == "Scams on Marketplace"


def test_the_manual_names_every_table_key_and_default_name() -> None:
    known = re.findall(r"Known are (.*?)\.$", str(unknown_keys()), re.MULTILINE)
    for key in {key for line in known for key in line.split(", ")}:
        assert re.search(rf"`(\[+)?(\w+\.)?{key}(\]+)?`", MANUAL), key
    for listed in NAMES.values():
        for word in listed.split():
            assert f"`{word}`" in MANUAL, word
    for words in (" ".join(CODE_KEYS[10:]), *CODES_COLUMNS):
        assert words in MANUAL


def unknown_keys() -> CodebookError:
    """What is said where each table has a key that is not known."""
    toml = re.sub(r"^(\[.*\])$", r"\1\nnobody-knows = 1", SMALL, flags=re.MULTILINE)
    with pytest.raises(CodebookError) as caught:
        parse("nobody-knows = 1\n" + toml)
    return caught.value
