"""Concepts of a file from before there was a log enter it as they stand, so that replaying it gives the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from glossary.store import snapshots
from glossary.store.events import Act, Draft, Log


def adopt(connection: sqlite3.Connection) -> None:
    """Tell the log of every concept that it does not know."""
    connection.row_factory = sqlite3.Row
    at = connection.execute("SELECT strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')").fetchone()[0]
    Log(connection).append(Act("migration", at), list(_drafts(connection)))


def _drafts(connection: sqlite3.Connection) -> Iterator[Draft]:
    unknown = """SELECT * FROM concepts WHERE id NOT IN
        (SELECT entity_id FROM events WHERE entity = 'concept') ORDER BY id"""
    for row in connection.execute(unknown):
        terms = connection.execute("SELECT * FROM terms WHERE concept_id = ? ORDER BY place", (row["id"],))
        after = snapshots.of_concept(dict(row), [dict(term) for term in terms], [[row["id"], row["key"]]])
        yield Draft("import", "concept", row["id"], None, after, row["version"])
