"""How good a match is: exact before fuzzy, what was typed before what may have been meant."""

from __future__ import annotations

from glossary.model import Match

_HOW = {"exact": 1.0, "prefix": 0.9, "part": 0.8, "tail": 0.7, "fuzzy": 0.6}
_FIELD = {"ko": 0.0, "zh": 0.0, "en": 0.0, "official": 0.01, "pinyin": 0.02, "sino_korean": 0.03}
_INITIALS = 0.04
_KEYBOARD = 0.05
_SLIP = 0.1

FIELD_NAMES = {"pinyin_initials": "initials"}


def scored(text: str, field: str, extent: str, way: str, slips: int = 0) -> tuple[float, Match]:
    """The score of a match and how to tell of it; `extent` is exact, prefix, part, tail or fuzzy.

    >>> scored("허사이커지", "ko", "exact", "")
    (1.0, Match(text='허사이커지', field='ko', how='exact'))
    >>> scored("허사이커지", "ko", "exact", "keyboard")
    (0.95, Match(text='허사이커지', field='ko', how='keyboard'))
    """
    penalty = _FIELD.get(field, _INITIALS) + (_KEYBOARD if way == "keyboard" else 0.0) + _SLIP * max(0, slips - 1)
    return round(_HOW[extent] - penalty, 4), Match(text, FIELD_NAMES.get(field, field), way or extent)
