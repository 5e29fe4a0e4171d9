"""The JSON of what happened to a concept: the lines of `history -f json`."""

from __future__ import annotations

from typing import TypedDict

from glossary.views import HistoryLine


class DifferenceJson(TypedDict):
    """One thing that an event changed."""

    what: str
    before: str
    after: str


class HistoryJson(TypedDict):
    """One event of `history -f json`."""

    id: int
    at: str
    actor: str
    action: str
    entity: str
    entity_id: str
    version: int
    why: str
    batch: str
    differences: list[DifferenceJson]


def history_json(line: HistoryLine) -> HistoryJson:
    """One event in the life of a concept."""
    event = line.event
    return {
        "id": event.id,
        "at": event.at,
        "actor": event.actor,
        "action": event.action,
        "entity": event.entity,
        "entity_id": event.entity_id,
        "version": event.version,
        "why": event.why,
        "batch": event.batch,
        "differences": [{"what": d.what, "before": d.before, "after": d.after} for d in line.differences],
    }
