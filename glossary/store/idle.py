"""Connections for reading that are kept for the next reader: opening one costs more than most look-ups."""

from __future__ import annotations

import atexit
import os
import sqlite3
import threading
from pathlib import Path

MOST = 8  # kept at a time: as many as threads serve pages
State = tuple[int, ...]  # of a file: another one once it has been replaced or written to by other means than SQLite's

_idle: list[tuple[Path, State, sqlite3.Connection]] = []
_lock = threading.Lock()


def state(path: Path) -> State:
    """What tells a file from what else may stand under its name, none where there is no such file."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def taken(path: Path) -> sqlite3.Connection | None:
    """A kept connection to this file, if there is one, for nobody else until it is kept again."""
    now = state(path)
    with _lock:
        mine = [item for item in _idle if item[0] == path]
        found = next((item for item in reversed(mine) if item[1] == now), None)
        _idle[:] = [item for item in _idle if item[0] != path or (item[1] == now and item is not found)]
        gone = [item for item in mine if item[1] != now]
    for _, _, connection in gone:
        connection.close()
    return found[2] if found else None


def keep(path: Path, connection: sqlite3.Connection) -> None:
    """Keep a connection that nobody needs any more, in place of the one unused for longest."""
    with _lock:
        _idle.append((path, state(path), connection))
        gone = _idle[:-MOST]
        del _idle[:-MOST]
    for _, _, old in gone:
        old.close()


def close() -> None:
    """Close all that is kept: whoever is last tidies up beside the file."""
    with _lock:
        gone = _idle[:]
        _idle.clear()
    for _, _, connection in gone:
        connection.close()


def _forget() -> None:
    """A connection must not be used, nor closed, in a process that was split off."""
    _inherited.extend(_idle)
    _idle.clear()


_inherited: list[tuple[Path, State, sqlite3.Connection]] = []
atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
