"""Names and days that people type to narrow a report, in commands and on the screen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from annotator.__main__ import main
from annotator.app import AnnotatorApp
from annotator.screens.report_filter import FilterScreen
from db import readings
from db.codebook import file as codebook_file
from db.errors import StudyError
from db.records import Release
from db.releases import store
from db.report.filter import ReportFilter, resolved
from db.study import Study
from tests.screens.looking import rows, shown

OFFICES = {
    "E.D. Kentucky": "KY",
    "W.D. Kentucky": "KY",
    "D. Kansas": "KS",
    "E.D. Arkansas": "AR",
    "W.D. North Carolina": "NC",
    "D. South Carolina": "SC",
    "N.D. Ohio": "OH",
    "S.D. Ohio": "OH",
    "N.D. Texas": "TX",
    "N.D. Iowa": "IA",
    "N.D. Georgia": "GA",
    "N.D. Florida": "FL",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "s.db"
    with Study.create(made, codebook_file.default(), coder="ann") as study:
        some = [
            Release(
                uid=office,
                url=None,
                published=date(2015, 1, 1),
                title="A man",
                text="On Facebook.",
                office=office,
                state=state,
            )
            for office, state in OFFICES.items()
        ]
        store(study, some, source="here")
    return made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ({"state": "Kentucky"}, {"state": "KY"}),
        ({"state": "ky"}, {"state": "KY"}),
        ({"state": "Ky."}, {"state": "KY"}),
        ({"state": "kans"}, {"state": "KS"}),
        ({"office": "W.D. Kentucky"}, {"office": "W.D. Kentucky"}),
        ({"office": "w.d. k"}, {"office": "W.D. Kentucky"}),
        ({"office": "kansas"}, {"office": "D. Kansas"}),
        ({"office": "arkansas"}, {"office": "E.D. Arkansas"}),
        ({"office": "kentucky"}, {"state": "KY"}),
        ({"category": "Fraud"}, {"category": "fraud"}),
        ({"category": "human"}, {"category": "human-trafficking"}),
        ({"platform": "facebook"}, {"platform": "Facebook"}),
    ],
)
def test_a_name_is_taken_in_full_in_short_and_in_part(
    path: Path, typed: dict[str, str], meant: dict[str, str]
) -> None:
    with Study.open(path) as study:
        found = resolved(replace(ReportFilter(), **typed), study)  # type: ignore[arg-type]
        assert found == replace(ReportFilter(), **meant)  # type: ignore[arg-type]


def test_a_part_that_a_state_shares_does_not_change_the_state_asked_for(path: Path) -> None:
    with Study.open(path) as study, pytest.raises(StudyError, match="name one"):
        resolved(ReportFilter(state="OH", office="kentucky"), study)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--office", "kentuky"], "no office “kentuky”; near it: W.D. Kentucky, E.D. Kentucky."),
        (["--office", "N.D."], "N.D. Georgia, N.D. Iowa, N.D. Ohio and 1 more: name one."),
        (["--office", "xyzzy"], "and 8 more."),
        (["--state", "Carolina"], "“Carolina” may be NC, SC: name one."),
        (["--state", "zz"], "no state “zz”; the study has AR, FL, GA, IA and 6 more."),
        (["--category", "frod"], "no category “frod”; near it: fraud."),
        (["--from", "2018"], "'--from': “2018” is no day. Write 2018-01-01."),
        (["--event", "21.3.2018"], "'--event': “21.3.2018” is no day. Write 2018-03-21."),
        (["--denominator", "nope.csv"], "nope.csv: there is no such file; name a CSV with"),
    ],
)
def test_what_is_not_understood_is_answered_in_a_line(
    path: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["report", str(path), *arguments])
    captured = capsys.readouterr()
    assert stopped.value.code in (1, 2) and said in captured.err and not captured.out
    assert len(captured.err.splitlines()[-1]) < 250


async def test_the_dialog_takes_what_find_takes(path: Path) -> None:
    with Study.open(path) as study:
        app = AnnotatorApp(study, readings.choose(study), start="report")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f", "j", "j", "j", "slash", *"Ohio", "enter")
            await pilot.pause()
            assert "▸ State        OH Ohio" in shown(app)
            await pilot.press("j", "slash", *"n.d. o", "enter")
            await pilot.pause()
            assert "▸ Office       N.D. Ohio" in shown(app)
            await pilot.press("slash", *"kentucky", "enter")
            await pilot.pause()
            assert "name one" in shown(app) and "N.D. Ohio" in shown(app)
            await pilot.press("x", "slash", *"kentucky", "enter")
            await pilot.pause()
            assert "▸ State        KY Kentucky" in shown(app) and "Office       any" in shown(app)
            assert isinstance(app.screen, FilterScreen) and "x clear" in rows(app)[-1]
