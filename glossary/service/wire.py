"""The JSON shapes of the contract: the command line and the web write the same ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from glossary.model import Alternative, Evidence, Hit, Match, Mention, Reading, ScannedName


class AliasJson(TypedDict):
    """A further form in the bracket."""

    text: str
    kind: str


class MentionJson(TypedDict):
    """One line of `extract -f jsonl`."""

    file: str
    ko: str
    ko_start: int
    ko_end: int
    zh: str
    zh_start: int
    zh_end: int
    en: str | None
    aliases: list[AliasJson]
    kind: str
    relation: str
    type: str
    score: float
    line: int
    column: int


class MatchJson(TypedDict):
    """How a look-up result matched."""

    text: str
    field: str
    how: str
    status: NotRequired[str]  # of a form that is deprecated or superseded
    forbidden: NotRequired[bool]  # of a form that is not to be used


class HitJson(TypedDict):
    """One look-up result."""

    id: str | None
    ko: str
    zh_hans: str
    zh_hant: str
    en: str | None
    pinyin: str
    type: str
    status: str
    review: str
    variants: list[str]
    official: str
    sino_korean: str
    mentions: int
    generated: bool
    matched: MatchJson
    score: float


class LookupJson(TypedDict):
    """What a look-up answers."""

    query: str
    results: list[HitJson]


class ScannedJson(TypedDict):
    """One name of a scanned text."""

    text: str
    start: int
    end: int
    ko: str
    zh_hans: str
    en: str | None
    type: str
    concept: str | None
    generated: bool
    score: float
    others: list[str]


class ScanJson(TypedDict):
    """What a scan answers."""

    lang: str
    names: list[ScannedJson]


class EvidenceJson(TypedDict):
    """One reason."""

    feature: str
    value: float
    detail: str


class AlternativeJson(TypedDict):
    """Another plausible reading."""

    official: str
    pinyin: list[str]
    sino_korean: str
    reason: str


class ReadingJson(TypedDict):
    """One line of `transliterate -f jsonl`."""

    zh: str
    official: str
    pinyin: list[str]
    sino_korean: str
    customary: list[str]
    alternatives: list[AlternativeJson]
    trace: list[EvidenceJson]


def mention_json(mention: Mention, file: str) -> MentionJson:
    """A mention of the named file."""
    return {
        "file": file,
        "ko": mention.ko,
        "ko_start": mention.ko_start,
        "ko_end": mention.ko_end,
        "zh": mention.zh,
        "zh_start": mention.zh_start,
        "zh_end": mention.zh_end,
        "en": mention.en,
        "aliases": [{"text": alias.text, "kind": alias.kind} for alias in mention.aliases],
        "kind": mention.kind,
        "relation": mention.relation,
        "type": mention.type,
        "score": round(mention.score, 4),
        "line": mention.line,
        "column": mention.column,
    }


def hit_json(hit: Hit) -> HitJson:
    """A look-up result."""
    return {
        "id": hit.id,
        "ko": hit.ko,
        "zh_hans": hit.zh_hans,
        "zh_hant": hit.zh_hant,
        "en": hit.en,
        "pinyin": hit.pinyin,
        "type": hit.type,
        "status": hit.status,
        "review": hit.review,
        "variants": list(hit.variants),
        "official": hit.official,
        "sino_korean": hit.sino_korean,
        "mentions": hit.mentions,
        "generated": hit.generated,
        "matched": _match_json(hit.matched),
        "score": round(hit.score, 4),
    }


def _match_json(match: Match) -> MatchJson:
    told: MatchJson = {"text": match.text, "field": match.field, "how": match.how}
    if match.status in ("deprecated", "superseded"):
        told["status"] = match.status
    if match.forbidden:
        told["forbidden"] = True
    return told


def lookup_json(query: str, hits: list[Hit]) -> LookupJson:
    """The whole answer to a look-up."""
    return {"query": query, "results": [hit_json(hit) for hit in hits]}


def scan_json(lang: str, names: Iterable[ScannedName]) -> ScanJson:
    """The names of a text, in its order."""
    return {"lang": lang, "names": [_scanned_json(name) for name in names]}


def _scanned_json(name: ScannedName) -> ScannedJson:
    return {
        "text": name.text,
        "start": name.start,
        "end": name.end,
        "ko": name.ko,
        "zh_hans": name.zh_hans,
        "en": name.en,
        "type": name.type,
        "concept": name.concept,
        "generated": name.generated,
        "score": round(name.score, 4),
        "others": list(name.others),
    }


def reading_json(reading: Reading) -> ReadingJson:
    """How a hanzi name sounds."""
    return {
        "zh": reading.zh,
        "official": reading.official,
        "pinyin": list(reading.pinyin),
        "sino_korean": reading.sino_korean,
        "customary": list(reading.customary),
        "alternatives": [_alternative_json(item) for item in reading.alternatives],
        "trace": [evidence_json(item) for item in reading.trace],
    }


def _alternative_json(item: Alternative) -> AlternativeJson:
    return {
        "official": item.official,
        "pinyin": list(item.pinyin),
        "sino_korean": item.sino_korean,
        "reason": item.reason,
    }


def evidence_json(item: Evidence) -> EvidenceJson:
    """One reason."""
    return {"feature": item.feature, "value": item.value, "detail": item.detail}
