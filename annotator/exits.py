"""Exit codes of the command line."""

from enum import IntEnum


class Exit(IntEnum):
    """What a script may rely on."""

    FINE = 0
    FAILED = 1
    USAGE = 2
    REJECTS = 3
    """Finished, but some records could not be read; they are kept as rejects."""
