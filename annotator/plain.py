"""Lines for the terminal with words in them that came from outside."""


def harmless(line: str) -> str:
    """The line with a "·" for whatever is no character to be seen: it might be a command."""
    return line if line.isprintable() else "".join(c if c.isprintable() else "·" for c in line)
