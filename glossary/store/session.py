"""One connection that may write: patient with other writers, every change whole or not at all."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from glossary.errors import StorageError
from glossary.store import schema
from glossary.store.failure import coded
from glossary.store.usage import Usage

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_MS = 30_000  # a build holds the file for the length of one document
_TURN_MS = 5  # SQLite's own naps grow to 100 ms, in which a build takes its next turn
_NAP = 0.002
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_LOCKS: dict[Path, threading.Lock] = {}
T = TypeVar("T")


class Session(Usage):
    """The database to be written; threads of one process queue up before SQLite sees them."""

    def __init__(self, path: Path) -> None:
        """Open or create the file and bring it up to date; raises StorageError."""
        self.path = path
        self._lock = _LOCKS.setdefault(path.absolute(), threading.Lock())
        with coded(path):
            self._connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
            try:
                self._connection.row_factory = sqlite3.Row
                _patiently(lambda: schema.check_ours(self._connection, path))
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self) -> None:
        _patiently(lambda: self._connection.execute("PRAGMA journal_mode = WAL"))
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA synchronous = FULL")  # what has been acknowledged survives a power cut
        _patiently(lambda: schema.migrate(self._connection))

    @cached_property
    def _db(self) -> Database:
        from sqlite_utils import Database  # an edit has no need of it

        return Database(self._connection, execute_plugins=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside becomes visible at its end, or none of it."""
        if not self._lock.acquire(timeout=BUSY_MS / 1000):
            raise StorageError("db-locked", path=str(self.path))
        try:
            with coded(self.path):
                self._take_turn()
                try:
                    self._begun()
                    yield
                    self._settle()
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
        finally:
            self._lock.release()

    def _take_turn(self) -> None:
        self._connection.execute(f"PRAGMA busy_timeout = {_TURN_MS}")
        try:
            _patiently(lambda: self._connection.execute("BEGIN IMMEDIATE"))
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")

    def _begun(self) -> None:
        """Forget what belongs to the transaction before."""

    def _settle(self) -> None:
        """Write what is still owed before the commit."""

    def _all(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with coded(self.path):
            return self._connection.execute(query, values).fetchall()

    def _insert(self, table: str, values: Iterable[dict[str, Any]]) -> None:
        """Rows that all have the same columns; sqlite-utils takes five times as long over it."""
        found = iter(values)
        first = next(found, None)
        if first is None:
            return
        columns = ", ".join(f'"{name}"' for name in first)
        query = f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(first))})"
        self._connection.executemany(query, (tuple(row.values()) for row in chain((first,), found)))


def _patiently(act: Callable[[], T]) -> T:
    """SQLite answers busy at once where waiting could be a deadlock or a file is just being closed: ask again."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode & 0xFF) not in _BUSY or time.monotonic() > until:
                raise
            time.sleep(random.uniform(0, _NAP))
