"""Under which conditions the fields of a codebook are asked, and that these can hold."""

from collections.abc import Iterator, Mapping, Sequence

from db.codebook import Codebook, Field
from db.codebook.source import Faults, Path, unknown


def check_conditions(fields: Sequence[Field], faults: Faults) -> None:
    """Note conditions on what there is not, that go round in a circle, or can never hold."""
    named = {field.name: field for field in fields if field.name}
    sound = True
    for number, field in enumerate(fields):
        for other, wanted in field.when.items():
            path: Path = ("field", number, "when", other)
            if other not in named:
                faults.add(path, unknown(other, "field", list(named)))
                sound = False
            else:
                names = [code.name for code in named[other].codes]
                for code in filter(None, wanted):
                    if code not in names:
                        faults.add(path, unknown(code, f'code of "{other}"', names))
                sound = sound and bool(wanted) and set(wanted) <= set(names)
    for circle in _circles(named):
        sound = False
        number = next(i for i, field in enumerate(fields) if field.name == circle[0])
        way = " → ".join((*circle, circle[0]))
        faults.add(
            ("field", number, "when"),
            f"goes round in a circle: {way}. Take one of these conditions out.",
        )
    if sound:
        for number, field in enumerate(fields):
            if any(not codes for codes in conditions(field, named).values()):
                faults.add(
                    ("field", number, "when"),
                    "can never hold, as the fields named there have conditions of their own "
                    "that exclude each other. Change one of them.",
                )


def _circles(named: Mapping[str, Field]) -> Iterator[tuple[str, ...]]:
    """Fields that depend on each other in a circle, each circle from the first of its fields."""
    order = list(named)
    for start in order:
        trail: list[tuple[str, tuple[str, ...]]] = [(start, (start,))]
        seen = {start}
        while trail:
            here, way = trail.pop()
            for other in named[here].when:
                if other == start and start == min(way, key=order.index):
                    yield way
                    trail.clear()
                    break
                if other in named and other not in seen:
                    seen.add(other)
                    trail.append((other, (*way, other)))


def conditions(field: Field, named: Mapping[str, Field]) -> dict[str, frozenset[str]]:
    """What must be so of a field's case and example when it is asked, followed to the end.

    Field name → the codes it may then have. A condition of a per-case field on a per-example
    field holds if any example meets it; so does not bind the example at hand and is left out,
    but what that field demands of the case is kept.
    """
    found: dict[str, frozenset[str]] = {}

    def add(other: str, codes: frozenset[str]) -> None:
        found[other] = found[other] & codes if other in found else codes

    for other, wanted in field.when.items():
        asked = named.get(other)
        if asked is None:
            continue
        loose = field.per == "case" and asked.per == "example"
        if not loose:
            add(other, frozenset(wanted))
        for further, codes in conditions(asked, named).items():
            if not loose or named[further].per == "case":
                add(further, codes)
    return found


def may_meet(one: Field, other: Field, codebook: Codebook) -> bool:
    """Whether two fields can be asked together.

    They cannot where both depend, themselves or through the fields they depend on, on one field
    and need different codes of it: of the case, or of the same example.
    """
    named = {field.name: field for field in codebook.fields}
    if any(_circles(named)):
        return True
    mine, others = conditions(one, named), conditions(other, named)
    same_example = one.per == other.per == "example"
    return not any(
        mine[name].isdisjoint(others[name]) and (named[name].per == "case" or same_example)
        for name in mine.keys() & others.keys()
    )
