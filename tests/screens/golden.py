"""Whole screens as text files that a reviewer can read.

Renew them after a wanted change with: RENEW_GOLDEN=1 pytest tests/screens
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name: str, screen: str) -> None:
    """Hold a screen against its file; write the file instead when asked to."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(screen + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == screen + "\n", f"{path.name} differs"
