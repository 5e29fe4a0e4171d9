"""How keys lie in the index: one byte a keystroke, and the beginnings of keys packed into integers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from glossary.text.keyboard import strokes

FIELDS = ("ko", "official", "sino_korean", "zh", "en", "pinyin")
SOUND = frozenset(("ko", "official", "sino_korean"))
KINDS = ("sound", "zh", "latin", "initials", "inner", "letters", "inner_letters")  # of packed beginnings
RANKS = 8  # shelves of a field, the best first
_BITS = 40  # of a packed beginning, below kind and rank
_WIDTH = 8  # characters of a key that fit in it at most
_PLACES = {(kind, rank): (place * RANKS + rank) << _BITS for place, kind in enumerate(KINDS) for rank in range(RANKS)}
_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
_PLAIN = dict(zip(_CONSONANTS + _VOWELS, ":;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ_", strict=True))
_TABLE = str.maketrans(_PLAIN)


class _Typed(dict[int, str]):
    """Each character as it is typed, found once."""

    def __missing__(self, code: int) -> str:
        typed = "".join(_PLAIN.get(jamo, jamo) for jamo in strokes(chr(code)))
        self[code] = typed
        return typed


_TYPED = _Typed()
_STROKE = {plain: place for place, plain in enumerate(sorted(_PLAIN.values()), 1)}
_STROKE |= {chr(code): 34 + code - ord("a") for code in range(ord("a"), ord("z") + 1)}  # 34 to 59, then 60 to 62
_INITIAL = {jamo: place for place, jamo in enumerate(_CONSONANTS, 1)}


def typed(text: str) -> str:
    """A text as `strokes` types it, one letter for each jamo.

    >>> typed("허사"), typed("헛") == typed("허ㅅ"), typed("화웨이 EV")
    ('MRDN', True, 'MVNFXSF_ev')
    """
    return _composed(text).translate(_TYPED)


def plain(strokes: str) -> str:
    """Keystrokes as they lie in the index.

    >>> plain(strokes("허사")) == typed("허사"), plain("hesai")
    (True, 'hesai')
    """
    return strokes.translate(_TABLE)


def starts(key: str) -> list[int]:
    """Where in a typed key a syllable begins for certain: at a consonant before a vowel.

    >>> starts(typed("펑자오"))
    [0, 3, 5]
    """
    return [at for at in range(len(key) - 1) if ":" <= key[at] <= "M" and "N" <= key[at + 1] <= "_"]


def steps(text: str) -> list[int]:
    """Where in its typed key each character of a text begins, the first left out.

    >>> typed("펑자오"), steps("펑자오")
    ('LRFGNFV', [3, 5])
    """
    lengths = [len(_TYPED[ord(char)]) for char in _composed(text) if not char.isspace()]
    return list(accumulate(lengths))[:-1]


def shelf(field: str, rank: int) -> int:
    """The shelf of a field's forms of one rank."""
    return FIELDS.index(field) * RANKS + rank


def shelves(fields: Iterable[str]) -> list[int]:
    """All shelves of these fields, the best rank first, then in the fields' order."""
    places = [FIELDS.index(field) * RANKS for field in fields]
    return [place + rank for rank in range(RANKS) for place in places]


def field_of(number: int) -> str:
    """The field of a shelf."""
    return FIELDS[number // RANKS]


def packed(kind: str, rank: int, key: str) -> int:
    """The beginning of a key as a part's code."""
    return _PLACES[kind, rank] | _pack(kind, key[:_WIDTH])[0]


def span(kind: str, rank: int, key: str) -> tuple[int, int]:
    """The codes, first and last, of all parts that begin with this key, and of few others.

    >>> low, high = span("sound", 0, typed("커"))
    >>> low <= packed("sound", 0, typed("커지")) <= high < packed("sound", 1, typed("커지"))
    True
    """
    code, free = _pack(kind, key[:_WIDTH])
    low = _PLACES[kind, rank] | code
    return low, low | ((1 << free) - 1)


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 16)
def _pack(kind: str, key: str) -> tuple[int, int]:
    """The first characters of a key, high bits first, and how many bits are left."""
    code, free = 0, _BITS
    if kind == "zh":
        for char in key[:2]:
            free -= 16
            code |= (ord(char) & 0xFFFF) << free
        if len(key) > 2:
            free -= 8
            code |= (ord(key[2]) & 0xFF) << free
    elif kind == "sound":
        for char in key[:6]:
            free -= 6
            code |= (_STROKE.get(char) or 60 + ord(char) % 3) << free
    else:
        for char in key[:8]:
            free -= 5
            code |= _five(kind, char) << free
    return code, free


def _five(kind: str, char: str) -> int:
    if kind in ("initials", "inner"):
        return _INITIAL.get(char) or 20 + ord(char) % 12
    return ord(char) - 96 if "a" <= char <= "z" else 27 + ord(char) % 5
