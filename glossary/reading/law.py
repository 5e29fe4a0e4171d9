"""The initial-sound law (두음법칙) and its neighbours, on Hangul syllables read from hanzi."""

from __future__ import annotations

from functools import cache

_BASE, _FINALS, _VOWELS = 0xAC00, 28, 21
_NIEUN, _RIEUL, _IEUNG = 2, 5, 11
_DIGEUT, _JIEUT = 3, 12
_Y_VOWELS = {2, 3, 6, 7, 12, 17, 20}
_NIEUN_FINAL = 4
_SHIFTING = {"렬": "열", "률": "율"}


@cache
def at_head(syllable: str) -> str:
    """Apply the initial-sound law to a syllable that begins a word.

    >>> at_head("녀"), at_head("렴"), at_head("락"), at_head("산")
    ('여', '염', '낙', '산')
    """
    initial, vowel, final = _parts(syllable)
    if initial == _RIEUL:
        initial = _IEUNG if vowel in _Y_VOWELS else _NIEUN
    elif initial == _NIEUN and vowel in _Y_VOWELS:
        initial = _IEUNG
    return chr(_BASE + (initial * _VOWELS + vowel) * _FINALS + final)


def after(previous: str, syllable: str) -> str:
    """Return 열 and 율 for 렬 and 률 after a vowel or ㄴ (비율, 나열).

    >>> after("비", "률"), after("라", "렬"), after("선", "렬"), after("법", "률")
    ('율', '열', '열', '률')
    """
    shifted = _SHIFTING.get(syllable)
    return shifted if shifted and _parts(previous)[2] in (0, _NIEUN_FINAL) else syllable


def negation(following: str) -> str:
    """Return the reading of 不 before a syllable: 부 before ㄷ and ㅈ.

    >>> negation("동"), negation("안")
    ('부', '불')
    """
    return "부" if following and _parts(following)[0] in (_DIGEUT, _JIEUT) else "불"


def _parts(syllable: str) -> tuple[int, int, int]:
    code = ord(syllable) - _BASE
    if not 0 <= code < 11172:
        return -1, -1, -1
    return code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS, code % _FINALS
