"""A finished file gets its name, and no file that has that name is lost."""

import os
from pathlib import Path


def give_name(draft: Path, target: Path) -> None:
    """Give a draft its name, by a link where there are links.

    Raises:
        FileExistsError: there is a file of that name.
        OSError: the folder or the disk refuses.
    """
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:  # this file system has no links (FAT, some network drives)
        target.open("xb").close()  # the name is taken, or ours
        try:
            draft.replace(target)
        except OSError:
            target.unlink(missing_ok=True)
            raise
