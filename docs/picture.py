"""Makes the README's picture: the coding screen of the practice study, drawn by the program itself.

Run from the repository: .venv/bin/python docs/picture.py
"""

import asyncio
import tempfile
from pathlib import Path

from annotator.app import AnnotatorApp
from annotator.demo.making import make
from db import readings
from db.study import Study


async def picture(target: Path) -> None:
    """Save the screen after a first release was coded and the next one begun."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "practice.db"
        make(path, coder="analyst")
        with Study.open(path) as study:
            app = AnnotatorApp(study, readings.choose(study))
            async with app.run_test(size=(110, 32)) as pilot:
                await pilot.press("1", "g", "v", "3")
                await pilot.pause()
                app.save_screenshot(str(target))


if __name__ == "__main__":
    asyncio.run(picture(Path(__file__).parent / "screen.svg"))
