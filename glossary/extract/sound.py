"""Does a piece of Hangul sound like a Chinese name? Mandarin in Hangul against Korean, syllable by syllable."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from glossary.text.tables import records

LOAN = 1.5  # what an ending that English words have oftener takes from it
_LOANS = frozenset("스트드크프츠르브그즈")
LONGEST = 3  # Hangul that one Mandarin syllable takes at most: 시아오


class Sound(NamedTuple):
    """How much likelier a string is a Chinese name than a Korean or another foreign word (log odds), and its hanzi."""

    odds: float
    hanzi: int


@lru_cache(maxsize=65_536)  # words of one text are those of the next
def sound(word: str) -> Sound | None:
    """How Chinese a string sounds; None where it cannot be cut into Mandarin syllables at all.

    >>> sound("항티엔커지").odds > 4 > sound("서비스").odds, sound("했습니다")
    (True, None)
    """
    korean, foreign = _best(word, "korean"), _best(word, "foreign")
    if korean is None or foreign is None:
        return None
    found = min(korean, foreign)
    return Sound(found.odds - LOAN * (word[-1] in _LOANS), found.hanzi)


def _best(word: str, rival: str) -> Sound | None:
    """The cut into Mandarin syllables that stands best against a rival; None where there is no cut."""
    table = _table(rival)
    odds: list[float | None] = [0.0] + [None] * len(word)
    hanzi = [0] * (len(word) + 1)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST), end):
            before, piece = odds[start], table.get(word[start:end])
            if before is None or piece is None:
                continue
            reached, known = before + piece, odds[end]
            if known is None or reached >= known:
                odds[end], hanzi[end] = reached, hanzi[start] + 1
        if odds[end] is None and end >= LONGEST and not any(value is not None for value in odds[end - 2 : end]):
            return None
    total = odds[-1]
    return None if total is None else Sound(total, hanzi[-1])


@cache
def _table(rival: str) -> dict[str, float]:
    return {row["piece"]: float(row["mandarin"]) - float(row[rival]) for row in records("mandarin_sound.tsv")}
