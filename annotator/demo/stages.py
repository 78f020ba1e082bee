"""Which steps of a case are announced."""

from annotator.demo.dice import Dice
from annotator.demo.plan import CasePlan

_ALONE = ["charged"] * 5 + ["indicted"] * 5 + ["pleaded"] * 5 + ["convicted"] + ["sentenced"] * 6
_SOON = {"charged": ("indicted",), "indicted": ("pleaded",), "pleaded": ("sentenced",)}
_LATER = {
    "charged": ("pleaded", "pleaded", "sentenced"),
    "indicted": ("pleaded", "convicted", "sentenced", "sentenced"),
    "pleaded": ("sentenced",),
}


def course(case: CasePlan, dice: Dice) -> list[str]:
    """The stage of the lead and of each update; a case goes forward only."""
    if not case.updates:
        return [dice.pick(_ALONE)]
    if len(case.updates) > 1:
        return [dice.pick(("charged", "indicted")), "pleaded", "sentenced"]
    soon = (case.updates[0] - case.published).days < 120
    first = dice.pick(("charged", "charged", "indicted", "indicted", "pleaded"))
    return [first, dice.pick((_SOON if soon else _LATER)[first])]
