"""Shares of characters in names, of their readings, and of the spellings of those: the tables behind sounds.py."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from glossary.reading.law import at_head
from glossary.reading.options import readings
from glossary.reading.spellings import spell, syllables
from glossary.text.hanzi import fold, is_hanzi
from glossary.text.tables import records, rows

_RARER = 0.12  # weight of each reading after the first
_PARTS = (0.4, 0.35, 0.25)  # what known names, given names and surnames have in the characters' shares
_LAWFUL = 0.6  # how often a syllable under the initial-sound law is written by it
_HEAD = 6  # how much the commonest surname stands out
FLOOR = 1e-6  # share of what no table explains
LONGEST = 3  # Hangul syllables of the longest spelling of one hanzi


@lru_cache(maxsize=20_000)
def heard_as(char: str) -> tuple[tuple[str, float], ...]:
    return tuple(_ranked([pinyin for pinyin, _ in readings(char)[0]]))


@lru_cache(maxsize=20_000)
def sino_of(char: str) -> tuple[tuple[str, float], ...]:
    """The Sino-Korean syllables of a character by weight, 이 for 리 among them, as the law writes it at a head.

    >>> [form for form, _ in sino_of("李")]
    ['이', '리']
    """
    hanja = list(readings(char)[1])
    lawful = {at_head(form) for form in hanja if at_head(form) != form}
    found: dict[str, float] = defaultdict(float)
    for form, weight in _ranked([form for form in hanja if form not in lawful] or hanja):
        law = at_head(form)
        if law == form:
            found[form] += weight
        else:
            found[law] += _LAWFUL * weight
            found[form] += (1 - _LAWFUL) * weight
    return tuple(found.items())


def _ranked(items: list[str]) -> Iterator[tuple[str, float]]:
    weights = [_RARER**rank if rank < 2 else _RARER**2 for rank in range(len(items))]
    return ((item, weight / sum(weights)) for item, weight in zip(items, weights, strict=True))


@cache
def drift_shares() -> dict[str, float]:
    return {row["step"]: float(row["share"]) for row in records("drift_shares.tsv")}


@cache
def spelled() -> dict[str, dict[str, float]]:
    """For each chunk the pinyin syllables that are spelled so, with the share of their spellings."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for pinyin, forms in written().items():
        for form, share in forms.items():
            found[form][pinyin] = share
    return dict(found)


@cache
def written() -> dict[str, dict[str, float]]:
    """For each pinyin syllable its spellings with their shares."""
    steps = [(float(row["most"]), float(row["share"])) for row in records("drift_shares.tsv")]
    found = {}
    for pinyin in sorted(syllables()):
        costs = {form: cost for form, cost in spell(pinyin).items() if len(form) <= LONGEST}
        level = {form: next(at for at, step in enumerate(steps) if cost <= step[0]) for form, cost in costs.items()}
        counts = Counter(level.values())
        found[pinyin] = {form: steps[at][1] / counts[at] for form, at in level.items()}
    return found


@cache
def heard_shares() -> dict[str, float]:
    table = pinyin_shares()
    return {
        chunk: max(FLOOR, sum(table.get(pinyin, 0.0) * share for pinyin, share in found.items()))
        for chunk, found in spelled().items()
    }


@cache
def likeliest() -> dict[str, tuple[float, str]]:
    """For each chunk that spells a pinyin syllable the likeliest one, with the log of its share.

    >>> likeliest()["조우"][1], likeliest()["지엔"][1], "곡" in likeliest()
    ('zhou', 'jian', False)
    """
    table = pinyin_shares()
    return {
        chunk: max((math.log(table.get(pinyin, 0.0) * share + 1e-9), pinyin) for pinyin, share in found.items())
        for chunk, found in spelled().items()
    }


@cache
def char_shares() -> dict[str, float]:
    """How common each character is in names: in those that the tables hold, in given names, in surnames."""
    known: Counter[str] = Counter()
    for table in ("known_names.tsv", "china_places.tsv", "customary.tsv", "brands.tsv"):
        for row in rows(table):
            known.update(filter(is_hanzi, fold(row[0])))
    given = {char: 2.0 ** int(band) for band, chars in rows("given_hanja.tsv") for char in chars}
    ranked = "".join(chars for share, chars in rows("common_surnames.tsv") if share[0].isdigit() and "|" not in chars)
    surnames = {char: 1 / (rank + _HEAD) for rank, char in enumerate(ranked)}
    found: dict[str, float] = defaultdict(float)
    sources: tuple[Mapping[str, float], ...] = (known, given, surnames)
    for part, counts in zip(_PARTS, sources, strict=True):
        total = sum(counts.values())
        for char, count in counts.items():
            found[char] += part * count / total
    return found


@cache
def pinyin_shares() -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for char, share in char_shares().items():
        for pinyin, weight in heard_as(char):
            found[pinyin] += share * weight
    return dict(found)


@cache
def answering() -> dict[str, frozenset[str]]:
    """For each Sino-Korean syllable all spellings of the first readings of its characters."""
    return {
        syllable: frozenset(form for char, _ in chars for pinyin, _ in heard_as(char)[:1] for form in spell(pinyin))
        for syllable, chars in read_chars().items()
    }


@cache
def read_chars() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each Sino-Korean syllable its characters with their share."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for char, share in char_shares().items():
        for syllable, weight in sino_of(char):
            found[syllable].append((char, share * weight))
    return {syllable: tuple(chars) for syllable, chars in found.items()}
