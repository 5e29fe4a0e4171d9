"""Folding the log gives the tables again: the states that it ends in, and what a table says otherwise."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from glossary.store import snapshots
from glossary.store.events import COLUMNS, link

_EVENTS = f"SELECT {', '.join(COLUMNS)}, chain FROM events ORDER BY id"


@dataclass(slots=True)
class Replay:
    """The log read once from its beginning."""

    states: dict[tuple[str, str], bytes] = field(default_factory=dict)  # digests: a log may be long
    events: int = 0
    broken: list[int] = field(default_factory=list)  # events that are not what was written, or after a gap
    torn: list[int] = field(default_factory=list)  # events whose "before" is not what the one before left


def replay(connection: sqlite3.Connection) -> Replay:
    """Read the whole log, event after event."""
    found, chain = Replay(), ""
    for row in connection.execute(_EVENTS):
        values = tuple(row[name] for name in COLUMNS)
        found.events += 1
        expected = link(chain, values)
        if row["chain"] != expected or row["id"] != found.events:
            found.broken.append(row["id"])
            found.events = row["id"]
        chain = row["chain"]
        _fold(found, row)
    return found


def _fold(found: Replay, row: sqlite3.Row) -> None:
    key = row["entity"], row["entity_id"]
    before = None if row["before"] is None else digest(row["before"])
    if row["entity"] != "document" and found.states.get(key) != before:
        found.torn.append(row["id"])
    if row["after"] is None:
        found.states.pop(key, None)
    else:
        found.states[key] = digest(row["after"])


def digest(text: str) -> bytes:
    """What stands for a state."""
    return hashlib.sha256(text.encode()).digest()


def stored(connection: sqlite3.Connection) -> Iterator[tuple[tuple[str, str], str]]:
    """What the tables hold, as the log would tell it."""
    for row in connection.execute("SELECT * FROM curations"):
        yield ("curation", row["concept"]), snapshots.of_curation(snapshots.curation_of_row(row))
    for row in connection.execute("SELECT * FROM decisions"):
        yield ("decision", str(row["id"])), snapshots.of_decision(snapshots.decision_of_row(row))
    for row in connection.execute("SELECT * FROM ignores"):
        yield ("ignore", str(row["id"])), snapshots.of_ignore(snapshots.ignore_of_row(row))
    yield from _concepts(connection)


def _concepts(connection: sqlite3.Connection) -> Iterator[tuple[tuple[str, str], str]]:
    for row in connection.execute("SELECT * FROM concepts"):
        terms = connection.execute("SELECT * FROM terms WHERE concept_id = ? ORDER BY place", (row["id"],))
        query = "SELECT node, key FROM members WHERE concept_id = ? ORDER BY place"
        members = [[member["node"], member["key"]] for member in connection.execute(query, (row["id"],))]
        yield ("concept", row["id"]), snapshots.of_concept(dict(row), [dict(term) for term in terms], members)
