"""Decisions: each one transaction of journal, state and tallies, on disk before it returns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from db import rules, undo_line
from db.changes import LOOKED_AT, LOOKS, mark_looked_at, new_text
from db.errors import CodingError
from db.places import Place
from db.readings import Reading
from db.states import EMPTY, Change, Evidence, Relation, State, Step, from_json
from db.steps import before_link, write_step
from db.study import Study


class Coding:
    """What one reading decides. Every method that changes something returns its step.

    A decision that would change nothing returns None and leaves no trace, unless the text changed
    since the last one: then it says that this still holds. All are safe with another sitting at
    work on the same study: the state is read under the write lock.

    Raises (all of them):
        CodingError: the codebook or the state of the case does not allow it.
        StudyError: the study could not be written; nothing was changed.
    """

    def __init__(self, study: Study, reading: Reading) -> None:
        self.study = study
        self.reading = reading

    def state(self, release_id: int) -> State:
        """What the reading holds of a release.

        Raises:
            CodingError: the release is not in this reading.
        """
        row = self.study.connection.execute(
            "select snapshot from states where reading_id = ? and release_id = ?",
            (self.reading.id, release_id),
        ).fetchone()
        if row is None:
            raise CodingError("This release is not queued in this reading.")
        return from_json(row["snapshot"])

    def check_text(self, release_id: int, digest: bytes) -> None:
        """Refuse what is to be decided on a text that is no longer the release's.

        To be called in the transaction of the decision, with the digest of the text on show.

        Raises:
            CodingError: another text has come in.
        """
        row = self.study.connection.execute(
            "select 1 from releases where id = ? and digest = ?", (release_id, digest)
        ).fetchone()
        if row is None:
            raise CodingError("Nothing saved: another text came in meanwhile. Look at it first.")

    def code(
        self, release_id: int, field: str, code: str | None, *, example: int = 1
    ) -> Step | None:
        """Set a field's code, or take it away (None)."""
        return self._decide(
            "code",
            release_id,
            lambda state: rules.with_code(state, self.study.codebook, field, code, example),
            {"field": field, "code": code, "example": example},
        )

    def exclude(self, release_id: int, exclusion: str) -> Step | None:
        """Exclude a release for a reason of the codebook; not one that leads others."""
        return self._decide(
            "exclude",
            release_id,
            lambda state: rules.excluded(state, self.study.codebook, exclusion),
            {"exclusion": exclusion},
        )

    def clear(self, release_id: int) -> Step | None:
        """Make a release uncoded again: no codes, exclusion or link."""
        return self._decide("clear", release_id, rules.cleared)

    def repeat(self, release_id: int, like: State) -> Step | None:
        """Code or exclude a release as another one was; evidence, memo and flag are its own."""
        return self._decide(
            "repeat",
            release_id,
            lambda state: rules.coded_like(state, self.study.codebook, like),
        )

    def flag(self, release_id: int) -> Step | None:
        """Set the flag, or take it down."""
        return self._decide("flag", release_id, lambda s: replace(s, flagged=not s.flagged))

    def memo(self, release_id: int, memo: str) -> Step | None:
        """Keep a note, without control characters; an empty one removes it."""
        kept = "".join(sign for sign in memo if sign.isprintable() or sign in "\n\t").strip()
        return self._decide("memo", release_id, lambda state: replace(state, memo=kept))

    def place(self, release_id: int, place: Place | None) -> Step | None:
        """Say where the case lies; None: where its release was placed."""
        return self._decide(
            "place",
            release_id,
            lambda state: replace(state, place=place),
            {"place": place.words if place else None},
        )

    def skip(self, release_id: int) -> Step | None:
        """Put a release off until the others are done."""
        return self._decide("skip", release_id, lambda s: replace(s, skips=s.skips + 1))

    def add_example(self, release_id: int, suspects: int = 1) -> Step | None:
        """One more example, empty until coded."""
        return self._decide(
            "add-example", release_id, lambda state: rules.with_example(state, suspects)
        )

    def remove_example(self, release_id: int, number: int) -> Step | None:
        """Remove an example; the later ones move up."""
        return self._decide(
            "remove-example",
            release_id,
            lambda state: rules.without_example(state, self.study.codebook, number),
            {"example": number},
        )

    def suspects(self, release_id: int, number: int, suspects: int) -> Step | None:
        """Set how many suspects an example stands for."""
        return self._decide(
            "suspects",
            release_id,
            lambda state: rules.with_suspects(state, number, suspects),
            {"example": number, "suspects": suspects},
        )

    def evidence(self, release_id: int, evidence: Evidence) -> Step | None:
        """Keep a passage as the ground for a field; the same again takes it away."""
        return self._decide(
            "evidence",
            release_id,
            lambda state: rules.with_evidence(state, evidence),
            {"field": evidence.field_name, "quote": evidence.quote},
        )

    def link(self, release_id: int, lead_id: int, relation: Relation) -> Step | None:
        """Link a release to a case; its own updates and duplicates come along.

        A lead that is itself linked stands for its case: the link goes to that case's lead.
        """
        with self.study.transaction():
            lead = self.state(lead_id)
            lead_id = lead.lead or lead_id
            if lead_id == release_id:
                raise CodingError("That release already belongs to this one's case.")
            before = self.state(release_id)
            after = replace(rules.cleared(before), lead=lead_id, relation=relation)
            changes = [Change(release_id, before, after)]
            for member in self.family(release_id):
                state = self.state(member)
                changes.append(Change(member, state, replace(state, lead=lead_id)))
            return self.record("link", changes, {"lead": lead_id, "relation": relation})

    def unlink(self, release_id: int) -> Step | None:
        """Take a release out of its case; what it was before the link comes back.

        So do the releases that the link brought along with it, if they are still there. One that
        led its case until another took its place is left uncoded: its codes lead the case there.
        """
        with self.study.transaction():
            before = self.state(release_id)
            if not before.relation:
                return None
            link = before_link(self.study.connection, self.reading.id, release_id)
            kept = replace(link[release_id], lead=None, relation=None) if link else EMPTY
            after = replace(
                kept,
                flagged=before.flagged,
                memo=before.memo,
                skips=before.skips,
                place=before.place,
                apart=before.apart,
            )
            changes = [Change(release_id, before, after)]
            for member, was in link.items():
                state = self.state(member)
                if was.lead == release_id and state.lead == before.lead:
                    changes.append(Change(member, state, replace(state, lead=release_id)))
            return self.record("unlink", changes)

    def family(self, lead_id: int) -> list[int]:
        """Ids of the releases linked to a lead, in order of date."""
        rows = self.study.connection.execute(
            "select release_id from states indexed by states_by_lead"  # else it reads all in order
            " where reading_id = ? and lead_id = ? order by published, release_id",
            (self.reading.id, lead_id),
        )
        return [row["release_id"] for row in rows]

    def record(
        self, kind: str, changes: Iterable[Change], detail: Mapping[str, Any] | None = None
    ) -> Step | None:
        """Write a decision that touches any number of releases, undone as one step."""
        with self.study.transaction() as connection:
            every, said = list(changes), dict(detail or {})
            looked_on = every[0].release_id if every and kind in LOOKS else None
            if looked_on and (digest := new_text(connection, self.reading.id, looked_on)):
                said[LOOKED_AT] = digest
            kept = [
                change
                for change in every
                if change.before != change.after or (change is every[0] and LOOKED_AT in said)
            ]
            if not kept:
                return None
            self._check_leads(kept)
            step = write_step(self.study, self.reading.id, kind, kept, said)
            if LOOKED_AT in said:
                mark_looked_at(connection, self.reading.id, step.release_id)
            undo_line.extend(connection, self.reading.id, step)
        return step

    def undo(self) -> Step | None:
        """Take the last decision back, across sittings; None when there is none."""
        return undo_line.undo(self.study, self.reading.id)

    def redo(self) -> Step | None:
        """Do again what undo took back last; None when there is nothing."""
        return undo_line.redo(self.study, self.reading.id)

    def _decide(
        self,
        kind: str,
        release_id: int,
        decide: Callable[[State], State],
        detail: Mapping[str, Any] | None = None,
    ) -> Step | None:
        with self.study.transaction():
            before = self.state(release_id)
            return self.record(kind, [Change(release_id, before, decide(before))], detail)

    def _check_leads(self, changes: Sequence[Change]) -> None:
        """Refuse a step after which a release that others are linked to leads no case."""
        afters = {change.release_id: change.after for change in changes}
        for id_, before, after in ((one.release_id, one.before, one.after) for one in changes):
            lead = after.lead
            if lead and lead != before.lead and not _may_lead(afters.get(lead) or self.state(lead)):
                raise CodingError("A case needs a lead that is neither excluded nor linked itself.")
            if _may_lead(after) or not _may_lead(before):
                continue
            family = self.family(id_)
            if left := sum(one not in afters or afters[one].lead == id_ for one in family):
                raise CodingError(
                    f"{left} linked to this release: no case without a lead. Take them out first."
                )


def _may_lead(state: State) -> bool:
    return state.exclusion is None and state.lead is None
