"""How much a text looks like something that people write: the cost of its characters in bits."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources

UNWRITTEN = 40.0  # controls, private use, unassigned: hardly ever in a text that was decoded rightly
_RANGES = (  # first, last, bits: characters that the rank table does not hold
    (0x00A0, 0x00FF, 9.0),  # French, German
    (0x0100, 0x024F, 16.0),  # rare Latin: stray pairs of CP949 bytes look like them in UTF-8
    (0x0370, 0x052F, 9.0),  # Greek, Cyrillic
    (0x1100, 0x11FF, 6.0),  # conjoining jamo: a whole text in NFD
    (0x2010, 0x2027, 8.0),  # dashes and quotation marks
    (0x3000, 0x301F, 8.0),  # ideographic space, 、。《》【】
    (0x3040, 0x30FF, 10.0),  # kana
    (0x4E00, 0x9FFF, 14.0),  # hanzi outside the table
    (0xAC00, 0xD7A3, 17.0),  # Hangul outside the table; the 2350 of KS X 1001 cost less, see below
    (0xFF01, 0xFF5E, 8.0),  # full-width forms
)
_COMMON_SYMBOLS = frozenset("·•※→←↑↓◆◇○●■□▶▷△▲▼★☆①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢ℃％°±×÷€£¥§©®™²³㎡「」『』〈〉āēīōūǎěǐǒǔǖǘǚǜ")


def bits(text: str) -> float:
    """Sum what the characters of `text` cost; the right decoding of some bytes costs least.

    >>> bits("한국 회사") < bits("茄惫 雀荤")
    True
    >>> bits("中国公司") < bits("櫓벌무鱗")
    True
    """
    return sum(count * _cost(ch) for ch, count in Counter(text).items())


@cache
def _ranks() -> dict[str, float]:
    table = resources.files("glossary.data").joinpath("letter_frequency.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {ch: 1.0 + math.log2(rank + 20) for _, letters in reversed(rows) for rank, ch in enumerate(letters)}


def _cost(ch: str) -> float:
    if ch.isascii():
        return _ascii_cost(ch)
    ranked = _ranks().get(ch)
    if ranked is not None:
        return ranked
    if ch in _COMMON_SYMBOLS:
        return 8.0
    if unicodedata.category(ch) in ("Cc", "Co", "Cn", "Cs"):
        return UNWRITTEN
    return _range_cost(ch)


def _ascii_cost(ch: str) -> float:
    if ch.isprintable():
        return 3.0 if ch == " " else 6.0
    return 3.0 if ch in "\t\n\r\f\v" else UNWRITTEN


def _range_cost(ch: str) -> float:
    if "가" <= ch <= "힣" and _in_ks_x_1001(ch):
        return 13.0
    return next((cost for first, last, cost in _RANGES if first <= ord(ch) <= last), 17.0)


def _in_ks_x_1001(ch: str) -> bool:
    try:
        return len(ch.encode("euc_kr")) == 2  # Python spells the other syllables out in eight bytes
    except UnicodeEncodeError:
        return False
