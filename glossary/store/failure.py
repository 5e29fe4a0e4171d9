"""SQLite's failures as coded errors."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glossary.errors import StorageError

_CODES = {
    sqlite3.SQLITE_BUSY: "db-locked",
    sqlite3.SQLITE_LOCKED: "db-locked",
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "db-readonly",
    sqlite3.SQLITE_PERM: "db-readonly",
    sqlite3.SQLITE_CORRUPT: "db-damaged",
    sqlite3.SQLITE_NOTADB: "db-damaged",
}
_LEAST_FREE = 65_536  # bytes: the file of shared memory takes half of it
_PRIMARY = 0xFF  # extended result codes carry the primary one in their low byte


@contextmanager
def coded(path: Path) -> Iterator[None]:
    """Turn any SQLite error raised inside into a StorageError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        code = code_of(error)
        if code == "db-failed" and _is_full(path):
            code = "disk-full"  # where not even the small files beside the database fit, SQLite says "disk I/O error"
        elif code == "db-failed" and path.absolute().parent.is_dir() and not os.access(path.absolute().parent, os.W_OK):
            code = "db-readonly"
        raise StorageError(code, path=str(path), detail=str(error)) from error


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.absolute().parent).free < _LEAST_FREE
    except OSError:
        return False


def code_of(error: sqlite3.Error) -> str:
    """The code for a SQLite error."""
    number = getattr(error, "sqlite_errorcode", None)
    return "db-failed" if number is None else _CODES.get(number & _PRIMARY, "db-failed")
