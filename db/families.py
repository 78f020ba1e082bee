"""Decisions on whole families: not the same case, another lead, exact repeats at a stroke.

Each is one step of the journal through `Coding.record`, so undo takes it back as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db import rules
from db.coding import Coding
from db.errors import CodingError
from db.states import Change, State, Step


def set_apart(coding: Coding, release_id: int, other_id: int) -> Step | None:
    """Remember that two releases are not of one case, so that it is not asked again.

    Raises:
        CodingError: a release is not in the reading, or they are linked as one case.
    """
    with coding.study.transaction():
        before, other = coding.state(release_id), coding.state(other_id)
        if (before.lead or release_id) == (other.lead or other_id):
            raise CodingError("They are linked as one case; take one out first.")
        if other_id in before.apart:
            return None
        after = replace(before, apart=(*before.apart, other_id))
        return coding.record("apart", [Change(release_id, before, after)], {"other": other_id})


def make_lead(coding: Coding, release_id: int) -> Step | None:
    """Let a linked release lead its case: the coding moves to it, and the family follows.

    The one that led becomes linked in the way that this one was. Flags, memos and skips stay
    where they are, for they speak of a release and not of the case. Evidence quotes the old
    lead's text: it is laid down, and comes back on undo. Where the case was said to lie is said
    of the new lead too.

    Raises:
        CodingError: the release is in no case, or already leads it.
    """
    with coding.study.transaction():
        new = coding.state(release_id)
        if new.lead is None:
            raise CodingError("This release leads its case already.")
        old_id = new.lead
        old = coding.state(old_id)
        place = new.place or old.place
        moved = replace(_own(new), values=old.values, examples=old.examples, place=place)
        left = replace(_own(old), lead=release_id, relation=new.relation)
        changes = [Change(release_id, new, moved), Change(old_id, old, left)]
        for member in coding.family(old_id):
            if member != release_id:
                state = coding.state(member)
                changes.append(Change(member, state, replace(state, lead=release_id)))
        return coding.record("lead", changes, {"instead": old_id})


def _own(state: State) -> State:
    """What of a state is the release's own and not its case's."""
    return rules.cleared(state)


@dataclass(frozen=True, slots=True)
class Repeats:
    """Releases with one and the same text."""

    lead: int
    """Id of the oldest, or of the one whose case the text already belongs to."""
    others: tuple[int, ...]
    """Ids of those to be linked to it, by date."""


def exact_repeats(coding: Coding) -> list[Repeats]:
    """Undecided releases that repeat another one's text word for word, by lead.

    The lead is the oldest that is not excluded; where it is linked, its case's lead. Releases
    that were coded, excluded or linked are left as they are, and so is every pair of which the
    analyst has said that it is not one case.
    """
    rows = coding.study.connection.execute(
        "select hash, states.release_id as id, status, lead_id from relative_features"
        " join states on states.release_id = relative_features.release_id and reading_id = ?"
        " where length(runs) > 0 and hash in"
        "  (select hash from relative_features group by hash having count(*) > 1)"
        " order by hash, states.published, states.release_id",
        (coding.reading.id,),
    ).fetchall()
    families: dict[int, list[tuple[int, str, int | None]]] = {}
    for row in rows:
        families.setdefault(row["hash"], []).append((row["id"], row["status"], row["lead_id"]))
    found = (_repeats(coding, members) for members in families.values())
    return sorted((one for one in found if one), key=lambda one: one.lead)


def _repeats(coding: Coding, members: Sequence[tuple[int, str, int | None]]) -> Repeats | None:
    standing = [(id_, lead) for id_, status, lead in members if status != "excluded"]
    if len(standing) < 2:
        return None
    lead = standing[0][1] or standing[0][0]
    apart = coding.state(lead).apart
    others = tuple(
        id_
        for id_, status, _ in members
        if status == "uncoded"
        and id_ != lead
        and id_ not in apart
        and lead not in coding.state(id_).apart
        and not _is_begun(coding.state(id_))
    )
    return Repeats(lead, others) if others else None


def _is_begun(state: State) -> bool:
    return bool(state.values or any(example.values for example in state.examples))


def link_repeats(coding: Coding, repeats: Sequence[Repeats]) -> Step | None:
    """Link them all as duplicates, in one step; their own families come along.

    Raises:
        CodingError: a lead was excluded or linked meanwhile, or is to be linked in this step.
    """
    with coding.study.transaction():
        changes: list[Change] = []
        for one in repeats:
            for release_id in one.others:
                before = coding.state(release_id)
                after = replace(rules.cleared(before), lead=one.lead, relation="duplicate")
                changes.append(Change(release_id, before, after))
                for member in coding.family(release_id):
                    state = coding.state(member)
                    changes.append(Change(member, state, replace(state, lead=one.lead)))
        return coding.record("link-exact", changes)
