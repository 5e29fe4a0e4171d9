"""The log of all writes: each event carries a digest of itself and all before it, so that no gap goes unseen."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from glossary.model import Event
from glossary.store.rows import dumps

Entity = Literal["concept", "curation", "decision", "ignore", "document"]
COLUMNS = ("id", "at", "actor", "action", "entity", "entity_id", "version", "why", "before", "after", "batch")
_INSERT = f"INSERT INTO events ({', '.join(COLUMNS)}, chain) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"


@dataclass(frozen=True, slots=True)
class Act:
    """Who writes, when and why."""

    actor: str
    at: str  # ISO 8601, UTC
    why: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one event will say, beside who, when and why."""

    action: str
    entity: Entity
    entity_id: str
    before: str | None
    after: str | None
    version: int | None = None  # the next one unless told


class Log:
    """The end of the log inside one transaction: all that is appended shares a batch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        last = connection.execute("SELECT id, chain FROM events ORDER BY id DESC LIMIT 1").fetchone()
        self.last: int = last[0] if last else 0
        self._chain: str = last[1] if last else ""
        self._batch = ""

    def append(self, act: Act, drafts: Iterable[Draft], batch: str = "") -> list[Event]:
        """Write these events, in order; the batch is the number of its first event unless told."""
        events = list(self._events(act, drafts, batch))
        self._connection.executemany(_INSERT, self._rows(events))
        return events

    def _events(self, act: Act, drafts: Iterable[Draft], batch: str) -> Iterator[Event]:
        drafts = list(drafts)
        seen: dict[tuple[str, str], int] = {}
        for entity in {draft.entity for draft in drafts}:
            ids = {draft.entity_id for draft in drafts if draft.entity == entity and draft.version is None}
            seen |= {(entity, id): number for id, number in versions(self._connection, entity, ids).items()}
        for draft in drafts:
            self.last += 1
            self._batch = batch or self._batch or str(self.last)
            key = draft.entity, draft.entity_id
            seen[key] = seen.get(key, 0) + 1 if draft.version is None else draft.version
            yield Event(
                id=self.last,
                at=act.at,
                actor=act.actor,
                action=draft.action,
                entity=draft.entity,
                entity_id=draft.entity_id,
                version=seen[key],
                why=act.why,
                before=draft.before,
                after=draft.after,
                batch=self._batch,
            )

    def _rows(self, events: Sequence[Event]) -> Iterator[tuple[object, ...]]:
        for event in events:
            values = tuple(getattr(event, name) for name in COLUMNS)
            self._chain = link(self._chain, values)
            yield (*values, self._chain)


def link(before: str, values: Sequence[object]) -> str:
    """The digest of an event that follows the digest `before`."""
    return hashlib.sha256(f"{before}\n{dumps(values)}".encode()).hexdigest()


def versions(connection: sqlite3.Connection, entity: str, ids: Iterable[str]) -> dict[str, int]:
    """The version that each of these has by its last event; those without any are left out."""
    query = """SELECT w.value, (SELECT max(version) FROM events WHERE entity = ? AND entity_id = w.value)
        FROM json_each(?) w"""
    return {row[0]: row[1] for row in connection.execute(query, (entity, dumps(list(ids)))) if row[1] is not None}


def event_of(row: sqlite3.Row) -> Event:
    """The event that a row holds."""
    return Event(**{name: row[name] for name in COLUMNS})
