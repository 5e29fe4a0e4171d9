"""How good a match is: exact before fuzzy, what was typed before what may have been meant."""

from __future__ import annotations

import unicodedata

from glossary.model import Match
from glossary.text.keyboard import strokes
from glossary.text.keys import latin_key, pinyin_key

BEST = {"exact": 1.0, "prefix": 0.9, "part": 0.8, "tail": 0.7, "fuzzy": 0.6}
_FIELD = {"ko": 0.0, "zh": 0.0, "en": 0.0, "official": 0.01, "pinyin": 0.02, "sino_korean": 0.03}
_INITIALS = 0.04
_KEYBOARD = 0.05
_FAR_FETCHED = 0.2  # a whole name typed for its pinyin initials in the wrong mode: 장 is hardly wkd
_SLIP = 0.1
MID_SYLLABLE = 0.005  # what a beginning that ends within a syllable or word stands behind one that does not

FIELD_NAMES = {"pinyin_initials": "initials"}


def scored(
    text: str, field: str, extent: str, way: str, slips: int = 0, *, odd: float = 0.0, cut: bool = False
) -> tuple[float, Match]:
    """The score of a match and how to tell of it; `extent` is exact, prefix, part, tail or fuzzy.

    `odd` is how unlikely the slips are, `cut` tells that the query ends within a syllable.

    >>> scored("허사이커지", "ko", "exact", "")
    (1.0, Match(text='허사이커지', field='ko', how='exact', status=None, forbidden=False))
    >>> scored("허사이커지", "ko", "exact", "keyboard")[0]
    0.95
    """
    penalty = _FIELD.get(field, _INITIALS) + (_KEYBOARD if way == "keyboard" else 0.0) + (MID_SYLLABLE if cut else 0.0)
    penalty += _FAR_FETCHED if (field, way) == ("pinyin_initials", "keyboard") else 0.0
    penalty += _SLIP * max(0, slips - 1) + odd
    return round(BEST[extent] - penalty, 4), Match(text, FIELD_NAMES.get(field, field), way or extent)


def begins_whole(key: str, text: str, field: str) -> bool:
    """Whether a key that begins a form ends where one of its syllables or words does.

    >>> begins_whole("xian", "xī ān shì", "pinyin"), begins_whole("xian", "xiāng gǎng", "pinyin")
    (True, False)
    >>> begins_whole("ㅎㅓㅅㅏ", "허사이", "ko"), begins_whole("ㅎㅓㅅ", "허사이", "ko")
    (True, False)
    """
    if field == "zh":
        return True
    if field in ("pinyin", "en"):
        pieces = [(pinyin_key if field == "pinyin" else latin_key)(word) for word in text.split()]
    else:
        pieces = [strokes(char) for char in unicodedata.normalize("NFC", text)]
    length = 0
    for piece in pieces:
        length += len(piece)
        if length >= len(key):
            break
    return length == len(key)
