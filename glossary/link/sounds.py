"""How likely a Hangul chunk is a name's syllable, and two chunks the same one: what linking weighs forms by.

Shares of characters come from the names that the tables hold, shares of drift from what writers were seen to do.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from glossary.link.shares import (
    FLOOR,
    answering,
    char_shares,
    drift_shares,
    heard_as,
    heard_shares,
    pinyin_shares,
    read_chars,
    sino_of,
    spelled,
    written,
)
from glossary.reading.options import syllable_distance
from glossary.text.hangul import is_hangul

_SYLLABLE, _LETTER = 0.004, 0.02  # share of a Hangul syllable in any word, and of any other character
_WAYS = (0.6, 0.3, 0.1)  # what Mandarin sound, Sino-Korean and other words have in Korean forms of Chinese names
_NEAR = 8.0  # how fast a slip gets rarer with its distance
_FAR = 0.5  # distance from which two syllables are no slip of each other


@lru_cache(maxsize=50_000)
def heard(chunk: str) -> float:
    """The share of name syllables that Mandarin ears write so.

    >>> heard("왕") > heard("조우") > heard("경")
    True
    """
    return heard_shares().get(chunk, FLOOR)


@lru_cache(maxsize=20_000)
def read(syllable: str) -> float:
    """The share of name characters that Sino-Korean reads so.

    >>> read("왕") > read("튀")
    True
    """
    return max(FLOOR, sum(share for _, share in read_chars().get(syllable, ())))


@lru_cache(maxsize=50_000)
def any_word(chunk: str) -> float:
    """The share of a chunk in names that neither sound explains: brands, translations, Latin letters."""
    return float(math.prod(_SYLLABLE if is_hangul(char) else _LETTER for char in chunk))


@lru_cache(maxsize=50_000)
def chance(chunk: str) -> float:
    """The share of a chunk in names, however it came there.

    >>> chance("왕") > chance("궤")
    True
    """
    sound, sino, word = _WAYS
    return sound * heard(chunk) + (sino * read(chunk) if len(chunk) == 1 else 0.0) + word * any_word(chunk)


@lru_cache(maxsize=50_000)
def is_sino(form: str) -> bool:
    """Whether every syllable of a form is some name character's in Sino-Korean.

    >>> is_sino("습근평"), is_sino("텅쉰")
    (True, False)
    """
    return all(syllable in read_chars() for syllable in form)


def answers(sino: str) -> frozenset[str]:
    """How Mandarin ears write the characters that Sino-Korean reads so.

    >>> "베이" in answers("북"), "징" in answers("북")
    (True, False)
    """
    return answering().get(sino, frozenset())


@lru_cache(maxsize=50_000)
def both_heard(one: str, other: str) -> float:
    """The share of syllables that one writer spells so and another so: 저우 and 조우, hardly 싱 and 신.

    >>> both_heard("저우", "조우") / heard("조우") > both_heard("싱", "신") / heard("신")
    True
    """
    table, forms = pinyin_shares(), spelled()
    found, rest = forms.get(one, {}), forms.get(other, {})
    return math.fsum(table.get(pinyin, 0.0) * found[pinyin] * rest[pinyin] for pinyin in found.keys() & rest.keys())


@lru_cache(maxsize=50_000)
def read_heard(sino: str, chunk: str) -> float:
    """The share of characters that Sino-Korean reads so and Mandarin ears write so: 북 and 베이.

    >>> read_heard("북", "베이") > 0.0 == read_heard("북", "징")
    True
    """
    forms = spelled().get(chunk)
    if not forms:
        return 0.0
    return sum(
        share * sum(weight * forms.get(pinyin, 0.0) for pinyin, weight in heard_as(char))
        for char, share in read_chars().get(sino, ())
    )


@lru_cache(maxsize=50_000)
def both_read(one: str, other: str) -> float:
    """The share of characters that Sino-Korean reads both ways: 이 and 리, 여 and 려.

    >>> both_read("이", "리") > 0.0 == both_read("이", "강")
    True
    """
    rest = dict(read_chars().get(other, ()))
    return sum(share * rest[char] / char_shares()[char] for char, share in read_chars().get(one, ()) if char in rest)


@lru_cache(maxsize=50_000)
def slipped(one: str, other: str) -> float:
    """The share of syllables written wrong in just this way: a jamo or two beside the right one.

    >>> slipped("룬", "론") > slipped("룬", "민")
    True
    """
    if len(one) != 1 or len(other) != 1:
        return 0.0
    distance = syllable_distance(one, other)
    return drift_shares()["near"] * float(2.0 ** (-_NEAR * distance)) if distance <= _FAR else 0.0


@lru_cache(maxsize=50_000)
def heard_from(char: str, chunk: str) -> float:
    """How often Mandarin ears write a character so.

    >>> heard_from("彭", "펑") > heard_from("彭", "평") > heard_from("彭", "왕") == 0.0
    True
    """
    return spellings_of(char).get(chunk, 0.0)


@lru_cache(maxsize=20_000)
def spellings_of(char: str) -> Mapping[str, float]:
    """How often Mandarin ears write a character in each way they do.

    >>> spellings_of("彭")["펑"] > spellings_of("彭")["평"]
    True
    """
    found: dict[str, float] = defaultdict(float)
    for pinyin, weight in heard_as(char):
        for chunk, share in written()[pinyin].items():
            found[chunk] += weight * share
    return found


@lru_cache(maxsize=50_000)
def read_from(char: str, syllable: str) -> float:
    """How often Sino-Korean reads a character so.

    >>> read_from("庚", "경") > 0.5, read_from("庚", "강")
    (True, 0.0)
    """
    return dict(sino_of(char)).get(syllable, 0.0)
