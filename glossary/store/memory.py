"""What a kept connection has answered before: it holds as long as nobody has written to the database."""

from __future__ import annotations

import sqlite3
from typing import Any

MOST = 20_000  # answers of one sort, some 10 MB: those of dozens of issues
Memory = dict[str, dict[str, Any]]


class Remembering(sqlite3.Connection):
    """A connection for reading with its memory and the state of the database that this is of."""

    version: int | None = None
    memory: Memory


def of(connection: sqlite3.Connection) -> Memory:
    """The memory of a connection inside a transaction; empty where another connection has written in between."""
    if not isinstance(connection, Remembering):
        return {}
    found = connection.execute("PRAGMA data_version").fetchone()[0]
    if connection.version != found:
        connection.version, connection.memory = found, {}
    for answers in connection.memory.values():
        if len(answers) > MOST:
            answers.clear()
    return connection.memory
