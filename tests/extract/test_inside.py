"""The inside of brackets: segments, what each one is, and the hanzi names in them."""

from __future__ import annotations

import pytest

from glossary.extract.inside import cores, segments

SEGMENTS = [
    ("鍾睒睒", [("鍾睒睒", "hanzi")]),
    ("鍾睒睒·67", [("鍾睒睒", "hanzi"), ("67", "number")]),
    ("鍾睒睒ㆍ67세", [("鍾睒睒", "hanzi"), ("67세", "hangul")]),
    ("農夫山泉, 09633, HK", [("農夫山泉", "hanzi"), ("09633", "ticker"), ("HK", "ticker")]),
    ("農夫山泉, 09633.HK", [("農夫山泉", "hanzi"), ("09633.HK", "ticker")]),
    ("農夫山泉: Nongfu Spring", [("農夫山泉", "hanzi"), ("Nongfu Spring", "latin")]),
    ("農夫山泉、怡寶", [("農夫山泉", "hanzi"), ("怡寶", "hanzi")]),
    ("농푸산취안=農夫山泉", [("농푸산취안", "hangul"), ("農夫山泉", "hanzi")]),
    ("農夫山泉 생수", [("農夫山泉 생수", "mixed")]),
    ("農夫山泉(浙江, 杭州)股份, 1996", [("農夫山泉(浙江, 杭州)股份", "hanzi"), ("1996", "number")]),
    (" ‘農夫山泉’ ", [("農夫山泉", "hanzi")]),
    ("", []),
    (" , ·", []),
]


@pytest.mark.parametrize(("text", "expected"), SEGMENTS)
def test_segments(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[s.start : s.end], s.kind) for s in segments(text, 0, len(text))] == expected


CORES = [
    ("鍾睒睒", ["鍾睒睒"]),
    ("鍾睒睒 회장", ["鍾睒睒"]),
    ("회장 鍾睒睒", ["鍾睒睒"]),
    ("鍾睒睒회장", ["鍾睒睒"]),
    ("Nongfu 農夫山泉", ["農夫山泉"]),
    ("e谷空间", ["e谷空间"]),
    ("北斗+", ["北斗+"]),
    ("中关村 e 谷(西安)核芯空间", ["中关村 e 谷(西安)核芯空间"]),
    ("農夫山泉(浙江)", ["農夫山泉"]),
    ("農夫山泉(농푸)有限", ["農夫山泉", "有限"]),
    ("農夫·怡寶", ["農夫", "怡寶"]),
    ("濟南 趵突泉", ["濟南 趵突泉"]),
    ("장강삼각주 長三角 지역 一體化", ["長三角", "一體化"]),
    ("Nongfu Spring", []),
]


@pytest.mark.parametrize(("text", "expected"), CORES)
def test_hanzi_names(text: str, expected: list[str]) -> None:
    assert [text[core.start : core.end] for core in cores(text, segments(text, 0, len(text)))] == expected


def test_latin_before_the_hanzi_is_remembered() -> None:
    text = "EMQ 映雲科技"
    (core,) = cores(text, segments(text, 0, len(text)))
    assert (text[core.start : core.end], text[core.latin_before : core.start]) == ("映雲科技", "EMQ ")
