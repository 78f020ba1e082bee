"""Whom a release is about."""

import pytest

from db.relatives.names import names_of


def found(text: str, title: str = "") -> dict[str, tuple[bool, int | None]]:
    return {name.key: (name.accused, name.age) for name in names_of(title, text)}


@pytest.mark.parametrize(
    "text",
    [
        "John A. Roe, 34, of Paducah, was charged.",
        "A jury convicted John Roe, age 34.",
        "John Roe, a/k/a “Red”, 34, was there. John Alan Roe, 34, of Paducah.",
        "JohnA. Roe Jr., 34, of Paducah, was charged.".replace("JohnA.", "John A."),
        "The defendants, JohnRoe, 34, of Paducah, and others.",
    ],
)
def test_a_defendant_is_found_with_the_age(text: str) -> None:
    accused, age = found(text)["john roe"]
    assert accused
    assert age == 34 or "convicted" in text


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Attorney David J. Hickton announced it.",
        "Assistant U.S. Attorneys Kevin Rapp, Dominic Lanza, and Mary Perl prosecuted.",
        "sentenced by U.S. District Judge Carol B. Amon.",
        "said Peter Edge, Special Agent in Charge of the office.",
        "Attorney General Lanny A. Breuer of the Criminal Division spoke.",
    ],
)
def test_officials_are_left_out(text: str) -> None:
    assert found(text) == {}


def test_who_is_called_by_the_last_name_alone_is_a_defendant() -> None:
    text = "Prosecutors named Mary Doe in court. Doe sold cars. Later Doe fled."
    assert found(text)["mary doe"] == (True, None)
    assert found("They met Mary Doe in court.")["mary doe"] == (False, None)


def test_an_office_or_an_acronym_is_no_part_of_a_name() -> None:
    text = "Providing help to ISIL Jalil Ibn Aziz, 19, was charged by the FBI Boston Division."
    assert found(text) == {"jalil aziz": (True, 19)}
