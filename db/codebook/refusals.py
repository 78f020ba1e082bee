"""Why a codebook cannot take the place of another: decisions would lose what they mean."""

from collections.abc import Iterator

from db.codebook import Codebook
from db.codebook.use import Use


def refusals(use: Use, old: Codebook, new: Codebook) -> Iterator[str]:
    """What decisions use and the new codebook lacks or asks otherwise, each with its cure."""
    for name in sorted(use.fields):
        before, after = old.field(name), new.field(name)
        if after is None:
            yield (
                f'field "{name}" has codings and cannot be taken out. Keep it with all its codes in'
                " use; set required = false if it is no longer to be asked for."
            )
        elif before and before.per != after.per:
            yield (
                f'field "{name}" has codings per {before.per}, so per cannot become "{after.per}".'
                f' Leave per = "{before.per}", and add a field of another name.'
            )
    for (name, code), releases in sorted(use.codes.items()):
        field = new.field(name)
        if field and field.code(code) is None:
            yield f'code "{code}" of field "{name}" {_missing(releases)}'
    for name, releases in sorted(use.exclusions.items()):
        if new.exclusion(name) is None:
            yield f'exclusion "{name}" {_missing(releases)}'


def _missing(releases: int) -> str:
    where = f"{releases:,} release{'' if releases == 1 else 's'}" if releases else "the journal"
    return (
        f"is in use ({where}) and cannot be taken out. Keep it with retired = true; to rename it,"
        " leave its name and change its label."
    )
