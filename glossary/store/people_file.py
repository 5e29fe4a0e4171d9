"""The file beside the glossary that says who may use its pages: readable by its owner alone.

It is a file of its own, `glossary.db.people`, so that a glossary handed on or backed up carries no password along,
one restored brings no removed person back, and a sign-in never waits for a build.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from glossary.errors import StorageError
from glossary.store.failure import coded
from glossary.store.people_schema import migrate

BUSY = 10.0  # seconds: nothing holds this file for longer than a write
_COUNTER = slice(24, 28)  # of the first bytes of a SQLite file: changed by every commit


def beside(db: Path) -> Path:
    """The file of people of a glossary.

    >>> beside(Path("용어집/glossary.db")).name
    'glossary.db.people'
    """
    return db.with_name(f"{db.name}.people")


def stamp(path: Path) -> bytes:
    """What changes whenever the file does; empty where there is none.

    Raises StorageError for a file that cannot be read: nobody is let in because the list of people is out of reach.
    """
    try:
        with path.open("rb", buffering=0) as file:
            return file.read(28)[_COUNTER] + os.fstat(file.fileno()).st_ino.to_bytes(16, "big")
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StorageError("db-failed", path=str(path), detail=str(error)) from error


class PeopleFile:
    """One connection to the file, made where there is none, to be used in a `with` block."""

    def __init__(self, path: Path) -> None:
        """Open or create the file; raises StorageError."""
        self.path = path
        with coded(path):
            _make(path)
            self._connection = sqlite3.connect(path, timeout=BUSY, isolation_level=None)
            try:
                self._connection.row_factory = sqlite3.Row
                self._connection.execute("PRAGMA foreign_keys = ON")
                migrate(self._connection, path)
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside becomes visible at its end, or none of it."""
        with coded(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield

    def _all(self, query: str, *values: object) -> Sequence[Any]:
        with coded(self.path):
            return self._connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: object) -> Any:
        with coded(self.path):
            return self._connection.execute(query, values).fetchone()

    def _do(self, query: str, *values: object) -> int:
        """Write, and tell how many rows that concerned."""
        with coded(self.path):
            return self._connection.execute(query, values).rowcount

    def secret(self, name: str, fresh: bytes) -> bytes:
        """The secret of that name: the one kept, else the fresh one, kept from now on."""
        found = self._one("SELECT value FROM secrets WHERE name = ?", name)
        if found is None:
            self._do("INSERT OR IGNORE INTO secrets VALUES (?, ?)", name, fresh)
            found = self._one("SELECT value FROM secrets WHERE name = ?", name)
        return bytes(found[0])


def _make(path: Path) -> None:
    """An empty file with its mode right from its first moment; SQLite gives its journals the same."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        pass
    except OSError as error:
        raise sqlite3.OperationalError(str(error)) from error
