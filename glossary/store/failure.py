"""SQLite's failures as coded errors."""

from __future__ import annotations

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
_PRIMARY = 0xFF  # extended result codes carry the primary one in their low byte


@contextmanager
def coded(path: Path) -> Iterator[None]:
    """Turn any SQLite error raised inside into a StorageError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise StorageError(code_of(error), path=str(path), detail=str(error)) from error


def code_of(error: sqlite3.Error) -> str:
    """The code for a SQLite error."""
    number = getattr(error, "sqlite_errorcode", None)
    return "db-failed" if number is None else _CODES.get(number & _PRIMARY, "db-failed")
