"""Taking back: any act, and bringing back any version of a concept; both are acts themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from glossary.errors import ConflictError, NotFoundError
from glossary.model import Curation, Entry, Event
from glossary.service.acts import Desk, act
from glossary.service.changing import EDITOR, Change, TermChange, changed, reverted
from glossary.service.context import Context
from glossary.views import Written

if TYPE_CHECKING:
    from glossary.store.reader import Reader

_SAID = ("curation", "decision", "ignore")


def undo(ctx: Context, event: int, *, why: str = "") -> Written:
    """Take back the act that an event belongs to, whole; what others have changed since stays.

    Raises NotFoundError("event-missing"), ConflictError("undo-overtaken") where later acts changed the very same
    things, ConflictError("undo-derived") for an event that only follows from documents.
    """
    with ctx.reader() as reader:
        about = _about(reader, event)
    if about is None:
        return _undo_derived(ctx, event, why)

    def do(desk: Desk) -> str:
        batch = desk.writer.event(event).batch
        said = [one for one in desk.writer.events(batch=batch) if one.entity in _SAID]
        for one in reversed(said):
            _take_back(desk, one)
        return about

    return act(ctx, about, why, do)


def _about(reader: Reader, event: int) -> str | None:
    """The first thing that somebody said in the act; None where nobody did."""
    for one in reader.events(batch=reader.event(event).batch):
        if one.entity == "curation":
            return one.entity_id
        if one.entity == "decision":
            return reader.decision(int(one.entity_id)).left
        if one.entity == "ignore":
            return reader.ignore(int(one.entity_id)).concept
    return None


def _take_back(desk: Desk, event: Event) -> None:
    if event.entity == "curation":
        _take_back_curation(desk, event)
    elif event.entity == "ignore" and event.action != "rename":
        ignore = desk.writer.ignore(int(event.entity_id))
        undone = _was_undone(event)
        desk.writer.undo_ignore(ignore.id, undone=undone, actor=desk.actor, at=desk.at, why=desk.why)
    elif event.action != "rename":
        decision = desk.writer.decision(int(event.entity_id))
        undone = _was_undone(event)
        pair = {decision.left, decision.right}
        rivals = [one for one in desk.writer.decisions(pair) if {one.left, one.right} == pair and one != decision]
        if not undone and any(one.scope == decision.scope for one in rivals):
            raise ConflictError("undo-overtaken", id=event.id, what=f"{decision.left} / {decision.right}")
        desk.undo_decision(decision, undone=undone)


def _was_undone(event: Event) -> bool:
    return event.before is None or bool(json.loads(event.before)["undone"])


def _take_back_curation(desk: Desk, event: Event) -> None:
    from glossary.store.snapshots import curation_of

    before, after = (None if text is None else curation_of(text) for text in (event.before, event.after))
    now = desk.writer.curation(event.entity_id)
    target, overtaken = reverted(before, after, now)
    if overtaken:
        raise ConflictError("undo-overtaken", id=event.id, what=", ".join(overtaken))
    _put(desk, now, target)


def _put(desk: Desk, now: Curation | None, target: Curation | None) -> None:
    if target is not None:
        desk.curate(target)
    elif now is not None:
        desk.uncurate(now)


def _undo_derived(ctx: Context, event: int, why: str) -> Written:
    """What a build did to a concept is taken back by saying so: its version before is brought back."""
    with ctx.reader() as reader:
        found = reader.event(event)
        gone = [one.entity_id for one in reader.events(batch=found.batch) if one.action == "forget"]
    if gone:
        return _bring_back(ctx, gone[0])
    if found.entity != "concept" or found.before is None or found.after is None:
        raise ConflictError("undo-derived", id=event)
    return revive(ctx, found.entity_id, int(json.loads(found.before)["version"]), why=why)


def _bring_back(ctx: Context, name: str) -> Written:
    """A document that was forgotten is read in again as it was."""
    from glossary.service.reread import bring_back

    bring_back(ctx, name)
    with ctx.reader() as reader:
        return Written(name, 0, reader.last_event())


def revive(ctx: Context, concept: str, version: int, expected: int | None = None, *, why: str = "") -> Written:
    """Bring back what a concept was at a version: what was said of it then, and the standing of its forms.

    Forms seen since stay, behind those of the version; merges and splits are taken back by `undo`.
    Raises NotFoundError("version-missing").
    """

    def do(desk: Desk) -> str:
        home = desk.writer.resolve([concept])[concept]
        if home != concept:
            raise ConflictError("revive-merged", id=concept, other=home)
        event = _version(desk, concept, version)
        desk.expect(concept, expected)
        then = _said_before(desk, concept, event)
        _put(desk, desk.writer.curation(concept), then)
        snapshot = json.loads(event.after or "{}")
        desk.keys.add(snapshot["key"])
        desk.link()
        wanted = _missing(desk.writer.entries([concept]).get(concept), snapshot)
        if wanted != Change():
            said = then or Curation(concept, snapshot["key"], review=snapshot["review"], source=EDITOR)
            desk.curate(changed(said, wanted))
        return concept

    return act(ctx, concept, why, do)


def _version(desk: Desk, concept: str, version: int) -> Event:
    for event in desk.writer.events(entity="concept", ids=[concept]):
        if event.version == version and event.after is not None:
            return event
    raise NotFoundError("version-missing", id=concept, version=version)


def _said_before(desk: Desk, concept: str, event: Event) -> Curation | None:
    """What was said of a concept when that event was written."""
    from glossary.store.snapshots import curation_of

    earlier = [one for one in desk.writer.events(entity="curation", ids=[concept]) if one.id < event.id]
    return curation_of(earlier[-1].after) if earlier and earlier[-1].after is not None else None


def _missing(entry: Entry | None, snapshot: dict[str, Any]) -> Change:
    """What has to be said of a concept so that its forms stand as they did."""
    if entry is None:
        terms = [_term(term) for term in snapshot["terms"]]
        return Change(tuple(terms), type=snapshot["type"], note=snapshot["note"], deleted=False)
    concept = entry.concept
    stands = {(term.language, term.text): (term.status, term.forbidden, term.note) for term in concept.terms}
    terms = [
        _term(term)
        for term in snapshot["terms"]
        if stands.get((term["language"], term["text"])) != (term["status"], bool(term["forbidden"]), term["note"])
    ]
    return Change(
        tuple(terms),
        type=snapshot["type"] if snapshot["type"] != concept.type else None,
        note=snapshot["note"] if snapshot["note"] != concept.note else None,
    )


def _term(term: dict[str, Any]) -> TermChange:
    return TermChange(term["text"], term["status"], bool(term["forbidden"]), term["note"], term["language"])
