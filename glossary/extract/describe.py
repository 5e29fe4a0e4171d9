"""From a pair to a mention: relation, kind, type, score, aliases and the evidence for them."""

from __future__ import annotations

from glossary.extract.aliases import aliases_of, english_of
from glossary.extract.finders import Found
from glossary.extract.kinds import kind_of
from glossary.extract.relations import pair_relation
from glossary.extract.score import score_of
from glossary.extract.types import type_of
from glossary.model import Evidence, Mention
from glossary.policy import Policy

_BREAKS = str.maketrans("", "", "\r\n")


def describe(found: Found, text: str, policy: Policy) -> Mention:
    """The mention of a pair, with offsets into the composed text (line and column come later)."""
    pair = found.pair
    ko = text[pair.ko_start : pair.ko_end].translate(_BREAKS)
    zh = text[pair.zh_start : pair.zh_end].translate(_BREAKS)
    relation = pair_relation(pair, ko, zh)
    kind, why_kind = kind_of(found, text, ko, zh, relation)
    type_, why_type = type_of(found, text, ko, zh, relation, kind)
    score = score_of(pair, ko, zh, kind, relation)
    return Mention(
        ko=ko,
        ko_start=pair.ko_start,
        ko_end=pair.ko_end,
        zh=zh,
        zh_start=pair.zh_start,
        zh_end=pair.zh_end,
        kind=kind,
        relation=relation,
        type=type_,
        score=score,
        en=english_of(text, found.after) if kind != "gloss" else None,
        aliases=aliases_of(found, text),
        evidence=(*_trace(found), *why_kind, *why_type),
    )


def _trace(found: Found) -> tuple[Evidence, ...]:
    shown = tuple(
        Evidence("reading", round(step.cost, 3), f"{step.ko or '∅'} = {step.zh or '∅'}: {step.how} {step.reading}".strip())
        for step in found.pair.steps
    )
    tail = (Evidence("tail", 0.0, found.pair.tail),) if found.pair.tail else ()
    return (*shown, *tail) or (Evidence("reading", 1.0, "no reading of the hanzi"),)
