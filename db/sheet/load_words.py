"""What loading a table would change, in words: a line for each release."""

from collections.abc import Callable, Iterator
from functools import cache

from db.sheet.cells import quoted
from db.sheet.load import Plan
from db.states import State
from db.study import Study
from db.tables.cell_text import evidence_text


def differences(study: Study, plan: Plan) -> Iterator[str]:
    """Each release with what would be another: "<uid>: exclusion: nothing → “in-passing”"."""

    @cache
    def uid(release_id: int) -> str:
        query = "select uid from releases where id = ?"
        return str(study.connection.execute(query, (release_id,)).fetchone()["uid"])

    for change in plan.changes:
        before, after = (_parts(state, uid) for state in (change.before, change.after))
        parts = "; ".join(
            f"{name}: {_cell(before.get(name))} → {_cell(after.get(name))}"
            for name in dict.fromkeys((*before, *after))
            if before.get(name) != after.get(name)
        )
        yield f"{uid(change.release_id)}: {parts}"


def _parts(state: State, uid: Callable[[int], str]) -> dict[str, str]:
    """What a state holds, under the names of the columns."""
    parts = {
        "exclusion": state.exclusion or "",
        "case": uid(state.lead) if state.lead else "",
        "relation": state.relation or "",
        **state.values,
    }
    for number, example in enumerate(state.examples, start=1):
        of = f" of example {number}" if number > 1 else ""
        parts |= {f"{name}{of}": code for name, code in example.values.items()}
        parts[f"suspects{of}"] = str(example.suspects)
    parts["flagged"] = "1" if state.flagged else ""
    parts["memo"] = state.memo
    parts["evidence"] = evidence_text((mark.field_name, mark.quote) for mark in state.evidence)
    parts["placed_in"] = state.place.words if state.place else ""
    return parts


def _cell(text: str | None) -> str:
    return quoted(text) if text else "nothing"
