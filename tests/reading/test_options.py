"""What one hanzi may sound like: which reading, which side, how dear; near misses by the jamo table's own rows."""

from __future__ import annotations

import pytest

from glossary.reading.costs import NEAR_LIMIT
from glossary.reading.options import near, option, readings, syllable_distance
from glossary.text.hanzi import fold
from glossary.text.tables import records

SOUNDS = [
    ("蘇", "쑤", "mandarin", "su"),
    ("苏", "쑤", "mandarin", "su"),
    ("蘇", "소", "sino", "소"),
    ("亮", "량", "both", "liang"),
    ("麗", "리", "mandarin", "li"),
    ("曾", "쩡", "mandarin", "zeng"),
    ("行", "싱", "mandarin", "xing"),
    ("行", "항", "both", "hang"),
    ("行", "행", "sino", "행"),
    ("樂", "러", "mandarin", "le"),
    ("樂", "웨", "mandarin", "yue"),
    ("樂", "악", "sino", "악"),
    ("梁", "양", "sino", "양"),
    ("李", "이", "sino", "이"),
    ("路", "노", "sino", "노"),
    ("女", "여", "sino", "여"),
    ("女", "뉘", "mandarin", "nü"),
    ("東", "동", "either", "dong"),
    ("瀋", "선", "mandarin", "shen"),
    ("沈", "심", "sino", "심"),
    ("沈", "침", "sino", "침"),
]


@pytest.mark.parametrize(("char", "chunk", "sound", "reading"), SOUNDS)
def test_the_side_a_syllable_takes(char: str, chunk: str, sound: str, reading: str) -> None:
    found = option(char, chunk)
    assert found is not None
    assert found[1:] == (sound, reading)


@pytest.mark.parametrize(("char", "chunk"), [("蘇", "말"), ("北", "남"), ("A", "에이"), ("京", ""), ("京", "京")])
def test_what_is_no_reading(char: str, chunk: str) -> None:
    assert option(char, chunk) is None


ORDER = [
    ("賽", "싸이", "사이"),
    ("江", "장", "강"),
    ("行", "싱", "항"),
]


@pytest.mark.parametrize(("char", "cheap", "dear"), ORDER)
def test_official_before_drift_before_rarer_readings(char: str, cheap: str, dear: str) -> None:
    first, second = option(char, cheap), option(char, dear)
    assert first is not None
    assert second is not None
    assert first[0] <= second[0]


@pytest.mark.parametrize("pair", ["蘇苏", "瀋沈", "淸清", "靑青", "戶户", "爲为", "豊丰", "臺台"])
def test_all_forms_of_a_hanzi_share_the_folded_form_s_readings(pair: str) -> None:
    one, other = pair
    spelled = {pinyin for pinyin, _ in readings(one)[0]}
    assert fold(one) == fold(other)
    assert spelled >= {pinyin for pinyin, _ in readings(fold(other))[0]}


SLIPS = [("邵", "샤오"), ("茨", "트"), ("昭", "자우"), ("紅", "훙"), ("宏", "홍")]


@pytest.mark.parametrize(("char", "chunk"), SLIPS)
def test_slips_stay_near(char: str, chunk: str) -> None:
    found = option(char, chunk) or near(char, chunk)
    assert found is not None
    assert found[0] <= NEAR_LIMIT


@pytest.mark.parametrize(("char", "chunk"), [("茨", "곰"), ("王", "리"), ("紅", "칩"), ("A", "가")])
def test_what_is_far_is_not_near(char: str, chunk: str) -> None:
    assert near(char, chunk) is None


@pytest.mark.parametrize("row", list(records("jamo_near.tsv")), ids=lambda row: row["example"])
def test_each_jamo_row_s_example_differs_by_it(row: dict[str, str]) -> None:
    one, other = row["example"].split("/")
    assert sum(map(syllable_distance, one, other)) == pytest.approx(float(row["cost"]))
    assert sum(map(syllable_distance, other, one)) == pytest.approx(float(row["cost"]))


def test_distance_of_the_same_and_of_the_unlike() -> None:
    assert syllable_distance("훙", "훙") == 0
    assert syllable_distance("훙", "A") == 1
    assert syllable_distance("훙", "캅") > NEAR_LIMIT
