"""Which hanzi was meant where another stands: one that sounds as the Hangul does and that such a name would have.

Hanja are typed by their Sino-Korean sound, so a wrong one mostly shares it: 務 for 貿 (both 무), 謨 for 謀 (both 모).
Others make a word with the hanzi beside them (能源, not 能量), or are usual in a given name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from glossary.reading.chars import sino
from glossary.reading.names import surname_of
from glossary.reading.options import option
from glossary.text.hanzi import fold
from glossary.text.tables import rows

_CLOSE = 0.07  # cost up to which a syllable plainly is a reading: official or everyday drift
_MOST = 3
_COMMON = 3_500  # characters of either script that a writer may have meant
_WEIGHTS = {"name": 8.0, "word": 4.0, "keyboard": 3.0, "given": 0.5, "rank": -1 / 700}
_LEAST = 2.0  # weight below which a character only happens to sound so
_LISTS = (("known_names.tsv", 0), ("morphemes.tsv", 0), ("chinese_generics.tsv", 0), ("sino_words.tsv", 1))


def meant(zh: str, place: int, hangul: str, *, traditional: bool, person: bool) -> tuple[str, ...]:
    """The names that a hanzi name becomes with the hanzi at a place put right, the likeliest first.

    >>> meant("國務", 1, "마오", traditional=True, person=False)[0]
    '國貿'
    >>> meant("清陶能量", 3, "위안", traditional=False, person=False)[0]
    '清陶能源'
    >>> meant("李腾", 1, "팅", traditional=False, person=True)[0][0]
    '李'
    """
    sounds = {sound for form in (zh[place], fold(zh[place])) for sound in sino(form)}
    found: dict[str, float] = {}
    for rank, (char, read) in enumerate(_sounding(hangul, traditional)):
        if fold(char) != fold(zh[place]) and (person is False or place or surname_of(fold(char) + "一", "person")):
            name = zh[:place] + char + zh[place + 1 :]
            found[name] = _weight(name, place, bool(sounds & set(sino(char))), rank, person) - 10 * read
    best = sorted(found, key=lambda name: -found[name])
    return tuple(name for name in best if found[name] >= _LEAST)[:_MOST]


def _weight(name: str, place: int, keyboard: bool, rank: int, person: bool) -> float:
    folded = fold(name)
    weight = _WEIGHTS["name"] * (folded in _names()) + _WEIGHTS["keyboard"] * keyboard + _WEIGHTS["rank"] * rank
    if person:
        given = _WEIGHTS["given"] * _given().get(folded[place], -4) + _LEAST - 2 * (folded[place] in _surnames())
        return weight + (given if place else 0)
    beside = (folded[max(0, place - 1) : place + 1], folded[place : place + 2])
    return weight + _WEIGHTS["word"] * any(len(pair) == 2 and _pairs()[pair] for pair in beside)


@cache
def _sounding(hangul: str, traditional: bool) -> tuple[tuple[str, float], ...]:
    """The common characters of a script that are plainly read so, commonest first, and the cost of it."""
    found = []
    for char in _common("traditional" if traditional else "hanzi"):
        read = option(char, hangul)
        if read is not None and read[0] <= _CLOSE and read[1] != "sino":
            found.append((char, read[0]))
    return tuple(found)


@cache
def _common(script: str) -> str:
    return next(letters for name, letters in rows("letter_frequency.tsv") if name == script)[:_COMMON]


@cache
def _names() -> frozenset[str]:
    return frozenset(fold(row[0]) for table in ("known_names.tsv", "customary.tsv") for row in rows(table))


@cache
def _pairs() -> Counter[str]:
    """Two hanzi that stand side by side in names and words."""
    found: Counter[str] = Counter()
    for table, column in _LISTS:
        for row in rows(table):
            folded = fold(row[column])
            found.update(folded[at : at + 2] for at in range(len(folded) - 1))
    return found


@cache
def _surnames() -> frozenset[str]:
    """Characters that in Korea are a surname and hardly ever stand in a given name: 吴."""
    return frozenset(fold(row[0]) for row in rows("korean_surnames.tsv"))


@cache
def _given() -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for odds, letters in rows("given_hanja.tsv"):
        found.update(dict.fromkeys(letters, int(odds)))
    return found
