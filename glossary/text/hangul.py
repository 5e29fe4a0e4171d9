"""Hangul: syllables, jamo, initial consonants, and a map back from composed to original text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_APART = re.compile("[\u1100-\u11ff\u3099\u309a]")  # jamo and kana marks that compose with what stands before
FIRST = 0xAC00
LAST = 0xD7A3
ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")


def is_hangul(char: str) -> bool:
    """Whether one character is a composed Hangul syllable.

    >>> is_hangul("허"), is_hangul("禾"), is_hangul("ㅎ")
    (True, False, False)
    """
    return FIRST <= ord(char) <= LAST


def split(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda of a composed syllable, the coda "" when there is none.

    >>> split("쥔"), split("허")
    (('ㅈ', 'ㅟ', 'ㄴ'), ('ㅎ', 'ㅓ', ''))
    """
    index = ord(syllable) - FIRST
    return ONSETS[index // 588], VOWELS[index % 588 // 28], CODAS[index % 28]


def join(onset: str, vowel: str, coda: str = "") -> str:
    """The composed syllable of an onset, a vowel and a coda; the reverse of `split`.

    >>> join("ㅈ", "ㅟ", "ㄴ")
    '쥔'
    """
    return chr(FIRST + (ONSETS.index(onset) * 21 + VOWELS.index(vowel)) * 28 + CODAS.index(coda))


def to_jamo(text: str) -> str:
    """All syllables taken apart into compatibility jamo, everything else kept: what edit distances compare.

    >>> to_jamo("펑자오 IoT")
    'ㅍㅓㅇㅈㅏㅇㅗ IoT'
    """
    return "".join(map(_letters, text))


@lru_cache(maxsize=16_384)
def _letters(char: str) -> str:
    return "".join(split(char)) if is_hangul(char) else char


def initials(text: str) -> str:
    """The initial consonants of a Hangul text, other characters kept, spaces dropped.

    >>> initials("허사이커지")
    'ㅎㅅㅇㅋㅈ'
    """
    return "".join(split(char)[0] if is_hangul(char) else char for char in text if not char.isspace())


def composed(text: str) -> tuple[str, Sequence[int]]:
    """The text in composed form (NFC) and, for each of its positions and its end, the original offset.

    Decomposed Hangul (as macOS writes file names and PDFs now and then) is read like any other,
    yet spans must point into the text as it stands. Text that is composed already is handed back untouched.

    >>> text, offsets = composed(unicodedata.normalize("NFD", "펑자오") + "(彭昭)")
    >>> text, list(offsets)
    ('펑자오(彭昭)', [0, 3, 5, 7, 8, 9, 10, 11])
    """
    if not _APART.search(text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _continues(text[end]):
            continue
        piece = unicodedata.normalize("NFC", text[start:end])
        pieces.append(piece)
        offsets.extend([start] * len(piece))
        start = end
    offsets.append(len(text))
    return "".join(pieces), offsets


def _continues(char: str) -> bool:
    return "\u1160" <= char <= "\u11ff" or unicodedata.combining(char) != 0
