"""A table of codes with anything wrong in it is refused, with every fault and its line."""

import pytest

from db.coding import Coding
from db.study import Study
from tests.loading import faults, loaded, state

TABLES = """
memo
x
> codes.csv: there is no column “release”

release,url,coder
uid-1,x,ann
> codes.csv: there is no column to load

release,categroy
uid-1,fraud
> “categroy” in a table of codes. Did you mean "category"?

release,memo
uid-9,x
,y
> line 2: the study has no release “uid-9”
> line 3: names no release

release,category
uid-1,fraud
uid-1,gang
> line 3: example 1 of this release stands already on line 2

release,example,memo
uid-1,2,
uid-1,2,
uid-1,1,
> line 3: example 2 of this release stands already on line 2

release,example,memo
uid-1,,x
uid-1,,x
> line 3: this release stands already on line 2

release,example,category
uid-1,,
uid-1,1,fraud
> line 2: has no example number

release,example,category
uid-1,1,fraud
uid-1,3,gang
> line 2: the examples of this release are numbered 1, 3

release,example,category
uid-1,0,fraud
> line 2: example is “0”. Write a whole number from 1

release,example,category,origin
uid-1,1,fraud,ongoing
uid-1,2,gang,
> line 3: origin is “”, but “ongoing” on line 2

release,category
uid-1,frauds
> line 2: the codebook has no category “frauds”. Did you mean "fraud"? Known are child-exp

release,category
uid-1,Drugs
> line 2: category is “Drugs”. Write its name, “drugs”

release,category
uid-1,3
> line 2: category is “3”. Write its name, “fraud”

release,origin
uid-1,cyber tip
> line 2: the codebook has no origin “cyber tip”

release,category,mode
uid-1,fraud,
uid-2,fraud,images
uid-3,fraud,
uid-4,fraud,images
> line 3: mode is “images”, but is asked only with category child-exploitation
> line 5: mode is “images”, but is asked only with category child-exploitation

release,exclusion
uid-1,in passing
> line 2: the codebook has no exclusion “in passing”. Did you mean "in-passing"?

release,category,mode
uid-1,fraud,images
> line 2: mode is “images”, but is asked only with category child-exploitation

release,exclusion,category
uid-1,other,fraud
> line 2: is both excluded and coded

release,exclusion,case,relation
uid-1,other,uid-2,update
> line 2: is both excluded and linked

release,category,case,relation
uid-1,fraud,uid-2,update
> line 2: is linked to a case, and so has no codes

release,relation
uid-1,updates
> line 2: relation is “updates”. Did you mean "update"?

release,relation
uid-1,update
> line 2: is update of no case

release,case
uid-1,uid-2
> line 2: names another release as its case

release,case,relation
uid-1,uid-2,lead
> line 2: names another release as its case

release,case,relation
uid-1,uid-1,update
> line 2: names itself as its case

release,case,relation
uid-1,uid-9,update
> line 2: case: the study has no release “uid-9”

release,case,relation,exclusion
uid-1,uid-2,update,
uid-2,,,other
> line 2: names “uid-2” as its case, which is excluded

release,case,relation
uid-1,uid-2,update
uid-2,uid-3,update
> line 2: names “uid-2” as its case, which is linked itself. Name “uid-3”

release,case,relation
uid-1,uid-2,update
uid-2,uid-1,update
> line 2: names “uid-2” as its case, and so goes round in a circle: “uid-1” → “uid-2” → “uid-1”
> line 3: names “uid-1” as its case, and so goes round

release,suspects
uid-1,1.5
uid-2,-1
uid-3,²
> line 2: suspects is “1.5”
> line 3: suspects is “-1”
> line 4: suspects is “²”

release,flagged
uid-1,maybe
> line 2: flagged is “maybe”. Write 1 or 0

release,placed_in,memo
uid-1,"Paris, France",x
uid-2,Springfield,x
uid-3,"Gary, IN",x
> line 2: placed_in is “Paris, France”. Write Paducah, KY: “France” is no state or territory
> line 3: placed_in is “Springfield”. Write Paducah, KY: “Springfield” alone may be in several

release,example,category,placed_in
uid-1,1,fraud,KY
uid-1,2,gang,OH
> line 3: placed_in is “OH”, but “KY” on line 2. Rows of one release must agree in it

release,evidence
uid-1,origin: never said
> line 2: evidence for origin is not in the text: “never said”

release,evidence
uid-1,orgin: A man
> line 2: evidence names the field “orgin”, which there is not. Did you mean "origin"?

release,evidence
uid-1,A man used Facebook
> line 2: evidence has the line “A man used Facebook”. Write field: passage
"""
"""Tables, and under each the faults that are to be named, as far as given."""


@pytest.mark.parametrize("block", TABLES.strip().split("\n\n"))
def test_a_fault_is_named_with_its_line(study: Study, block: str) -> None:
    lines = block.split("\n")
    expected = [line[2:] for line in lines if line.startswith("> ")]
    found = faults(study, *(line for line in lines if not line.startswith("> ")))
    assert len(found) == len(expected), found
    for fault, words in zip(found, expected, strict=True):
        assert words in fault


def test_all_faults_of_a_table_are_listed_in_order(study: Study) -> None:
    found = faults(
        study,
        "release,category,origin,flagged",
        *("uid-1,x,y,z", "uid-9,fraud,,", "uid-2,fraud,ongoing,1", "uid-3,gang,q,0"),
    )
    assert [line.split(":")[0] for line in found] == ["line 2"] * 3 + ["line 3", "line 5"]


def test_of_many_faults_the_first_fifty_are_shown(study: Study) -> None:
    found = faults(study, "release,memo", *(f"no-{n},x" for n in range(60)))
    assert len(found) == 51
    assert found[0].startswith("line 2:")
    assert found[-1] == "and 10 more"


def test_a_lead_cannot_be_excluded_from_under_its_family(study: Study, coding: Coding) -> None:
    coding.link(2, 1, "update")
    (found,) = faults(study, "release,exclusion", "uid-1,other")
    assert "is excluded, but is the case of “uid-2”" in found


def test_a_linked_release_gets_no_codes_while_it_is_linked(study: Study, coding: Coding) -> None:
    coding.link(2, 1, "update")
    (found,) = faults(study, "release,category", "uid-2,fraud")
    assert "is linked to a case" in found
    loaded(study, "release,category,case,relation", "uid-2,fraud,,")
    assert state(study, 2).value("category") == "fraud"


def test_an_address_that_two_releases_have_is_refused(study: Study) -> None:
    study.connection.execute("update releases set url = 'https://x.invalid/1' where id < 3")
    (found,) = faults(study, "release,memo", "https://x.invalid/1,x")
    assert "several releases have the address" in found and "“uid-1”, “uid-2”" in found


def test_a_release_that_is_not_read_is_refused(study: Study) -> None:
    study.connection.execute("delete from states where release_id = 5")
    (found,) = faults(study, "release,memo", "uid-5,x")
    assert "is stored, but not among those to be read" in found


def test_a_message_cannot_steer_the_terminal(study: Study) -> None:
    found = faults(study, '{"release": "uid-1\\u001b[31m", "memo": "x"}', '{"x\\u009b": 1}')
    assert all(line.isprintable() for line in found)
