"""The practice study: its numbers, counted here anew, and what every text of it keeps to."""

import hashlib
import re
from collections import Counter
from datetime import date

import pytest

from annotator.demo import LEAVE_UNCODED, DemoRelease, practice_releases
from annotator.demo.texts.closings import PRACTICE_NOTE
from db.codebook import file as codebook_file
from db.mentions import Finder
from importers.districts import PUBLIC_AFFAIRS, publisher

FOCUS = "child-exploitation"
TIPS = ("cyber-tip-platform", "cyber-tip-ncmec")
FURNITURE = re.compile(
    r"^(Press Release .* )?(Share Facebook|(# # # )?Follow us on|Like (us|the) )"
)
SHA256 = "6e5324322c6cbf2de0482acd4e5c65ea7d9e58819617423c04606d695956fbd0"
"""Of all titles and texts of the default seed: changes with every change of wording, only then."""

Study = list[DemoRelease]


@pytest.fixture(scope="module")
def study() -> Study:
    return practice_releases()


def cases(study: Study) -> Study:
    return [release for release in study if release.examples]


def quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def used(case: DemoRelease) -> bool:
    return case.examples[0].values["category"] != "not-used"


def focus(study: Study) -> Study:
    return [case for case in cases(study) if case.examples[0].values["category"] == FOCUS]


def check_totals(study: Study) -> None:
    """The numbers of the published table."""
    assert len(study) == 1387
    assert Counter(release.relation for release in study if release.lead) == {
        "update": 146,
        "duplicate": 100,
    }
    assert sum(release.exclusion is not None for release in study) == 300
    assert len(cases(study)) == 841
    using = [case for case in cases(study) if used(case)]
    assert (len(using), sum(len(case.examples) for case in using)) == (638, 658)
    inside = focus(study)
    examples = [example for case in inside for example in case.examples]
    assert (len(inside), len(examples)) == (366, 385)
    modes = Counter(example.values["mode"] for example in examples)
    assert modes == {"images": 189, "grooming": 158, "trafficking": 38}
    origins = Counter(case.case_values["origin"] for case in inside)
    assert (origins[TIPS[0]], origins[TIPS[1]], origins["not-stated"]) == (20, 13, 0)


def test_the_numbers_are_those_of_the_published_study(study: Study) -> None:
    check_totals(study)
    assert 658 - 385 == 273
    images = [
        case for case in focus(study) if any(e.values["mode"] == "images" for e in case.examples)
    ]
    assert len(images) == 180
    assert Counter(release.exclusion for release in study)["not-a-crime"] == 200
    assert not any(release.flagged for release in study)


@pytest.mark.parametrize("seed", [1, 77])
def test_the_numbers_hold_for_other_seeds(seed: int) -> None:
    check_totals(practice_releases(seed))


def test_the_first_quarter_is_the_example_of_the_manual(study: Study) -> None:
    first = [case for case in cases(study) if quarter(case.release.published) == "2013-Q1"]
    inside = [case for case in first if case in focus(study)]
    assert (len(first), sum(map(used, first)), len(inside)) == (20, 14, 8)
    assert sum(len(case.examples) for case in inside) == 9
    assert sum(case.examples[0].values["category"] == "fraud" for case in first) == 2


def test_focus_cases_rise_to_ten_and_then_to_twenty_three_a_quarter(study: Study) -> None:
    counts = Counter(quarter(case.release.published) for case in focus(study))
    assert len(counts) == 28
    assert max(count for name, count in counts.items() if name < "2014") == 10
    assert counts.most_common(1) == [("2019-Q4", 23)]
    assert max(count for name, count in counts.items() if name < "2019") < 20
    assert min(counts.values()) == counts["2013-Q1"]


def test_cyber_tips_are_eleven_before_the_law_and_twenty_two_after(study: Study) -> None:
    tips = [c for c in cases(study) if c.case_values["origin"] in TIPS]
    after = [case for case in tips if quarter(case.release.published) >= "2018-Q2"]
    assert (len(tips) - len(after), len(after)) == (11, 22)
    assert all(case in focus(study) for case in tips)


def test_every_coding_answers_what_the_codebook_asks(study: Study) -> None:
    codebook = codebook_file.default()
    for release in study:
        assert (bool(release.examples), release.lead, release.exclusion).count(True) <= 1
        assert bool(release.examples) + bool(release.lead) + bool(release.exclusion) == 1
        assert release.exclusion is None or codebook.exclusion(release.exclusion)
        assert not release.case_values or list(release.case_values) == ["origin"]
        for example in release.examples:
            assert example.suspects == 1
            asked = {"category", "mode"} if example.values["category"] == FOCUS else {"category"}
            assert set(example.values) == asked
            for name, code in {**example.values, **release.case_values}.items():
                field = codebook.field(name)
                assert field and field.code(code), (name, code)


def test_releases_stand_in_order_of_date_within_the_span(study: Study) -> None:
    order = [(release.release.published, release.release.uid) for release in study]
    assert order == sorted(order)
    assert len({uid for _, uid in order}) == 1387
    assert len({release.release.url for release in study}) == 1387
    assert date(2013, 1, 1) <= order[0][0] and order[-1][0] <= date(2019, 12, 31)


def test_every_link_leads_to_a_case_that_was_announced_before(study: Study) -> None:
    leads = {case.release.uid: case.release for case in cases(study)}
    for linked in (release for release in study if release.lead):
        assert linked.lead is not None
        days = (linked.release.published - leads[linked.lead].published).days
        assert 0 <= days <= 7 if linked.relation == "duplicate" else 14 <= days <= 800
        assert linked.release.uid > linked.lead
        assert linked.examples == () and linked.case_values == {}


def test_texts_name_the_platform_outside_their_furniture(study: Study) -> None:
    finder = Finder(codebook_file.default())
    furniture = 0
    for release in (demo.release for demo in study):
        lines = [line for line in release.text.splitlines() if not FURNITURE.match(line)]
        assert "facebook" in "\n".join(lines).lower(), release.uid
        found = finder.find(release.title, release.text)
        assert not all(mention.furniture for mention in found), release.uid
        furniture += any(mention.furniture for mention in found)
    assert furniture > 200


def test_texts_are_marked_as_invented_and_hold_no_address(study: Study) -> None:
    for release in (demo.release for demo in study):
        body, _, note = release.text.rpartition("\n\n")
        assert note == PRACTICE_NOTE and body
        assert not re.search(r"https?:|www\.|\.(gov|com|org|net)\b|@", release.text)
        assert re.fullmatch(
            r"https://example\.invalid/(usao-[a-z]+|opa)/pr/[a-z0-9-]+", release.url or ""
        )


def test_texts_are_clean_and_of_readable_length(study: Study) -> None:
    lengths = []
    for release in (demo.release for demo in study):
        assert "\n" not in release.title and len(release.title) < 130
        assert all(sign.isprintable() or sign == "\n" for sign in release.title + release.text)
        assert not re.search(r"[{}<>|]|,,| ,|\n\n\n|[^.]\.\.[^.]", release.text), release.uid
        lengths.append(len(release.text))
    assert min(lengths) < 700 and max(lengths) > 8000
    assert 1200 < sorted(lengths)[len(lengths) // 2] < 2500


def test_offices_and_states_are_real_and_agree_with_the_address(study: Study) -> None:
    for release in (demo.release for demo in study):
        known = publisher(release.url, ())
        assert (release.office, release.state) == (known.office, known.state)
    leads = cases(study)
    assert all(case.release.office != PUBLIC_AFFAIRS and case.release.state for case in leads)
    assert sum(case.release.state == "KY" for case in focus(study)) == 9


def test_an_update_speaks_of_the_same_people_and_case(study: Study) -> None:
    texts = {demo.release.uid: demo.release.text for demo in study}
    for update in (demo for demo in study if demo.relation == "update" and demo.lead):
        words = set(re.findall(r"\w{4,}", texts[update.lead or ""]))
        later = set(re.findall(r"\w{4,}", update.release.text))
        assert len(words & later) > 0.3 * min(len(words), len(later))


def test_oddities_of_real_releases_occur(study: Study) -> None:
    text = "\n".join(demo.release.text for demo in study)
    for oddity in ("a/k/a", "[DOJ]", "Counts Nos.", "José", "ü", "§ 2422(b)", "“", '"', ".  "):
        assert oddity in text
    assert re.search(r"[a-z]Facebook|Facebook[a-z]", text)
    assert any(demo.release.title.isupper() for demo in study)


def test_the_last_forty_make_a_good_first_sitting(study: Study) -> None:
    assert LEAVE_UNCODED == 40
    sitting, before = study[-LEAVE_UNCODED:], study[:-LEAVE_UNCODED]
    assert before[-1].release.published < sitting[0].release.published
    leads = cases(sitting)
    assert Counter(release.relation for release in sitting) == {
        None: 34,
        "update": 4,
        "duplicate": 2,
    }
    assert len({release.exclusion for release in sitting} - {None}) == 4
    assert len({case.examples[0].values["category"] for case in leads}) >= 7
    assert {e.values["mode"] for case in focus(sitting) for e in case.examples} == {
        "images",
        "grooming",
        "trafficking",
    }
    assert len({case.case_values["origin"] for case in leads}) >= 5
    assert sum(len(case.examples) == 2 for case in leads) == 1
    uids = {release.release.uid for release in before}
    assert all(release.lead in uids for release in sitting if release.relation == "update")


def test_the_same_seed_gives_the_same_texts(study: Study) -> None:
    digest = hashlib.sha256()
    for release in (demo.release for demo in study):
        digest.update(f"{release.uid}\n{release.title}\n{release.text}\n".encode())
    assert digest.hexdigest() == SHA256
    assert practice_releases() == study
