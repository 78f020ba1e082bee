"""Decisions and states in words, for the status line, the journal and exports."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from db.codebook import Codebook
from db.states import State, Step

Named = Callable[[int], str]
"""Names a release, of which the id is given: "2018-10-04 Paducah Man Charged"."""
_PLAIN = {
    "clear": "made uncoded",
    "skip": "put off",
    "unlink": "taken out of its case",
    "apart": "not the same case",
    "lead": "leads its case now",
    "link-exact": "exact repeats linked",
    "add-example": "one more example",
    "load": "codes loaded from a file",
    "repeat": "coded like the one before",
}
NOT_IN_TEXT = "not in this text"
"""Said of evidence that was taken from an earlier text of the release."""
_MANY = ("load", "link", "unlink", "lead", "link-exact")
"""Kinds of decision that may touch several releases."""


def code_words(codebook: Codebook, field_name: str, code_name: str | None) -> str:
    """A field's code by their labels: "Category: Fraud"; without a code "Category: none"."""
    field = codebook.field(field_name)
    if field is None:
        return f"{field_name}: {code_name or 'none'}"
    code = field.code(code_name) if code_name else None
    return f"{field.label}: {code.label if code else code_name or 'none'}"


def state_words(state: State, codebook: Codebook) -> str:
    """What is decided, in the order of the codebook: "Child exploitation, Images, Public tip"."""
    return ", ".join(state_labels(state, codebook)) or "uncoded"


def state_labels(state: State, codebook: Codebook) -> list[str]:
    """What is decided, label by label; a label may have commas in it. Empty if nothing is."""
    if state.relation:
        return [state.relation]
    if state.exclusion:
        reason = codebook.exclusion(state.exclusion)
        return [f"excluded: {reason.label if reason else state.exclusion}"]
    labels = []
    for field in codebook.fields:
        held = [state.values] if field.per == "case" else [e.values for e in state.examples]
        for name in dict.fromkeys(values[field.name] for values in held if field.name in values):
            code = field.code(name)
            labels.append(code.label if code else name)
    return labels


def step_words(step: Step, codebook: Codebook) -> str:
    """What a step did to the release it was taken on, short enough for a status line."""
    change = step.changes[0]
    kind = step.detail.get("kind", step.kind) if step.undoes else step.kind
    state = change.before if step.kind == "undo" else change.after
    words = decision_words(kind, step.detail, state, codebook)
    if len(step.changes) > 1 and kind in _MANY:
        words += f" ({len(step.changes)} releases)"
    return words


def journal_words(
    kind: str,
    undone: str | None,
    detail: Mapping[str, Any],
    before: State,
    after: State,
    codebook: Codebook,
    *,
    named: Named,
    releases: int = 1,
) -> str:
    """A row of the journal in words, in full: "Category: Fraud", "undo: memo: “ask again”".

    Args:
        undone: for `undo` and `redo` the kind of the step that was taken back or done again.
        before: the state that the step found.
        after: the state that it left.
        named: how other releases are named.
        releases: how many releases the step touched.
    """
    if kind == "undo":  # told as what it was when it was done
        before, after = after, before
    said = _in_full(undone or kind, detail, before, after, codebook, named)
    if releases > 1:
        said += f" (1 of {releases:,} releases)"
    return f"{kind}: {said}" if undone else said


def decision_words(kind: str, detail: Mapping[str, Any], state: State, codebook: Codebook) -> str:
    """A decision of that kind in a few words, given the state it left."""
    example = detail.get("example", 1)
    if kind == "code":
        words = code_words(codebook, detail["field"], detail["code"])
        if example == 1 or _is_of_the_case(codebook, detail["field"]):
            return words
        return f"{words} (example {example})"
    if kind == "exclude":
        reason = codebook.exclusion(detail["exclusion"])
        return f"excluded: {reason.label if reason else detail['exclusion']}"
    if kind == "repeat":
        return f"{_PLAIN[kind]}: {state_words(state, codebook)}"
    if kind == "flag":
        return "flagged" if state.flagged else "flag taken down"
    if kind == "memo":
        return "memo" if state.memo else "memo removed"
    if kind == "place":
        return f"placed in {detail['place']}" if detail["place"] else "placed by its text again"
    if kind == "link":
        return f"linked as {detail['relation']}"
    if kind == "remove-example":
        return f"example {example} removed"
    if kind == "suspects":
        return f"example {example} stands for {detail['suspects']} suspects"
    if kind == "evidence":
        kept = detail["quote"] in _evidence(state, detail["field"])
        label = code_words(codebook, detail["field"], None).partition(":")[0]
        return f"evidence for {label}{'' if kept else ' taken away'}"
    return _PLAIN.get(kind, kind)


def local_minute(at: str) -> str:
    """A moment as the study keeps it, in the time of this machine: "2018-04-11 09:30"."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


def plain(text: str) -> str:
    """A text on one line, without signs that a terminal would obey."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _is_of_the_case(codebook: Codebook, field_name: str) -> bool:
    """Whether a field is told once a case, whatever example was at hand."""
    field = codebook.field(field_name)
    return field is not None and field.per == "case"


def _evidence(state: State, field_name: str) -> list[str]:
    """The passages kept as the ground for a field."""
    return [mark.quote for mark in state.evidence if mark.field_name == field_name]


def _in_full(
    kind: str,
    detail: Mapping[str, Any],
    before: State,
    after: State,
    codebook: Codebook,
    named: Named,
) -> str:
    """A decision with what it set, of which case, and what was written or quoted."""
    if kind == "link-exact" and after.lead:
        return f"exact repeat linked as {_belonging(after, named)}"
    if kind == "link" and after.lead:
        return f"linked as {_belonging(after, named)}"
    words = decision_words(kind, detail, after, codebook)
    if kind == "lead" and after.lead:
        return f"its case is led by {named(after.lead)} now"
    if kind == "memo":
        return f"{words}: “{plain(after.memo or before.memo)}”"
    if kind == "evidence":
        return f"{words}: “{plain(detail['quote'])}”"
    if kind == "apart":
        return f"{words} as {named(detail['other'])}"
    if kind == "load":
        link = _belonging(after, named) if after.lead else ""
        return f"{words}: {link or state_words(after, codebook)}"
    if kind == "unlink":
        return f"{words}; it was {_belonging(before, named)}" if before.lead else words
    if kind == "clear":
        return f"{words}; it was {state_words(before, codebook)}"
    if kind == "remove-example":
        number = detail.get("example", 1)
        gone = State(examples=before.examples[number - 1 : number])
        return f"{words}: {state_words(gone, codebook)}"
    return words


def _belonging(state: State, named: Named) -> str:
    """ "update of 2018-10-04 Paducah Man Charged"."""
    return f"{state.relation} of {named(state.lead)}" if state.lead else ""
