"""Numerals in hanzi as the digits that Korean writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.reading.numerals import number_of

CASES = [
    ("一", "1"),
    ("十", "10"),
    ("十四", "14"),
    ("二十", "20"),
    ("二十四", "24"),
    ("一百零八", "108"),
    ("三百", "300"),
    ("三千五百", "3500"),
    ("一万二千", "12000"),
    ("万", "10000"),
    ("二〇三五", "2035"),
    ("七九八", "798"),
    ("两万", "20000"),
    ("零", "0"),
    ("第十四", ""),
    ("百度", ""),
    ("十", "10"),
]


@pytest.mark.parametrize(("zh", "digits"), CASES)
def test_numbers(zh: str, digits: str) -> None:
    assert number_of(zh) == digits


def spelled(number: int) -> str:
    """A number below ten thousand as Chinese writes it."""
    text, zero = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + "零一二三四五六七八九"[digit] + sign
        zero = not digit
    return text or "零"


@given(st.integers(0, 9999))
def test_every_number_reads_back(number: int) -> None:
    assert number_of(spelled(number)) == str(number)
