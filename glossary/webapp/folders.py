"""A folder for what is under way, that nobody else on this machine can look into."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


def own_folder(above: Path, name: str) -> Path:
    """A folder of this name that is ours alone, made where it is missing; another name where somebody else has it."""
    folder = above / name
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not _ours(folder):
            return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=above))
    return folder


def _ours(folder: Path) -> bool:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    if not hasattr(os, "getuid"):  # Windows: the temporary folder is the user's own
        return True
    return found.st_uid == os.getuid() and not found.st_mode & 0o077
