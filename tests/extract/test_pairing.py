"""One bracket, its hanzi and the Hangul: which stretch wins, by which reading, with what tail."""

from __future__ import annotations

import pytest

from glossary.extract.inside import cores, segments
from glossary.extract.left import left_of
from glossary.extract.pairing import Pair, candidates, inner_pair, labelled, outer_pair
from glossary.policy import load_policy
from glossary.text.tables import records

LIMITS = load_policy().extract


def outer(text: str) -> Pair | None:
    """The pair of a text's first bracket, which closes the text."""
    place = text.index("(")
    left = left_of(text, place, 0, LIMITS.window)
    return None if left is None else outer_pair(left, text, segments(text, place + 1, len(text) - 1), LIMITS)


def shown(text: str, pair: Pair | None) -> str:
    return "" if pair is None else f"{text[pair.ko_start : pair.ko_end]}={text[pair.zh_start : pair.zh_end]}"


OUTER = [
    ("생수 업체 농푸산취안(農夫山泉)", "농푸산취안=農夫山泉", "reading"),
    ("창업자 중산산(鍾睒睒·67)", "중산산=鍾睒睒", "reading"),
    ("중산산(Zhong·鍾睒睒)", "중산산=鍾睒睒", "reading"),
    ("주우한(武漢)", "우한=武漢", "reading"),
    ("주우한(駐武漢)", "주우한=駐武漢", "reading"),
    ("상하이·쑤저우(上海·蘇州)", "상하이·쑤저우=上海·蘇州", "reading"),
    ("업체 EMQ 잉윈커지(EMQ 映雲科技)", "EMQ 잉윈커지=EMQ 映雲科技", "reading"),
    ("작가 가와바타 야스나리(川端康成)", "가와바타 야스나리=川端康成", "japanese"),
    ("작가 하야시 후미코(林芙美子)", "하야시 후미코=林芙美子", "japanese"),
    ("도요하시시(豊橋市)", "도요하시시=豊橋市", "japanese"),
    ("황진이(黃眞伊)", "황진이=黃眞伊", "reading"),
    ("로보캣(北辰智能)", "", ""),
    ("생수 업체(農夫山泉)", "", ""),
]


@pytest.mark.parametrize(("text", "pair", "method"), OUTER)
def test_the_hangul_before_a_bracket(text: str, pair: str, method: str) -> None:
    found = outer(text)
    assert shown(text, found) == pair
    assert (found.method if found is not None else "") == method


@pytest.mark.parametrize("row", list(records("korean_generics.tsv")), ids=lambda row: row["example_ko"])
def test_each_generic_word_stays_outside_the_name(row: dict[str, str]) -> None:
    stem = row["example_ko"].removesuffix(row["generic"])
    text = f"{row['example_ko']}({row['example_zh']})"
    found = outer(text)
    assert shown(text, found) == f"{stem}={row['example_zh']}"
    assert found is not None
    assert found.tail == row["generic"]


@pytest.mark.parametrize("title", ["회장", "주석", "총리", "교수", "감독"])
def test_a_title_behind_the_name_stays_outside(title: str) -> None:
    text = f"중산산 {title}(鍾睒睒)"
    assert shown(text, outer(text)) == "중산산=鍾睒睒"


INNER = [
    ("중산산·鍾睒睒", "중산산=鍾睒睒"),
    ("鍾睒睒·중산산", "중산산=鍾睒睒"),
    ("중산산 鍾睒睒", "중산산=鍾睒睒"),
    ("회장 중산산·鍾睒睒·67", "중산산=鍾睒睒"),
    ("鍾睒睒·67세", ""),
]


@pytest.mark.parametrize(("inner", "pair"), INNER)
def test_the_hangul_in_the_bracket(inner: str, pair: str) -> None:
    found = segments(inner, 0, len(inner))
    core = next(iter(cores(inner, found)))
    assert shown(inner, inner_pair(inner, found, core, LIMITS)) == pair


def test_stretches_are_tried_from_the_whole_to_its_parts() -> None:
    text = "上海·蘇州, EMQ 映雲"
    found = segments(text, 0, len(text))
    assert [text[a:b] for a, b, _ in candidates(text, found, "상하이·쑤저우")][:2] == ["上海·蘇州", "上海"]
    assert "EMQ 映雲" in [text[a:b] for a, b, _ in candidates(text, found, "업체 EMQ 잉윈")]


@pytest.mark.parametrize(
    ("inner", "label"), [("사진=新華社", True), ("자료: 國家統計局", True), ("新華社", False), ("즈보·淄博", False)]
)
def test_labels(inner: str, *, label: bool) -> None:
    found = segments(inner, 0, len(inner))
    core = next(iter(cores(inner, found)))
    assert labelled(found, core.segment) is label
