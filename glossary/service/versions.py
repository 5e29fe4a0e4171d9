"""Versions: what a concept was when somebody began to edit it, and what others have made of it since."""

from __future__ import annotations

import json
from dataclasses import dataclass

from glossary.model import Concept, CuratedTerm
from glossary.service.context import Context


@dataclass(frozen=True, slots=True)
class Version:
    """What an editor can change of a concept, as it was at a version."""

    version: int
    type: str
    review: str
    note: str
    terms: tuple[CuratedTerm, ...]


def version_of(concept: Concept) -> Version:
    """A concept as it is.

    >>> version_of(Concept("c1", "彭昭", "person", (), 3, 1, version=2, note="회장"))
    Version(version=2, type='person', review='mined', note='회장', terms=())
    """
    terms = (CuratedTerm(t.text, t.language, t.status, t.forbidden, t.note, t.source) for t in concept.terms)
    return Version(concept.version, concept.type, concept.review, concept.note, tuple(terms))


def versions(ctx: Context, concept_id: str, base: int) -> tuple[Version | None, Version]:
    """A concept as it was at a version, None where it never had that one, and as it is now.

    Raises NotFoundError("concept-missing").
    """
    with ctx.reader() as reader:
        now = reader.concept(concept_id).concept
        events = reader.events(entity="concept", ids=[now.id])
    then = next((event.after for event in events if event.version == base and event.after is not None), None)
    return (None if then is None else _of_snapshot(base, then)), version_of(now)


def _of_snapshot(version: int, text: str) -> Version:
    said = json.loads(text)
    terms = (
        CuratedTerm(t["text"], t["language"], t["status"], bool(t["forbidden"]), t["note"], t["source"])
        for t in said["terms"]
    )
    return Version(version, said["type"], said["review"], said["note"], tuple(terms))
