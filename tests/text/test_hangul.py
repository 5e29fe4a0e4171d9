"""Hangul: taking syllables apart and together, what particles ask, and the way back from composed text."""

from __future__ import annotations

import itertools
import unicodedata

import pytest

from glossary.text.hangul import CODAS, ONSETS, VOWELS, composed, initials, is_hangul, join, split, to_jamo

SYLLABLES = [
    ("가", ("ㄱ", "ㅏ", "")),
    ("힣", ("ㅎ", "ㅣ", "ㅎ")),
    ("쥔", ("ㅈ", "ㅟ", "ㄴ")),
    ("훠", ("ㅎ", "ㅝ", "")),
    ("쌍", ("ㅆ", "ㅏ", "ㅇ")),
    ("닭", ("ㄷ", "ㅏ", "ㄺ")),
    ("왕", ("ㅇ", "ㅘ", "ㅇ")),
]


@pytest.mark.parametrize(("syllable", "jamo"), SYLLABLES)
def test_syllables_come_apart_and_together(syllable: str, jamo: tuple[str, str, str]) -> None:
    assert split(syllable) == jamo
    assert join(*jamo) == syllable


def test_every_syllable_of_unicode() -> None:
    syllables = [chr(code) for code in range(0xAC00, 0xD7A4)]
    assert [join(*split(syllable)) for syllable in syllables] == syllables
    assert len(ONSETS) * len(VOWELS) * len(CODAS) == len(syllables)


@pytest.mark.parametrize(
    ("char", "known"), [("가", True), ("힣", True), ("ㅎ", False), ("\u1112", False), ("漢", False), ("A", False)]
)
def test_only_composed_syllables_are_hangul(char: str, *, known: bool) -> None:
    assert is_hangul(char) is known


@pytest.mark.parametrize(
    ("text", "jamo", "first"),
    [
        ("쥐링허", "ㅈㅟㄹㅣㅇㅎㅓ", "ㅈㄹㅎ"),
        ("쑨 원", "ㅅㅅㅜㄴ ㅇㅝㄴ".replace("ㅅㅅ", "ㅆ"), "ㅆㅇ"),
        ("TCL 화싱", "TCL ㅎㅘㅅㅣㅇ", "TCLㅎㅅ"),
        ("ㅎㅅ", "ㅎㅅ", "ㅎㅅ"),
        ("", "", ""),
    ],
)
def test_jamo_and_initials(text: str, jamo: str, first: str) -> None:
    assert (to_jamo(text), initials(text)) == (jamo, first)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "text", ["쥐링허(聚靈河)", "쑨원은\r\n중산(中山)", "Café 왕(王)", "", "가\u0301나", "ㅎ허", "が か\u3099"]
)
def test_offsets_of_composed_text_point_at_the_original(text: str, form: str) -> None:
    original = unicodedata.normalize(form, text)
    short, offsets = composed(original)
    assert len(offsets) == len(short) + 1
    assert offsets[-1] == len(original)
    assert list(offsets) == sorted(offsets)
    pieces = [original[a:b] for a, b in itertools.pairwise(offsets)]
    assert "".join(pieces) == original


def test_composed_text_is_handed_back_untouched() -> None:
    text = "쥐링허(聚靈河) 두 곳"
    assert composed(text)[0] is text


def test_decomposed_text_is_composed() -> None:
    text = "쥐링허와 쑨원"
    assert composed(unicodedata.normalize("NFD", text))[0] == text


def test_compatibility_hanzi_in_decomposed_text_stay_themselves() -> None:
    """NFC would put a unified character in the place of 樂 (U+F914): the offsets and the slice must still agree."""
    original = unicodedata.normalize("NFD", "가") + "\uf914"
    short, offsets = composed(original)
    assert len(short) == 2
    assert original[offsets[1] : offsets[2]] == "\uf914"
