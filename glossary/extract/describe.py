"""From a pair to a mention: relation, kind, type, score, aliases and the evidence for them."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.extract.aliases import aliases_of
from glossary.extract.cells import english_of
from glossary.extract.finders import Found
from glossary.extract.kinds import kind_of
from glossary.extract.relations import pair_relation
from glossary.extract.score import score_of
from glossary.extract.types import type_cues
from glossary.extract.typing import Draft, settle_types, share_kinds
from glossary.model import EntityType, Evidence, Mention
from glossary.policy import ExtractPolicy
from glossary.reading.learned import NOTHING, Learned
from glossary.text.hanzi import fold

_ALIKE = ("both", "either", "sino")
_BREAKS = str.maketrans("", "", "\r\n")


def describe(items: Sequence[Found], text: str, limits: ExtractPolicy, learned: Learned = NOTHING) -> list[Mention]:
    """The mentions of a document's pairs, with offsets into the composed text (line and column come later)."""
    parts = [draft_of(found, text) for found in items]
    drafts = share_kinds([draft for draft, _ in parts], text)
    types = settle_types(drafts, text)
    taught = [
        (*(why if draft.kind == own.kind else ()), *_taught(draft.found, learned))
        for draft, (own, why) in zip(drafts, parts, strict=True)
    ]
    return [_mention(draft, text, limits, why, *typed) for draft, why, typed in zip(drafts, taught, types, strict=True)]


def draft_of(found: Found, text: str) -> tuple[Draft, tuple[Evidence, ...]]:
    """What one pair says of itself: relation, kind and type cues, and why it has that kind."""
    ko, zh = _flat(text, found.pair.ko_start, found.pair.ko_end), _flat(text, found.pair.zh_start, found.pair.zh_end)
    relation = pair_relation(found.pair, ko, zh)
    cues = tuple(type_cues(found, text, ko, zh, relation))
    kind, why = kind_of(found, text, ko, zh, cues)
    if kind == "term" and english_of(text, found.after):
        kind, why = "name", (Evidence("table", 1.0, "an English name in the next cell"),)
    if kind == "gloss" and relation == "transliteration" and all(step.how in _ALIKE for step in found.pair.steps):
        relation = "sino-korean"  # a hanja gloss of a Korean word, however Mandarin sounds
    return Draft(found, ko, zh, relation, kind, cues), why


def _mention(
    draft: Draft,
    text: str,
    limits: ExtractPolicy,
    why_kind: tuple[Evidence, ...],
    type_: EntityType,
    why_type: tuple[Evidence, ...],
) -> Mention:
    found, pair = draft.found, draft.found.pair
    return Mention(
        ko=draft.ko,
        ko_start=pair.ko_start,
        ko_end=pair.ko_end,
        zh=draft.zh,
        zh_start=pair.zh_start,
        zh_end=pair.zh_end,
        kind=draft.kind,
        relation=draft.relation,
        type=type_,
        score=score_of(pair, draft.ko, draft.zh, draft.kind, draft.relation),
        en=english_of(text, found.after) if draft.kind != "gloss" else None,
        aliases=aliases_of(found, text, limits),
        evidence=(*_trace(found), *why_kind, *why_type),
    )


def _flat(text: str, start: int, end: int) -> str:
    return text[start:end].translate(_BREAKS)


def _trace(found: Found) -> tuple[Evidence, ...]:
    shown = tuple(
        Evidence(
            "reading", round(step.cost, 3), f"{step.ko or '∅'} = {step.zh or '∅'}: {step.how} {step.reading}".strip()
        )
        for step in found.pair.steps
    )
    tail = (Evidence("tail", 0.0, found.pair.tail),) if found.pair.tail else ()
    return (*shown, *tail) or (Evidence("reading", 1.0, "no reading of the hanzi"),)


def _taught(found: Found, learned: Learned) -> tuple[Evidence, ...]:
    """Which stretches were read as brands that texts have taught, and how often they had stood so."""
    if not learned:
        return ()
    seen = [(step, learned.times(step.ko, fold(step.zh))) for step in found.pair.steps if step.how == "brand"]
    return tuple(Evidence("learned", float(times), f"{step.ko} = {step.zh}") for step, times in seen if times)
