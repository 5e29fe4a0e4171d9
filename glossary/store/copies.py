"""Whole copies of a database while it is in use: out to a backup, and back again."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from glossary.errors import NotFoundError, StorageError
from glossary.store import schema, session
from glossary.store.failure import coded
from glossary.store.reader import connect
from glossary.store.verify import faults
from glossary.views import Fault

ASIDE = ".before-restore"
OLDER = ".before-upgrade"
_PAGES = 256  # copied in one step of an overwriting


def verify(path: Path) -> list[Fault]:
    """Everything that is wrong with a database file; raises NotFoundError("db-missing") and StorageError."""
    with _reading(path) as connection:
        found = schema.version(connection)
        if found == 0:  # whoever began it was stopped before there was a table
            raise NotFoundError("db-missing", path=str(path))
        if found < schema.VERSION:
            raise StorageError("db-older", path=str(path), version=found)
        return list(faults(connection))


def backup(source: Path, target: Path) -> None:
    """Write a checked copy of a database, which others may go on using, under a name that appears only when it stands.

    Raises StorageError("backup-damaged") where the database itself is not whole.
    """
    with _copied(source, target) as copy:
        _refuse_faults(copy, "backup-damaged", source)
        _sync(copy)
        os.replace(copy, target)
        _sync(target.parent)


def restore(source: Path, target: Path) -> Path | None:
    """Make a database what a backup holds, once that has been checked; what it was is kept in the file handed back.

    Whoever has the database open goes on and sees the restored state from the next question on.
    """
    with _copied(source, target) as copy:
        _refuse_faults(copy, "restore-damaged", source)
        _sync(copy)
        if not target.exists() or not target.stat().st_size:
            os.replace(copy, target)
            _sync(target.parent)
            return None
        aside = _aside(target, ASIDE)
        try:
            _overwrite(copy, target, aside)
        except StorageError as error:
            if error.code not in ("db-damaged", "db-failed"):
                raise
            _swap(copy, target, aside)
        return aside


def upgrade(path: Path) -> Path | None:
    """Bring a file of an older version up to date; hand back the copy of what it was, None where nothing was to do."""
    if not path.is_file() or not path.stat().st_size:
        return None
    with _reading(path) as connection:
        found = schema.version(connection)
    if not 0 < found < schema.VERSION:
        return None
    aside = _aside(path, OLDER)
    with _copied(path, aside, migrated=False) as old:
        _sync(old)
        os.replace(old, aside)
        _sync(aside.parent)
    with session.Session(path):
        return aside


def _aside(target: Path, tail: str) -> Path:
    """A name that nothing has: what was put aside earlier is somebody's work as well."""
    names = (f"{target.name}{tail}{'' if number == 1 else f'-{number}'}" for number in count(1))
    return next(path for name in names if not os.path.lexists(path := target.with_name(name)))


def _swap(copy: Path, target: Path, aside: Path) -> None:
    """Nobody can be using a file that SQLite cannot read: it moves away as it is."""
    os.replace(target, aside)
    for tail in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.replace(target.with_name(target.name + tail), aside.with_name(aside.name + tail))
    os.replace(copy, target)
    _sync(target.parent)


def _overwrite(copy: Path, target: Path, aside: Path) -> None:
    """One transaction of the target's own: old to everyone until it is new to everyone.

    What it was is put aside once the first step holds the lock: nothing can be written between the two.
    """
    waiting = _deadline(target)
    put: list[Path] = []

    def step(status: int, remaining: int, total: int) -> None:
        waiting(status, remaining, total)
        if not put and status == sqlite3.SQLITE_OK:
            with _copied(target, aside, migrated=False) as old:
                os.replace(old, aside)
            put.append(aside)

    with coded(target), closing(_open(copy)) as new, closing(_open(target)) as live:
        live.execute("PRAGMA journal_mode = WAL")  # readers go on, this one too
        new.backup(live, pages=_PAGES if _size(new) > _PAGES else 1, progress=step)


def _size(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("PRAGMA page_count").fetchone()[0]
    return found


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    if not path.is_file() or not path.stat().st_size:
        raise NotFoundError("db-missing", path=str(path))
    with coded(path), closing(connect(path)) as connection:
        schema.check_ours(connection, path)
        yield connection


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=session.BUSY_MS / 1000, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


@contextmanager
def _copied(source: Path, target: Path, *, migrated: bool = True) -> Iterator[Path]:
    """A copy of the source beside the target, as one file, brought up to date; gone at the end unless renamed."""
    copy = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with _reading(source) as old, coded(copy), closing(_open(copy)) as new:
            old.backup(new, progress=_deadline(source))
            new.execute("PRAGMA journal_mode = DELETE")
            if migrated:
                schema.migrate(new)
        yield copy
    finally:
        for tail in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                copy.with_name(copy.name + tail).unlink()


def _deadline(path: Path) -> Callable[[int, int, int], None]:
    """Python asks for ever where the file is locked."""
    until = time.monotonic() + session.BUSY_MS / 1000

    def check(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise StorageError("db-locked", path=str(path))

    return check


def _refuse_faults(copy: Path, code: str, path: Path) -> None:
    found = verify(copy)
    if found:
        raise StorageError(code, path=str(path), detail=f"{found[0].code}: {dict(found[0].params)['detail']}")


def _sync(path: Path) -> None:
    """What has been written, or renamed in a folder, outlives a power cut."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    with suppress(OSError):  # some systems open no folders
        number = os.open(path, flags)
        try:
            os.fsync(number)
        finally:
            os.close(number)
