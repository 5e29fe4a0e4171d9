"""Hanzi numerals as Korean writes them in names: 第十九次 is 제19차, 二〇二五 is 2025."""

from __future__ import annotations

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
NUMERALS = frozenset(DIGITS) | frozenset(UNITS)


def number_of(numerals: str) -> str:
    """The digits that a run of folded hanzi numerals stands for, "" when it is no number.

    >>> number_of("十九"), number_of("二〇二五"), number_of("三百六十"), number_of("百度")
    ('19', '2025', '360', '')
    """
    if not all(char in NUMERALS for char in numerals):
        return ""
    if not any(char in UNITS for char in numerals):
        return "".join(str(DIGITS[char]) for char in numerals)
    total, part = 0, 0
    for char in numerals:
        if char in DIGITS:
            part = DIGITS[char]
        else:
            total = (total + part or 1) * UNITS[char] if char == "万" else total + (part or 1) * UNITS[char]
            part = 0
    return str(total + part)
