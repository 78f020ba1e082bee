"""Where the people of a release are said to live."""

import pytest

from db.relatives.homes import homes
from db.relatives.names import names_of


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("John Roe, 34, of Paducah, was charged.", {"Paducah"}),
        ("John Roe, formerly of Paducah, fled.", {"Paducah"}),
        ("From St. Louis, Mo., came residents of Fort Wayne,", {"St. Louis", "Fort Wayne"}),
        ("Roe, 34, and Doe, 30, both of Green Pond, were charged.", {"Green Pond"}),
        ("It is part of Project Safe Childhood, a nationwide initiative.", set()),
        ("Roe, of Project Safe Childhood, spoke.", set()),
        ("Messages from Facebook, which he had sent, were found.", set()),
        ("Roe, from Facebook, spoke.", set()),
        ("The Western District of Kentucky, said the Department of Justice, did.", set()),
        ("Roe, of Kentucky, was charged.", set()),
        ("Agents of the Bureau of Alcohol, Tobacco, Firearms and Explosives came.", set()),
        ("The killing of James Craig Anderson, a man of 47, was a crime.", set()),
    ],
)  # fmt: skip
def test_home_towns_are_told_from_what_else_follows_of(text: str, towns: set[str]) -> None:
    assert homes(text) == towns


@pytest.mark.parametrize(
    "text",
    [
        "The case is part of the Innocence Lost National Initiative.",
        "It is part of Project Safe Childhood and of Project Safe Neighborhoods.",
        "They met on Facebook Messenger, Kik Messenger, WhatsApp and Meta Facebook.",
        "The False Claims Act and the Sentencing Guidelines say so.",
    ],
)
def test_programmes_and_platforms_are_no_persons(text: str) -> None:
    assert names_of("", text) == []
