"""All that is known of a release, on one screen."""

import pytest

from annotator.app import AnnotatorApp
from db import readings
from db.coding import Coding
from db.places import Place
from db.readings import reading
from db.states import Evidence
from db.study import Study
from tests.screens.looking import rows, shown


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_source_evidence_memo_and_decisions(study: Study, size: tuple[int, int]) -> None:
    coding = Coding(study, readings.choose(study))
    coding.code(1, "category", "fraud")
    coding.evidence(1, Evidence("category", 0, 4, "ACME"))
    coding.memo(1, "Look at [this] again.")
    coding.place(1, Place("Mayfield", "KY"))
    coding.undo()
    other = Coding(study, reading(study, "bob"))
    other.exclude(1, "other")
    app = AnnotatorApp(study, coding.reading)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.screen.session.go(1)  # type: ignore[attr-defined]
        await pilot.press("backslash")
        await pilot.pause()
        seen = shown(app)
        while "end" not in rows(app)[-2]:
            await pilot.press("space")
            seen += shown(app)
        for said in (
            "Acme Town Man [DOJ] Charged With Fraud",
            "uid-1",
            "https://example.invalid/usao-wdky/pr/1",
            "Look at [this] again.",
            "ACME",
            "Category: Fraud",
            "placed in Mayfield, KY",
            "undo: placed in Mayfield, KY",
            "bob, pass 1: excluded",
            "@ puts it right",
        ):
            assert said in seen, said
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.name == "coding"
