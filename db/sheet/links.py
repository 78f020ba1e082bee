"""Where the rows of a table put a release: to which case, and whether that case can be led so."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from db.coding import Coding
from db.sheet.cells import quoted, relation
from db.sheet.releases import Releases
from db.sheet.rows import ReleaseRows
from db.states import RELATIONS, Relation, State

Link = tuple[int, Relation] | None
"""The lead and the relation to it; None for a release that is linked to none."""


def link_of(state: State) -> Link:
    """The link that a state has."""
    return (state.lead, state.relation) if state.lead and state.relation else None


def link_said(rows: ReleaseRows, releases: Releases) -> Link:
    """The link that the rows ask for; the one there is where they say nothing of it."""
    before = link_of(rows.found.state)
    if not rows.have("case", "relation"):
        return before
    faults = len(rows.faults.found)
    old_lead = rows.found.state.lead
    lead = rows.read("case", lambda cell: _lead(cell, rows, releases), old_lead)
    own = lead == rows.found.id
    otherwise = "" if own or lead is None else rows.found.state.relation or ""
    word = rows.read("relation", relation, str(otherwise))
    if len(rows.faults.found) > faults:
        return before
    linked = next((one for one in RELATIONS if one == word), None)
    if linked and lead is not None and not own:
        return lead, linked
    if linked and own:
        rows.fault(f"names itself as its case, but is {linked}. Name the lead, or write “lead”.")
    elif linked:
        rows.fault(f"is {linked} of no case. Write the uid of its lead under case.")
    elif lead is not None and not own and rows.filled("case"):
        rows.fault("names another release as its case. Write update or duplicate under relation.")
    return None


def _lead(cell: str, rows: ReleaseRows, releases: Releases) -> int | None:
    if not cell.strip():
        return None
    if cell.strip() == rows.found.uid:
        return rows.found.id
    try:
        return releases.find(cell).id
    except LookupError as error:
        raise LookupError(f"case: {error}") from None


@dataclass(frozen=True, slots=True)
class Families:
    """All links as they would be after loading, and what is wrong with them."""

    rows: Mapping[int, ReleaseRows]
    """The releases of the table."""
    drafts: dict[int, State]
    """Their new states; those of releases that come along are added."""
    coding: Coding
    releases: Releases

    def bring_along(self) -> None:
        """Let what was linked to a lead that is now linked itself follow it, as a link does.

        A release of which the table says where it belongs does not follow.
        """
        for lead_id, rows in self.rows.items():
            lead = self.drafts[lead_id].lead
            if lead is None or rows.found.state.lead is not None:
                continue
            for member in self.coding.family(lead_id):
                told = member in self.rows and self.rows[member].have("case", "relation")
                if not told and member != lead and self._after(member).lead == lead_id:
                    self.drafts[member] = replace(self._after(member), lead=lead)

    def check(self) -> None:
        """Note every release whose case would have no lead that can be one."""
        for release_id, rows in self.rows.items():
            after, before = self.drafts[release_id], rows.found.state
            if after.exclusion and not before.exclusion:
                self._check_left(rows, release_id)
            if after.lead and (link_of(after) != link_of(before) or self._differs(after.lead)):
                self._check_lead(rows, release_id, after.lead)

    def _check_left(self, rows: ReleaseRows, lead_id: int) -> None:
        left = [member for member in self.coding.family(lead_id) if member not in self.drafts]
        if left:
            uids = ", ".join(map(self._uid, left[:3])) + (" …" if len(left) > 3 else "")
            rows.fault(f"is excluded, but is the case of {uids}. Say where these belong.")

    def _check_lead(self, rows: ReleaseRows, release_id: int, lead_id: int) -> None:
        name, lead = self._uid(lead_id), self._after(lead_id)
        if lead.exclusion:
            rows.fault(f"names {name} as its case, which is excluded.")
        if lead.lead is None:
            return
        way = [release_id, lead_id]
        while (following := self._after(way[-1]).lead) and following not in way:
            way.append(following)
        if following:
            circle = " → ".join(map(self._uid, [*way, following]))
            rows.fault(f"names {name} as its case, and so goes round in a circle: {circle}.")
        else:
            rows.fault(
                f"names {name} as its case, which is linked itself. Name {self._uid(way[-1])}."
            )

    def _differs(self, release_id: int) -> bool:
        """Whether loading changes what kind of release that is."""
        before, after = self.coding.state(release_id), self._after(release_id)
        return (before.exclusion, before.lead) != (after.exclusion, after.lead)

    def _after(self, release_id: int) -> State:
        return self.drafts.get(release_id) or self.coding.state(release_id)

    def _uid(self, release_id: int) -> str:
        return quoted(self.releases.of_id(release_id).uid)
