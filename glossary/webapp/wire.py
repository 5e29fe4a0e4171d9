"""The JSON of one entry; the shapes that the command line writes as well are in `service.wire`."""

from __future__ import annotations

from typing import TypedDict

from glossary.model import Occurrence, Term
from glossary.service.wire import AliasJson, EvidenceJson, ReadingJson, evidence_json, reading_json
from glossary.views import ConceptView
from glossary.webapp.show import preferred


class TermJson(TypedDict):
    """One form of a concept."""

    text: str
    language: str
    status: str
    count: int
    documents: int
    bare: int
    forbidden: bool
    note: str
    source: str


class OccurrenceJson(TypedDict):
    """A mention in its sentence; the places are those in the sentence."""

    document: str
    issue: int | None
    date: str | None
    line: int
    sentence: str
    ko_start: int
    ko_end: int
    zh_start: int
    zh_end: int
    document_id: str
    ko: str
    zh: str
    relation: str
    score: float


class ConceptJson(TypedDict):
    """One concept with all that speaks for it."""

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
    terms: list[TermJson]
    why: list[EvidenceJson]
    aliases: list[AliasJson]
    reading: ReadingJson | None
    occurrences: list[OccurrenceJson]
    note: str
    source: str
    members: list[str]


def concept_json(view: ConceptView) -> ConceptJson:
    """One entry with its preferred forms, all its terms, readings and evidence."""
    concept = view.concept
    return {
        "id": concept.id,
        "ko": preferred(concept, "ko"),
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
        "terms": [_term(term) for term in concept.terms],
        "why": [evidence_json(reason) for reason in concept.why],
        "aliases": [{"text": alias.text, "kind": alias.kind} for alias in view.aliases],
        "reading": None if view.reading is None else reading_json(view.reading),
        "occurrences": [_occurrence(occurrence) for occurrence in view.occurrences],
        "note": concept.note,
        "source": concept.source,
        "members": list(concept.members),
    }


def _term(term: Term) -> TermJson:
    return {
        "text": term.text,
        "language": term.language,
        "status": term.status,
        "count": term.count,
        "documents": term.documents,
        "bare": term.bare,
        "forbidden": term.forbidden,
        "note": term.note,
        "source": term.source,
    }


def _occurrence(seen: Occurrence) -> OccurrenceJson:
    mention = seen.mention
    return {
        "document": seen.document,
        "issue": seen.issue,
        "date": seen.date,
        "line": seen.line,
        "sentence": seen.sentence,
        "ko_start": seen.ko_start,
        "ko_end": seen.ko_end,
        "zh_start": seen.zh_start,
        "zh_end": seen.zh_end,
        "document_id": seen.document_id,
        "ko": mention.ko,
        "zh": mention.zh,
        "relation": mention.relation,
        "score": mention.score,
    }
