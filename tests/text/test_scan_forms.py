"""Known forms in a text: blanks, line ends, bytes, offsets."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.scan import Forms, squeeze

HANGUL = st.text("펑자오이위엔통신산시광저우", min_size=2, max_size=6)


@pytest.mark.parametrize(
    ("text", "form", "span"),
    [
        ("이위엔 통신은", "이위엔통신", (0, 6)),
        ("이위엔통신은", "이위엔 통신", (0, 5)),
        ("최고 펑자\n오는", "펑자오", (3, 7)),
        ("최고 펑자\n\n오는", "펑자오", (3, 8)),
        ("최고 펑자\r\n오는", "펑자오", (3, 8)),
        ("BYD 전기차", "BYD", (0, 3)),
    ],
)
def test_found_across_blanks_and_lines(text: str, form: str, span: tuple[int, int]) -> None:
    assert [(found.start, found.end) for found in Forms([form]).find(text)] == [span]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("산 시장에서", "산시"),  # a short name is not two words
        ("광저 우한", "광저우"),
        ("이 위엔통신", "이위엔통신"),  # one syllable by itself is a word
        ("펑자\n\n\n오는", "펑자오"),
    ],
)
def test_not_found_across(text: str, form: str) -> None:
    assert Forms([form]).find(text) == []


def test_overlapping_forms_are_all_told() -> None:
    assert {found.form for found in Forms(["후룬", "후룬바이푸"]).find("후룬바이푸 순위")} == {"후룬", "후룬바이푸"}


def test_nothing_known_finds_nothing() -> None:
    empty = Forms(["", "  "])
    assert empty.find("펑자오") == []
    assert Forms.load(empty.dump()).find("펑자오") == []


@pytest.mark.parametrize("data", [b"", b"junk", b"forms1\n"])
def test_bytes_of_another_make_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="Forms"):
        Forms.load(data)


@given(st.lists(HANGUL, min_size=1, max_size=5), st.lists(HANGUL, max_size=8))
def test_every_match_is_its_form(forms: list[str], words: list[str]) -> None:
    text = " ".join(words)
    known = Forms(forms)
    for found in known.find(text):
        assert "".join(text[found.start : found.end].split()) == found.form
    assert Forms.load(known.dump()).find(text) == known.find(text)


@given(st.text("가나 \n\u200b", max_size=30))
def test_squeezed_offsets_lead_back(text: str) -> None:
    squeezed = squeeze(text)
    assert all(text[squeezed.offset(place)] == char for place, char in enumerate(squeezed.text))
    assert unicodedata.is_normalized("NFC", squeezed.text)
