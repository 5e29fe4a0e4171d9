"""The life of a concept as its page tells it: one line for each act, and any two versions side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from glossary.errors import NotFoundError
from glossary.model import Event
from glossary.service.context import Context
from glossary.service.history import between, differences, history
from glossary.views import Act, Difference, HistoryLine

_SAID = ("curation", "decision")


def chronicle(ctx: Context, concept: str) -> list[Act]:
    """The acts that touched a concept, the latest first; raises NotFoundError("concept-missing")."""
    return acts(history(ctx, concept), concept)


def acts(lines: Iterable[HistoryLine], concept: str) -> list[Act]:
    """Events of a concept, the latest first, gathered into the acts that they belong to."""
    batches: dict[str, list[HistoryLine]] = {}
    for line in lines:
        batches.setdefault(line.event.batch or str(line.event.id), []).append(line)
    return [_act(gathered[::-1], concept) for gathered in batches.values()]


def _act(lines: Sequence[HistoryLine], concept: str) -> Act:
    """Told by what was said; by what followed from it where nobody said anything of this concept."""
    events = [line.event for line in lines]
    said = [event for event in events if event.entity in _SAID]
    derived = [event for event in events if event.entity == "concept" and event.entity_id == concept]
    first, last = (said or events)[0], (derived or said or events)[-1]
    return Act(
        event=first.id,
        at=first.at,
        actor=first.actor,
        action=_action(first, derived),
        why=next((event.why for event in events if event.why), ""),
        version=derived[-1].version if derived and derived[-1].after is not None else None,
        differences=_told(derived or [last]),
        said=bool(said),
    )


def _action(first: Event, derived: Sequence[Event]) -> str:
    """To say something for the first time of a concept that stands is to change it, not to make it."""
    stood = bool(derived) and derived[0].before is not None
    return "update" if first.entity == "curation" and first.action == "create" and stood else first.action


def _told(events: Sequence[Event]) -> tuple[Difference, ...]:
    if len(events) == 1:
        return tuple(differences(events[0]))
    return tuple(between(events[0].before, events[-1].after))


def compare(ctx: Context, concept: str, first: int, second: int) -> tuple[Difference, ...]:
    """What differs between two versions of a concept, the earlier one first.

    Raises NotFoundError("version-missing").
    """
    with ctx.reader() as reader:
        events = reader.events(entity="concept", ids=[concept])
    known = {event.version: event.after for event in events if event.after is not None}
    for version in (first, second):
        if version not in known:
            raise NotFoundError("version-missing", id=concept, version=version)
    earlier, later = sorted((first, second))
    return tuple(between(known[earlier], known[later]))


def last_known(ctx: Context, concept: str) -> dict[str, str]:
    """What a concept was called last, by language; for one that is shown nowhere any more."""
    with ctx.reader() as reader:
        events = reader.events(entity="concept", ids=[concept])
    texts = [text for event in reversed(events) for text in (event.after, event.before) if text is not None]
    terms = json.loads(texts[0])["terms"] if texts else []
    return {term["language"]: term["text"] for term in reversed(terms)}


def stands(ctx: Context, concept: str) -> bool:
    """Whether a concept is shown, under its own id or that of what it was merged into."""
    with ctx.reader() as reader:
        home = reader.resolve([concept])[concept]
        return home in reader.entries([home])
