"""What the tables of a study hold."""

from dataclasses import replace
from datetime import date

from db import readings
from db.codebook import Codebook
from db.codebook.rules import CODES_COLUMNS
from db.coding import Coding
from db.places import Place
from db.releases import store
from db.report import make_report
from db.states import Evidence
from db.study import Study
from db.tables.cases import case_table, example_table
from db.tables.codebook import codebook_table
from db.tables.codes import code_columns, code_table
from db.tables.journals import journal_table
from db.tables.releases import release_table
from exports.report_tables import category_table, quarter_table
from tests.conftest import release
from tests.exports.samples import cells, objects


def code_case(coding: Coding, release_id: int, category: str = "fraud") -> None:
    """Code a release as far as the codebook requires."""
    coding.code(release_id, "category", category)
    if category == "child-exploitation":
        coding.code(release_id, "mode", "images")
    coding.code(release_id, "origin", "undercover")


def codes(study: Study) -> list[dict[str, str]]:
    return cells(code_table(study, readings.main_reading(study)))


def test_the_columns_of_codes_are_those_promised(study: Study) -> None:
    assert [column.name for column in code_columns(study.codebook)] == [
        *("release", "url", "published", "quarter", "office", "state", "title", "status"),
        *("exclusion", "case", "relation", "example", "category", "mode", "origin", "suspects"),
        *("flagged", "memo", "evidence", "coder", "pass", "coded_at"),
        "placed_in",
    ]


def test_no_field_can_be_named_like_a_column_of_codes() -> None:
    assert {column.name for column in code_columns(Codebook("T", ()))} == set(CODES_COLUMNS)


def test_codes_are_in_order_of_date_uid_and_example(study: Study, coding: Coding) -> None:
    store(study, [release(11, "Same day", "On Facebook.")], source="here")
    code_case(coding, 1)
    coding.add_example(1)
    study.connection.execute("update states set published = '2018-02-02' where release_id = 6")
    assert [(row["release"], row["example"]) for row in codes(study)][:3] == [
        ("uid-1", "1"),
        ("uid-1", "2"),
        ("uid-11", ""),
    ]


def test_an_example_is_a_row_and_what_is_of_the_case_stands_on_each(
    study: Study, coding: Coding
) -> None:
    code_case(coding, 1, "child-exploitation")
    coding.add_example(1, suspects=3)
    coding.code(1, "category", "fraud", example=2)
    coding.flag(1)
    coding.memo(1, "=a memo")
    coding.evidence(1, Evidence("origin", 12, 17, "A man"))
    first, second = codes(study)[:2]
    own = [[row["category"], row["mode"], row["suspects"]] for row in (first, second)]
    assert own == [["child-exploitation", "images", "1"], ["fraud", "", "3"]]
    for row in (first, second):
        assert (row["origin"], row["flagged"], row["memo"]) == ("undercover", "1", "'=a memo")
        assert row["evidence"] == "origin: A man"
        assert (row["coder"], row["pass"], row["status"]) == ("ann", "1", "coded")


def test_a_row_says_where_its_release_belongs(study: Study, coding: Coding) -> None:
    code_case(coding, 1)
    coding.link(2, 1, "update")
    coding.link(4, 3, "duplicate")
    coding.exclude(5, "in-passing")
    where = {
        row["release"]: (row["status"], row["case"], row["relation"], row["exclusion"])
        for row in codes(study)
    }
    assert where == {
        "uid-1": ("coded", "uid-1", "lead", ""),
        "uid-2": ("linked", "uid-1", "update", ""),
        "uid-3": ("uncoded", "uid-3", "lead", ""),
        "uid-4": ("linked", "uid-3", "duplicate", ""),
        "uid-5": ("excluded", "", "", "in-passing"),
    }


def test_a_row_says_where_the_analyst_placed_its_release(study: Study, coding: Coding) -> None:
    coding.place(1, Place("Mayfield", "KY"))
    coding.place(2, Place("", "OH"))
    coding.exclude(2, "other")
    places = {row["release"]: row["placed_in"] for row in codes(study)}
    assert places == {
        "uid-1": "Mayfield, KY",
        "uid-2": "OH",
        **{f"uid-{n}": "" for n in (3, 4, 5)},
    }


def test_the_moment_is_said_of_what_is_decided(study: Study, coding: Coding) -> None:
    code_case(coding, 1)
    coding.flag(2)
    moments = {row["release"]: row["coded_at"] for row in codes(study)}
    assert moments["uid-1"].endswith("Z")
    assert moments["uid-2"] == moments["uid-3"] == ""


def test_codes_are_those_of_the_reading_asked_for(study: Study, coding: Coding) -> None:
    code_case(coding, 1)
    other = readings.reading(study, "bob")
    Coding(study, other).exclude(1, "other")
    assert cells(code_table(study, other))[0]["exclusion"] == "other"
    assert codes(study)[0]["category"] == "fraud"


def test_releases_that_are_not_read_are_listed_too(study: Study) -> None:
    old = release(20, "Old", "It was on Facebook. Facebook!", file="old.csv", line=7)
    records = [
        replace(old, published=date(2009, 1, 1)),
        release(21, "None named", "A man sold cars.", topics=("Fraud", "Cars")),
    ]
    store(study, records, source="here", keep_all=True)
    rows = {row["release"]: row for row in objects(release_table(study))}
    assert len(rows) == 7
    named = [rows["uid-20"][name] for name in ("queued", "mentions", "platforms")]
    assert named == [False, 2, ["Facebook"]]
    assert (rows["uid-20"]["file"], rows["uid-20"]["line"]) == ("old.csv", 7)
    unnamed = [rows["uid-21"][name] for name in ("queued", "mentions", "platforms", "topics")]
    assert unnamed == [False, 0, [], ["Fraud", "Cars"]]
    assert "text" not in rows["uid-21"]
    with_text = objects(release_table(study, text=True))
    assert with_text[0]["text"] == "It was on Facebook. Facebook!"


def test_a_case_is_one_row_with_its_family_and_examples(study: Study, coding: Coding) -> None:
    code_case(coding, 3)
    coding.add_example(3, suspects=2)
    coding.code(3, "category", "drugs", example=2)
    coding.link(1, 3, "update")
    coding.link(5, 3, "duplicate")
    coding.exclude(2, "other")
    (case,) = objects(case_table(study, readings.main_reading(study)))
    assert case["case"] == "uid-3"
    assert (case["category"], case["mode"], case["origin"]) == (
        ["fraud", "drugs"],
        [],
        "undercover",
    )
    assert (case["n_examples"], case["n_suspects"]) == (2, 3)
    assert (case["n_updates"], case["n_duplicates"]) == (1, 1)
    assert (case["first_published"], case["last_published"]) == ("2018-02-02", "2018-06-06")


def test_examples_are_those_of_cases_only(study: Study, coding: Coding) -> None:
    code_case(coding, 1)
    coding.add_example(1)
    coding.code(1, "category", "gang", example=2)
    coding.code(2, "category", "fraud")  # begun, but not a case yet
    rows = objects(example_table(study, readings.main_reading(study)))
    assert [(r["case"], r["example"], r["category"], r["origin"]) for r in rows] == [
        ("uid-1", 1, "fraud", "undercover"),
        ("uid-1", 2, "gang", "undercover"),
    ]


def test_cases_quarters_and_categories_agree_with_the_report(study: Study, coding: Coding) -> None:
    for release_id, category in ((1, "fraud"), (2, "child-exploitation"), (3, "not-used")):
        code_case(coding, release_id, category)
    chosen = readings.main_reading(study)
    report = make_report(study, chosen)
    quarters = objects(quarter_table(study, chosen))
    assert len(objects(case_table(study, chosen))) == report.stage("cases").count == 3
    assert len(quarters) == len(report.quarters) == 28
    assert sum(row["cases"] for row in quarters) == 3
    assert sum(row["category.fraud"] for row in quarters) == 1
    assert sum(row["origin.investigation"] for row in quarters) == sum(
        one.groups["origin"]["investigation"] for one in report.quarters
    )
    (fraud,) = (c for c in objects(category_table(study, chosen)) if c["name"] == "fraud")
    assert (fraud["cases"], fraud["examples"], fraud["share"]) == (1, 1, 0.5)
    assert 0 < fraud["ci_low"] < 0.5 < fraud["ci_high"] < 1
    assert fraud["counts"] is True


def test_the_journal_tells_every_step_in_words_and_as_data(study: Study, coding: Coding) -> None:
    coding.code(1, "category", "fraud")
    coding.exclude(2, "other")
    coding.link(3, 1, "update")
    coding.undo()
    code, exclude, link, undo = objects(journal_table(study))
    assert (code["field"], code["code"], code["example"]) == ("category", "fraud", 1)
    assert code["words"] == "Category: Fraud"
    assert code["before"] == {}
    assert code["after"] == {"examples": [{"values": {"category": "fraud"}}]}
    assert (exclude["field"], exclude["code"]) == ("exclusion", "other")
    assert (link["field"], link["code"], link["release"]) == ("relation", "update", "uid-3")
    assert link["after"]["lead"] == link["detail"]["lead"] == "uid-1"
    assert (undo["kind"], undo["undoes"]) == ("undo", link["step"])
    lead = "2018-02-02 Acme Town Man [DOJ] Charged With Fraud"
    assert undo["words"] == f"undo: linked as update of {lead}"
    assert undo["before"] == link["after"]


def test_the_codebook_table_has_every_code_and_exclusion(study: Study) -> None:
    book = study.codebook
    rows = objects(codebook_table(book))
    assert len(rows) == len(book.exclusions) + sum(len(field.codes) for field in book.fields)
    (tip,) = (row for row in rows if row["name"] == "cyber-tip-platform")
    told = [tip[name] for name in ("kind", "field", "per", "required", "key", "group")]
    assert told == ["code", "origin", "case", True, "c", "cyber tip"]
    (unused,) = (row for row in rows if row["name"] == "not-used")
    assert unused["counts"] is False
    assert unused["definition"]
