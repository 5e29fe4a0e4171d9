"""Brands a document witnesses: Hangul names that are no reading of the hanzi beside them, as 투조이 for 天九."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from glossary.extract.cues import like_person
from glossary.extract.describe import draft_of
from glossary.extract.finders import Found
from glossary.extract.notes import is_note, looks_foreign
from glossary.model import Brand
from glossary.reading.learned import Learned
from glossary.reading.lexicon import in_dictionary
from glossary.reading.renderings import bearers
from glossary.text.hanzi import HANZI, fold

_HANZI = re.compile(f"[{HANZI}]{{2,6}}")
_BRAND = re.compile("[가-힣]{2,12}")  # 호라이즌로보틱스 has 8 syllables
_RUN = re.compile(f"[{HANZI}]+")

Told = tuple[str, str]  # Hangul, folded hanzi


def witnessed(found: Sequence[Found], text: str) -> tuple[Brand, ...]:
    """The brands that the pairs of a document speak for, each with how often, in the order of their hanzi.

    The pairs must come of a search that was taught nothing, so that what a document says depends on it alone.

    >>> from glossary.extract.extract import pairs_of
    >>> from glossary.policy import load_policy
    >>> from glossary.tokens import load
    >>> text = "루미오그룹(星潭集團)과 루미오공유그룹(星潭共享集团)"
    >>> witnessed(list(pairs_of(text, load_policy(), load())), text)
    (Brand(zh='星潭', ko='루미오', count=2),)
    """
    counts = Counter(told for item in found for told in _unread(item, text))
    if not counts:
        return ()
    read = _read(found, text)
    return tuple(
        Brand(zh, ko, count)
        for (ko, zh), count in sorted(counts.items(), key=lambda item: item[0][::-1])
        if _may_be_brand(ko, zh) and not any(_differ(zh, other) for other in (*read.get(ko, ()), *bearers(ko)))
    )


def taught(learned: Learned, text: str) -> bool:
    """Whether a text holds hanzi of a learned brand, so that reading it once more may find more.

    >>> from glossary.reading.learned import learned
    >>> taught(learned([Brand("星潭", "루미오", 2)], 2), "上海星潭에서"), taught(learned([], 2), "上海星潭에서")
    (True, False)
    """
    return bool(learned) and any(learned.within(fold(run)) for run in set(_RUN.findall(text)))


def _unread(item: Found, text: str) -> Iterator[Told]:
    """The stretches of one pair that no reading explains: the whole of it, or an unknown brand at its head."""
    pair = item.pair
    if pair.method == "none":
        draft = draft_of(item, text)[0]
        named = draft.kind == "name" and draft.relation == "other"
        if named and _BRAND.fullmatch(draft.ko) and _HANZI.fullmatch(draft.zh):
            yield draft.ko, fold(draft.zh)
    for step in pair.steps:
        if step.how == "brand" and not step.reading and _BRAND.fullmatch(step.ko) and _HANZI.fullmatch(step.zh):
            yield step.ko, fold(step.zh)


def _read(found: Sequence[Found], text: str) -> dict[str, set[str]]:
    """Which hanzi each Hangul name of the document reads: 샤오미 beside 雷軍 is no brand where it reads 小米."""
    read: dict[str, set[str]] = {}
    for item in found:
        if item.pair.method != "none":
            ko = "".join(text[item.pair.ko_start : item.pair.ko_end].split())
            read.setdefault(ko, set()).add(fold(text[item.pair.zh_start : item.pair.zh_end]))
    return read


def _may_be_brand(ko: str, zh: str) -> bool:
    """Whether Hangul is neither a word of the dictionary (기업 小巨人) nor another name beside a person's."""
    if in_dictionary(ko) or is_note(ko):
        return False
    return not like_person(zh) or looks_foreign(ko, strict=True)


def _differ(one: str, other: str) -> bool:
    return one not in other and other not in one
