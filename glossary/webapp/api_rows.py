"""The rows of lists and the answers of writes, as TypedDicts: the description of the interface is made from them."""

from __future__ import annotations

from typing import TypedDict

from glossary.model import Concept, Decision, Ignore
from glossary.service.versions import Version
from glossary.views import DocumentSummary, NameLine
from glossary.webapp.show import preferred


class ConceptRow(TypedDict):
    """One concept of a list."""

    id: str
    ko: str
    zh_hans: str
    zh_hant: str
    en: str | None
    type: str
    review: str
    version: int
    mentions: int
    documents: int
    first_seen: str | None
    last_seen: str | None
    variants: list[str]
    note: str


class DocumentRow(TypedDict):
    """One document that was read."""

    id: str
    name: str
    title: str
    issue: int | None
    date: str | None
    mentions: int
    concepts: int


class NameRow(TypedDict):
    """One name of a document, where it stands first."""

    concept: str
    ko: str
    zh: str
    en: str | None
    type: str
    line: int
    mentions: int


class DecisionRow(TypedDict):
    """Somebody's answer whether two names are one."""

    id: int
    left: str
    right: str
    judgement: str
    actor: str
    at: str
    why: str
    origin: str
    scope: list[str]
    undone: bool


class IgnoreRow(TypedDict):
    """What was silenced, and why."""

    id: int
    rule: str
    concept: str
    document: str
    text: str
    fingerprint: str
    reason: str
    actor: str
    at: str
    undone: bool


class VersionTerm(TypedDict):
    """One form of a version."""

    text: str
    language: str
    status: str
    forbidden: bool
    note: str


class VersionRow(TypedDict):
    """What can be changed of a concept, as it was at a version."""

    version: int
    type: str
    review: str
    note: str
    terms: list[VersionTerm]


class WrittenRow(TypedDict):
    """What a write did: the concept with its version now, and the event that takes it back; 0 where nothing changed."""

    concept: str
    version: int
    event: int


def concept_row(concept: Concept) -> ConceptRow:
    """A concept of a list."""
    ko = preferred(concept, "ko")
    return {
        "id": concept.id,
        "ko": ko,
        "zh_hans": preferred(concept, "zh-Hans"),
        "zh_hant": preferred(concept, "zh-Hant"),
        "en": preferred(concept, "en") or None,
        "type": concept.type,
        "review": concept.review,
        "version": concept.version,
        "mentions": concept.mentions,
        "documents": concept.documents,
        "first_seen": concept.first_seen,
        "last_seen": concept.last_seen,
        "variants": [term.text for term in concept.terms if term.language == "ko" and term.text != ko],
        "note": concept.note,
    }


def document_row(one: DocumentSummary) -> DocumentRow:
    """A document."""
    return {
        "id": one.id,
        "name": one.name,
        "title": one.title,
        "issue": one.issue,
        "date": one.date,
        "mentions": one.mentions,
        "concepts": one.concepts,
    }


def name_row(one: NameLine) -> NameRow:
    """A name of a document."""
    return {
        "concept": one.concept,
        "ko": one.ko,
        "zh": one.zh,
        "en": one.en,
        "type": one.type,
        "line": one.line,
        "mentions": one.mentions,
    }


def decision_row(one: Decision) -> DecisionRow:
    """A decision."""
    return {
        "id": one.id,
        "left": one.left,
        "right": one.right,
        "judgement": one.judgement,
        "actor": one.actor,
        "at": one.at,
        "why": one.why,
        "origin": one.origin,
        "scope": list(one.scope),
        "undone": one.undone,
    }


def ignore_row(one: Ignore) -> IgnoreRow:
    """An ignore."""
    return {
        "id": one.id,
        "rule": one.rule,
        "concept": one.concept,
        "document": one.document,
        "text": one.text,
        "fingerprint": one.fingerprint,
        "reason": one.reason,
        "actor": one.actor,
        "at": one.at,
        "undone": one.undone,
    }


def version_row(one: Version) -> VersionRow:
    """A concept at a version."""
    terms: list[VersionTerm] = [
        {"text": t.text, "language": t.language, "status": t.status, "forbidden": t.forbidden, "note": t.note}
        for t in one.terms
    ]
    return {"version": one.version, "type": one.type, "review": one.review, "note": one.note, "terms": terms}
