"""What reviewers and editors did, in words: who, when, what, and whether it stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.model import Event
from glossary.service.context import Context
from glossary.service.waiting import words

if TYPE_CHECKING:
    from glossary.store.reader import Reader

_NAMED = 3  # names told of an act that touches many
_MOST = 500  # things in an act that a click takes back: a pack of thousands goes as it came, by its name


@dataclass(frozen=True, slots=True)
class Deed:
    """One act: `kind` is the judgement, or what became of a name; `names` the first pairs or names of `count`."""

    event: int
    at: str
    actor: str
    why: str
    action: str  # decide | undo | redo | create | update | delete | forget | ...
    kind: str  # same | different | unsure | approved | deleted | changed | document | ...
    names: tuple[tuple[str, ...], ...]
    count: int
    standing: bool  # False where it was taken back
    undoable: bool


def deeds(ctx: Context, *, before: int = 0, limit: int = 30) -> list[Deed]:
    """Acts, the latest first: before the event of that number, or from the last one on."""
    from glossary.store.review_lists import acts

    with ctx.reader() as reader:
        found = acts(reader, before=before, limit=limit)
        known = words(reader, {node for events in found for event in events[:_NAMED] for node in _nodes(event)})
        return [_deed(reader, events, known) for events in found if events]


def _nodes(event: Event) -> tuple[str, ...]:
    if event.entity == "decision":
        said = _after(event)
        return said["left"], said["right"]
    return (event.entity_id,) if event.entity == "curation" else ()


def _after(event: Event) -> dict[str, str]:
    found: dict[str, str] = json.loads(event.after or event.before or "{}")
    return found


def _deed(reader: Reader, events: Sequence[Event], known: dict[str, str]) -> Deed:
    first = events[0]
    named = [tuple(known[node] for node in _nodes(event)) for event in events[:_NAMED]]
    if first.entity == "document":
        named = [(first.entity_id,)]
    elif first.entity == "ignore":
        named = [(_after(first).get("text") or _after(first).get("rule") or "-",)]
    return Deed(
        event=first.id,
        at=first.at,
        actor=first.actor,
        why=next((event.why for event in events if event.why), ""),
        action=first.action,
        kind=_kind(first),
        names=tuple(named),
        count=len(events),
        standing=_stands(reader, first),
        undoable=len(events) <= _MOST and first.action not in ("rename", "forget") and first.entity != "document",
    )


def _kind(event: Event) -> str:
    if event.entity == "decision":
        return str(_after(event)["judgement"])
    if event.entity != "curation":
        return event.entity
    was, now = (json.loads(text) if text else {} for text in (event.before, event.after))
    if now.get("deleted") and not was.get("deleted"):
        return "deleted"
    if was.get("deleted") and not now.get("deleted"):
        return "revived"
    if not was and now.get("review") == "proposed":
        return "proposed"
    return "approved" if now.get("review") == "approved" != was.get("review") else "changed"


def _stands(reader: Reader, event: Event) -> bool:
    """Whether a decision is in force; of other acts only their undoing tells."""
    return event.entity != "decision" or event.action != "decide" or not reader.decision(int(event.entity_id)).undone
