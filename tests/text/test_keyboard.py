"""Keystrokes: every text comes back from the keys that type it, whatever the mode."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.keyboard import hangul_mode, latin_mode, strokes

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=8)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gjtkdlzjwl", "허사이커지"),
        ("gjTkdlzjwl", "허싸이커지"),
        ("GJTKDLZJWL", "허사이커지"),
        ("vjdwkdh", "펑자오"),
        ("ghkdnpdl", "화웨이"),
        ("eksthr", "단속"),
        ("dlfrdms", "읽은"),
        ("qkr tj wls", "박서진"),
    ],
)
def test_korean_typed_in_latin_mode(typed: str, meant: str) -> None:
    assert hangul_mode(typed) == strokes(meant)


@pytest.mark.parametrize(
    ("typed", "meant"), [("ㅗㄷㄴ먀", "hesai"), ("ㅗ나ㅓ", "hskj"), ("ㅠㅛㅇ", "byd"), ("며야", "audi")]
)
def test_latin_typed_in_korean_mode(typed: str, meant: str) -> None:
    assert latin_mode(typed) == meant


@given(SYLLABLES)
def test_there_and_back(text: str) -> None:
    assert hangul_mode(latin_mode(text) + "q") == strokes(text) + "ㅂ"


@given(SYLLABLES)
def test_decomposed_is_the_same(text: str) -> None:
    assert strokes(unicodedata.normalize("NFD", text)) == strokes(text)


@given(SYLLABLES, st.integers(0, 24))
def test_what_is_typed_so_far_is_a_prefix(text: str, length: int) -> None:
    assert strokes(text).startswith(strokes(text)[:length])
    assert strokes(strokes(text)) == strokes(text)


@given(st.text())
def test_any_text_has_strokes(text: str) -> None:
    assert not any(char.isspace() for char in strokes(text))
