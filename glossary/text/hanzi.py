"""Hanzi as characters: which they are, and the one form that keys compare.

The fold table (data/hanzi_fold.tsv) covers traditional, variant, Japanese, Korean and compatibility forms.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from glossary.text.tables import rows

Script = Literal["simplified", "traditional", "both"]

_RANGES = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
    (0x2E80, 0x2FDF),
)
_SIGNS = "〇々"
HANZI = _SIGNS + "".join(f"{chr(low)}-{chr(high)}" for low, high in _RANGES)  # the inside of a regex class
_DOTS = dict.fromkeys(map(ord, "・•‧･∙⋅ㆍ"), "·")
_NAME = 40  # characters of what may be a name: names are folded again and again
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}


def is_hanzi(ch: str) -> bool:
    """Tell whether one character is a hanzi: any CJK block, compatibility forms, 〇 and 々.

    >>> is_hanzi("習"), is_hanzi("〇"), is_hanzi("습")
    (True, True, False)
    """
    if "\u4e00" <= ch <= "\u9fff":
        return True
    if ch < "\u2e80" or "\uac00" <= ch <= "\ud7a3":
        return False
    code = ord(ch)
    return any(low <= code <= high for low, high in _RANGES) or ch in _SIGNS


def fold(zh: str) -> str:
    """Return the key form: simplified, full-width signs narrowed, 々 written out, spaces dropped.

    >>> fold("重慶 市"), fold("塩城"), fold("佐々木"), fold("乾照光電")
    ('重庆市', '盐城', '佐佐木', '干照光电')
    """
    return _fold(zh) if len(zh) <= _NAME else _folded(zh)


def _folded(zh: str) -> str:
    folded = zh.translate(_tables()[0])
    if "々" in folded:
        folded = repeated(folded)
    return "".join(folded.split())


_fold = lru_cache(maxsize=32_768)(_folded)


def simplified(zh: str) -> str:
    """Return the simplified form for display; a character that both scripts keep (乾隆) stays.

    >>> simplified("重慶"), simplified("乾隆"), simplified("淸華大學")
    ('重庆', '乾隆', '清华大学')
    """
    return zh.translate(_tables()[1])


def script_of(zh: str) -> Script:
    """Tell which script a name is written in; the majority where it mixes them.

    >>> script_of("北京"), script_of("重庆"), script_of("重慶")
    ('both', 'simplified', 'traditional')
    """
    _, forms, only = _tables()
    simple = sum(ch in only for ch in zh)
    traditional = sum(ord(ch) in forms for ch in zh)
    if simple == traditional == 0:
        return "both"
    return "simplified" if simple >= traditional else "traditional"


def repeated(zh: str) -> str:
    """Write the repeat mark 々 out.

    >>> repeated("佐々木")
    '佐佐木'
    """
    for position, ch in enumerate(zh):
        if ch == "々" and position:
            zh = zh[:position] + zh[position - 1] + zh[position + 1 :]
    return zh


@cache
def _tables() -> tuple[dict[int, str], dict[int, str], frozenset[str]]:
    """The key's map, the display's map and the characters that only simplified text has."""
    display: dict[int, str] = {}
    key: dict[int, str] = {**_WIDE, **_DOTS}
    only = set()
    for to, flag, forms, *kept in rows("hanzi_fold.tsv"):
        display.update(dict.fromkeys(map(ord, forms), to))
        if kept:
            key.update(dict.fromkeys(map(ord, kept[0]), to))
        if flag:
            only.add(to)
    return key | display, display, frozenset(only)
