"""Files that are old or whole, never half."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from glossary.errors import InputError


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write a text file in UTF-8, under its name when all of it is there; raises InputError("output-unwritable")."""
    write_bytes(path, (piece.encode("utf-8") for piece in pieces))


def write_bytes(path: Path, pieces: Iterable[bytes]) -> None:
    """The same for bytes as they are."""
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InputError("output-unwritable", path=str(path), detail=error.strerror or str(error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(name)
        if isinstance(error, OSError):
            raise InputError("output-unwritable", path=str(path), detail=error.strerror or str(error)) from error
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
