"""Offices: all 94 districts, by address before component before column."""

from collections import Counter

import pytest

from importers.districts import DISTRICTS, Publisher, named, postal, publisher


def test_there_are_94_districts_in_50_states_the_capital_and_four_territories() -> None:
    assert len(DISTRICTS) == 94
    assert len({d.slug for d in DISTRICTS}) == len({d.name for d in DISTRICTS}) == 94
    states = Counter(d.state for d in DISTRICTS)
    assert len(states) == 55
    assert {s for s in states if states[s] == 4} == {"CA", "NY", "TX"}
    assert all(len(d.state) == 2 and d.seat for d in DISTRICTS)


def test_slug_name_and_state_agree() -> None:
    parts = {"N.D.": "nd", "S.D.": "sd", "E.D.": "ed", "W.D.": "wd", "M.D.": "md", "C.D.": "cd"}
    for district in DISTRICTS:
        part, _, place = district.name.partition(" ")
        postal_slug = "nmi" if district.state == "MP" else district.state.lower()
        assert district.slug == parts.get(part, "") + postal_slug
        assert postal(place) == postal(district.state) == district.state


def test_every_spelling_of_every_district_is_recognised() -> None:
    for district in DISTRICTS:
        for spelling in (district.slug, district.name, district.component, district.name.upper()):
            assert named(spelling) == district, spelling


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("USAO - Kentucky, Western", "W.D. Kentucky"),
        ("USAO - Minnesota", "D. Minnesota"),
        ("USAO - Texas, Southern", "S.D. Texas"),
        ("USAO - District of Columbia", "D. Columbia"),
        ("Western District of Kentucky", "W.D. Kentucky"),
        ("U.S. Attorney's Office, Eastern District of Louisiana", "E.D. Louisiana"),
        ("U.S. Attorney’s Office, District of Puerto Rico", "D. Puerto Rico"),
        ("USAO - Guam and the Northern Mariana Islands", "D. Guam"),
        ("USAO - Virgin Islands", "D. Virgin Islands"),
        ("USAO - Virginia, Eastern", "E.D. Virginia"),
    ],
)
def test_components_name_districts(name: str, office: str) -> None:
    district = named(name)
    assert district is not None
    assert district.name == office


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.justice.gov/usao-wdky/pr/x", Publisher("W.D. Kentucky", "KY")),
        ("https://www.justice.gov/archives/usao-wdky/pr/x", Publisher("W.D. Kentucky", "KY")),
        ("https://www.justice.gov/usao-ak/pr/x", Publisher("D. Alaska", "AK")),
        ("https://www.justice.gov/usao-pr/pr/x", Publisher("D. Puerto Rico", "PR")),
        ("https://www.justice.gov/USAO-VI/pr/x", Publisher("D. Virgin Islands", "VI")),
        ("https://www.justice.gov/opa/pr/x", Publisher("Office of Public Affairs")),
        ("https://www.justice.gov/archives/opa/pr/x", Publisher("Office of Public Affairs")),
        ("https://www.justice.gov/usao-DOJ/pr/x", Publisher()),
        ("https://www.justice.gov/interpol-washington/pr/x", Publisher()),
        (None, Publisher()),
    ],
)
def test_the_address_tells_the_office(address: str | None, expected: Publisher) -> None:
    assert publisher(address, ()) == expected


def test_the_address_of_a_real_district_goes_before_components() -> None:
    components = ("Criminal Division", "USAO - Minnesota")
    by_address = publisher("https://www.justice.gov/usao-wdky/pr/x", components)
    assert by_address == Publisher("W.D. Kentucky", "KY")
    assert publisher("https://www.justice.gov/usao-DOJ/pr/x", components).state == "MN"
    assert publisher(None, components) == Publisher("D. Minnesota", "MN")
    assert publisher(None, ("Office of Public Affairs",)) == Publisher("Office of Public Affairs")


def test_columns_speak_where_nothing_else_does() -> None:
    assert publisher(None, (), office="wdky") == Publisher("W.D. Kentucky", "KY")
    assert publisher(None, (), office="Kreis Paderborn", state="Ky.") == Publisher(
        "Kreis Paderborn", "KY"
    )
    assert publisher(None, (), state="Puerto Rico") == Publisher(None, "PR")
    assert publisher(None, (), state="Atlantis") == Publisher()
