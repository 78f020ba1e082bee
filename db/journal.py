"""The journal replayed: proof that the current state is what the decisions add up to."""

from collections import Counter
from collections.abc import Iterator

from db.readings import TALLIES, Reading, all_readings, tallies
from db.rules import status_of
from db.states import State, from_json
from db.steps import REDO, UNDO
from db.study import Study
from db.tallying import FAULTY, MISCOUNTED

BROKEN = "does not follow on what came before it"
"""Said of a step where the journal itself has a gap."""


def faults(study: Study) -> Iterator[str]:
    """What does not add up, a sentence each; nothing when all is well."""
    for reading in all_readings(study):
        for fault in _reading_faults(study, reading):
            yield f"reading of {reading.coder}, pass {reading.number}: {fault}"
    if study.connection.execute(MISCOUNTED).fetchone()[0]:
        yield "what the report adds up is not what the states add up to"


def step_sizes(study: Study, release_id: int | None = None) -> dict[object, int]:
    """Step → how many releases it touched, where several; of one release's steps, or of all."""
    own = "where step in (select step from journal where release_id = ?)" if release_id else ""
    rows = study.connection.execute(
        f"select step, count(*) from journal {own} group by step having count(*) > 1",
        () if release_id is None else (release_id,),
    )
    return {step: count for step, count in rows}


def _reading_faults(study: Study, reading: Reading) -> Iterator[str]:
    states, line, position, broken = folded(study, reading)
    yield from broken
    counted: Counter[str] = Counter()
    rows = study.connection.execute(
        "select release_id, status, exclusion, lead_id, relation, flagged, skips, snapshot"
        " from states where reading_id = ?",
        (reading.id,),
    )
    projections = _projections(study, reading)
    for row in rows:
        release_id = row["release_id"]
        expected = states.get(release_id, "{}")
        state = from_json(row["snapshot"])
        if row["snapshot"] != expected:
            yield f"release {release_id}: the state is not what the journal says"
        columns = (state.exclusion, state.lead, state.relation, state.flagged, state.skips)
        if columns != (
            row["exclusion"],
            row["lead_id"],
            row["relation"],
            bool(row["flagged"]),
            row["skips"],
        ) or row["status"] != status_of(state, study.codebook):
            yield f"release {release_id}: its columns differ from its state"
        if projections.get(release_id, set()) != _projection(state):
            yield f"release {release_id}: what is counted differs from its state"
        counted[row["status"]] += 1
        counted["flagged"] += row["flagged"]
    for row in study.connection.execute(FAULTY, (reading.id,)):
        yield f"release {row['release_id']}: what the report counts of it is out of date"
    kept = tallies(study, reading.id)
    for name in TALLIES:
        if kept.get(name) != counted[name]:
            yield f"the tally of {name} is {kept.get(name)}, counted {counted[name]}"
    if (line, position) != _undo_line(study, reading):
        yield "what undo would take back is not what the journal says"


def folded(study: Study, reading: Reading) -> tuple[dict[int, str], list[int], int, list[str]]:
    """What the journal of a reading adds up to.

    Returns:
        Release id → state as JSON; the line of steps that undo walks; where on it undo stands;
        and what in the journal does not follow on what came before it, a sentence each.
    """
    states: dict[int, str] = {}
    line: list[int] = []
    position, last, broken = 0, 0, []
    rows = study.connection.execute(
        "select step, release_id, kind, before, after, undoes from journal where reading_id = ?"
        " order by id",
        (reading.id,),
    )
    for row in rows:
        if row["before"] != states.get(row["release_id"], "{}"):
            broken.append(f"step {row['step']} {BROKEN}")
        states[row["release_id"]] = row["after"]
        if row["step"] == last:
            continue
        last = row["step"]
        if row["kind"] == UNDO:
            position -= 1
        elif row["kind"] == REDO:
            position += 1
        else:
            del line[position:]
            line.append(row["step"])
            position += 1
    return states, line, position, broken


def _undo_line(study: Study, reading: Reading) -> tuple[list[int], int]:
    steps = study.connection.execute(
        "select step from undo_line where reading_id = ? order by position", (reading.id,)
    )
    line = [row["step"] for row in steps]
    (position,) = study.connection.execute(
        "select undo_position from readings where id = ?", (reading.id,)
    ).fetchone()
    return line, position


def _projections(study: Study, reading: Reading) -> dict[int, set[tuple[int, str, str]]]:
    found: dict[int, set[tuple[int, str, str]]] = {}
    for row in study.connection.execute(
        "select release_id, example, field, code from codings where reading_id = ?"
        " union all select release_id, number, '', suspects from examples where reading_id = ?",
        (reading.id, reading.id),
    ):
        found.setdefault(row["release_id"], set()).add(
            (row["example"], row["field"], str(row["code"]))
        )
    return found


def _projection(state: State) -> set[tuple[int, str, str]]:
    kept = {(0, *item) for item in state.values.items()}
    for number, example in enumerate(state.examples, start=1):
        kept.add((number, "", str(example.suspects)))
        kept |= {(number, *item) for item in example.values.items()}
    return kept
