"""How keys lie in the index: one byte a keystroke, and the beginnings of keys packed into integers."""

from __future__ import annotations

import unicodedata
from binascii import a2b_base64
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from string import ascii_lowercase, ascii_uppercase, digits

from glossary.text.hangul import initials
from glossary.text.keyboard import strokes

FIELDS = ("ko", "official", "sino_korean", "zh", "en", "pinyin")
SOUND = frozenset(("ko", "official", "sino_korean"))
KINDS = ("sound", "zh", "latin", "initials", "inner", "letters")  # of packed beginnings
RANKS = 8  # shelves of a field, the best first
_FIELDS = 8  # room for two more
_NUMBERS = {field: place for place, field in enumerate(FIELDS)}
_BITS = 40  # of a packed beginning, below kind and rank
_WIDTH = 8  # characters of a key that fit in it at most
_PLACES = {(kind, rank): (place * RANKS + rank) << _BITS for place, kind in enumerate(KINDS) for rank in range(RANKS)}
_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
_PLAIN = dict(zip(_CONSONANTS + _VOWELS, ":;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ_", strict=True))
_TABLE = str.maketrans(_PLAIN)
_COMPOUND = (("VN", "0"), ("VO", "1"), ("V_", "2"), ("XR", "3"), ("XS", "4"), ("X_", "5"), ("Z_", "6"))  # ㅘ ㅙ … ㅢ
_THIRTY_TWO = digits + ascii_lowercase[:22]  # digits that `int` reads, and those of base 64
_SIXTY_FOUR = ascii_uppercase + ascii_lowercase + digits + "+/"
_ZEROS = {5: "0", 6: "A"}


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


class _Length(dict[str, int]):
    """How many keystrokes each character takes, found once."""

    def __missing__(self, char: str) -> int:
        length = self[char] = 0 if char.isspace() else len(_TYPED[ord(char)])
        return length


_TYPED = _Typed()
_INITIALS = _Initial()
_LENGTHS = _Length()


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
    for two, one in _COMPOUND:  # none begins with what another ends with
        if two in key:
            key = key.replace(two, one)
    return key


def leading(text: str) -> str:
    """The initials of a text, as `initials` gives them, in small letters.

    >>> leading("EMQ잉윈커지")
    'emqㅇㅇㅋㅈ'
    """
    return text.translate(_INITIALS)


def steps(text: str) -> list[int]:
    """Where in its typed key each character of a text begins, the first left out; where a blank is, once more.

    >>> typed("펑자오"), steps("펑자오")
    ('LRFGNFV', [3, 5])
    """
    return list(accumulate(map(_LENGTHS.__getitem__, _composed(text).strip())))[:-1]


def shelf(field: str, rank: int) -> int:
    """The shelf of a field's forms of one rank: all of one rank stand before the next."""
    return rank * _FIELDS + _NUMBERS[field]


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


def packed(kind: str, rank: int, key: str, starts: Iterable[int]) -> set[int]:
    """The beginnings of what follows these places of a key, as codes of parts."""
    place = _PLACES[kind, rank]
    return {place | code for code in _PACKS[kind].codes(key, starts)}


def spans(kind: str, key: str) -> list[int]:
    """The codes, first and last for each rank, of all parts that begin with this key, and of few others.

    >>> low, high, *_ = spans("sound", typed("커"))
    >>> low <= min(packed("sound", 0, typed("사커지"), [2])) <= high < min(packed("sound", 1, typed("커지"), [0]))
    True
    """
    pack = _PACKS[kind]
    (code,) = pack.codes(key[:_WIDTH], (0,))
    last = code | ((1 << pack.free(len(key))) - 1)
    lows = [_PLACES[kind, rank] for rank in range(RANKS)]
    return [end for low in lows for end in (low | code, low | last)]


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class _Digits(dict[int, str]):
    """For each character a digit: one of its own for the commonest ones, others share what is left."""

    def __init__(self, letters: Iterable[str], digits: str) -> None:
        super().__init__((ord(char), digits[place]) for place, char in enumerate(letters, 1))
        self._left = digits[len(self) + 1 :]

    def __missing__(self, code: int) -> str:
        digit = self[code] = self._left[code % len(self._left)]
        return digit


class _Packer:
    """The first characters of what follows a place, high bits first: as many as there is room for."""

    def __init__(self, letters: Iterable[str], bits: int) -> None:
        self._digits = _Digits(letters, _SIXTY_FOUR if bits == 6 else _THIRTY_TWO)
        self._bits = bits
        self._size = _BITS // bits

    def codes(self, key: str, starts: Iterable[int]) -> list[int]:
        """What stands at these places; the key is one long number of which each sees a piece."""
        bits, size = self._bits, self._size
        text = key.translate(self._digits) + _ZEROS[bits] * size
        if bits == 6:
            text += _ZEROS[bits] * (-len(text) % 4)
            whole = int.from_bytes(a2b_base64(text), "big")
        else:
            whole = int(text, 32)
        ends, mask, left = len(text) - size, (1 << size * bits) - 1, _BITS - size * bits
        return [(whole >> (ends - at) * bits & mask) << left for at in starts]

    def free(self, length: int) -> int:
        """The bits that a beginning of this length leaves open."""
        return _BITS - min(length, self._size) * self._bits


class _Hanzi:
    """Two characters whole and a bit of the third."""

    def codes(self, key: str, starts: Iterable[int]) -> list[int]:
        """What stands at these places."""
        codes = [ord(char) & 0xFFFF for char in key] + [0, 0]
        ends = [code & 0xFF for code in codes[2:]] + [0, 0]
        return [codes[at] << 24 | codes[at + 1] << 8 | ends[at] for at in starts]

    def free(self, length: int) -> int:
        """The bits that a beginning of this length leaves open."""
        return (_BITS, 24, 8, 0)[min(length, 3)]


_LETTERS = [chr(code) for code in range(ord("a"), ord("z") + 1)]
_PACKS: dict[str, _Packer | _Hanzi] = {
    "sound": _Packer([*sorted(_PLAIN.values()), *_LETTERS], 6),
    "zh": _Hanzi(),
    "latin": _Packer(_LETTERS, 5),
    "initials": _Packer(_CONSONANTS, 5),
}
_PACKS["inner"] = _PACKS["initials"]
_PACKS["letters"] = _PACKS["latin"]
