"""Whether a database is whole: its pages, its references, its log, and what follows from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from glossary.store import schema
from glossary.store.replay import digest, replay, stored
from glossary.store.searched import astray
from glossary.views import Fault

SHOWN = 5  # things named in one fault; the count tells of the rest

#: what must be empty: code, and a query for the names of what is wrong
_ORPHANS = (
    (
        "verify-orphan",
        """SELECT 'curation ' || c.concept FROM curations c LEFT JOIN members m ON m.node = c.concept
            WHERE NOT c.deleted AND m.node IS NULL""",
    ),
    (
        "verify-orphan",
        """SELECT 'concept ' || c.id FROM concepts c LEFT JOIN members m ON m.node = c.id AND m.concept_id = c.id
            WHERE m.node IS NULL""",
    ),
    (
        "verify-orphan",
        "SELECT 'concept ' || id FROM concepts WHERE NOT EXISTS (SELECT 1 FROM terms WHERE concept_id = concepts.id)",
    ),
    (
        "verify-count",
        """SELECT id FROM concepts c WHERE mentions !=
            (SELECT count(*) FROM mentions WHERE concept_id = c.id)
            + (SELECT count(*) FROM bare_mentions WHERE concept_id = c.id)""",
    ),
)


def faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Everything that is wrong with an open database of the present version, the worst first."""
    broken = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    if broken:
        yield _fault("verify-integrity", broken)
        return
    yield from _schema(connection)
    references = [f"{row[0]} {row[1]} -> {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
    if references:
        yield _fault("verify-reference", references)
    yield from _log(connection)
    for code, query in _ORPHANS:
        found = [str(row[0]) for row in connection.execute(query)]
        if found:
            yield _fault(code, found)
    lost = astray(connection)
    if lost:
        yield _fault("verify-search", lost)


def _log(connection: sqlite3.Connection) -> Iterator[Fault]:
    log = replay(connection)
    if log.broken:
        yield _fault("verify-chain", [str(number) for number in log.broken])
    if log.torn:
        yield _fault("verify-torn", [str(number) for number in log.torn])
    states, wrong = log.states, []
    for key, text in stored(connection):
        if states.pop(key, None) != digest(text):
            wrong.append(" ".join(key))
    wrong += [" ".join(key) for key in states if key[0] != "document"]
    if wrong:
        yield _fault("verify-replay", sorted(wrong))


def _schema(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Tables, indexes and the triggers that guard the log, against those of a new file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.row_factory = sqlite3.Row
        schema.migrate(fresh)
        wanted, found = _objects(fresh), _objects(connection)
    different = sorted(name for name in wanted if found.get(name) != wanted[name])
    if different:
        yield _fault("verify-schema", different)


def _objects(connection: sqlite3.Connection) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    return {row["name"]: " ".join(row["sql"].split()) for row in connection.execute(query)}


def _fault(code: str, names: list[str]) -> Fault:
    shown = ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")
    return Fault(code, (("detail", shown), ("count", len(names))))
