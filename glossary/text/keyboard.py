"""Keystrokes of the Korean two-set keyboard: what was typed, whatever mode the keyboard was in."""

from __future__ import annotations

import unicodedata

from glossary.text.hangul import CODAS, ONSETS, VOWELS, is_hangul, split

_LETTERS = dict(
    zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True)
) | dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True))
_KEYS = {jamo: letter for letter, jamo in _LETTERS.items()}
_COMPOUND_VOWELS = "ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ"
_COMPOUND_CODAS = "ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ"
_COMPOUNDS = {item[0]: item[1:] for item in f"{_COMPOUND_VOWELS} {_COMPOUND_CODAS}".split()}
_CONJOINING = (
    {0x1100 + place: jamo for place, jamo in enumerate(ONSETS)}
    | {0x1161 + place: jamo for place, jamo in enumerate(VOWELS)}
    | {0x11A7 + place: jamo for place, jamo in enumerate(CODAS) if jamo}
)


def strokes(text: str) -> str:
    """The jamo in the order in which they are typed, compound ones taken apart, spaces dropped, letters lowered.

    A syllable still being typed is a prefix of the name: 헛 and 허ㅅ both begin 허사이커지.

    >>> strokes("헛"), strokes("허ㅅ"), strokes("화웨이 EV")
    ('ㅎㅓㅅ', 'ㅎㅓㅅ', 'ㅎㅗㅏㅇㅜㅔㅇㅣev')
    """
    typed = unicodedata.normalize("NFC", text).translate(_CONJOINING)
    return typed.translate(_STROKES).casefold()


class _Strokes(dict[int, str]):
    """The keys of each character, found once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        jamo = "" if char.isspace() else split(char) if is_hangul(char) else char
        keys = "".join(_COMPOUNDS.get(one, one) for one in jamo)
        self[code] = keys
        return keys


_STROKES = _Strokes()


def hangul_mode(letters: str) -> str:
    """The jamo that these keys give in Korean mode; capitals throughout are a caps lock, not a shift.

    >>> hangul_mode("gjTkdlzjwl") == strokes("허싸이커지"), hangul_mode("GJTKDLZJWL") == strokes("허사이커지")
    (True, True)
    """
    keys = letters.lower() if letters.isupper() else letters
    return "".join(_LETTERS.get(key) or _LETTERS.get(key.lower(), key) for key in keys if not key.isspace())


def latin_mode(text: str) -> str:
    """The letters that the same keys give in Latin mode: what was meant by ㅗㄷㄴ먀.

    >>> latin_mode("ㅗㄷㄴ먀"), latin_mode("ㅗ나ㅓ")
    ('hesai', 'hskj')
    """
    return "".join(_KEYS.get(jamo, jamo) for jamo in strokes(text))
