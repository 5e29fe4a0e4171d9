"""Types of all mentions of a document together: names in one list, and one name at several places, share their cues."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from glossary.extract.cues import Cue
from glossary.extract.finders import Found
from glossary.extract.types import Odds, type_odds
from glossary.model import EntityType, Evidence, Kind, Relation
from glossary.text.hanzi import fold

_BETWEEN = re.compile(r"[성시현주구진촌]?[ \n]*(?:[·,、ㆍ\-~∼–]|[와과및]|이나|또는)[ \n]*(?:및 )?\Z")
_FAR = 12  # characters between two names that may still stand in one list


@dataclass(frozen=True, slots=True)
class Draft:
    """A pair whose type is still open, with the cues that its own form and surroundings give."""

    found: Found
    ko: str
    zh: str
    relation: Relation
    kind: Kind
    cues: tuple[Cue, ...]


def settle_types(drafts: Sequence[Draft], text: str) -> list[tuple[EntityType, tuple[Evidence, ...]]]:
    """The type of each draft and the cues that speak for it, in the order given."""
    odds = [type_odds(draft.cues) for draft in drafts]
    shared = shared_cues(drafts, odds, text)
    return [
        ("term", ()) if draft.kind != "name" else _settled((*draft.cues, *more))
        for draft, more in zip(drafts, shared, strict=True)
    ]


def shared_cues(drafts: Sequence[Draft], odds: Sequence[Odds], text: str) -> list[list[Cue]]:
    """What neighbours in a list and other mentions of the same hanzi say of each draft."""
    shared: list[list[Cue]] = [[] for _ in drafts]
    same: defaultdict[str, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        same[fold(draft.zh)].append(index)
        if index and _listed(drafts[index - 1], draft, text):
            shared[index].extend(_said(odds[index - 1], "list"))
            shared[index - 1].extend(_said(odds[index], "list"))
    for indexes in same.values():
        if len(indexes) > 1:
            total = {type_: sum(odds[i][type_] for i in indexes) for type_ in odds[indexes[0]]}
            for index in indexes:
                mean = {t: (total[t] - odds[index][t]) / (len(indexes) - 1) for t in total}
                shared[index].extend(_said(mean, "same"))
    return shared


def _said(odds: Odds, group: str) -> list[Cue]:
    return [Cue("", type_, share, group) for type_, share in odds.items() if share > 0.02]


def _listed(one: Draft, other: Draft, text: str) -> bool:
    start, end = one.found.after, other.found.pair.ko_start
    return 0 <= end - start <= _FAR and _BETWEEN.match(text[start:end].strip("‘’“”'\"<>《》〈〉「」『』")) is not None


def _settled(cues: Sequence[Cue]) -> tuple[EntityType, tuple[Evidence, ...]]:
    odds = type_odds(cues)
    best = max(odds, key=lambda type_: odds[type_])
    witnesses = tuple(
        Evidence(f"type-{cue.side}", round(cue.weight, 2), f"{cue.word}: {cue.says}".strip(": "))
        for cue in cues
        if cue.says == best and not cue.side.startswith("form-")
    )
    return best, (Evidence("type", round(odds[best], 3), best), *witnesses)
