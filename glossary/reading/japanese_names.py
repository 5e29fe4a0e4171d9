"""Known Japanese surnames, given names and places, and whether a string can be one."""

from __future__ import annotations

from functools import cache

from glossary.reading.japanese_kana import hangul_of
from glossary.reading.japanese_tables import kana_table, kanji_readings, key, names

LONGEST = 5
_FINALS = {4, 19}  # ㄴ and ㅅ: all that kana can close a syllable with


def japanese_surname(zh: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the longest known Japanese surname at the head, as written, and its readings in Hangul.

    >>> japanese_surname("德川家康"), japanese_surname("吉田智久美"), japanese_surname("㐂")
    (('德川', ('도쿠가와',)), ('吉田', ('요시다',)), None)
    """
    keys = key(zh)
    for size in range(min(LONGEST, len(keys)), 0, -1):
        readings = names("S").get(keys[:size])
        if readings is not None:
            return zh[:size], tuple(map(hangul_of, readings))
    return None


def japanese_given(zh: str) -> bool:
    """Tell whether the whole string is a known Japanese given name.

    >>> japanese_given("龍一"), japanese_given("竜一"), japanese_given("集團")
    (True, True, False)
    """
    return key(zh) in names("G")


def japanese_place(zh: str) -> bool:
    """Tell whether the whole string, without 縣, 市 and their like, is a known Japanese place.

    >>> japanese_place("大阪"), japanese_place("靑森縣"), japanese_place("滨松市"), japanese_place("烏魯木齊")
    (True, True, True, False)
    """
    keys = key(zh)
    return keys in names("P") or (len(keys) > 2 and keys[-1] in "县市都府区町村" and keys[:-1] in names("P"))


def japanese_person(zh: str) -> bool:
    """Tell whether the string can be a Japanese person: a known surname, then one to three kanji that have readings.

    >>> japanese_person("坂本龍一"), japanese_person("一力遼"), japanese_person("福田康夫"), japanese_person("習近平")
    (True, True, True, False)
    """
    keys = key(zh)
    if not 3 <= len(keys) <= 7:
        return False
    cuts = (cut for cut in range(len(keys) - 1, 0, -1) if keys[:cut] in names("S"))
    return any(_is_given(keys[cut:], sure=cut > 1) for cut in cuts)


def _is_given(keys: str, *, sure: bool) -> bool:
    if keys in names("G"):
        return True
    return sure and len(keys) <= 3 and all(kanji in kanji_readings() or kanji == "々" for kanji in keys)


def japanese_likelihood(ko: str) -> float:
    """Return the share of syllables that the kana table can write: 1 for a string that may well be Japanese.

    >>> japanese_likelihood("요시다 도모미"), japanese_likelihood("닛산"), japanese_likelihood("덩샤오핑")
    (1.0, 1.0, 0.5)
    """
    syllables = "".join(ko.split())
    return sum(map(_writable, syllables)) / len(syllables) if syllables else 0.0


is_japanese_syllables = japanese_likelihood


def _writable(syllable: str) -> bool:
    code = ord(syllable) - 0xAC00
    if not 0 <= code < 11172:
        return False
    final = code % 28
    return chr(code - final + 0xAC00) in _open_syllables() and (final == 0 or final in _FINALS)


@cache
def _open_syllables() -> frozenset[str]:
    return frozenset(form for head, inner, _ in kana_table().values() for form in (head, inner))
