"""Types of all mentions of a document together: names in one list, and one name at several places, share their cues."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

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


def share_kinds(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts with a common word made a name where it ends like one and stands in a list beside one.

    서부금속(西部金属), 서부 티타늄업(西部钛业): the dictionary knows the first as two words, the list as a firm.
    """
    settled = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.kind != "term" or not any(cue.side.startswith("ending-zh") for cue in draft.cues):
            continue
        before = index > 0 and drafts[index - 1].kind == "name" and _listed(drafts[index - 1], draft, text)
        after = index + 1 < len(drafts) and drafts[index + 1].kind == "name" and _listed(draft, drafts[index + 1], text)
        if before or after:
            settled[index] = replace(draft, kind="name")
    return settled


def settle_types(drafts: Sequence[Draft], text: str) -> list[tuple[EntityType, tuple[Evidence, ...]]]:
    """The type of each draft and the cues that speak for it, in the order given."""
    known: dict[int, Odds] = {}

    def odds_of(index: int) -> Odds:
        if index not in known:
            known[index] = type_odds(drafts[index].cues)
        return known[index]

    shared = shared_cues(drafts, odds_of, text)
    return [
        ("term", ())
        if draft.kind != "name"
        else _settled((*draft.cues, *more), type_odds((*draft.cues, *more)) if more else odds_of(index))
        for index, (draft, more) in enumerate(zip(drafts, shared, strict=True))
    ]


def shared_cues(drafts: Sequence[Draft], odds_of: Callable[[int], Odds], text: str) -> list[list[Cue]]:
    """What neighbours in a list and other mentions of the same hanzi say of each draft.

    `odds_of` tells the odds of a draft by its own cues; it is asked only for drafts that have something to share.
    """
    shared: list[list[Cue]] = [[] for _ in drafts]
    same: defaultdict[str, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        same[fold(draft.zh)].append(index)
        if index and _listed(drafts[index - 1], draft, text):
            shared[index].extend(_said(odds_of(index - 1), "list"))
            shared[index - 1].extend(_said(odds_of(index), "list"))
    for indexes in same.values():
        if len(indexes) > 1:
            _share(indexes, odds_of, shared)
    return shared


def _share(indexes: list[int], odds_of: Callable[[int], Odds], shared: list[list[Cue]]) -> None:
    """Tell each mention of one name what its other mentions say on average."""
    each = [odds_of(index) for index in indexes]
    total = {type_: sum(odds[type_] for odds in each) for type_ in each[0]}
    for index, odds in zip(indexes, each, strict=True):
        mean = {type_: (total[type_] - odds[type_]) / (len(indexes) - 1) for type_ in total}
        shared[index].extend(_said(mean, "same"))


def _said(odds: Odds, group: str) -> list[Cue]:
    return [Cue("", type_, share, group) for type_, share in odds.items() if share > 0.02]


def _listed(one: Draft, other: Draft, text: str) -> bool:
    start, end = one.found.after, other.found.pair.ko_start
    return 0 <= end - start <= _FAR and _BETWEEN.match(text[start:end].strip("‘’“”'\"<>《》〈〉「」『』")) is not None


def _settled(cues: Sequence[Cue], odds: Odds) -> tuple[EntityType, tuple[Evidence, ...]]:
    best = max(odds, key=lambda type_: odds[type_])
    witnesses = tuple(
        Evidence(f"type-{cue.side}", round(cue.weight, 2), f"{cue.word}: {cue.says}".strip(": "))
        for cue in cues
        if cue.says == best and not cue.side.startswith("form-")
    )
    return best, (Evidence("type", round(odds[best], 3), best), *witnesses)
