"""Does a piece of Hangul sound like a Chinese name? Mandarin in Hangul against Korean, syllable by syllable."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from glossary.text.tables import records

LOAN = 1.5  # what an ending that English words have oftener takes from it
_LOANS = frozenset("스트드크프츠르브그즈")
LONGEST = 3  # Hangul that one Mandarin syllable takes at most: 시아오


class Sound(NamedTuple):
    """How much likelier a string is a Chinese name than a Korean or another foreign word (log odds), and its hanzi."""

    odds: float
    hanzi: int


def sound(word: str) -> Sound | None:
    """How Chinese a string sounds; None where it cannot be cut into Mandarin syllables at all.

    >>> sound("항티엔커지").odds > 4 > sound("서비스").odds, sound("했습니다")
    (True, None)
    """
    rivals = [path for path in (_best(word, "korean"), _best(word, "foreign")) if path is not None]
    if not rivals:
        return None
    found = min(rivals)
    return Sound(found.odds - LOAN * (word[-1] in _LOANS), found.hanzi)


def _best(word: str, rival: str) -> Sound | None:
    """The cut into Mandarin syllables that stands best against a rival; None where there is no cut."""
    table = _table(rival)
    best: list[Sound | None] = [Sound(0.0, 0)] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for size in range(1, min(LONGEST, end) + 1):
            before, piece = best[end - size], table.get(word[end - size : end])
            if before is None or piece is None:
                continue
            reached = Sound(before.odds + piece, before.hanzi + 1)
            known = best[end]
            if known is None or reached.odds > known.odds:
                best[end] = reached
    return best[-1]


@cache
def _table(rival: str) -> dict[str, float]:
    return {row["piece"]: float(row["mandarin"]) - float(row[rival]) for row in records("mandarin_sound.tsv")}
