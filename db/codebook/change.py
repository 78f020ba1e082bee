"""Puts another codebook in force in a running study, without touching a single coding."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from db.codebook import Codebook
from db.codebook.differences import differences
from db.codebook.plan import Plan
from db.codebook.queue import plan_queue, same_queue, write_queue
from db.codebook.refusals import refusals
from db.codebook.standing import Standing, plan_standing, same_rules, write_standing
from db.codebook.use import in_use
from db.errors import CodebookError, StudyError
from db.mention_search import MentionSearch, Progress, release_count, silent
from db.rebuild import recount_tallies
from db.runs import begin_run, log_run
from db.study import Study


def text_in_force(study: Study) -> str:
    """The codebook in force as it was written, whether or not it can be read by this program.

    Raises:
        StudyError: the study has lost it.
    """
    row = study.connection.execute(
        "select toml from codebooks where hash = ?", (study.fact("codebook"),)
    ).fetchone()
    if row is None:
        raise StudyError(f"{study.path}: the study has lost its codebook.")
    return str(row["toml"])


def plan(study: Study, new: Codebook) -> Plan:
    """What putting that codebook in force would do; nothing is changed and nobody waits for it."""
    return CodebookChange(study, new).plan()


def apply(study: Study, new: Codebook) -> Plan:
    """Put that codebook in force, all of it or nothing, and return what that did.

    Raises:
        CodebookError: decisions use what the new codebook lacks; every refusal is listed.
        StudyError: the study could not be written; nothing was changed.
    """
    return CodebookChange(study, new).apply()


class CodebookChange:
    """A change to be looked at and then made; what was searched for the one serves the other."""

    def __init__(self, study: Study, new: Codebook) -> None:
        self.study = study
        self.new = new
        self._search: MentionSearch | None = None

    @property
    def to_search(self) -> int:
        """How many releases have to be searched again, which takes its time."""
        return release_count(self.study) if self._searches() else 0

    def plan(self, progress: Progress = silent) -> Plan:
        """What the change would do, as the study stands now."""
        self._search_ahead(progress)
        with _snapshot(self.study) as connection:
            return self._plan(connection)

    def apply(self) -> Plan:
        """Make the change; see `apply`. The write lock is held for the writing, not the search."""
        self._search_ahead()
        with self.study.transaction() as connection:
            plan = self._plan(connection)
            if plan.refusals:
                raise CodebookError("\n".join(plan.refusals))
            if plan.is_new:
                self._write(connection, plan)
        return plan

    def _searches(self) -> bool:
        return self.study.codebook.platforms != self.new.platforms

    def _search_ahead(self, progress: Progress = silent) -> None:
        if self._searches():
            self._search = self._search or MentionSearch(self.study, self.new)
            self._search.catch_up(progress)

    def _plan(self, connection: sqlite3.Connection) -> Plan:
        """Work it all out into temporary tables, which `_write` then goes by."""
        old, new = self.study.codebook, self.new
        if refused := tuple(refusals(in_use(self.study), old, new)):
            return Plan(refused, tuple(differences(old, new)))
        self._search_ahead()
        moves: Mapping[str, int] = {}
        if not same_queue(old, new):
            moves = plan_queue(connection, old, new, searched=self._search is not None)
        return Plan(
            differences=tuple(differences(old, new)),
            is_new=old.hash != new.hash,
            marked=self._search.differing() if self._search else 0,
            standing=Standing() if same_rules(old, new) else plan_standing(connection, old, new),
            adds_terms=bool(_terms(new) - _terms(old)),
            entering=moves.get("entering", 0),
            leaving=moves.get("leaving", 0),
            outside=moves.get("outside", 0),
            unnamed=moves.get("unnamed", 0),
        )

    def _write(self, connection: sqlite3.Connection, plan: Plan) -> None:
        old, new = self.study.codebook, self.new
        if self._search:
            self._search.write()
        if not same_queue(old, new):
            write_queue(connection)
        if not same_rules(old, new):
            write_standing(connection)
        recount_tallies(connection)
        _log(self.study, new, plan)
        self.study.set_codebook(self.new)


@contextmanager
def _snapshot(study: Study) -> Iterator[sqlite3.Connection]:
    """The study as it is at one moment, to be read; what is put into temporary tables goes."""
    study.connection.execute("begin")
    try:
        yield study.connection
    finally:
        study.connection.execute("rollback")


def _terms(codebook: Codebook) -> set[str]:
    return {term.casefold() for platform in codebook.platforms for term in platform.terms}


def _log(study: Study, new: Codebook, plan: Plan) -> None:
    """Leave a run of kind `codebook` behind, so that it is known when which one came in force."""
    counts = {
        "marked": plan.marked,
        "entering": plan.entering,
        "leaving": plan.leaving,
        "outside": plan.outside,
        "unnamed": plan.unnamed,
        "reopened": plan.standing.reopened,
        "completed": plan.standing.completed,
    }
    run = begin_run(study, "codebook", f"{study.codebook.hash} → {new.hash}")
    log_run(study.connection, run, counts, finished=True)
