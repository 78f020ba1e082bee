"""Topics as the source would name them; most releases have none."""

from annotator.demo.dice import Dice

_TOPICS = {
    "images": ("Project Safe Childhood",),
    "grooming": ("Project Safe Childhood",),
    "grooming-undercover": ("Project Safe Childhood",),
    "trafficking": ("Project Safe Childhood", "Human Trafficking"),
    "human-trafficking": ("Human Trafficking",),
    "fraud": ("Financial Fraud", "Consumer Protection"),
    "drugs": ("Drug Trafficking",),
    "firearms": ("Firearms Offenses",),
    "gang": ("Violent Crime", "Firearms Offenses"),
    "terrorism": ("Counterterrorism", "National Security"),
    "threats": ("Cybercrime", "Violent Crime"),
}


def topics(theme: str, dice: Dice) -> tuple[str, ...]:
    """None, one or two."""
    known = _TOPICS.get(theme, ())
    if not known or dice.chance(0.6):
        return ()
    return known if dice.chance(0.3) else known[:1]
