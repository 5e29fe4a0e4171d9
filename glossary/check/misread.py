"""Persons whose syllables stand in another order than their hanzi, or are other sounds altogether: 왕촨푸(王福传)."""

from __future__ import annotations

import re
from functools import cache
from itertools import permutations
from typing import NamedTuple

from glossary.check.sound import aligned, reading
from glossary.reading.chars import mandarin, official_syllable
from glossary.reading.customary import custom_kind
from glossary.reading.names import surname_of
from glossary.text.hanzi import fold, simplified
from glossary.text.tables import records, rows

_CLEAR = 0.1  # cost up to which a syllable is Mandarin without doubt
_BAD = 0.25  # cost from which on it is no reading
_MOST = 4  # hanzi of a person's name
_HANGUL = re.compile("[가-힣]+")
_READ = ("official", "drift", "both")


class Misread(NamedTuple):
    """The name that the hanzi of a person would have in the order of the Hangul, "" where the sounds are others."""

    hanzi: str


def misread(ko: str, zh: str) -> Misread | None:
    """Whether a person's Hangul is Mandarin, syllable for syllable, yet of other hanzi or in another order.

    >>> misread("왕촨푸", "王福传"), misread("리하이원", "李文河"), misread("왕촨푸", "王传福")
    (Misread(hanzi='王传福'), Misread(hanzi=''), None)
    """
    if not 1 < len(zh) <= _MOST or not _HANGUL.fullmatch(ko) or surname_of(simplified(zh), "person") is None:
        return None
    if not _syllables(ko, len(zh)) or _fits(ko, zh, _BAD):
        return None
    ordered = ("".join(order) for order in permutations(zh))
    for other in dict.fromkeys(ordered):
        if other != zh and _fits(ko, other, _CLEAR):
            return Misread(other)
    sounds = {official_syllable(pinyin) for pinyin in mandarin(fold(zh[0]))} - {""}
    rest = any(_syllables(ko.removeprefix(sound), len(zh) - 1) for sound in sounds if ko.startswith(sound))
    apart = custom_kind(zh) in ("history", "star") or _otherwise(ko, zh)  # who is known by several names
    return Misread("") if rest and not apart and _strange(ko, zh) else None


def _fits(ko: str, zh: str, limit: float) -> bool:
    """Whether every syllable reads its hanzi, in Mandarin where the limit is narrow."""
    found = aligned(ko, zh)
    if found is None:
        return False
    if any(step.how in ("extra", "unread") or step.cost > limit for step in found.steps):
        return False
    return limit > _CLEAR or all(step.how in _READ for step in found.steps)


def _strange(ko: str, zh: str) -> bool:
    """Whether nothing but the surname is read, so that no single slip explains the rest."""
    found = aligned(ko, zh)
    steps = found.steps[1:] if found else ()
    return sum(step.how in ("extra", "unread") or step.cost > _BAD for step in steps) > 1


def _syllables(ko: str, count: int) -> bool:
    """Whether Hangul is exactly so many Mandarin syllables in official spelling."""
    reached = {0}
    for _ in range(count):
        reached = {at + len(s) for at in reached for s in _official() if ko.startswith(s, at)}
    return len(ko) in reached


def _otherwise(ko: str, zh: str) -> bool:
    """Whether the bearer is known in other hanzi that are read so: 장제스(蒋中正)."""
    return any(reading(other, "person").official == ko for other in _aliases().get(fold(zh), ()))


def is_listed(zh: str) -> bool:
    """Whether the program's own lists have a person of these folded hanzi.

    >>> is_listed("王传福"), is_listed("王福传")
    (True, False)
    """
    return zh in _listed()


@cache
def _listed() -> frozenset[str]:
    tables = (("known_names.tsv", ""), ("news_names.tsv", "person"))
    return frozenset(fold(row[0]) for table, kind in tables for row in rows(table) if row[1] == (kind or row[1]))


@cache
def _official() -> frozenset[str]:
    return frozenset(row[1] for row in rows("pinyin_hangul.tsv") if _HANGUL.fullmatch(row[1]))


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    groups = [tuple(row["names"].split()) for row in records("same_names.tsv")]
    return {fold(name): group for group in groups for name in group}
