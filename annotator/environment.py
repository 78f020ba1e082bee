"""What the program takes from outside: folders, the analyst's name, the study opened last."""

import getpass
import os
import sys
from pathlib import Path


def coder_name() -> str:
    """The coder a new study is begun for: `ANNOTATOR_CODER`, else the login name."""
    named = os.environ.get("ANNOTATOR_CODER", "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name for this user id, as in some containers
        return "analyst"


def state_folder() -> Path:
    """Where the name of the study opened last is kept (`XDG_STATE_HOME`)."""
    return _folder("state")


def data_folder() -> Path:
    """Where the practice study is kept unless a path is given (`XDG_DATA_HOME`)."""
    return _folder("data")


def config_file() -> Path:
    """The settings file (`XDG_CONFIG_HOME`)."""
    return _folder("config") / "config.toml"


def last_study() -> Path | None:
    """The study opened last, if it is still there."""
    try:
        path = Path((state_folder() / "last-study").read_text(encoding="utf-8").strip())
    except OSError:
        return None
    return path if path.is_file() else None


def remember_study(path: Path) -> None:
    """Keep the name of a study for a bare `annotator`; not worth failing for."""
    try:
        state_folder().mkdir(parents=True, exist_ok=True)
        (state_folder() / "last-study").write_text(str(path.resolve()), encoding="utf-8")
    except OSError:
        pass


def is_terminal() -> bool:
    """Whether a person sits at both ends: a screen can be opened."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _folder(kind: str) -> Path:
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("release-annotator", appauthor=False)
    return {
        "state": dirs.user_state_path,
        "data": dirs.user_data_path,
        "config": dirs.user_config_path,
    }[kind]
