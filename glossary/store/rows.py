"""Rows to values and back: the only place that knows how a dataclass lies in a table."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from glossary.model import (
    Alias,
    Alternative,
    BareMention,
    Brand,
    Concept,
    Evidence,
    Mention,
    Proposal,
    Reading,
    Term,
)

_NONE = "[]"  # the commonest list needs no parser
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once: an edit writes dozens


def dumps(values: Any) -> str:
    """A column's JSON: Hangul and hanzi as they are, no spaces."""
    return _encode(values)


def mention_row(mention: Mention, document: int, key: str) -> dict[str, Any]:
    """A mention as a row; which concept it belongs to is decided later."""
    return {
        "document_id": document,
        "key": key,
        "ko": mention.ko,
        "ko_start": mention.ko_start,
        "ko_end": mention.ko_end,
        "zh": mention.zh,
        "zh_start": mention.zh_start,
        "zh_end": mention.zh_end,
        "en": mention.en,
        "kind": mention.kind,
        "relation": mention.relation,
        "type": mention.type,
        "score": mention.score,
        "line": mention.line,
        "column": mention.column,
        "aliases": dumps([[alias.text, alias.kind] for alias in mention.aliases]),
        "evidence": _evidence_values(mention.evidence),
    }


def brand_row(brand: Brand, document: int) -> dict[str, Any]:
    """A brand that a document speaks for as a row."""
    return {"document_id": document, "zh": brand.zh, "ko": brand.ko, "count": brand.count}


def mention_of(row: sqlite3.Row) -> Mention:
    """The mention that a row holds."""
    return Mention(
        ko=row["ko"],
        ko_start=row["ko_start"],
        ko_end=row["ko_end"],
        zh=row["zh"],
        zh_start=row["zh_start"],
        zh_end=row["zh_end"],
        kind=row["kind"],
        relation=row["relation"],
        type=row["type"],
        score=row["score"],
        en=row["en"],
        aliases=_aliases(row["aliases"]),
        line=row["line"],
        column=row["column"],
        evidence=_evidence(row["evidence"]),
    )


def concept_row(concept: Concept, reading: Reading) -> dict[str, Any]:
    """A concept as a row, its terms apart."""
    return {
        "id": concept.id,
        "key": concept.key,
        "type": concept.type,
        "review": concept.review,
        "mentions": concept.mentions,
        "documents": concept.documents,
        "first_seen": concept.first_seen,
        "last_seen": concept.last_seen,
        "version": concept.version,
        "why": _evidence_values(concept.why),
        "aliases": dumps([[alias.text, alias.kind] for alias in concept.aliases]),
        "reading": dumps(_reading_values(reading)),
        "note": concept.note,
        "source": concept.source,
    }


def concept_of(row: sqlite3.Row, terms: tuple[Term, ...], members: tuple[str, ...] = ()) -> Concept:
    """The concept that a row, its terms and its members hold."""
    return Concept(
        id=row["id"],
        key=row["key"],
        type=row["type"],
        terms=terms,
        mentions=row["mentions"],
        documents=row["documents"],
        review=row["review"],
        why=_evidence(row["why"]),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        version=row["version"],
        aliases=_aliases(row["aliases"]),
        note=row["note"],
        source=row["source"],
        members=members,
    )


def term_rows(concept: Concept) -> list[dict[str, Any]]:
    """The terms of a concept as rows, in their order."""
    return [
        {
            "concept_id": concept.id,
            "place": place,
            "language": term.language,
            "text": term.text,
            "status": term.status,
            "count": term.count,
            "documents": term.documents,
            "bare": term.bare,
            "forbidden": int(term.forbidden),
            "note": term.note,
            "source": term.source,
        }
        for place, term in enumerate(concept.terms)
    ]


def term_of(row: sqlite3.Row) -> Term:
    """The term that a row holds."""
    return Term(
        text=row["text"],
        language=row["language"],
        status=row["status"],
        count=row["count"],
        documents=row["documents"],
        bare=row["bare"],
        forbidden=bool(row["forbidden"]),
        note=row["note"],
        source=row["source"],
    )


def bare_row(mention: BareMention, document: int) -> dict[str, Any]:
    """A bare mention as a row."""
    return {
        "document_id": document,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "nodes": dumps(mention.nodes),
        "type": mention.type,
        "score": mention.score,
        "line": mention.line,
        "column": mention.column,
        "evidence": _evidence_values(mention.evidence),
    }


def bare_of(row: sqlite3.Row) -> BareMention:
    """The bare mention that a row holds."""
    return BareMention(
        text=row["text"],
        start=row["start"],
        end=row["end"],
        nodes=tuple(json.loads(row["nodes"])),
        type=row["type"],
        score=row["score"],
        line=row["line"],
        column=row["column"],
        evidence=_evidence(row["evidence"]),
    )


def proposal_row(proposal: Proposal) -> dict[str, Any]:
    """A proposal as a row."""
    return {
        "left": proposal.left,
        "right": proposal.right,
        "judgement": proposal.judgement,
        "score": proposal.score,
        "evidence": _evidence_values(proposal.evidence),
        "touches": proposal.touches,
        "automatic": int(proposal.automatic),
    }


def proposal_of(row: sqlite3.Row) -> Proposal:
    """The proposal that a row holds."""
    return Proposal(
        left=row["left"],
        right=row["right"],
        judgement=row["judgement"],
        score=row["score"],
        evidence=_evidence(row["evidence"]),
        touches=row["touches"],
        automatic=bool(row["automatic"]),
    )


def reading_of(text: str) -> Reading:
    """The reading that a column holds."""
    values = json.loads(text)
    return Reading(
        zh=values["zh"],
        official=values["official"],
        pinyin=tuple(values["pinyin"]),
        sino_korean=values["sino_korean"],
        customary=tuple(values["customary"]),
        alternatives=tuple(Alternative(a[0], tuple(a[1]), a[2], a[3]) for a in values["alternatives"]),
        trace=tuple(Evidence(*item) for item in values["trace"]),
    )


def _reading_values(reading: Reading) -> dict[str, Any]:
    return {
        "zh": reading.zh,
        "official": reading.official,
        "pinyin": reading.pinyin,
        "sino_korean": reading.sino_korean,
        "customary": reading.customary,
        "alternatives": [[a.official, a.pinyin, a.sino_korean, a.reason] for a in reading.alternatives],
        "trace": [[item.feature, item.value, item.detail] for item in reading.trace],
    }


def _aliases(text: str) -> tuple[Alias, ...]:
    return tuple(Alias(*item) for item in json.loads(text)) if text != _NONE else ()


def _evidence_values(evidence: tuple[Evidence, ...]) -> str:
    return dumps([[item.feature, item.value, item.detail] for item in evidence])


def _evidence(text: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(*item) for item in json.loads(text)) if text != _NONE else ()
