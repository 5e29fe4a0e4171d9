"""The tables of single characters, and the official syllables."""

from __future__ import annotations

import pytest

from glossary.reading.chars import mandarin, mandarin_toned, official_syllable, sino
from glossary.text.tables import rows

OFFICIAL = [tuple(row) for row in rows("pinyin_hangul.tsv")][1:]


def test_the_official_table_is_whole() -> None:
    assert len(OFFICIAL) == 420
    assert all(official_syllable(pinyin) == hangul for pinyin, hangul in OFFICIAL)


@pytest.mark.parametrize(
    ("toned", "hangul"), [("lǜ", "뤼"), ("nǚ", "뉘"), ("lüè", "뤠"), ("xiǎng", "샹"), ("ér", "얼"), ("zhí", "즈")]
)
def test_tones_do_not_matter(toned: str, hangul: str) -> None:
    assert official_syllable(toned) == hangul


@pytest.mark.parametrize(
    ("ch", "readings"),
    [
        ("行", {"xing", "hang"}),
        ("長", {"chang", "zhang"}),
        ("长", {"chang", "zhang"}),
        ("单", {"dan", "shan", "chan"}),
        ("曾", {"zeng", "ceng"}),
        ("乐", {"le", "yue"}),
        ("六", {"liu", "lu"}),
        ("洞", {"dong", "tong"}),
        ("蔚", {"wei", "yu"}),
        ("乾", {"qian", "gan"}),
        ("髮", {"fa"}),
        ("〇", {"ling"}),
        ("𠮷", {"ji"}),
        ("\uf90a", {"jin"}),
    ],
)
def test_all_mandarin_readings(ch: str, readings: set[str]) -> None:
    assert readings <= set(mandarin(ch))


def test_every_common_reading_is_in_the_official_table() -> None:
    common = [chr(code) for code in range(0x4E00, 0x9FA6)]
    missing = {one for ch in common for one in mandarin_toned(ch) if not official_syllable(one)}
    assert missing <= {
        "ḿ",
        "ǹ",
        "ń",
        "ň",
        "ǹg",
        "ńg",
        "ňg",
        "hm",
        "hng",
        "m",
        "n",
        "ng",
        "yo",
        "yō",
        "ế",
        "ê̄",
        "ề",
        "ê̌",
        "m̀",
    }


@pytest.mark.parametrize(
    ("ch", "syllables"),
    [
        ("茶", "다차"),
        ("金", "금김"),
        ("車", "차거"),
        ("车", "차거"),
        ("沈", "침심"),
        ("樂", "악락요"),
        ("省", "성생"),
        ("北", "북배"),
        ("不", "불부"),
        ("易", "역이"),
        ("率", "률솔"),
        ("宅", "택댁"),
        ("叶", "엽섭협"),
        ("女", "녀"),
        ("淸", "청"),
    ],
)
def test_sino_commonest_first(ch: str, syllables: str) -> None:
    assert "".join(sino(ch)) == syllables
