"""What one character sounds like: Mandarin, Sino-Korean, and the official Hangul of a pinyin syllable.

The tables (data/hanzi_readings.tsv, data/pinyin_hangul.tsv) load on first use; nothing else is imported.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from operator import itemgetter

from glossary.text.hanzi import fold
from glossary.text.tables import lines, rows

_TONES = dict.fromkeys((0x300, 0x301, 0x304, 0x30C))


@lru_cache(maxsize=20_000)
def mandarin(ch: str) -> tuple[str, ...]:
    """Return all Mandarin readings of a character without tones, commonest first.

    >>> mandarin("行"), mandarin("長"), mandarin("女")
    (('xing', 'hang', 'heng'), ('zhang', 'chang'), ('nü',))
    """
    return tuple(dict.fromkeys(map(toneless, mandarin_toned(ch))))


@lru_cache(maxsize=20_000)
def mandarin_toned(ch: str) -> tuple[str, ...]:
    """Return all Mandarin readings of a character with tone marks, commonest first.

    >>> mandarin_toned("曾")
    ('céng', 'zēng')
    """
    return tuple(cell for cell in _row(ch)[1].split(",") if cell)


@lru_cache(maxsize=20_000)
def sino(ch: str) -> tuple[str, ...]:
    """Return the Sino-Korean syllables of a character without the initial-sound law, commonest first.

    >>> sino("女"), sino("金"), sino("龙")
    (('녀',), ('금', '김'), ('룡',))
    """
    return tuple(_row(ch)[2])


@cache
def sino_syllables() -> frozenset[str]:
    """Return the Hangul syllables that read at least three characters in Sino-Korean, without the initial-sound law.

    >>> sino_syllables() >= {"강", "류"}, sino_syllables() & {"트", "즌", "텅"}
    (True, frozenset())
    """
    counts = Counter(syllable for row in _table().values() for syllable in (row + "\t\t").split("\t")[2])
    return frozenset(syllable for syllable, count in counts.items() if count > 2)


@cache
def official_syllables() -> frozenset[str]:
    """Return every Hangul syllable that the official table writes Mandarin with.

    >>> official_syllables() >= {"텅", "쉰", "샹"}, official_syllables() & {"트", "곡"}
    (True, frozenset())
    """
    return frozenset("".join(_official().values()))


@cache
def official_syllable(pinyin: str) -> str:
    """Return the official Hangul of one pinyin syllable, with or without tone; "" for what the table lacks.

    >>> official_syllable("xiang"), official_syllable("lǜ"), official_syllable("xx")
    ('샹', '뤼', '')
    """
    return _official().get(pinyin) or _official().get(toneless(pinyin), "")


@lru_cache(maxsize=4_000)
def toneless(pinyin: str) -> str:
    """Drop the tone mark of a pinyin syllable and keep its ü.

    >>> toneless("lǜ"), toneless("hé")
    ('lü', 'he')
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", pinyin).translate(_TONES))


def _row(ch: str) -> tuple[str, str, str]:
    table = _table()
    line = table.get(ch) or table.get(fold(ch)) or ""
    cells = (line + "\t\t").split("\t")
    if not cells[1] or not cells[2]:
        other = (table.get(fold(ch), "") + "\t\t").split("\t")
        cells = [ch, cells[1] or other[1], cells[2] or other[2]]
    return cells[0], cells[1], cells[2]


@cache
def _table() -> dict[str, str]:
    found = lines("hanzi_readings.tsv")
    return dict(zip(map(itemgetter(0), found), found, strict=True))


@cache
def _official() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("pinyin_hangul.tsv")}
