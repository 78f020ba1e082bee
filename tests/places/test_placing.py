"""Where releases are placed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import CodingError
from db.places import Place, Placed
from db.places.gazetteer import gazetteer
from db.places.placing import place_of
from db.places.regions import REGIONS, region
from db.places.said import typed
from db.records import Release
from importers.courts import DISTRICTS, District
from importers.reader import read

JURY = "The federal grand jury returned an indictment today."


@pytest.mark.parametrize(
    ("text", "office", "state", "place", "sureness"),
    [
        ("PADUCAH, Ky. – ", "W.D. Kentucky", "KY", "Paducah, KY", "sure"),
        ("LOUISVILLE, Ky. (April 3, 2018) – ", "W.D. Kentucky", "KY", "Louisville, KY", "likely"),
        ("EVANSVILLE, Ind. – ", "W.D. Kentucky", "KY", "Evansville, IN", "sure"),
        ("POCATELLO, Idaho - ", "D. Idaho", "ID", "Pocatello, ID", "sure"),
        ("Tampa, FL – ", "M.D. Florida", "FL", "Tampa, FL", "likely"),
        ("AUGUSTA, GA: ", "S.D. Georgia", "GA", "Augusta, GA", "sure"),
        ("PENSACOLA, FLORIDA – ", "N.D. Florida", "FL", "Pensacola, FL", "sure"),
        ("CHICAGO — ", None, None, "Chicago, IL", "likely"),
        ("ROCKFORD — ", "N.D. Illinois", "IL", "Rockford, IL", "sure"),
        ("SALT LAKE CITY – ", "D. Utah", "UT", "Salt Lake City, UT", "likely"),
        ("KANSAS CITY, Mo. – ", "D. Kansas", "KS", "Kansas City, MO", "sure"),
        ("WINSTON-SALEM, N.C. – ", "M.D. North Carolina", "NC", "Winston-Salem, NC", "sure"),
        ("ST. LOUIS, MO – ", "E.D. Missouri", "MO", "St. Louis, MO", "likely"),
        ("HAGÅTÑA, Guam – ", "D. Guam", "GU", "Hagåtña, GU", "likely"),
        ("SAN JUAN, P.R. - ", "D. Puerto Rico", "PR", "San Juan, PR", "likely"),
        ("SAIPAN, MP – ", "D. Northern Mariana Islands", "MP", "Saipan, MP", "likely"),
        ("ST. CROIX, USVI – ", "D. Virgin Islands", "VI", "St. Croix, VI", "sure"),
        ("ANCHORAGE – ", "D. Alaska", "AK", "Anchorage, AK", "likely"),
        ("ALEXANDRIA, Va./WASHINGTON – ", "E.D. Virginia", "VA", "Alexandria, VA", "likely"),
        ("NOWHERE SPRINGS, Ky. – ", "W.D. Kentucky", "KY", "Nowhere Springs, KY", "likely"),
        (
            "FOR IMMEDIATE RELEASE\n\nMAN CHARGED\n\nPADUCAH, Ky. – ",
            None,
            "KY",
            "Paducah, KY",
            "sure",
        ),
        ("WASHINGTON – ", "D. Columbia", "DC", "Washington, DC", "likely"),
        ("PADUCAH, Ky.-", "W.D. Kentucky", "KY", "Paducah, KY", "sure"),
        ("Paducah, Kentucky --- ", "W.D. Kentucky", "KY", "Paducah, KY", "sure"),
        ("PADUCAH , Ky. -- ", "W.D. Kentucky", "KY", "Paducah, KY", "sure"),
        ("HOUSTON ", None, None, "Houston, TX", "likely"),
        ("HOUSTON", None, None, "Houston, TX", "likely"),
        ("PADUCAH, Ky. ", "W.D. Kentucky", "KY", "Paducah, KY", "likely"),
        ("ST. PAUL, Minn. – ", "D. Minnesota", "MN", "St. Paul, MN", "sure"),
    ],
)
def test_a_dateline_places_a_release(
    text: str, office: str | None, state: str | None, place: str, sureness: str
) -> None:
    placed = place_of("Man Charged", text + JURY, office, state)
    assert placed is not None
    assert (placed.place.words, placed.how, placed.sureness) == (place, "dateline", sureness)


OPA = "Office of Public Affairs"
KY = ("W.D. Kentucky", "KY")


@pytest.mark.parametrize(
    ("title", "text", "publisher", "place", "sureness"),
    [
        ("Paducah Man Charged", JURY, KY, "Paducah, KY", "likely"),
        ("Former Paducah Teacher Charged", JURY, KY, "Paducah, KY", "likely"),
        ("Calloway County Man Charged", JURY, KY, "Calloway County, KY", "likely"),
        ("Charged", "A man, 34, of Murray, Kentucky.", (None, None), "Murray, KY", "likely"),
        ("Charged", "WASHINGTON – A man of Murray, Ky.", KY, "Murray, KY", "guess"),
        ("Charged", "WASHINGTON – A man in Murray, Ky.", (OPA, None), "Murray, KY", "guess"),
        ("Charged", "The District of Guam charged him.", (OPA, None), "GU", "guess"),
        ("Charged", "Of Gary, Ind., once, the Paducah man", KY, "Paducah, KY", "likely"),
        ("Charged", "The FBI in Hammond, Ind., and a Murray man", KY, "Murray, KY", "likely"),
        ("Charged", "Ann Lee, 34, of Murray, was charged.", KY, "Murray, KY", "likely"),
        ("Charged", "Ann Lee (34, Murray) was charged.", KY, "Murray, KY", "likely"),
        ("Charged", "Ann Lee, 34, of Calloway, was charged.", KY, "Calloway County, KY", "likely"),
        ("Charged", "A Nowhere Springs, Kentucky, man.", KY, "Nowhere Springs, KY", "likely"),
        ("Charged", "A Murray, Ky., man fled to Benton, Ky.", KY, "Murray, KY", "likely"),
        ("Former Murray Fire Chief Charged", JURY, KY, "Murray, KY", "guess"),
        ("Charged", "Ann Lee, 34, of Gary, Ind. The court in Murray.", KY, "Murray, KY", "guess"),
        (
            "Florida Man Charged",
            "Lee, 34, of Rome, N.Y.",
            ("S.D. New York", "NY"),
            "Rome, NY",
            "likely",
        ),
        (
            "North Carolina Man Charged",
            "In a court in Florence, S.C.",
            (OPA, None),
            "Florence, SC",
            "guess",
        ),
        ("West Virginia Woman Charged", JURY, (OPA, None), "WV", "guess"),
        ("Detroit-Area Nurse Charged", JURY, (OPA, None), "Detroit, MI", "guess"),
        ("Charged", "Lee, 34, of Ames, Iowa. The District of Maine.", (OPA, None), "ME", "guess"),
    ],
)
def test_a_place_that_is_named_places_a_release(
    title: str, text: str, publisher: tuple[str | None, str | None], place: str, sureness: str
) -> None:
    placed = place_of(title, text, *publisher)
    assert placed is not None
    assert (placed.place.words, placed.how, placed.sureness) == (place, "named", sureness)


@pytest.mark.parametrize(
    "said",
    "man men mother Woman women resident Couple teen Teacher native businessman Father felon"
    " Doctor duo".split(),
)
def test_every_word_for_a_person_tells_whose_home_is_named(said: str) -> None:
    placed = place_of("Charged", f"A court in Murray charged a Paducah {said}.", *KY)
    assert placed == Placed(Place("Paducah", "KY"), "named", "likely")


@pytest.mark.parametrize("text", ["Terrebonne Parish", "in Houma", "near Houma", "from Houma"])
def test_words_before_and_after_a_place_tell_that_it_is_one(text: str) -> None:
    placed = place_of("Charged", f"It was seen: {text}.", "E.D. Louisiana", "LA")
    assert placed is not None and placed.how == "named"


@pytest.mark.parametrize("district", DISTRICTS, ids=lambda district: district.slug)
def test_every_office_has_a_seat_with_coordinates(district: District) -> None:
    placed = place_of("Man Charged", JURY, district.name, district.state)
    assert placed is not None and placed.how == "seat" and placed.sureness == "guess"
    assert placed.place.name
    known = gazetteer().find(placed.place.name, placed.place.state)
    assert known is not None and known.coordinates is not None


def test_without_a_word_nothing_is_made_up() -> None:
    assert place_of("Remarks", JURY, None, None) is None
    assert place_of("Remarks", JURY, OPA, None) is None
    assert place_of("Remarks", "WASHINGTON The Department spoke.", OPA, None) is None
    assert place_of("Suit", "In the court for the District of Columbia", OPA, None) is None
    assert place_of("ICE Agents Speak", "ICE Agents spoke today.", OPA, None) is None
    assert place_of("", "", "An office abroad", "KY") == Placed(Place("", "KY"), "seat", "guess")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Paducah, KY", "Paducah, KY"),
        (" paducah,  kentucky ", "Paducah, KY"),
        ("Ky.", "KY"),
        ("Kentucky, KY", "KY"),
        ("New York, NY", "New York, NY"),
        ("New York", "NY"),
        ("hagatna, guam", "Hagåtña, GU"),
        ("Chicago", "Chicago, IL"),
        ("West Bloomfield, Mich.", "West Bloomfield Township, MI"),
        ("saint paul, mn", "St. Paul, MN"),
        ("Ft. Wayne, Ind.", "Fort Wayne, IN"),
        ("Nowhere Springs, W. Va.", "Nowhere Springs, WV"),
        ("Calloway County, Ky", "Calloway County, KY"),
    ],
)
def test_a_place_can_be_typed_in_many_ways(said: str, words: str) -> None:
    assert typed(said).words == words


@pytest.mark.parametrize("said", ["Springfield", "Paris, France", "nonsense", "Paducah, "])
def test_what_is_no_place_is_refused(said: str) -> None:
    with pytest.raises(CodingError, match="Paducah, KY"):
        typed(said)


@pytest.mark.parametrize("state", REGIONS)
def test_a_place_that_is_shown_can_be_typed_again(state: str) -> None:
    for said in (state, f"{REGIONS[state]}, {state}", f"kansas city, {state}", f"A, B, {state}"):
        place = typed(said)
        assert typed(place.words) == place


def test_all_places_lie_where_they_should() -> None:
    """Facts of any atlas: within a degree of the published coordinates."""
    for place, latitude, longitude in (
        (Place("Paducah", "KY"), 37.07, -88.63),
        (Place("Honolulu", "HI"), 21.31, -157.86),
        (Place("San Juan", "PR"), 18.47, -66.11),
        (Place("Hagåtña", "GU"), 13.47, 144.75),
        (Place("Saipan", "MP"), 15.19, 145.75),
        (Place("Anchorage", "AK"), 61.22, -149.9),
    ):
        found = gazetteer().coordinates(place)
        assert abs(found[0] - latitude) < 0.1 and abs(found[1] - longitude) < 0.1, place
    for state in REGIONS:  # where only the state is known
        latitude, longitude = gazetteer().coordinates(Place("", state))
        assert -15 < latitude < 72 and (longitude < -64 or longitude > 144)


@given(st.text(), st.text(), st.sampled_from([None, *REGIONS]))
def test_any_text_is_placed_in_a_state_or_nowhere(title: str, text: str, state: str | None) -> None:
    for dressed in (text, f"{text}, Ky. – {title}", f"in {title}, Ohio, {text} man"):
        placed = place_of(title, dressed, None, state)
        assert placed is None or placed.place.state in REGIONS


@pytest.mark.parametrize(
    ("said", "postal"),
    [("Ky.", "KY"), ("W.Va.", "WV"), ("N.C.", "NC"), ("PUERTO RICO", "PR"), ("Ruritania", None)],
)
def test_states_go_by_many_names(said: str, postal: str | None) -> None:
    assert region(said) == postal


def test_real_releases_are_placed(shared: Path) -> None:
    found = [
        place_of(one.title, one.text, one.office, one.state)
        for one in read(shared / "usao-wayback-sample.jsonl")
        if isinstance(one, Release)
    ]
    ways = [placed.how for placed in found if placed]
    assert len(ways) == len(found) == 186
    assert ways.count("dateline") >= 100
    assert ways.count("seat") <= 19


def test_no_town_is_read_out_of_a_states_name(shared: Path) -> None:
    """Carolina lies in Puerto Rico, Florida in New York; releases mean the states."""
    found = [
        place_of(one.title, one.text, one.office, one.state)
        for one in read(shared / "opa-2009-2018-sample.jsonl")
        if isinstance(one, Release) and "Puerto Ric" not in one.title + one.text
    ]
    assert sum(placed is None for placed in found) <= 150  # speeches, agreements
    names = {placed.place.words for placed in found if placed}
    assert not names & {"Carolina, PR", "Florida, NY", "California, MD", "Wyoming, MI"}
