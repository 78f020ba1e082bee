"""A codebook, its use and its changes as lines of text."""

from collections.abc import Iterator

from db.codebook import Codebook
from db.codebook.plan import Plan
from db.codebook.use import Use


def summary(codebook: Codebook) -> str:
    """What there is in a sound codebook, in one line."""
    codes = sum(len(field.codes) for field in codebook.fields)
    counts = (
        _counted(len(codebook.fields), "field") + f" with {_counted(codes, 'code')}",
        _counted(len(codebook.exclusions), "exclusion"),
        _counted(len(codebook.platforms), "platform"),
    )
    return f"sound. “{codebook.title}”: {', '.join(counts)}; {_span(codebook)}."


def use_lines(codebook: Codebook, use: Use) -> Iterator[str]:
    """How many releases have which exclusion and code, in whatever reading."""
    rows = [
        (f"exclusion {one.name}", one.label, one.retired, use.exclusions.get(one.name))
        for one in codebook.exclusions
    ]
    rows += [
        (
            f"{field.name} {code.name}",
            code.label,
            code.retired,
            use.codes.get((field.name, code.name)),
        )
        for field in codebook.fields
        for code in field.codes
    ]
    width = max(len(name) for name, *_ in rows)
    yield "\nreleases"
    for name, label, retired, count in rows:
        signs = "retired" * retired, "in the journal only" * (count == 0)
        remark = ", ".join(filter(None, signs))
        said = f"{label} ({remark})" if remark else label
        yield f"{_figure(count):>8}  {name:<{width}}  {said}"


def plan_lines(plan: Plan) -> Iterator[str]:
    """What a codebook would change, and what that does to the releases."""
    if not plan.is_new:
        yield "It is the codebook in force already, to the letter."
        return
    yield from plan.differences or ["only remarks or layout differ"]
    yield from (f"→ {effect}" for effect in plan.effects())
    yield "No coding is changed or dropped."


def _figure(count: int | None) -> str:
    return f"{count:,}" if count else "·"


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


def _span(codebook: Codebook) -> str:
    if codebook.start is None and codebook.end is None:
        return "no span"
    start, end = codebook.start or "the beginning", codebook.end or "today"
    return f"{start} to {end}"
