"""A codebook under the editor: in a file beside the study, so that nothing typed is ever lost."""

import tempfile
from pathlib import Path

import click


class Draft:
    """A file that holds a codebook while it is edited; what is saved in the editor is safe."""

    def __init__(self, study: Path, toml: str) -> None:
        """Write the text to a new file beside the study, or elsewhere if that folder refuses."""
        self._begun_with = toml
        try:
            self.path = _new_file(study)
        except OSError:
            self.path = Path(tempfile.mkstemp(prefix=f"{study.stem}.", suffix=".codebook.toml")[1])
        self.path.write_text(toml, encoding="utf-8", newline="")

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is worth keeping."""
        try:
            return self.path.read_bytes() != self._begun_with.encode()
        except OSError:
            return False

    def edit(self) -> None:
        """Open it in the person's editor (`VISUAL`, `EDITOR`) and wait.

        Raises:
            click.ClickException: the editor could not be started, or said that it failed.
        """
        click.edit(filename=str(self.path))

    def discard(self) -> None:
        """Take the file away."""
        self.path.unlink(missing_ok=True)


def _new_file(study: Path) -> Path:
    """An empty file of a name that none had: `study.codebook.toml`, `study.codebook-2.toml`, …"""
    number = 1
    while True:
        tail = f"-{number}" if number > 1 else ""
        path = study.with_name(f"{study.stem}.codebook{tail}.toml")
        try:
            path.touch(exist_ok=False)
            return path
        except FileExistsError:
            number += 1
