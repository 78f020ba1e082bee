"""The rules of coding, as pure functions from a state to a state.

A release is linked, excluded, coded (all that is required is set) or uncoded. Codes are held only
by releases that are neither linked nor excluded: what a link or an exclusion takes away stays in
the journal, and comes back when it is undone or, for a link, when the release is unlinked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from db.codebook import Codebook, Field
from db.errors import CodingError
from db.states import EMPTY, Evidence, Example, State, Status

_BLANK = Example()


def status_of(state: State, codebook: Codebook) -> Status:
    """Where the release stands."""
    if state.relation:
        return "linked"
    if state.exclusion:
        return "excluded"
    return "coded" if is_complete(state, codebook) else "uncoded"


def is_complete(state: State, codebook: Codebook) -> bool:
    """Whether something is coded and no required field that is asked lacks its code."""
    if not state.values and not any(example.values for example in state.examples):
        return False
    return next(missing(state, codebook), None) is None


def missing(state: State, codebook: Codebook) -> Iterator[tuple[Field, int]]:
    """The required fields still without a code, each with its example (0: once a case)."""
    for field in codebook.fields:
        if not field.required:
            continue
        if field.per == "case":
            if field.name not in state.values and asked(field, state, codebook):
                yield field, 0
            continue
        for number, example in enumerate(state.examples or (_BLANK,), start=1):
            if field.name not in example.values and asked(field, state, codebook, example):
                yield field, number


def asked(field: Field, state: State, codebook: Codebook, example: Example = _BLANK) -> bool:
    """Whether a field is asked, given what is coded so far.

    A condition on a per-example field holds for a per-case field if any example meets it.
    """
    for name, codes in field.when.items():
        condition = codebook.field(name)
        if condition is None:
            return False
        if condition.per == "case":
            met = state.values.get(name) in codes
        elif field.per == "example":
            met = example.values.get(name) in codes
        else:
            met = any(one.values.get(name) in codes for one in state.examples)
        if not met:
            return False
    return True


def with_code(
    state: State, codebook: Codebook, field_name: str, code_name: str | None, example: int = 1
) -> State:
    """Set a field's code (None takes it away); of an example where the field is per example.

    Codes of fields that are no longer asked go with it. An excluded release is one no more.

    Raises:
        CodingError: the release is linked; the field, code or example does not exist; the code
            is retired; or the field is not asked here.
    """
    if state.relation:
        raise CodingError("This release is linked to a case and has no codes of its own.")
    field = codebook.field(field_name)
    if field is None:
        raise CodingError(f"The codebook has no field {field_name!r}.")
    if code_name is not None:
        _check_code(field, code_name, held=state.value(field_name, example))
    if field.per == "case":
        changed = replace(state, values=_set(state.values, field_name, code_name), exclusion=None)
        current = _BLANK
    else:
        examples = state.examples or (_BLANK,)
        if not 1 <= example <= len(examples):
            raise CodingError(f"There is no example {example}.")
        old = examples[example - 1]
        current = replace(old, values=_set(old.values, field_name, code_name))
        changed = replace(state, examples=_put(examples, example, current), exclusion=None)
    if code_name is not None and not asked(field, changed, codebook, current):
        raise CodingError(
            f"{field.label} is not asked here: it depends on {_conditions(field, codebook)}."
        )
    return _tidy(pruned(changed, codebook))


def _check_code(field: Field, code_name: str, held: str | None = None) -> None:
    """Refuse a code that the field does not have, or no more; `held` is there already."""
    code = field.code(code_name)
    if code is None:
        raise CodingError(f"The field {field.name!r} has no code {code_name!r}.")
    if code.retired and code_name != held:
        raise CodingError(f"{field.label}: {code.label} is retired.")


def pruned(state: State, codebook: Codebook) -> State:
    """Without the codes of fields that are not asked (any more); evidence stays."""
    while True:
        values = _still_asked(state.values, state, codebook)
        of_examples = [
            _still_asked(example.values, state, codebook, example) for example in state.examples
        ]
        if values == state.values and of_examples == [one.values for one in state.examples]:
            return state
        examples = (
            replace(example, values=kept)
            for example, kept in zip(state.examples, of_examples, strict=True)
        )
        state = replace(state, values=values, examples=tuple(examples))


def _still_asked(
    values: Mapping[str, str], state: State, codebook: Codebook, example: Example = _BLANK
) -> dict[str, str]:
    return {
        name: code
        for name, code in values.items()
        if (field := codebook.field(name)) and asked(field, state, codebook, example)
    }


def excluded(state: State, codebook: Codebook, exclusion: str) -> State:
    """Excluded for that reason; codes, evidence and link are laid down.

    Raises:
        CodingError: the codebook has no such exclusion, or it is retired.
    """
    reason = codebook.exclusion(exclusion)
    if reason is None:
        raise CodingError(f"The codebook has no exclusion {exclusion!r}.")
    if reason.retired and state.exclusion != exclusion:
        raise CodingError(f"The exclusion {reason.label} is retired.")
    return replace(cleared(state), exclusion=exclusion)


def coded_like(state: State, codebook: Codebook, like: State) -> State:
    """With the codes or the exclusion of another state, in place of its own.

    Codes of fields that the codebook no longer asks are left out.

    Raises:
        CodingError: the release is linked, or the codebook no longer has one of the codes.
    """
    if state.relation:
        raise CodingError("This release is linked to a case and has no codes of its own.")
    if like.exclusion:
        return excluded(state, codebook, like.exclusion)
    for values in (like.values, *(example.values for example in like.examples)):
        for field_name, code_name in values.items():
            if field := codebook.field(field_name):
                _check_code(field, code_name)
    return pruned(replace(cleared(state), values=like.values, examples=like.examples), codebook)


def cleared(state: State) -> State:
    """As if never decided, but for flag, memo, skips, place, and what it is apart from."""
    return replace(
        EMPTY,
        flagged=state.flagged,
        memo=state.memo,
        skips=state.skips,
        place=state.place,
        apart=state.apart,
    )


def with_example(state: State, suspects: int = 1) -> State:
    """One more example, empty.

    Raises:
        CodingError: the release is linked or excluded.
    """
    if state.relation or state.exclusion:
        raise CodingError("Only a case has examples; this release is linked or excluded.")
    return replace(state, examples=(*(state.examples or (_BLANK,)), Example(suspects=suspects)))


def without_example(state: State, codebook: Codebook, number: int) -> State:
    """Without the example of that number (from 1); the later ones move up.

    Codes of fields that are no longer asked go with it.

    Raises:
        CodingError: there is no such example.
    """
    if not 1 <= number <= len(state.examples):
        raise CodingError(f"There is no example {number}.")
    left = state.examples[: number - 1] + state.examples[number:]
    return _tidy(pruned(replace(state, examples=left), codebook))


def with_suspects(state: State, number: int, suspects: int) -> State:
    """With the number of suspects that an example stands for.

    Raises:
        CodingError: there is no such example, or the number is below one.
    """
    if not 1 <= number <= len(state.examples):
        raise CodingError(f"There is no example {number}; code it first.")
    if suspects < 1:
        raise CodingError("An example stands for at least one suspect.")
    example = replace(state.examples[number - 1], suspects=suspects)
    return _tidy(replace(state, examples=_put(state.examples, number, example)))


def with_evidence(state: State, evidence: Evidence) -> State:
    """With a passage kept as the ground for a field, or without it where it was kept already."""
    if evidence in state.evidence:
        return replace(state, evidence=tuple(e for e in state.evidence if e != evidence))
    return replace(state, evidence=(*state.evidence, evidence))


def _set(values: Mapping[str, str], name: str, code: str | None) -> dict[str, str]:
    rest = {key: value for key, value in values.items() if key != name}
    return rest if code is None else {**rest, name: code}


def _put(examples: tuple[Example, ...], number: int, example: Example) -> tuple[Example, ...]:
    return (*examples[: number - 1], example, *examples[number:])


def _tidy(state: State) -> State:
    """A single example that says nothing is none, so that equal states look equal."""
    if state.examples == (_BLANK,):
        return replace(state, examples=())
    return state


def _conditions(field: Field, codebook: Codebook) -> str:
    parts = []
    for name, codes in field.when.items():
        other = codebook.field(name)
        labels = [code.label for code in other.codes if code.name in codes] if other else codes
        parts.append(f"{other.label if other else name}: {' or '.join(labels)}")
    return ", ".join(parts)
