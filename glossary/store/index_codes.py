"""How keys lie in the index: one byte a keystroke, and the beginnings of keys packed into integers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import accumulate

from glossary.text.hangul import initials
from glossary.text.keyboard import strokes

FIELDS = ("ko", "official", "sino_korean", "zh", "en", "pinyin")
SOUND = frozenset(("ko", "official", "sino_korean"))
KINDS = ("sound", "zh", "latin", "initials", "inner", "letters")  # of packed beginnings
RANKS = 8  # shelves of a field, the best first
_FIELDS = 8  # room for two more
_BITS = 40  # of a packed beginning, below kind and rank
_WIDTH = 8  # characters of a key that fit in it at most
_PLACES = {(kind, rank): (place * RANKS + rank) << _BITS for place, kind in enumerate(KINDS) for rank in range(RANKS)}
_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
_PLAIN = dict(zip(_CONSONANTS + _VOWELS, ":;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ_", strict=True))
_TABLE = str.maketrans(_PLAIN)
_COMPOUND = {"VN": "0", "VO": "1", "V_": "2", "XR": "3", "XS": "4", "X_": "5", "Z_": "6"}  # ㅘ ㅙ ㅚ ㅝ ㅞ ㅟ ㅢ
_TWO = re.compile("|".join(_COMPOUND))


class _Typed(dict[int, str]):
    """Each character as it is typed, found once."""

    def __missing__(self, code: int) -> str:
        typed = "".join(_PLAIN.get(jamo, jamo) for jamo in strokes(chr(code)))
        self[code] = typed
        return typed


class _Initial(dict[int, str]):
    """The initial of each character, found once."""

    def __missing__(self, code: int) -> str:
        initial = initials(chr(code)).casefold()
        self[code] = initial
        return initial


_TYPED = _Typed()
_INITIALS = _Initial()


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


def jamo(key: str) -> str:
    """A typed key with each vowel one letter, as slips are counted: ㅘ for ㅏ is one.

    >>> len(typed("화웨이")), len(jamo(typed("화웨이")))
    (8, 6)
    """
    return _TWO.sub(_one_vowel, key)


def _one_vowel(found: re.Match[str]) -> str:
    return _COMPOUND[found[0]]


def leading(text: str) -> str:
    """The initials of a text, as `initials` gives them, in small letters.

    >>> leading("EMQ잉윈커지")
    'emqㅇㅇㅋㅈ'
    """
    return text.translate(_INITIALS)


def steps(text: str) -> list[int]:
    """Where in its typed key each character of a text begins, the first left out.

    >>> typed("펑자오"), steps("펑자오")
    ('LRFGNFV', [3, 5])
    """
    lengths = [len(_TYPED[ord(char)]) for char in _composed(text) if not char.isspace()]
    return list(accumulate(lengths))[:-1]


def shelf(field: str, rank: int) -> int:
    """The shelf of a field's forms of one rank: all of one rank stand before the next."""
    return rank * _FIELDS + FIELDS.index(field)


@cache
def shelves(fields: tuple[str, ...]) -> tuple[int, ...]:
    """All shelves of these fields, in order."""
    return tuple(sorted(shelf(field, rank) for field in fields for rank in range(RANKS)))


def field_of(number: int) -> str:
    """The field of a shelf."""
    return FIELDS[number % _FIELDS]


def rank_of(number: int) -> int:
    """The rank of a shelf."""
    return number // _FIELDS


def packed(kind: str, rank: int, keys: Iterable[str]) -> set[int]:
    """The beginnings of keys as codes of parts."""
    place, pack = _PLACES[kind, rank], _PACKS[kind]
    return {place | pack(key[:_WIDTH])[0] for key in keys}


def spans(kind: str, key: str) -> list[int]:
    """The codes, first and last for each rank, of all parts that begin with this key, and of few others.

    >>> low, high, *_ = spans("sound", typed("커"))
    >>> low <= min(packed("sound", 0, [typed("커지")])) <= high < min(packed("sound", 1, [typed("커지")]))
    True
    """
    code, free = _PACKS[kind](key[:_WIDTH])
    lows = [_PLACES[kind, rank] | code for rank in range(RANKS)]
    return [end for low in lows for end in (low, low | ((1 << free) - 1))]


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 16)
def _pack_hanzi(key: str) -> tuple[int, int]:
    """The first characters of a key, high bits first, and how many bits are left."""
    code, free = 0, _BITS
    for char in key[:2]:
        free -= 16
        code |= (ord(char) & 0xFFFF) << free
    if len(key) > 2:
        free -= 8
        code |= (ord(key[2]) & 0xFF) << free
    return code, free


def _packer(codes: dict[str, int], bits: int) -> Callable[[str], tuple[int, int]]:
    """The same with a code for each of the commonest characters; others share what is left."""
    left = (1 << bits) - 1 - len(codes)

    @lru_cache(maxsize=1 << 16)
    def pack(key: str) -> tuple[int, int]:
        code, free = 0, _BITS
        for char in key[: _BITS // bits]:
            free -= bits
            code |= (codes.get(char) or len(codes) + 1 + ord(char) % left) << free
        return code, free

    return pack


_LETTERS = [chr(code) for code in range(ord("a"), ord("z") + 1)]
_PACKS: dict[str, Callable[[str], tuple[int, int]]] = {
    "sound": _packer({char: place for place, char in enumerate([*sorted(_PLAIN.values()), *_LETTERS], 1)}, 6),
    "zh": _pack_hanzi,
    "latin": _packer({char: place for place, char in enumerate(_LETTERS, 1)}, 5),
    "initials": _packer({char: place for place, char in enumerate(_CONSONANTS, 1)}, 5),
}
_PACKS["inner"] = _PACKS["initials"]
_PACKS["letters"] = _PACKS["latin"]
