"""The tables, as a list of migrations: `user_version` counts those that a file has had."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from glossary.errors import StorageError
from glossary.store.adopt import adopt
from glossary.store.index_schema import PIECES
from glossary.store.index_schema import STATEMENTS as INDEX
from glossary.store.schema_history import HISTORY

APPLICATION_ID = 0x476C7379  # "Glsy": tells our files from other programs'

_FIRST = (
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        digest TEXT NOT NULL UNIQUE,
        recipe TEXT NOT NULL,
        encoding TEXT NOT NULL,
        title TEXT NOT NULL,
        issue INTEGER,
        date TEXT,
        added TEXT NOT NULL,
        text TEXT NOT NULL
    )""",
    """CREATE TABLE concepts (
        id TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        type TEXT NOT NULL,
        review TEXT NOT NULL,
        mentions INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        first_seen TEXT,
        last_seen TEXT,
        version INTEGER NOT NULL,
        why TEXT NOT NULL,
        aliases TEXT NOT NULL,
        reading TEXT NOT NULL
    )""",
    "CREATE INDEX concepts_key ON concepts (key)",
    """CREATE TABLE mentions (
        id INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        concept_id TEXT REFERENCES concepts (id) ON DELETE SET NULL,
        key TEXT NOT NULL,
        ko TEXT NOT NULL,
        ko_start INTEGER NOT NULL,
        ko_end INTEGER NOT NULL,
        zh TEXT NOT NULL,
        zh_start INTEGER NOT NULL,
        zh_end INTEGER NOT NULL,
        en TEXT,
        kind TEXT NOT NULL,
        relation TEXT NOT NULL,
        type TEXT NOT NULL,
        score REAL NOT NULL,
        line INTEGER NOT NULL,
        "column" INTEGER NOT NULL,
        aliases TEXT NOT NULL,
        evidence TEXT NOT NULL
    )""",
    "CREATE INDEX mentions_document ON mentions (document_id)",
    "CREATE INDEX mentions_concept ON mentions (concept_id)",
    "CREATE INDEX mentions_key ON mentions (key)",
    """CREATE TABLE terms (
        concept_id TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        status TEXT NOT NULL,
        count INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        PRIMARY KEY (concept_id, place)
    ) WITHOUT ROWID""",
    """CREATE TABLE search (
        field TEXT NOT NULL,
        key TEXT NOT NULL,
        concept_id TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        PRIMARY KEY (field, key, concept_id, text)
    ) WITHOUT ROWID""",
    "CREATE INDEX search_concept ON search (concept_id)",
)
_BRANDS = (
    """CREATE TABLE brands (
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        zh TEXT NOT NULL,
        ko TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (document_id, zh, ko)
    ) WITHOUT ROWID""",
)
_SOUNDS: tuple[str, ...] = ()  # other sounds are alike: each migration makes the index anew
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _BRANDS, HISTORY, INDEX, PIECES, _SOUNDS)
VERSION = len(MIGRATIONS)


def version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has had."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file of another program and one of a later version of this one."""
    found = version(connection)
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID and (found or _has_tables(connection)):
        raise StorageError("db-foreign", path=str(path))
    if found > VERSION:
        raise StorageError("db-newer", path=str(path), version=found)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to date, in one transaction; a file that is so already is left alone."""
    if version(connection) == VERSION:
        return
    from glossary.store import index  # a reader has no need of it

    connection.execute("BEGIN IMMEDIATE")
    with connection:
        for statements in MIGRATIONS[version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        adopt(connection)
        index.rebuild(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
