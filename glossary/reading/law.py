"""The initial-sound law (두음법칙) and its neighbours, on Hangul syllables read from hanzi."""

from __future__ import annotations

from functools import cache

from glossary.text.hangul import is_hangul, join, split

_Y_VOWELS = "ㅑㅒㅕㅖㅛㅠㅣ"
_SHIFTING = {"렬": "열", "률": "율"}


@cache
def at_head(syllable: str) -> str:
    """Apply the initial-sound law to a syllable that begins a word; what is no Hangul stays.

    >>> at_head("녀"), at_head("렴"), at_head("락"), at_head("산"), at_head("々")
    ('여', '염', '낙', '산', '々')
    """
    if not is_hangul(syllable):
        return syllable
    onset, vowel, coda = split(syllable)
    if onset in "ㄴㄹ" and vowel in _Y_VOWELS:
        return join("ㅇ", vowel, coda)
    return join("ㄴ", vowel, coda) if onset == "ㄹ" else syllable


def after(previous: str, syllable: str) -> str:
    """Return 열 and 율 for 렬 and 률 after a vowel or ㄴ (비율, 나열).

    >>> after("비", "률"), after("라", "렬"), after("선", "렬"), after("법", "률")
    ('율', '열', '열', '률')
    """
    shifted = _SHIFTING.get(syllable)
    return shifted if shifted and is_hangul(previous) and split(previous)[2] in ("", "ㄴ") else syllable


def negation(following: str) -> str:
    """Return the reading of 不 before a syllable: 부 before ㄷ and ㅈ.

    >>> negation("동"), negation("안")
    ('부', '불')
    """
    return "부" if following and is_hangul(following) and split(following)[0] in "ㄷㅈ" else "불"
