"""The tables of the file beside the glossary that says who may use its pages."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from glossary.errors import StorageError

APPLICATION_ID = 0x476C7370  # "Glsp"

_FIRST = (
    "CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE people (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL CHECK (role IN ('viewer', 'translator', 'editor', 'admin')),
        password TEXT NOT NULL,
        added INTEGER NOT NULL
    )""",
    """CREATE TABLE sessions (
        digest BLOB PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        begun INTEGER NOT NULL,
        seen INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX sessions_person ON sessions (person_id)",
    """CREATE TABLE tokens (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        digest BLOB NOT NULL UNIQUE,
        added INTEGER NOT NULL,
        used INTEGER
    )""",
    "CREATE INDEX tokens_person ON tokens (person_id)",
    "CREATE TABLE failures (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, digest BLOB NOT NULL, at INTEGER NOT NULL)",
    "CREATE INDEX failures_digest ON failures (kind, digest, at)",
)
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a file up to date; raises StorageError("db-foreign" or "db-newer") for one that is not ours."""
    if _version(connection, path) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        for statements in MIGRATIONS[_version(connection, path) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID and (found or connection.execute("SELECT 1 FROM sqlite_master").fetchone()):
        raise StorageError("db-foreign", path=str(path))
    if found > len(MIGRATIONS):
        raise StorageError("db-newer", path=str(path), version=found)
    return found
