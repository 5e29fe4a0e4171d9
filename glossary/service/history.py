"""The life of a concept: who did what to it, when and why, and what each event changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from glossary.errors import NotFoundError
from glossary.model import Event
from glossary.service.context import Context
from glossary.views import Difference, HistoryLine

if TYPE_CHECKING:
    from glossary.store.reader import Reader

_UNSAID = ("id", "concept", "key", "version", "reading", "at", "actor", "why", "aliases")


def history(ctx: Context, concept: str) -> list[HistoryLine]:
    """All events of a concept, of what is said of it and of the decisions that touch it, the latest first.

    Raises NotFoundError("concept-missing") for an id that never was one.
    """
    with ctx.reader() as reader:
        events = {event.id: event for event in _events(reader, concept)}
    if not events:
        raise NotFoundError("concept-missing", id=concept)
    return [HistoryLine(events[number], tuple(differences(events[number]))) for number in sorted(events, reverse=True)]


def _events(reader: Reader, concept: str) -> Iterator[Event]:
    home = reader.resolve([concept])[concept]
    nodes = {concept, home, *reader.members([home]).get(home, ())}
    decisions = [str(decision.id) for decision in reader.decisions(nodes, undone=True)]
    yield from reader.events(entity="concept", ids=nodes)
    yield from reader.events(entity="curation", ids=nodes)
    yield from reader.events(entity="decision", ids=decisions)


def differences(event: Event) -> Iterator[Difference]:
    """What an event changed, thing by thing."""
    return between(event.before, event.after)


def between(earlier: str | None, later: str | None) -> Iterator[Difference]:
    """What differs between two states of a thing as events keep them, JSON texts or None."""
    before, after = (_flat(json.loads(text)) if text else {} for text in (earlier, later))
    for what in sorted({*before, *after}):
        was, became = before.get(what, ""), after.get(what, "")
        if was != became:
            yield Difference(what, was, became)


def _flat(values: dict[str, Any]) -> dict[str, str]:
    """One line for each field, and one for each term under its language and text."""
    flat: dict[str, str] = {}
    for name, value in values.items():
        if name == "terms":
            flat |= {f"{term['language']} {term['text']}": _term(term) for term in value}
        elif name == "why" and isinstance(value, list):
            flat["reason"] = "; ".join(f"{feature} {detail}".strip() for feature, _, detail in value)
        elif name == "members":
            flat["members"] = ", ".join(node for node, _ in value if node != values["id"])
        elif name not in _UNSAID:
            flat[name] = ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return {name: value for name, value in flat.items() if value not in ("", "False", "0")}


def _term(term: dict[str, Any]) -> str:
    """How a form stands, and how often it was seen."""
    seen = term.get("count", 0) + term.get("bare", 0)
    parts = (term["status"], "forbidden" if term["forbidden"] else "", term["note"], f"×{seen}" if seen else "")
    return " ".join(part for part in parts if part)
