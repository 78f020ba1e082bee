"""Decisions and states in words, for the status line, the journal and exports."""

from collections.abc import Mapping
from typing import Any

from db.codebook import Codebook
from db.states import State, Step

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


def code_words(codebook: Codebook, field_name: str, code_name: str | None) -> str:
    """A field's code by their labels: "Category: Fraud"; without a code "Category: none"."""
    field = codebook.field(field_name)
    if field is None:
        return f"{field_name}: {code_name or 'none'}"
    code = field.code(code_name) if code_name else None
    return f"{field.label}: {code.label if code else code_name or 'none'}"


def state_words(state: State, codebook: Codebook) -> str:
    """What is decided, in the order of the codebook: "Child exploitation, Images, Public tip"."""
    if state.relation:
        return state.relation
    if state.exclusion:
        reason = codebook.exclusion(state.exclusion)
        return f"excluded: {reason.label if reason else state.exclusion}"
    labels = []
    for field in codebook.fields:
        held = [state.values] if field.per == "case" else [e.values for e in state.examples]
        for name in dict.fromkeys(values[field.name] for values in held if field.name in values):
            code = field.code(name)
            labels.append(code.label if code else name)
    return ", ".join(labels) or "uncoded"


def step_words(step: Step, codebook: Codebook) -> str:
    """What a step did to the release it was taken on."""
    state = step.changes[0].after
    kind = step.detail.get("kind", step.kind) if step.undoes else step.kind
    words = decision_words(kind, step.detail, state, codebook)
    if len(step.changes) > 1 and kind in ("load", "link", "unlink", "lead", "link-exact"):
        words += f" ({len(step.changes)} releases)"
    return words


def journal_words(
    kind: str,
    undone: str | None,
    detail: Mapping[str, Any],
    before: State,
    after: State,
    codebook: Codebook,
) -> str:
    """A row of the journal in words: "Category: Fraud", "undo: Category: Fraud".

    Args:
        undone: for `undo` and `redo` the kind of the step that was taken back or done again.
        before: the state that the step found.
        after: the state that it left.
    """
    said = decision_words(undone or kind, detail, before if kind == "undo" else after, codebook)
    return f"{kind}: {said}" if undone else said


def decision_words(kind: str, detail: Mapping[str, Any], state: State, codebook: Codebook) -> str:
    """A decision of that kind in words, given the state it left."""
    example = detail.get("example", 1)
    if kind == "code":
        words = code_words(codebook, detail["field"], detail["code"])
        return words if example == 1 else f"{words} (example {example})"
    if kind == "exclude":
        reason = codebook.exclusion(detail["exclusion"])
        return f"excluded: {reason.label if reason else detail['exclusion']}"
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
        return f"evidence for {code_words(codebook, detail['field'], None).partition(':')[0]}"
    return _PLAIN.get(kind, kind)
